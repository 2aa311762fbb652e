import { z } from 'zod';

const day = z.iso.date().nullable();

/** Acts of the field with the days of their validity; each day says whether it was verified in a source. */
export const legalActsSchema = z.strictObject({
  acts: z.array(
    z.strictObject({
      number: z.string().min(1),
      title: z.string().min(1),
      issued: day,
      issuedVerified: z.boolean(),
      ended: day,
      endedVerified: z.boolean(),
      replacedBy: z.string().min(1).nullable(),
      source: z.string().min(1),
    }),
  ),
});
