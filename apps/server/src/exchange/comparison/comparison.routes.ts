import { createHash } from 'node:crypto';
import { MOST_LIST_MB } from '@benvung/contract/exchange';
import { uploadQuery } from '@benvung/contract/exchange-batch';
import {
  type ComparisonCounts,
  type ComparisonView,
  comparisonFileQuery,
  comparisonList,
  comparisonView,
  type DifferenceView,
  decideDifference as decideBody,
  difference,
  differenceList,
  differencesQuery,
  openedNumbers,
  openNumbers,
} from '@benvung/contract/exchange-comparison';
import { type Language, type ProblemCode, problemText } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { groundOf } from '../../household/household.public.ts';
import type { Db } from '../../platform/database/database.ts';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { fileResponse, uploadedFile } from '../../platform/http/file-reply.ts';
import { isInside } from '../../platform/http/principal.ts';
import type { RouteContext } from '../../platform/http/route-declaration.ts';
import { addJob } from '../../platform/jobs/job.store.ts';
import { findUnitOn, type UnitOnDay } from '../../territory/territory.public.ts';
import {
  changeBatch,
  findBatch,
  insertBatch,
  listBatches,
  type StoredBatch,
} from '../batches/batch.store.ts';
import { keepUpload } from '../batches/keep-file.ts';
import { summaryOf } from '../batches/view-batch.ts';
import { givenBy, listFile, MOST_FILE_ROWS } from '../list-file.public.ts';
import { COMPARE_JOB } from './compare-extract.ts';
import {
  countUndecided,
  listDifferences,
  listDifferencesNumbered,
  type StoredDifference,
} from './comparison.store.ts';
import { decideDifference } from './decide-difference.ts';
import { printedDifferences, shownNumber } from './difference-row.ts';

const COMPARERS = ['officer'] as const;
const UPLOAD_BYTES = MOST_LIST_MB * 1024 ** 2;
const PAGE_SIZE = 100;
const ofComparison = z.object({ id: z.uuid() });

async function viewOf(db: Db, batch: StoredBatch, language: Language): Promise<ComparisonView> {
  const { households: _h, persons: _p, errors: _e, ...summary } = summaryOf({ ...batch, report: null });
  const { problem } = batch;
  return {
    ...summary,
    version: batch.version,
    jobId: batch.jobId,
    problem:
      problem === null
        ? null
        : { code: problem.code, title: problemText(problem as { code: ProblemCode }, language) },
    counts: batch.report as unknown as ComparisonCounts | null,
    undecided: await countUndecided(db, batch.id),
  };
}

const viewDifference = ({ personId: _personId, fields, ...one }: StoredDifference): DifferenceView => ({
  ...one,
  ours: cutShort(one.ours),
  theirs: cutShort(one.theirs),
  fields: [...fields],
});

const cutShort = (person: StoredDifference['ours']): DifferenceView['ours'] =>
  person === null ? null : { ...person, identityNumber: shownNumber(person.identityNumber, false) };

async function findComparison(db: Db, id: string): Promise<StoredBatch | undefined> {
  const batch = await findBatch(db, id);
  return batch?.kind === 'comparison' ? batch : undefined;
}

async function unitToCompare(
  { db, areas, clock }: Pick<RouteContext, 'db' | 'areas' | 'clock'>,
  { unit: id, bytes }: { readonly unit: number; readonly bytes: Buffer },
): Promise<Result<UnitOnDay, Problem<ProblemCode>>> {
  const today = clock.today();
  const unit = await findUnitOn(db, id, today);
  if (unit === undefined) return refuse('exchange.unit-unknown', { unit: id, day: today });
  if (!isInside(areas, unit.path)) return refuse('shared.outside-area');
  return bytes.length === 0 ? refuse('exchange.file-empty') : ok(unit);
}

export const comparisonRoutes: FeatureRoutes = (app, parts) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/comparisons',
    access: COMPARERS,
    summary: 'Các lần đối chiếu dân cư / Comparisons with the population database',
    query: z.object({ page: z.coerce.number().int().min(1).default(1) }),
    response: comparisonList,
    handler: async ({ db, language }, { query: { page } }) => {
      const { batches, total } = await listBatches(db, 'comparison', { page, pageSize: 20 });
      const comparisons: ComparisonView[] = [];
      for (const batch of batches) comparisons.push(await viewOf(db, batch, language));
      return ok({ comparisons, page: { page, pageSize: 20, total } });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/comparisons',
    access: COMPARERS,
    act: 'exchange.compare',
    summary:
      'Đối chiếu một tệp trích từ cơ sở dữ liệu dân cư / Compare an extract of the population database',
    query: uploadQuery.omit({ year: true, opening: true }),
    body: uploadedFile,
    bodyLimit: UPLOAD_BYTES,
    response: comparisonView,
    status: 201,
    rateLimit: { max: 30, seconds: 60 },
    before: (context, { query, body }) =>
      keepUpload(context, { id: query.commandId, bytes: body }, (db) =>
        unitToCompare({ ...context, db }, { unit: query.unit, bytes: body }),
      ),
    handler: async (context, { query, body }) => {
      const { db, areas, principal, clock, language, audit, afterCommit } = context;
      const today = clock.today();
      const at = clock.now();
      const found = await unitToCompare(context, { unit: query.unit, bytes: body });
      if (!found.ok) return found;
      const unit = found.value;
      const id = query.commandId;
      await insertBatch(db, {
        id,
        kind: 'comparison',
        accountId: principal.accountId,
        actor: principal.username,
        unitId: unit.id,
        unitName: unit.name,
        year: Number(today.slice(0, 4)),
        scopePath: unit.path,
        fileName: query.file.normalize('NFC'),
        fileHash: createHash('sha256').update(body).digest('hex'),
        options: { opening: false, encoding: null, sheets: null, columns: {}, corrections: [] },
        size: body.length,
        at,
      });
      const jobId = await addJob(db, {
        kind: COMPARE_JOB,
        payload: { batchId: id },
        title: { vi: `Đối chiếu dân cư: ${query.file}`, en: `Comparison: ${query.file}` },
        page: `/nhap-excel/doi-chieu/${id}`,
        accountId: principal.accountId,
        areas,
        scopePath: unit.path,
        at,
      });
      await changeBatch(db, id, { jobId }, at);
      audit({
        act: 'exchange.compare',
        subject: { kind: 'batch', id },
        scopePath: unit.path,
        detail: { file: query.file },
      });
      afterCommit(() => parts.jobs?.wake());
      const batch = await findBatch(db, id);
      return batch === undefined ? refuse('shared.not-found') : ok(await viewOf(db, batch, language));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/comparisons/:id',
    access: COMPARERS,
    summary: 'Một lần đối chiếu / One comparison',
    params: ofComparison,
    response: comparisonView,
    handler: async ({ db, language }, { params }) => {
      const batch = await findComparison(db, params.id);
      return batch === undefined ? refuse('shared.not-found') : ok(await viewOf(db, batch, language));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/comparisons/:id/differences',
    access: COMPARERS,
    summary: 'Những chỗ khác, số định danh còn kín / Differences, identity numbers cut short',
    params: ofComparison,
    query: differencesQuery,
    response: differenceList,
    handler: async ({ db }, { params, query }) => {
      const batch = await findComparison(db, params.id);
      if (batch === undefined) return refuse('shared.not-found');
      const { page } = query;
      const { differences, total } = await listDifferences(db, batch.id, { ...query, pageSize: PAGE_SIZE });
      return ok({ differences: differences.map(viewDifference), page: { page, pageSize: PAGE_SIZE, total } });
    },
  });

  // Answered anew each time, as every opening of what is closed: a kept outcome would hold the numbers.
  defineRoute(app, {
    method: 'POST',
    path: '/api/comparisons/:id/disclosures',
    access: COMPARERS,
    act: 'exchange.read-differences',
    summary: 'Xem số định danh của những chỗ khác, ghi lý do / Open identity numbers for a stated reason',
    params: ofComparison,
    body: openNumbers,
    response: openedNumbers,
    rateLimit: { max: 120, seconds: 60 },
    handler: async ({ db, audit }, { params, body }) => {
      const batch = await findComparison(db, params.id);
      if (batch === undefined) return refuse('shared.not-found');
      const differences = await listDifferencesNumbered(db, batch.id, body.numbers);
      audit({
        act: 'exchange.read-differences',
        subject: { kind: 'batch', id: batch.id },
        scopePath: batch.scopePath,
        detail: { reason: body.reason, shown: differences.length },
      });
      return ok({
        differences: differences.map(({ number, ours, theirs }) => ({
          number,
          ours: ours?.identityNumber ?? null,
          theirs: theirs?.identityNumber ?? null,
        })),
      });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/comparisons/:id/decisions',
    access: COMPARERS,
    act: 'exchange.decide-difference',
    summary: 'Quyết định một chỗ khác: lấy theo dân cư, giữ của ta, để sau / Decide a difference',
    params: ofComparison,
    body: decideBody,
    response: difference,
    handler: async (context, { params, body }) => {
      const decided = await decideDifference(groundOf(context), {
        ...body,
        batchId: params.id,
        by: context.principal.fullName,
      });
      if (!decided.ok) return decided;
      context.audit({
        act: 'exchange.decide-difference',
        subject: { kind: 'batch', id: params.id },
        scopePath: decided.value.scopePath,
        detail: {
          number: body.number,
          decision: body.decision,
          fields: [...decided.value.difference.fields],
        },
      });
      return ok(viewDifference(decided.value.difference));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/comparisons/:id/file',
    access: COMPARERS,
    act: 'exchange.export-differences',
    summary: 'Xuất danh sách chỗ khác, ghi mục đích / Export the differences, for a stated purpose',
    params: ofComparison,
    query: comparisonFileQuery,
    response: fileResponse,
    rateLimit: { max: 20, seconds: 60 },
    handler: async ({ db, audit, principal, clock }, { params, query }) => {
      const batch = await findComparison(db, params.id);
      if (batch === undefined) return refuse('shared.not-found');
      const { purpose, kind, format, numbers } = query;
      const { differences, total } = await listDifferences(db, batch.id, {
        kind,
        page: 1,
        pageSize: MOST_FILE_ROWS,
      });
      if (total > MOST_FILE_ROWS) return refuse('exchange.list-too-long', { total, most: MOST_FILE_ROWS });
      audit({
        act: 'exchange.export-differences',
        subject: { kind: 'batch', id: batch.id },
        scopePath: batch.scopePath,
        detail: { purpose, format, rows: differences.length, numbers: numbers === '1' },
      });
      const list = {
        ...printedDifferences(batch, differences, { purpose, whole: numbers === '1' }),
        ...givenBy({ principal, clock }),
      };
      return ok(await listFile(`doi-chieu-dan-cu-${batch.id.slice(0, 8)}`, list, query));
    },
  });
};
