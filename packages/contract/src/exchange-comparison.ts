import { z } from 'zod';
import { personalFileAsked } from './exchange.ts';
import { batchSummary } from './exchange-batch.ts';
import { commandBase, page } from './shared.ts';

export const differenceKinds = ['differs', 'missingOurs', 'missingTheirs', 'ambiguous'] as const;
const decisions = z.enum(['theirs', 'ours', 'later']);

const told = z.object({
  fullName: z.string(),
  birthDate: z.string().nullable(),
  sex: z.string().nullable(),
  /** Cut short until it is opened. */
  identityNumber: z.string().nullable(),
  /** Village, or the address the extract gives. */
  place: z.string().nullable(),
});

export const difference = z.object({
  number: z.number().int(),
  kind: z.enum(differenceKinds),
  householdId: z.uuid().nullable(),
  /** The row of the extract. */
  at: z.string().nullable(),
  ours: told.nullable(),
  theirs: told.nullable(),
  fields: z.array(z.string()),
  decision: decisions.nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
});
export type DifferenceView = z.infer<typeof difference>;

const counts = z.object({
  rows: z.number().int(),
  same: z.number().int(),
  differs: z.number().int(),
  missingOurs: z.number().int(),
  missingTheirs: z.number().int(),
  ambiguous: z.number().int(),
});
export type ComparisonCounts = z.infer<typeof counts>;

/** GET /api/comparisons/:id */
export const comparisonView = batchSummary.omit({ households: true, persons: true, errors: true }).extend({
  version: z.number().int(),
  jobId: z.uuid().nullable(),
  problem: z.object({ code: z.string(), title: z.string() }).nullable(),
  counts: counts.nullable(),
  undecided: z.number().int(),
});
export type ComparisonView = z.infer<typeof comparisonView>;

/** GET /api/comparisons */
export const comparisonList = z.object({ comparisons: z.array(comparisonView), page });

/** GET /api/comparisons/:id/differences */
export const differencesQuery = z.object({
  kind: z.enum(differenceKinds).optional(),
  decided: z.enum(['yes', 'no']).optional(),
  page: z.coerce.number().int().min(1).default(1),
});
export const differenceList = z.object({ differences: z.array(difference), page });
export type DifferenceListView = z.infer<typeof differenceList>;

/** POST /api/comparisons/:id/disclosures: the identity numbers of some differences, for a stated reason. */
export const openNumbers = z.object({
  numbers: z.array(z.int().min(0)).min(1).max(200),
  reason: z.string().trim().min(3).max(500),
});
export const openedNumbers = z.object({
  differences: z.array(
    z.object({ number: z.number().int(), ours: z.string().nullable(), theirs: z.string().nullable() }),
  ),
});

/** POST /api/comparisons/:id/decisions: keeping ours needs a reason. */
export const decideDifference = commandBase.extend({
  number: z.number().int(),
  decision: decisions,
  reason: z.string().trim().max(500).default(''),
});

/** GET /api/comparisons/:id/file: one kind or all; identity numbers whole only when asked for. */
export const comparisonFileQuery = personalFileAsked.extend({
  kind: z.enum(differenceKinds).optional(),
  numbers: z.literal('1').optional(),
});
