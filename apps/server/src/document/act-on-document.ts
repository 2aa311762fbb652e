import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import {
  type DocumentAct,
  type DocumentStanding,
  documentAfter,
} from '@benvung/domain/document/document-state';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import type { SharedProblemCode } from '@benvung/domain/shared/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import { referenceOfStored } from './compose-stored.ts';
import { listCopies, type StoredCopy } from './copy.store.ts';
import { lockDocument, putState, removeDraft, type StoredDocument } from './document.store.ts';
import { keepSigned } from './keep-signed.ts';
import type { Maker } from './make-document.ts';
import { numberDocuments, storeRecord, tell } from './number-document.ts';
import { readScanCodes } from './read-scan-codes.ts';
import { listPapersWithCodes } from './scan.store.ts';
import { signedFileType } from './signed-file.ts';
import { putVerification } from './verification.store.ts';

export type DocumentRefusal = Problem<DocumentProblemCode | SharedProblemCode>;
type Acted = Promise<
  Result<{ readonly document: StoredDocument; readonly jobId: string | null }, DocumentRefusal>
>;

export interface ActingPerson extends Maker {
  readonly now: string;
  readonly today: string;
  /** Areas the person may act in; null: all (the command line). */
  readonly areas: readonly string[] | null;
}

export interface ActTarget {
  readonly id: string;
  /** What the person saw; null when it does not matter. */
  readonly version: number | null;
}

interface Held {
  readonly document: StoredDocument;
  readonly copies: readonly StoredCopy[];
}

/** Holds a document for an act of the body that issued it: seeing a document is not the right to act on it. */
async function hold(db: Db, target: ActTarget, by: ActingPerson): Promise<Result<Held, DocumentRefusal>> {
  const document = await lockDocument(db, target.id);
  if (document === undefined) return refuse('shared.not-found');
  if (by.areas !== null) {
    const unit = await findUnitOn(db, document.unitId, by.today);
    if (!isInside(by.areas, unit?.path ?? document.scopePath)) return refuse('shared.outside-area');
  }
  if (target.version !== null && target.version !== document.version)
    return refuse('document.version-conflict');
  return ok({ document, copies: await listCopies(db, document.id) });
}

export const standingOf = (
  document: Pick<StoredDocument, 'state' | 'kind'>,
  copies: readonly StoredCopy[],
): DocumentStanding => ({
  state: document.state,
  numbered: KIND_RULES[document.kind].numbered,
  fileStored: copies.some(({ role }) => role === 'record'),
  signedFileStored: copies.some(({ role }) => role === 'signed'),
});

/** Gives a draft its number; see `numberDocuments`. */
export async function giveNumber(
  db: Db,
  target: ActTarget & { readonly number?: number | null | undefined },
  by: ActingPerson,
): Acted {
  const held = await hold(db, target, by);
  if (!held.ok) return held;
  const numbered = await numberDocuments(db, [target.id], by, target.number ?? null);
  if (!numbered.ok) return numbered;
  return ok({ document: held.value.document, jobId: numbered.value.jobId });
}

/** Stores the signed scan or digital file, then says it is signed; a better scan may take its place until the issue. */
export async function signDocument(
  db: Db,
  target: ActTarget & { readonly file: { readonly name: string; readonly bytes: Buffer } },
  by: ActingPerson,
): Acted {
  const held = await hold(db, target, by);
  if (!held.ok) return held;
  const { document, copies } = held.value;
  const checked = signedFileType(target.file);
  if (!checked.ok) return checked;
  const may = documentAfter({ ...standingOf(document, copies), signedFileStored: true }, 'sign');
  if (!may.ok) return may;
  const own = await checkPaperOfScan(db, document, { ...target.file, mediaType: checked.value });
  if (!own.ok) return own;
  // A paper without a number has no record yet: what is signed is what is kept.
  if (!copies.some(({ role }) => role === 'record')) await storeRecord(db, document, by);
  await keepSigned(db, [document], { ...target.file, mediaType: checked.value }, by);
  return move(db, document, { act: 'sign', by });
}

/** A scan that bears the code of one other paper, and not of this one, was taken from the wrong pile. */
async function checkPaperOfScan(
  db: Db,
  { id, kind }: StoredDocument,
  file: { readonly name: string; readonly bytes: Buffer; readonly mediaType: string },
): Promise<Result<null, DocumentRefusal>> {
  // what came in from outside may bear a code of ours
  if (kind === 'incoming') return ok(null);
  const papers = await listPapersWithCodes(db, await readScanCodes(file.bytes, file.mediaType));
  const [other] = papers;
  if (other === undefined || papers.length > 1 || other.id === id) return ok(null);
  return refuse('document.scan-of-other', { file: file.name, reference: referenceOfStored(other) });
}

/** Issued: from now on the public page says it is valid. */
export async function issueDocument(db: Db, target: ActTarget, by: ActingPerson): Acted {
  const held = await hold(db, target, by);
  if (!held.ok) return held;
  const { document, copies } = held.value;
  const after = documentAfter(standingOf(document, copies), 'issue');
  if (!after.ok) return after;
  await putVerification(db, document, { standing: 'valid' });
  return move(db, document, { act: 'issue', by });
}

/** Withdrawn with a reason: its number stays used. */
export async function withdrawDocument(
  db: Db,
  target: ActTarget & { readonly reason: string },
  by: ActingPerson,
): Acted {
  const held = await hold(db, target, by);
  if (!held.ok) return held;
  const { document, copies } = held.value;
  if (target.reason.trim() === '') return refuse('document.reason-missing');
  const after = documentAfter(standingOf(document, copies), 'withdraw');
  if (!after.ok) return after;
  await putVerification(db, document, { standing: 'revoked', endedOn: by.today });
  return move(db, document, { act: 'withdraw', by, reason: target.reason.trim() });
}

/** Replaced by another issued document of the same kind and body. */
export async function replaceDocument(
  db: Db,
  target: ActTarget & { readonly successorId: string; readonly reason: string },
  by: ActingPerson,
): Acted {
  const held = await hold(db, target, by);
  if (!held.ok) return held;
  const { document, copies } = held.value;
  if (target.reason.trim() === '') return refuse('document.reason-missing');
  const after = documentAfter(standingOf(document, copies), 'replace');
  if (!after.ok) return after;
  const successor = await lockDocument(db, target.successorId);
  if (
    successor === undefined ||
    successor.id === document.id ||
    successor.kind !== document.kind ||
    successor.unitId !== document.unitId ||
    successor.state !== 'issued'
  )
    return refuse('document.successor-unfit');
  const replacedBy = referenceOfStored(successor);
  await putVerification(db, document, { standing: 'replaced', replacedBy, endedOn: by.today });
  return move(db, document, { act: 'replace', by, reason: target.reason.trim(), replacedBy: successor.id });
}

/** Takes a draft away that never had a number. */
export async function discardDocument(db: Db, target: ActTarget, by: ActingPerson): Acted {
  const held = await hold(db, target, by);
  if (!held.ok) return held;
  const { document, copies } = held.value;
  const after = documentAfter(standingOf(document, copies), 'discard');
  if (!after.ok) return after;
  if (document.number !== null)
    return refuse('document.already-numbered', { reference: referenceOfStored(document) });
  await tell(db, document, 'discard', by);
  await removeDraft(db, document.id);
  return ok({ document, jobId: null });
}

interface Move {
  readonly act: Exclude<DocumentAct, 'number' | 'discard'>;
  readonly by: ActingPerson;
  readonly reason?: string;
  readonly replacedBy?: string;
}

/** Where each act leads once `documentAfter` allows it. */
export const STATE_AFTER = {
  sign: 'signed',
  issue: 'issued',
  replace: 'replaced',
  withdraw: 'withdrawn',
} as const;

async function move(db: Db, document: StoredDocument, { act, by, reason, replacedBy }: Move): Acted {
  await putState(db, { id: document.id, state: STATE_AFTER[act], at: by.now, endReason: reason, replacedBy });
  await tell(db, document, act, by, reason ?? null);
  return ok({ document, jobId: null });
}
