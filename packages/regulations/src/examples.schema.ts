import { MARK_CODES } from '@benvung/domain/standard/classification';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import { z } from 'zod';
import { householdFactsSchema } from './household-facts.schema.ts';
import { reviewEvidenceSchema } from './review-evidence.schema.ts';

/**
 * Worked examples of a standard: one household whose every answer is known and not deprived, and for each
 * example the answers that differ, by path (`dwelling.water`, `members.2.nutrition`).
 */
export const examplesSchema = z.strictObject({
  household: householdFactsSchema,
  examples: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        source: z.string().min(1),
        changes: z.record(z.string(), z.unknown()),
        evidence: reviewEvidenceSchema,
        expected: z.strictObject({
          class: z.enum(HOUSEHOLD_CLASSES),
          deprivations: z.string().optional(),
          deprivationScore: z.number().optional(),
          unknownCount: z.number().optional(),
          canBeRecognised: z.boolean().optional(),
          marks: z.array(z.enum(MARK_CODES)).optional(),
          explains: z.array(z.string()).optional(),
        }),
      }),
    )
    .min(1),
});
export type Examples = z.infer<typeof examplesSchema>;
export type Example = Examples['examples'][number];
