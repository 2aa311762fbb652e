import { z } from 'zod';
import { importReport } from './exchange.ts';
import { commandBase, page } from './shared.ts';

export const batchStates = [
  'waiting',
  'checking',
  'refused',
  'checked',
  'publishing',
  'published',
  'undone',
  'discarded',
] as const;

/** A column by its key, a deprivation indicator by its place in the standard, or nothing. */
const meaning = z.union([z.string().max(60), z.number().int(), z.null()]);

const correction = z.object({
  /** The cell's address; null: every equal cell of the column. */
  at: z.string().max(200).nullable(),
  column: z.string().max(200).nullable(),
  from: z.string().max(5000),
  to: z.string().max(5000),
});
export type CellCorrectionView = z.infer<typeof correction>;

/** A household of the file and one the registry knows: one household, two, or not yet said (null). */
const matchDecision = z.object({
  /** The address of the household's line in the file. */
  at: z.string().max(200),
  candidate: z.uuid(),
  same: z.boolean().nullable(),
});
export type MatchDecisionView = z.infer<typeof matchDecision>;

const encodings = z.enum(['tcvn3', 'vni', 'windows-1258']);

export const batchSummary = z.object({
  id: z.uuid(),
  file: z.string(),
  bytes: z.number().int(),
  year: z.number().int(),
  unit: z.object({ id: z.number().int(), name: z.string() }),
  actor: z.string(),
  state: z.enum(batchStates),
  households: z.number().int().nullable(),
  persons: z.number().int().nullable(),
  errors: z.number().int().nullable(),
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
  endedBy: z.string().nullable(),
  endedAt: z.string().nullable(),
});
export type BatchSummary = z.infer<typeof batchSummary>;

/** GET /api/batches */
export const batchList = z.object({ batches: z.array(batchSummary), page });
export type BatchListView = z.infer<typeof batchList>;

/** GET /api/batches/:id */
export const batchView = batchSummary.extend({
  version: z.number().int(),
  jobId: z.uuid().nullable(),
  opening: z.boolean(),
  encoding: encodings.nullable(),
  /** What refuses the file as a whole. */
  problem: z.object({ code: z.string(), title: z.string() }).nullable(),
  /** An old encoding found in it, to be turned to Unicode when the person agrees. */
  found: z
    .object({
      encoding: encodings,
      preview: z.array(z.object({ before: z.string(), after: z.string() })),
    })
    .nullable(),
  report: importReport.omit({ issues: true }).nullable(),
  sheetNames: z.array(z.string()),
  /** The sheets chosen; null: all. */
  chosenSheets: z.array(z.string()).nullable(),
  sheets: z.array(
    z.object({
      name: z.string(),
      headers: z.array(z.object({ header: z.string(), column: z.string(), meaning })),
    }),
  ),
  /** What a header can mean: the columns, then the standard's indicators. */
  meanings: z.array(z.object({ meaning, label: z.string() })),
  corrections: z.array(correction),
  /** What was decided of households that may be known; of one pair the last holds. */
  matches: z.array(matchDecision),
  /** How many of both, the last ones, were made since the file was read. */
  pending: z.number().int(),
  /** Why a published batch cannot be undone; null: it can. */
  cannotUndo: z.string().nullable(),
  hasFile: z.boolean(),
});
export type BatchView = z.infer<typeof batchView>;

/** The file's bytes are the body, sent as application/octet-stream. */
export const uploadQuery = commandBase.extend({
  year: z.coerce.number().int(),
  unit: z.coerce.number().int(),
  file: z.string().min(1).max(200),
  opening: z.enum(['true', 'false']).default('false'),
});

export const batchIssue = z.object({
  number: z.number().int(),
  severity: z.enum(['error', 'warning']),
  at: z.string(),
  code: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  message: z.string(),
  /** How many cells of the column hold the same. */
  equal: z.number().int(),
  fixes: z.array(z.object({ kind: z.enum(['value', 'yearOnly', 'blank']), to: z.string() })),
  /** Whether the cell, or all equal ones, can be put right on the screen. */
  editable: z.boolean(),
  /** The known household this one may be, to be decided on the screen; null of any other message. */
  match: z.object({ candidate: z.uuid(), same: z.boolean().nullable() }).nullable(),
});
export type BatchIssueView = z.infer<typeof batchIssue>;

/** GET /api/batches/:id/issues */
export const batchIssues = z.object({ issues: z.array(batchIssue), total: z.number().int() });
export type BatchIssuesView = z.infer<typeof batchIssues>;

export const issuesQuery = z.object({
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(500).default(200),
});

/** POST /api/batches/:id/reading: how the file is to be read; it is tried again at once. */
export const readBatchAgain = commandBase.extend({
  version: z.number().int(),
  encoding: encodings.nullable().optional(),
  sheets: z.array(z.string().max(200)).max(200).nullable().optional(),
  /** By header as it stands in the file. */
  columns: z
    .array(z.object({ header: z.string().max(500), meaning }))
    .max(400)
    .optional(),
  /** Added to those before; of one cell the last holds. */
  corrections: z.array(correction).max(2000).optional(),
  /** Added to those before; of one pair the last holds. */
  matches: z.array(matchDecision).max(2000).optional(),
  /** Forgets every correction made before. */
  forget: z.boolean().optional(),
  /** Kept for the next reading; nothing is read now. */
  later: z.boolean().optional(),
});

/** POST /api/batches/:id/publication, …/undoing, …/discarding */
export const batchCommand = commandBase.extend({ version: z.number().int() });

export const batchFileQuery = z.object({
  what: z.enum(['original', 'marked', 'wrong', 'corrected']).default('marked'),
});

export const templateQuery = z.object({ layout: z.enum(['members', 'households']).default('members') });
