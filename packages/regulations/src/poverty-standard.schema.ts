import { CLASSIFICATION_METHODS, type PovertyStandard } from '@benvung/domain/standard/poverty-standard';
import { z } from 'zod';
import { indicatorRule } from './indicator-rule.schema.ts';
import { ground, natural, positive, text } from './shared-schemas.ts';

const incomeLines = z.strictObject({
  incomePovertyLine: positive,
  upperIncomeLine: positive.nullable(),
  averageCeiling: positive.nullable(),
  scoreCutoff: natural.nullable(),
  upperScoreCutoff: natural.nullable(),
});

const indicator = z.strictObject({
  code: z.string().regex(/^[a-z][A-Za-z]+$/u),
  dimension: z.string().min(1),
  label: text,
  deprivedWhen: text,
  notApplicableWhen: text.nullable(),
  remedy: text,
  remedyOrder: positive,
  sensitive: z.boolean(),
  rule: indicatorRule,
  ground,
});

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('national') }),
  z.strictObject({
    kind: z.literal('local'),
    unitLevel: z.literal('province'),
    unitCode: z.string().min(1),
    national: z.string().min(1),
  }),
]);

export const povertyStandardSchema: z.ZodType<PovertyStandard> = z.strictObject({
  id: z.string().regex(/^[A-Z0-9][A-Z0-9-]+$/u),
  title: text,
  status: z.enum(['inForce', 'draft']),
  scope,
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  method: z.enum(CLASSIFICATION_METHODS),
  lines: z.strictObject({ rural: incomeLines, urban: incomeLines }),
  scoreCutoffs: z.enum(['exact', 'sufficient']),
  povertyCutoffK: positive,
  pointsPerIndicator: positive,
  averageForFarmHouseholdsOnly: z.boolean(),
  indicators: z.array(indicator).min(1),
  grounds: z.strictObject({
    class: ground,
    incomeLine: ground,
    scoreCutoff: ground,
    averageLivingStandard: ground,
  }),
});
