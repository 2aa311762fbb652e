import { REVIEW_STAGES } from '@benvung/domain/review/review-record';
import { z } from 'zod';
import { householdClass } from './household.ts';
import { commandBase } from './shared.ts';

/** What a list of households is narrowed and ordered by; never a name that was sought. */
export const viewFilters = z.strictObject({
  unit: z.int().min(1).optional(),
  year: z.int().min(2000).max(2100).optional(),
  class: householdClass.optional(),
  standard: z.string().max(40).optional(),
  movement: z.string().max(40).optional(),
  stage: z.enum(REVIEW_STAGES).optional(),
  unverified: z.boolean().optional(),
  sort: z
    .string()
    .regex(/^-?[a-z]{2,12}$/u)
    .optional(),
  /** Columns that were left out. */
  hidden: z
    .array(z.string().regex(/^[a-zA-Z]{1,24}$/u))
    .max(20)
    .optional(),
});
export type ViewFilters = z.infer<typeof viewFilters>;

/** GET /api/saved-views : lists a person comes back to, by name; nobody else sees them. */
export const savedViews = z.object({
  views: z.array(z.object({ id: z.uuid(), name: z.string(), filters: viewFilters })),
});

/** POST /api/saved-views : keeps a list under a name; the same name again is the new list. */
export const saveView = commandBase.extend({ name: z.string().trim().max(60), filters: viewFilters });
export const viewSaved = z.object({ id: z.uuid() });

/** POST /api/saved-views/:id/removal */
export const removeView = commandBase;
export const viewRemoved = z.object({ removed: z.boolean() });
