import {
  QUICK_SCREEN_OUTCOMES,
  type ReviewEvidence,
  SCORECARD_STATUSES,
} from '@benvung/domain/standard/review-evidence';
import { z } from 'zod';

const score = z.number().int().min(0).nullable();
const form = z.string().min(1).nullable().default(null);

export const reviewEvidenceSchema: z.ZodType<ReviewEvidence> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('scored'),
    incomeScore: score,
    scorecard: z
      .strictObject({ id: z.string().min(1), status: z.enum(SCORECARD_STATUSES) })
      .nullable()
      .default(null),
  }),
  z.strictObject({
    kind: z.literal('signedForm'),
    incomeScore: score,
    deprivationScore: score.default(null),
    deprivations: z
      .string()
      .regex(/^[01?-]+$/u)
      .nullable()
      .default(null),
    form,
  }),
  z.strictObject({ kind: z.literal('quickScreen'), outcome: z.enum(QUICK_SCREEN_OUTCOMES), form }),
  z.strictObject({ kind: z.literal('none') }),
]);
