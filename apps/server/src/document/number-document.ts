import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import { documentAfter } from '@benvung/domain/document/document-state';
import { referenceOf } from '@benvung/domain/document/number-and-day';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { writeAudit } from '../platform/audit/audit.store.ts';
import type { Db } from '../platform/database/database.ts';
import { hashOf, putFile } from '../platform/files/file.store.ts';
import { addJob } from '../platform/jobs/job.store.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import { fileNameOf, referenceOfStored } from './compose-stored.ts';
import { addEvents, putCopy } from './copy.store.ts';
import {
  findDocument,
  holdSeries,
  listNumbers,
  listWholeDocuments,
  putState,
  raiseSeries,
  reserveNumbers,
  type StoredDocument,
  takeNumbers,
} from './document.store.ts';
import type { Maker } from './make-document.ts';
import { renderRecord } from './render-record.ts';
import { putVerification } from './verification.store.ts';

export const STORE_JOB = 'document.store';
/** More than this is drawn by a job, after the transaction that gave the numbers. */
const DRAWN_AT_ONCE = 3;
const ROWS_AT_ONCE = 400;

export interface NumberedDocument {
  readonly id: string;
  readonly number: number;
  readonly symbol: string;
  /** `12/QĐ-UBND` */
  readonly reference: string;
}

export interface Numbering {
  readonly documents: readonly NumberedDocument[];
  /** Long work that draws the files: wake the queue after the commit. */
  readonly jobId: string | null;
}

type Refusal = Problem<DocumentProblemCode>;

/**
 * Gives drafts the next numbers of their series, in the order asked; or, told a `first` number, that one and those
 * after it, as the paper register gave them: all of them free, in one series. First the number is kept with the draft; then
 * the file that bears it is stored under its hash; only then the document is numbered. Cut off in between, the
 * number stays with its draft and asking again, or the job, finishes it.
 */
export async function numberDocuments(
  db: Db,
  ids: readonly string[],
  by: Maker & { readonly now: string },
  first: number | null = null,
): Promise<Result<Numbering, Refusal>> {
  const found = new Map((await listWholeDocuments(db, ids)).map((one) => [one.id, one]));
  const documents = ids.flatMap((id) => found.get(id) ?? []);
  for (const document of documents) {
    if (!KIND_RULES[document.kind].numbered) return refuse('document.unnumbered-kind');
    if (document.state !== 'draft')
      return refuse('document.already-numbered', { reference: referenceOfStored(document) });
  }
  const given = await giveNumbers(
    db,
    documents.filter(({ number }) => number === null),
    first,
  );
  if (!given.ok) return given;
  const numbered = await listWholeDocuments(db, ids);
  const rows = numbered.reduce((sum, one) => sum + rowsIn(one.data), 0);
  const atOnce = numbered.length <= DRAWN_AT_ONCE && rows <= ROWS_AT_ONCE;
  if (atOnce) for (const document of numbered) await finishDocument(db, document, by);
  const jobId = atOnce || numbered.length === 0 ? null : await askForFiles(db, numbered, by);
  const order = new Map(ids.map((id, at) => [id, at]));
  return ok({
    jobId,
    documents: numbered
      .map((one) => ({
        id: one.id,
        number: one.number as number,
        symbol: one.symbol,
        reference: referenceOfStored(one) as string,
      }))
      .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
  });
}

/** How much there is to draw: the longest lists in the data. */
function rowsIn(value: unknown): number {
  if (Array.isArray(value)) return value.length + value.reduce((sum, each) => sum + rowsIn(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + rowsIn(each), 0);
}

async function giveNumbers(
  db: Db,
  documents: readonly StoredDocument[],
  first: number | null,
): Promise<Result<null, Refusal>> {
  const series = new Map<string, StoredDocument[]>();
  for (const document of documents) {
    const key = [document.unitId, document.series, document.type, document.year].join(' ');
    series.set(key, [...(series.get(key) ?? []), document]);
  }
  if (first !== null && series.size > 1) return refuse('document.several-series');
  // One order for all, so that two who number in several series never wait for each other.
  for (const key of [...series.keys()].sort()) {
    const members = series.get(key) ?? [];
    const [one] = members;
    if (one === undefined) continue;
    const unit = await findUnitOn(db, one.unitId, one.day);
    const ofUnit = { ...one, unitPath: unit?.path ?? one.scopePath };
    const from =
      first === null
        ? ok(await takeNumbers(db, ofUnit, members.length))
        : await takeChosen(db, ofUnit, { first, count: members.length });
    if (!from.ok) return from;
    await reserveNumbers(
      db,
      members.map(({ id }, at) => ({ id, number: from.value + at })),
    );
  }
  return ok(null);
}

/** The numbers a person chose, if none of them is in use. */
async function takeChosen(
  db: Db,
  series: StoredDocument & { readonly unitPath: string },
  { first, count }: { readonly first: number; readonly count: number },
): Promise<Result<number, Refusal>> {
  const last = await holdSeries(db, series);
  const to = first + count - 1;
  const [taken] = await listNumbers(db, series, { from: first, to });
  if (taken !== undefined)
    return refuse('document.number-taken', {
      reference: referenceOf(taken, series.symbol),
      year: series.year,
      next: last + 1,
    });
  await raiseSeries(db, series, to);
  return ok(first);
}

async function askForFiles(
  db: Db,
  documents: readonly StoredDocument[],
  by: Maker & { readonly now: string },
): Promise<string> {
  const [one] = documents as [StoredDocument];
  return addJob(db, {
    kind: STORE_JOB,
    payload: { ids: documents.map(({ id }) => id), actor: by.actor },
    title: {
      vi: `Tạo tệp ${documents.length} văn bản`,
      en: `Make the files of ${documents.length} documents`,
    },
    page: '/van-ban',
    accountId: by.accountId,
    areas: null,
    scopePath: one.scopePath,
    at: by.now,
  });
}

/** The second phase for one draft that has its number: file with its hash, then the state. Safe to repeat. */
export async function finishDocument(
  db: Db,
  document: StoredDocument,
  by: Maker & { readonly now: string },
): Promise<void> {
  if (document.state !== 'draft' || document.number === null) return;
  await storeRecord(db, document, by);
  const after = documentAfter(
    { state: document.state, numbered: true, fileStored: true, signedFileStored: false },
    'number',
  );
  if (!after.ok || after.value === 'gone')
    throw new Error(`A draft with its file was refused: ${document.id}`);
  await putState(db, { id: document.id, state: after.value, at: by.now });
  await putVerification(db, document, { standing: 'prepared' });
  await tell(db, document, 'number', by);
}

/** Stores the record of a document under its hash and answers the hash. */
export async function storeRecord(
  db: Db,
  document: StoredDocument,
  by: Maker & { readonly now: string },
): Promise<string> {
  const { bytes, mediaType, ending } = await renderRecord(db, document);
  const { scopePath, id } = document;
  const hash = await putFile(db, { ownerId: id, bytes, mediaType, scopePath, at: by.now });
  if (hash !== hashOf(bytes)) throw new Error('A stored file bears another hash than its bytes.');
  await putCopy(db, id, {
    role: 'record',
    ownerId: id,
    hash,
    name: fileNameOf(document, ending),
    mediaType,
    size: bytes.length,
    madeAt: by.now,
    madeBy: by.actor,
    scopePath,
  });
  return hash;
}

/** History of the document and the log of the system. */
export const tell = (
  db: Db,
  document: StoredDocument,
  act: string,
  by: Maker & { readonly now: string },
  note: string | null = null,
): Promise<void> => tellAll(db, [document], { act, by, note });

/** The same of many, an entry of the log for each. */
export async function tellAll(
  db: Db,
  documents: readonly StoredDocument[],
  { act, by, note }: { act: string; by: Maker & { readonly now: string }; note: string | null },
): Promise<void> {
  const told = { act, at: by.now, actor: by.actor, note };
  await addEvents(
    db,
    documents.map(({ id, scopePath }) => ({ ...told, documentId: id, scopePath })),
  );
  const entries = documents.map((document) => ({
    act: `document.${act}`,
    subject: { kind: 'document', id: document.id },
    scopePath: document.scopePath,
    detail: { kind: document.kind, reference: referenceOfStored(document) ?? '' },
  }));
  if (by.audit !== undefined) for (const entry of entries) by.audit(entry);
  else await writeAudit(db, { accountId: by.accountId, actor: by.actor, at: by.now }, entries);
}

/** One document; see `numberDocuments`. */
export async function numberDocument(
  db: Db,
  id: string,
  by: Maker & { readonly now: string },
  wanted: number | null = null,
): Promise<Result<NumberedDocument & { readonly jobId: string | null }, Refusal>> {
  if ((await findDocument(db, id)) === undefined) return refuse('document.file-missing');
  const numbering = await numberDocuments(db, [id], by, wanted);
  if (!numbering.ok) return numbering;
  return ok({ ...(numbering.value.documents[0] as NumberedDocument), jobId: numbering.value.jobId });
}
