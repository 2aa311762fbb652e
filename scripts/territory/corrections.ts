import { z } from 'zod';

const source = z.string().min(1);
const code = z.string().regex(/^\d{2,5}$/u);
const units = z.array(z.object({ source, units: z.array(z.tuple([code, z.string(), code])) }));
const named = z.array(z.object({ source, units: z.array(z.tuple([code, z.string()])) }));
const successors = z.array(z.object({ source, map: z.record(code, z.array(code).min(1)) }));

/** `packages/regulations/territory/corrections.json`: facts entered by hand, each with its source. */
export const corrections = z.object({
  about: z.string(),
  '2025-01-01': z.object({
    excess: z.array(z.object({ why: z.string(), source, codes: z.array(code) })),
    units,
    provinces: named,
    districts: units,
    successors,
  }),
  '2025-07-01': z.object({
    successors,
    specialZones: z.array(z.object({ source, map: z.record(code, code) })),
  }),
  '2026-04-30': z.object({
    provinces: named,
    wards: z.array(z.object({ source, codes: z.array(code) })),
    codes: z.array(z.object({ source, map: z.record(code, code) })),
  }),
});
export type Corrections = z.infer<typeof corrections>;
export type SuccessorFacts = z.infer<typeof successors>;
