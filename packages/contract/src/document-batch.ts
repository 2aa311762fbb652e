import { z } from 'zod';
import { documentKind, documentState } from './document.ts';
import { documentNumber } from './document-numbering.ts';
import { commandBase } from './shared.ts';

/** Documents of one kind that stand at one step: those a batch acts on, all or none. */
export const batchSelection = z.object({
  unit: z.coerce.number().int().positive(),
  kind: documentKind,
  state: documentState,
  year: z.coerce.number().int().min(1900).max(2100).optional(),
  /** `decision:<id>` */
  about: z
    .string()
    .regex(/^[a-z]{2,20}:[\w.-]{1,80}$/u)
    .optional(),
  /** How many the person saw; another number now is a conflict. */
  expected: z.coerce.number().int().min(1).max(2_000),
});
export type BatchSelection = z.infer<typeof batchSelection>;

/** POST /api/document-batches/numbers, …/issue, …/withdrawal */
export const numberBatch = commandBase.extend({ which: batchSelection, first: documentNumber });
export const issueBatch = commandBase.extend({ which: batchSelection });
export const withdrawBatch = commandBase.extend({
  which: batchSelection,
  reason: z.string().trim().min(1).max(1_000),
});
/** PUT the bytes of one scan of all of them. */
export const signBatchQuery = batchSelection.extend({
  commandId: z.uuid(),
  file: z.string().trim().min(1).max(255),
});
export const batchDone = z.object({
  documents: z.int(),
  /** The first and the last reference. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Their files are still being made: progress at /api/jobs/:id. */
  jobId: z.uuid().nullable(),
});
