import type { BatchSelection } from '@benvung/contract/document-batch';
import { type DocumentAct, documentAfter } from '@benvung/domain/document/document-state';
import { ok, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import { type ActingPerson, type DocumentRefusal, STATE_AFTER, standingOf } from './act-on-document.ts';
import { referenceOfStored } from './compose-stored.ts';
import { countCopies } from './copy.store.ts';
import { lockWholeDocuments, putStates, type StoredDocument } from './document.store.ts';
import { listBatchIds } from './document-list.store.ts';
import { keepSigned } from './keep-signed.ts';
import { numberDocuments, tellAll } from './number-document.ts';
import { signedFileType } from './signed-file.ts';
import { putVerifications } from './verification.store.ts';

/** More than a commune issues in a year; a longer batch is several. */
const MOST = 2_000;

interface BatchActed {
  readonly documents: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly jobId: string | null;
}

type Acted = Promise<Result<BatchActed, DocumentRefusal>>;

/** The selected documents, held; refused whole when one of them is not the person's to act on, or when others are there now. */
async function holdBatch(
  db: Db,
  which: BatchSelection,
  by: ActingPerson,
): Promise<Result<StoredDocument[], DocumentRefusal>> {
  const unit = await findUnitOn(db, which.unit, by.today);
  if (unit === undefined || (by.areas !== null && !isInside(by.areas, unit.path)))
    return refuse('shared.outside-area');
  const [kind, id] = which.about?.split(':') ?? [];
  const ids = await listBatchIds(db, {
    path: unit.path,
    kind: which.kind,
    state: which.state,
    year: which.year ?? null,
    subject: kind === undefined || id === undefined ? null : { kind, id },
    most: MOST + 1,
  });
  const documents = await lockWholeDocuments(db, ids);
  if (documents.length !== which.expected || documents.some(({ state }) => state !== which.state))
    return refuse('document.batch-changed', { expected: which.expected, found: documents.length });
  const inside = await checkIssuers(db, documents, by);
  return inside.ok ? ok(documents) : inside;
}

/** Whether every unit that issues one of them is within the areas of who acts. */
export async function checkIssuers(
  db: Db,
  documents: readonly StoredDocument[],
  by: ActingPerson,
): Promise<Result<null, DocumentRefusal>> {
  for (const issuing of new Set(documents.map(({ unitId }) => unitId))) {
    const issuer = await findUnitOn(db, issuing, by.today);
    if (by.areas !== null && issuer !== undefined && !isInside(by.areas, issuer.path))
      return refuse('shared.outside-area');
  }
  return ok(null);
}

const acted = (documents: readonly StoredDocument[], jobId: string | null = null): BatchActed => {
  const [first] = documents;
  const last = documents.at(-1);
  return {
    documents: documents.length,
    from: first === undefined ? null : referenceOfStored(first),
    to: last === undefined ? null : referenceOfStored(last),
    jobId,
  };
};

/** Numbers all drafts of a selection in a row, from the next number or the one told; a job draws their files. */
export async function numberBatch(
  db: Db,
  { which, first }: { readonly which: BatchSelection; readonly first: number | null },
  by: ActingPerson,
): Acted {
  const held = await holdBatch(db, which, by);
  if (!held.ok) return held;
  const ids = held.value.map(({ id }) => id);
  const numbered = await numberDocuments(db, ids, by, first);
  if (!numbered.ok) return numbered;
  const { documents, jobId } = numbered.value;
  return ok({
    documents: documents.length,
    from: documents[0]?.reference ?? null,
    to: documents.at(-1)?.reference ?? null,
    jobId,
  });
}

/** One scan of all of them, kept once; a better one may take its place until they are issued. */
export async function signBatch(
  db: Db,
  {
    which,
    file,
  }: {
    readonly which: BatchSelection;
    readonly file: { readonly name: string; readonly bytes: Buffer };
  },
  by: ActingPerson,
): Acted {
  const held = await holdBatch(db, which, by);
  if (!held.ok) return held;
  const documents = held.value;
  if (documents.length === 0) return ok(acted(documents));
  const type = signedFileType(file);
  if (!type.ok) return type;
  const may = await checkEach(db, documents, 'sign');
  if (!may.ok) return may;
  await keepSigned(db, documents, { ...file, mediaType: type.value }, by);
  return moveBatch(db, documents, { act: 'sign', by });
}

/** Issued together: from now on the public page says they are valid. */
export async function issueBatch(db: Db, which: BatchSelection, by: ActingPerson): Acted {
  const held = await holdBatch(db, which, by);
  if (!held.ok) return held;
  const may = await checkEach(db, held.value, 'issue');
  if (!may.ok) return may;
  await putVerifications(db, held.value, { standing: 'valid' });
  return moveBatch(db, held.value, { act: 'issue', by });
}

/** Withdrawn together with one reason: their numbers stay used. */
export async function withdrawBatch(
  db: Db,
  { which, reason }: { readonly which: BatchSelection; readonly reason: string },
  by: ActingPerson,
): Acted {
  const held = await holdBatch(db, which, by);
  if (!held.ok) return held;
  const may = await checkEach(db, held.value, 'withdraw');
  if (!may.ok) return may;
  await putVerifications(db, held.value, { standing: 'revoked', endedOn: by.today });
  return moveBatch(db, held.value, { act: 'withdraw', by, reason });
}

/** Whether every one of them may take the act; all have the same state. */
async function checkEach(
  db: Db,
  documents: readonly StoredDocument[],
  act: DocumentAct,
): Promise<Result<null, DocumentRefusal>> {
  const [first] = documents;
  if (first === undefined) return ok(null);
  const ids = documents.map(({ id }) => id);
  const standing = {
    ...standingOf(first, []),
    fileStored: (await countCopies(db, ids, 'record')) === documents.length,
    signedFileStored: act === 'sign' || (await countCopies(db, ids, 'signed')) === documents.length,
  };
  const after = documentAfter(standing, act);
  return after.ok ? ok(null) : after;
}

interface Move {
  readonly act: 'sign' | 'issue' | 'withdraw';
  readonly by: ActingPerson;
  readonly reason?: string;
}

async function moveBatch(db: Db, documents: readonly StoredDocument[], { act, by, reason }: Move): Acted {
  await putStates(
    db,
    documents.map(({ id }) => id),
    { state: STATE_AFTER[act], at: by.now, endReason: reason },
  );
  await tellAll(db, documents, { act, by, note: reason ?? null });
  return ok(acted(documents));
}
