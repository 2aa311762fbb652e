import { createHash } from 'node:crypto';
import type { readBatchAgain } from '@benvung/contract/exchange-batch';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { ColumnKey } from '@benvung/domain/exchange/exchange-columns';
import { EXCHANGE_COLUMNS } from '@benvung/domain/exchange/exchange-columns';
import { foldWord } from '@benvung/domain/exchange/vocabulary';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import type { Db } from '../../platform/database/database.ts';
import { isInside } from '../../platform/http/principal.ts';
import { addJob } from '../../platform/jobs/job.store.ts';
import { findUnitOn, placeFacts } from '../../territory/territory.public.ts';
import { usualReferenceDay } from '../prepare-import.ts';
import {
  type BatchOptions,
  changeBatch,
  findBatch,
  insertBatch,
  lockBatch,
  type PairedColumns,
  putPairing,
  type StoredBatch,
} from './batch.store.ts';
import { CHECK_JOB } from './check-batch.ts';
import { PUBLISH_JOB } from './publish-batch.ts';
import { refuseUndo, UNDO_JOB } from './undo-batch.ts';

interface Person {
  readonly accountId: string;
  readonly username: string;
}

export interface BatchActing {
  readonly db: Db;
  readonly areas: readonly string[];
  readonly person: Person;
  readonly at: string;
  readonly today: string;
}

type Acted = Promise<Result<StoredBatch, Problem<ProblemCode>>>;

export const pageOf = (batchId: string): string => `/nhap-excel/${batchId}`;

const JOB_TITLES = {
  [CHECK_JOB]: { vi: 'Chạy thử', en: 'Trying' },
  [PUBLISH_JOB]: { vi: 'Ghi vào hệ thống', en: 'Writing' },
  [UNDO_JOB]: { vi: 'Hoàn tác', en: 'Undoing' },
} as const;

async function startJob(
  { db, areas, person, at }: BatchActing,
  batch: Pick<StoredBatch, 'id' | 'fileName' | 'scopePath'>,
  kind: keyof typeof JOB_TITLES,
): Promise<string> {
  const { vi, en } = JOB_TITLES[kind];
  const id = await addJob(db, {
    kind,
    payload: { batchId: batch.id, actor: person.username },
    title: { vi: `${vi}: ${batch.fileName}`, en: `${en}: ${batch.fileName}` },
    page: pageOf(batch.id),
    accountId: person.accountId,
    areas,
    scopePath: batch.scopePath,
    at,
  });
  await changeBatch(db, batch.id, { jobId: id }, at);
  return id;
}

export interface Upload {
  readonly id: string;
  readonly unit: number;
  readonly year: number;
  readonly fileName: string;
  readonly opening: boolean;
  readonly bytes: Buffer;
}

type Place = Pick<BatchActing, 'db' | 'areas' | 'today'>;

const LONGEST_YEAR = 1;

/** The unit a file is brought for, or why it is not taken. */
export async function unitOfUpload(
  { db, areas, today }: Place,
  upload: Pick<Upload, 'unit' | 'year' | 'bytes'>,
): Promise<Result<{ id: number; name: string; path: string }, Problem<ProblemCode>>> {
  const { year } = upload;
  if (year < 2016 || year > Number(today.slice(0, 4)) + LONGEST_YEAR)
    return refuse('exchange.year-out-of-range', { year });
  const day = usualReferenceDay(year);
  const unit = (await findUnitOn(db, upload.unit, day)) ?? (await findUnitOn(db, upload.unit, today));
  if (unit === undefined || unit.level === 'village')
    return refuse('exchange.unit-unknown', { unit: upload.unit, day });
  const { path } = (await placeFacts(db, { from: day, to: today }))(unit);
  if (!isInside(areas, path)) return refuse('shared.outside-area');
  if (upload.bytes.length === 0) return refuse('exchange.file-empty');
  return ok({ id: unit.id, name: unit.name, path });
}

/** Starts reading a file whose pieces are kept. */
export async function uploadBatch(acting: BatchActing, upload: Upload): Acted {
  const { db, person, at } = acting;
  const { year } = upload;
  const found = await unitOfUpload(acting, upload);
  if (!found.ok) return found;
  const unit = found.value;
  const options: BatchOptions = {
    opening: upload.opening,
    encoding: null,
    sheets: null,
    columns: {},
    corrections: [],
  };
  await insertBatch(db, {
    id: upload.id,
    kind: 'list',
    accountId: person.accountId,
    actor: person.username,
    unitId: unit.id,
    unitName: unit.name,
    year,
    scopePath: unit.path,
    fileName: upload.fileName.normalize('NFC'),
    fileHash: createHash('sha256').update(upload.bytes).digest('hex'),
    options,
    size: upload.bytes.length,
    at,
  });
  await startJob(acting, { id: upload.id, fileName: upload.fileName, scopePath: unit.path }, CHECK_JOB);
  return again(acting, upload.id);
}

async function again({ db }: BatchActing, id: string): Acted {
  const batch = await findBatch(db, id);
  return batch === undefined ? refuse('shared.not-found') : ok(batch);
}

const BUSY: readonly StoredBatch['state'][] = ['waiting', 'checking', 'publishing'];

/** A batch held for an act, unless somebody changed it meanwhile. */
async function hold({ db }: BatchActing, id: string, version: number | null): Acted {
  const batch = await lockBatch(db, id);
  if (batch === undefined) return refuse('shared.not-found');
  if (BUSY.includes(batch.state)) return refuse('exchange.batch-busy');
  return version === null || batch.version === version ? ok(batch) : refuse('shared.version-conflict');
}

type Reading = Omit<z.infer<typeof readBatchAgain>, 'commandId' | 'version'>;

/** Reads a batch again: in other columns, sheets or letters, or with cells put right. */
export async function readAgain(acting: BatchActing, id: string, version: number, wanted: Reading): Acted {
  // Cells put right one after the other are added to each other: none is in the way of the next.
  const held = await hold(acting, id, wanted.later === true ? null : version);
  if (!held.ok) return held;
  const batch = held.value;
  if (batch.state !== 'checked' && batch.state !== 'refused') return refuse('exchange.batch-busy');
  const columns = { ...batch.options.columns, ...pairedColumns(wanted.columns ?? []) };
  const options: BatchOptions = {
    ...batch.options,
    columns,
    ...(wanted.encoding === undefined ? {} : { encoding: wanted.encoding }),
    ...(wanted.sheets === undefined ? {} : { sheets: wanted.sheets }),
    corrections: [
      ...(wanted.forget === true ? [] : batch.options.corrections),
      ...(wanted.corrections ?? []),
    ],
    matches: [...(batch.options.matches ?? []), ...(wanted.matches ?? [])],
  };
  if (wanted.later === true) {
    await changeBatch(acting.db, id, { options }, acting.at);
    return again(acting, id);
  }
  if (wanted.columns !== undefined)
    for (const sheet of batch.inspection?.sheets ?? [])
      await putPairing(acting.db, {
        unitId: batch.unitId,
        scopePath: batch.scopePath,
        fingerprint: sheet.fingerprint,
        columns,
        at: acting.at,
      });
  await changeBatch(acting.db, id, { state: 'waiting', options }, acting.at);
  await startJob(acting, batch, CHECK_JOB);
  return again(acting, id);
}

const KEYS = new Set<string>(EXCHANGE_COLUMNS.map(({ key }) => key));

function pairedColumns(
  columns: readonly { header: string; meaning: string | number | null }[],
): PairedColumns {
  return Object.fromEntries(
    columns.flatMap(({ header, meaning }) =>
      typeof meaning === 'string' && !KEYS.has(meaning)
        ? []
        : [[foldWord(header), meaning as ColumnKey | number | null]],
    ),
  );
}

/** Starts writing a batch that has no error left. */
export async function startPublishing(acting: BatchActing, id: string, version: number): Acted {
  const held = await hold(acting, id, version);
  if (!held.ok) return held;
  const batch = held.value;
  if (batch.state !== 'checked' || batch.report === null || batch.report.errors > 0)
    return refuse('exchange.batch-not-checked');
  await changeBatch(acting.db, id, { state: 'publishing' }, acting.at);
  await startJob(acting, batch, PUBLISH_JOB);
  return again(acting, id);
}

/** Starts taking a published batch back, while nothing was built on it. */
export async function startUndoing(acting: BatchActing, id: string, version: number): Acted {
  const held = await hold(acting, id, version);
  if (!held.ok) return held;
  const batch = held.value;
  if (batch.state !== 'published') return refuse('exchange.batch-not-published');
  const refusal = await refuseUndo(acting.db, batch, acting.today);
  if (refusal !== null) return { ok: false, problem: refusal };
  await startJob(acting, batch, UNDO_JOB);
  return again(acting, id);
}

/** Puts a batch that was not written out of the way. */
export async function discardBatch(acting: BatchActing, id: string, version: number): Acted {
  const held = await hold(acting, id, version);
  if (!held.ok) return held;
  if (held.value.state === 'published' || held.value.state === 'undone') return refuse('exchange.batch-busy');
  await changeBatch(
    acting.db,
    id,
    { state: 'discarded', ended: { by: acting.person.username, at: acting.at } },
    acting.at,
  );
  return again(acting, id);
}
