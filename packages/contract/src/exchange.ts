import { z } from 'zod';
import { commandBase } from './shared.ts';

/** The largest list, in megabytes. */
export const MOST_LIST_MB = 64;

/** One thing to know about one cell: `at` is the file's own address, e.g. `Sau rà soát!D17`. */
export const importIssue = z.object({
  severity: z.enum(['error', 'warning']),
  at: z.string(),
  code: z.string(),
  /** What stands in the cell; identity numbers are cut short. */
  value: z.string().nullable(),
  message: z.string(),
});

/** POST /api/imports: what a list holds, what is wrong with it, and whether it was written. */
export const importReport = z.object({
  written: z.boolean(),
  dryRun: z.boolean(),
  batchId: z.uuid(),
  file: z.string(),
  year: z.number().int(),
  unit: z.object({ id: z.number().int(), code: z.string().nullable(), name: z.string() }),
  rows: z.number().int(),
  households: z.number().int(),
  persons: z.number().int(),
  known: z.number().int(),
  gone: z.number().int(),
  /** New households that may be known ones, waiting for a decision. */
  proposals: z.number().int(),
  populationLines: z.number().int(),
  rounds: z.number().int(),
  newVillages: z.number().int(),
  classDifferences: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  issues: z.array(importIssue),
});
export type ImportReportView = z.infer<typeof importReport>;

/** The file's bytes are the body, sent as application/octet-stream. */
export const importQuery = commandBase.extend({
  year: z.coerce.number().int(),
  unit: z.string().min(1).max(20),
  file: z.string().min(1).max(200),
  dryRun: z.enum(['true', 'false']).default('true'),
  opening: z.enum(['true', 'false']).default('false'),
});

/** GET /api/exports/households?year=&unit=&format= : a download. */
export const exportQuery = z.object({
  year: z.coerce.number().int(),
  unit: z.string().min(1).max(20),
  format: z.enum(['xlsx', 'csv', 'json']).default('xlsx'),
  purpose: z.string().trim().min(3).max(500),
});

export const FILE_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What the address of every exported list takes; spreadsheets set to Vietnamese expect semicolons in a CSV. */
export const listFileAsked = z.object({
  format: z.enum(FILE_FORMATS).default('xlsx'),
  separator: z.enum(['semicolon', 'comma']).default('semicolon'),
});

/** Lists that name people leave for a stated purpose alone. */
export const personalFileAsked = listFileAsked.extend({ purpose: z.string().trim().min(3).max(500) });

const MOST_TABLE_ROWS = 5_000;
const MOST_TABLE_COLUMNS = 200;

/** POST /api/table-files: a table of figures as it stands on a screen; the answer is the file. */
export const tableFileBody = listFileAsked.extend({
  title: z.string().trim().min(1).max(300),
  place: z.string().trim().max(300),
  facts: z.array(z.string().max(500)).max(20).default([]),
  columns: z.array(z.string().max(300)).min(1).max(MOST_TABLE_COLUMNS),
  rows: z
    .array(z.array(z.union([z.string().max(5_000), z.number(), z.null()])).max(MOST_TABLE_COLUMNS))
    .max(MOST_TABLE_ROWS),
  /** How many of the last rows are totals of those above. */
  totals: z.int().min(0).max(10).default(0),
});
export type TableFileBody = z.input<typeof tableFileBody>;
