import type { KeepScansCommand, ScanBrought } from '@benvung/contract/document-scan';
import { documentAfter } from '@benvung/domain/document/document-state';
import { referenceOf } from '@benvung/domain/document/number-and-day';
import { matchScan, readScanName } from '@benvung/domain/document/scan-name';
import { ok, type Result, refuse } from '@benvung/domain/shared/result';
import { toNfc } from '@benvung/domain/shared/vietnamese-text';
import type { Db } from '../platform/database/database.ts';
import { putFile } from '../platform/files/file.store.ts';
import { isInside } from '../platform/http/principal.ts';
import { newId } from '../platform/ids.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import { checkIssuers } from './act-on-batch.ts';
import { type ActingPerson, type DocumentRefusal, STATE_AFTER, standingOf } from './act-on-document.ts';
import { referenceOfStored } from './compose-stored.ts';
import { putCopies } from './copy.store.ts';
import { lockWholeDocuments, putStates, type StoredDocument } from './document.store.ts';
import { tellAll } from './number-document.ts';
import { readScanCodes } from './read-scan-codes.ts';
import {
  insertScan,
  listForgottenBatches,
  listPapersToScan,
  lockScans,
  moveScanFiles,
  type PaperToScan,
  removeScans,
  type StoredScan,
} from './scan.store.ts';
import { signedFileType } from './signed-file.ts';

type Answer<Value> = Promise<Result<Value, DocumentRefusal>>;
/** A batch that nobody confirmed by then is thrown away. */
const KEPT_MS = 24 * 3_600_000;

interface Brought {
  readonly batch: string;
  readonly unit: number;
  readonly file: { readonly name: string; readonly bytes: Buffer };
}

/** One scan of a batch: stored apart, with the paper it seems to be of. Nothing is signed by it yet. */
export async function bringScan(
  db: Db,
  { batch, unit, file }: Brought,
  by: ActingPerson,
): Answer<ScanBrought> {
  const place = await findUnitOn(db, unit, by.today);
  if (place === undefined || (by.areas !== null && !isInside(by.areas, place.path)))
    return refuse('shared.outside-area');
  const type = signedFileType(file);
  if (!type.ok) return type;
  const before = new Date(Date.parse(by.now) - KEPT_MS).toISOString();
  await removeScans(db, await listForgottenBatches(db, place.path, before));
  const codes = await readScanCodes(file.bytes, type.value);
  const name = readScanName(file.name);
  const papers = await listPapersToScan(db, {
    path: place.path,
    codes: [...codes, ...name.codes],
    number: name.number,
  });
  const match = matchScan({ codes, name }, papers);
  const id = newId();
  const common = { mediaType: type.value, scopePath: place.path };
  const hash = await putFile(db, { ownerId: batch, bytes: file.bytes, at: by.now, ...common });
  await insertScan(db, {
    ...common,
    batchId: batch,
    id,
    fileName: toNfc(file.name),
    hash,
    size: file.bytes.length,
    broughtBy: by.actor,
    broughtAt: by.now,
  });
  const paper = match.kind === 'one' ? papers.find((one) => one.id === match.id) : undefined;
  const isCoded = match.kind === 'one' && match.by === 'code';
  return ok({
    id,
    file: file.name,
    paper: paper === undefined ? null : viewOf(paper),
    by: match.kind === 'one' ? match.by : null,
    several: match.kind === 'several' ? match.papers : 0,
    strange: isCoded ? null : (codes[0] ?? null),
  });
}

const viewOf = ({ id, number, symbol, title, day, state }: PaperToScan): ScanBrought['paper'] => ({
  id,
  reference: referenceOf(number, symbol),
  title,
  day,
  signed: state === 'signed',
});

/** Every scan of the batch becomes the signed copy of the paper told for it, or is left out: all, or nothing. */
export async function keepScans(
  db: Db,
  { batch, scans }: { readonly batch: string; readonly scans: KeepScansCommand['scans'] },
  by: ActingPerson,
): Answer<{ documents: number; left: number }> {
  const brought = await lockScans(db, batch, by.actor);
  if (brought.length === 0) return refuse('shared.not-found');
  const told = new Map(scans.map(({ id, document }) => [id, document]));
  const untold = brought.find(({ id }) => !told.has(id));
  if (untold !== undefined) return refuse('document.scan-untold', { file: untold.fileName });
  const scanOf = new Map<string, StoredScan>();
  for (const scan of brought) {
    const document = told.get(scan.id);
    if (document == null) continue;
    const other = scanOf.get(document);
    if (other !== undefined)
      return refuse('document.scan-twice', { file: scan.fileName, other: other.fileName });
    scanOf.set(document, scan);
  }
  if (scanOf.size === 0) {
    await removeScans(db, [batch]);
    return ok({ documents: 0, left: brought.length });
  }
  const documents = await lockWholeDocuments(db, [...scanOf.keys()]);
  if (documents.length < scanOf.size) return refuse('shared.not-found');
  const inside = await checkIssuers(db, documents, by);
  if (!inside.ok) return inside;
  for (const document of documents) {
    const may = maySign(document);
    if (!may.ok) return may;
  }
  await moveScanFiles(
    db,
    batch,
    documents.map(({ id, scopePath }) => ({ hash: scanOf.get(id)!.hash, scopePath })),
  );
  await putCopies(
    db,
    documents.map(({ id, scopePath }) => copyOf(scanOf.get(id)!, { documentId: id, scopePath, by })),
  );
  await putStates(
    db,
    documents.map(({ id }) => id),
    { state: STATE_AFTER.sign, at: by.now },
  );
  await tellAll(db, documents, { act: 'sign', by, note: null });
  await removeScans(db, [batch]);
  return ok({ documents: documents.length, left: brought.length - documents.length });
}

/** Signing asks for no earlier copy: the scan itself is the signed file. */
function maySign(document: StoredDocument): Result<null, DocumentRefusal> {
  const after = documentAfter({ ...standingOf(document, []), signedFileStored: true }, 'sign');
  if (after.ok) return ok(null);
  const { code, detail } = after.problem;
  return refuse(code, { ...detail, reference: referenceOfStored(document) ?? '' });
}

const copyOf = (
  { batchId, hash, fileName, mediaType, size }: StoredScan,
  { documentId, scopePath, by }: { documentId: string; scopePath: string; by: ActingPerson },
) => ({
  documentId,
  role: 'signed' as const,
  ownerId: batchId,
  hash,
  name: fileName,
  mediaType,
  size,
  madeAt: by.now,
  madeBy: by.actor,
  scopePath,
});
