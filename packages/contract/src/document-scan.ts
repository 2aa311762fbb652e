import { z } from 'zod';
import { commandBase } from './shared.ts';

const scannedPaper = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  day: z.string(),
  /** It has a signed copy already: this one takes its place. */
  signed: z.boolean(),
});
export type ScannedPaperView = z.infer<typeof scannedPaper>;

/** PUT /api/document-scans : the bytes of one scan of a batch; kept only once the batch is confirmed. */
export const scanQuery = z.object({
  commandId: z.uuid(),
  batch: z.uuid(),
  unit: z.coerce.number().int().positive(),
  file: z.string().trim().min(1).max(255),
});

/** Which paper a scan is of, and how that was told; null: nothing tells it, or several papers fit. */
export const scanBrought = z.object({
  id: z.uuid(),
  file: z.string(),
  paper: scannedPaper.nullable(),
  by: z.enum(['code', 'name']).nullable(),
  /** How many papers its name fits. */
  several: z.int(),
  /** A code stands on it that no paper of the unit bears which waits for a signed copy. */
  strange: z.string().nullable(),
});
export type ScanBrought = z.infer<typeof scanBrought>;

/** POST /api/document-scans/:batch/keep : all scans of the batch, each with its paper, or left out; all or nothing. */
export const keepScansCommand = commandBase.extend({
  scans: z
    .array(z.strictObject({ id: z.uuid(), document: z.uuid().nullable() }))
    .min(1)
    .max(500),
});
export type KeepScansCommand = z.infer<typeof keepScansCommand>;
export const scansKept = z.object({ documents: z.int(), left: z.int() });
