import { z } from 'zod';

const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const lead = z.strictObject({
  body: z.string().min(1),
  from: z.iso.date(),
  before: z.iso.date().nullable(),
});

/** The structure of a national target programme: levels with names of their own, nodes with their sources. */
export const programmeTreeSchema = z.strictObject({
  id: z.string().regex(/^NTP-\d{4}$/u),
  name: text,
  ground: z.string().min(1),
  from: z.iso.date(),
  before: z.iso.date().nullable(),
  levels: z.array(z.strictObject({ kind: z.string().min(1), label: text })).min(1),
  leads: z.array(lead),
  nodes: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-Z0-9.]+$/u),
      kind: z.string().min(1),
      number: z.string().min(1),
      name: z.string().min(1).nullable(),
      parent: z.string().nullable(),
      verified: z.boolean(),
      leads: z.array(lead),
      source: z.string().min(1),
    }),
  ),
});
