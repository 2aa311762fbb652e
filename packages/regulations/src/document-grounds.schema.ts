import { z } from 'zod';

/** Legal grounds printed at the head of decisions, by the day from which they are named; oldest first. */
export const documentGroundsSchema = z.strictObject({
  id: z.string().min(1),
  periods: z
    .array(
      z.strictObject({
        from: z.iso.date(),
        grounds: z
          .array(z.strictObject({ text: z.string().startsWith('Căn cứ '), label: z.string() }))
          .min(1),
      }),
    )
    .min(1),
});
export type GroundsPeriod = z.infer<typeof documentGroundsSchema>['periods'][number];
