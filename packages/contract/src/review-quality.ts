import { FINDING_ACTS, FINDING_STATES } from '@benvung/domain/review/quality/decide-finding';
import { QUALITY_CHECKS, type QualityCheckCode } from '@benvung/domain/review/quality/quality-check';
import { z } from 'zod';
import { commandBase, day, page, unitRef } from './shared.ts';

const count = z.number().int();
export const qualityCheck = z.enum(Object.keys(QUALITY_CHECKS) as [QualityCheckCode, ...QualityCheckCode[]]);

/** GET /api/review-quality?unit=&year= : how the checks went, in figures alone. */
export const qualityView = z.object({
  unit: unitRef,
  year: count,
  checks: z.array(
    z.object({
      check: qualityCheck,
      looked: count,
      /** It could not tell of so many: these did not pass. */
      withoutData: count,
      open: count,
      explained: count,
      sentBack: count,
    }),
  ),
  /** A village of a commune, a commune of a larger unit. */
  rows: z.array(
    z.object({
      unit: unitRef.nullable(),
      open: count,
      explained: count,
      sentBack: count,
      byCheck: z.array(z.object({ check: qualityCheck, count })),
    }),
  ),
  /**
   * Of a commune: waiting findings by who filled in the forms. `mark`: a number in place of the name, null of forms that
   * name nobody; `name`: told to inspectors alone.
   */
  enumerators: z.array(
    z.object({
      mark: count.nullable(),
      name: z.string().nullable(),
      open: count,
      explained: count,
      sentBack: count,
    }),
  ),
  /** Rounds with results: how many were never looked through, and forms recorded since the others were. */
  state: z.object({ rounds: count, unchecked: count, behind: count, checkedAt: z.string().nullable() }),
});
export type QualityView = z.infer<typeof qualityView>;

/** POST /api/review-quality/checks : looks through rounds that are behind, a part of them at a time. */
export const checkQualityCommand = commandBase.extend({ unit: z.int(), year: z.int().min(1990).max(2100) });
export const qualityChecked = z.object({ checked: count, remaining: count });

const findingView = z.object({
  id: z.uuid(),
  check: qualityCheck,
  state: z.enum(FINDING_STATES),
  village: z.string(),
  household: z.object({ id: z.uuid(), head: z.string() }).nullable(),
  enumerator: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  foundOn: day,
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedOn: day.nullable(),
  version: count,
});
export type FindingView = z.infer<typeof findingView>;

/** GET /api/review-findings?unit=&year=&check=&state=&page= : with names, for inspectors. */
export const findingList = z.object({ findings: z.array(findingView), page });
export type FindingList = z.infer<typeof findingList>;

/** POST /api/review-findings/:id/acts */
export const findingActCommand = commandBase.extend({
  version: z.int().min(1),
  act: z.enum(FINDING_ACTS),
  reason: z.string().trim().max(1000),
});
export const findingChanged = z.object({ id: z.uuid(), state: z.enum(FINDING_STATES), version: count });
