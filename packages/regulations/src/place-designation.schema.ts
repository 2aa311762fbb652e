import { z } from 'zod';
import { text } from './shared-schemas.ts';

/** The kinds of place that policies ask about; which unit is one, and when, is loaded from decisions. */
export const designationKindsSchema = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z0-9-]+$/u),
        label: text,
        aliases: z.array(z.string().min(1)),
        levels: z.array(z.enum(['district', 'commune', 'village'])).min(1),
        family: z.string().nullable(),
      }),
    )
    .min(1),
});
