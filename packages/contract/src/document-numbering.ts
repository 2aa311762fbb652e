import { z } from 'zod';
import { documentKind, type SignatoryTold, signatory } from './document.ts';
import { day } from './shared.ts';

const HIGHEST = 99_999;

/** The number the paper register gave; null takes the next number of the series. */
export const documentNumber = z.int().min(1).max(HIGHEST).nullable();

const words = z.string().trim().min(1).max(120);

/** GET /api/document-numbering : what the register of a body has for its next paper of a kind. */
export const numberingQuery = z.object({
  unit: z.coerce.number().int().positive(),
  kind: documentKind,
  day,
});
export const documentNumbering = z.object({
  /** `QĐ-UBND` */
  symbol: z.string(),
  year: z.int(),
  last: z.int(),
  next: z.int(),
  /** Numbers below the last that no document bears. */
  free: z.array(z.object({ from: z.int(), to: z.int() })),
  /** Who signed for this body before, the last first. */
  signatories: z.array(signatory),
});
export type DocumentNumbering = z.infer<typeof documentNumbering>;

/** PUT the bytes of the scan with these in the query: a paper of a body that does not work in the system. */
export const incomingQuery = z.object({
  commandId: z.uuid(),
  unit: z.coerce.number().int().positive(),
  reference: words,
  day,
  body: z.string().trim().min(1).max(300),
  subject: z.string().trim().min(1).max(500),
  file: z.string().trim().min(1).max(255),
});
export const incomingKept = z.object({ id: z.uuid(), reference: z.string() });

/** What a form tells of an act's paper; a null signatory is one not told in full. */
export interface NumberingTold {
  readonly number: number | null;
  readonly signatory: SignatoryTold | null;
}
