import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import { z } from 'zod';

const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const counted = {
  measure: z.string().min(1),
  classes: z.array(z.enum(HOUSEHOLD_CLASSES)).min(1),
};
const byHand = z.strictObject({ from: z.literal('hand') });

/** Indicators that targets may be set for, and where what was reached is counted. */
export const targetIndicatorsSchema = z.strictObject({
  id: z.string().min(1),
  indicators: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z][a-z-]{1,40}$/u),
        name: text,
        group: z.enum(['classes', 'lacks', 'outcomes']),
        kind: z.enum(['stock', 'coverage', 'amount']),
        unit: z.enum(['households', 'persons', 'items', 'dong']),
        base: z
          .union([
            z.strictObject({
              from: z.literal('population'),
              field: z.enum(['households', 'minorityHouseholds']),
            }),
            z.strictObject({ from: z.literal('counters'), ...counted }),
            byHand,
          ])
          .nullable(),
        actual: z.union([
          z.strictObject({ from: z.literal('counters'), complement: z.literal(true).optional(), ...counted }),
          byHand,
        ]),
        standard: z.string().nullable(),
        needsLabour: z.boolean(),
        source: z.string().min(1),
      }),
    )
    .min(1)
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'codes stand once'),
});
