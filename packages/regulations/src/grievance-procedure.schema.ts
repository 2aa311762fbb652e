import {
  GRIEVANCE_CATEGORIES,
  type GrievanceProcedure,
} from '@benvung/domain/review/grievance/grievance-category';
import { z } from 'zod';
import { ground, natural, text } from './shared-schemas.ts';

/** How grievances about the review are dealt with: each category once, with its limit and where that comes from. */
export const grievanceProcedureSchema = z
  .strictObject({
    id: z.string().regex(/^[A-Z0-9-]{3,40}$/u),
    title: text,
    from: z.iso.date(),
    to: z.iso.date().nullable(),
    method: z.literal('reverify-then-answer'),
    categories: z
      .array(
        z.strictObject({
          id: z.enum(GRIEVANCE_CATEGORIES),
          title: text,
          limit: z.strictObject({
            days: natural.max(366),
            kind: z.enum(['working', 'calendar', 'unknown']),
            uncertain: z.boolean(),
            ground,
          }),
          reverified: z.boolean(),
        }),
      )
      .length(GRIEVANCE_CATEGORIES.length),
  })
  .refine(({ categories }) => new Set(categories.map(({ id }) => id)).size === categories.length, {
    path: ['categories'],
    message: 'a category is there twice',
  }) satisfies z.ZodType<GrievanceProcedure>;
