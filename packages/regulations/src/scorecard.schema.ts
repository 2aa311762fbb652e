import { SCORECARD_STATUSES } from '@benvung/domain/standard/review-evidence';
import { EXCLUSION_RULES, SCORECARD_ITEM_KINDS, type Scorecard } from '@benvung/domain/standard/scorecard';
import { z } from 'zod';

const band = z.strictObject({ from: z.number().nullable(), to: z.number().nullable() });

export const scorecardSchema: z.ZodType<Scorecard> = z.strictObject({
  id: z.string().min(1),
  standardId: z.string().min(1),
  formCode: z.string().min(1),
  region: z.string().min(1),
  version: z.number().int().positive(),
  status: z.enum(SCORECARD_STATUSES),
  source: z.string().min(1),
  items: z
    .array(
      z.strictObject({
        code: z.string().min(1),
        label: z.string().min(1),
        kind: z.enum(SCORECARD_ITEM_KINDS),
        exclusionRule: z.enum(EXCLUSION_RULES).nullable(),
        options: z.array(
          z.strictObject({
            code: z.string().min(1),
            label: z.string().min(1),
            band: band.nullable(),
            points: z.number(),
          }),
        ),
      }),
    )
    .min(1),
});
