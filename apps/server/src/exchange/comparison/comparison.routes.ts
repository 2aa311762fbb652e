import { createHash } from 'node:crypto';
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
} from '@benvung/contract/exchange-comparison';
import { type Language, type ProblemCode, problemText } from '@benvung/contract/problem-texts';
import { sexWords } from '@benvung/domain/exchange/exchange-words';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { groundOf } from '../../household/household.public.ts';
import type { Db } from '../../platform/database/database.ts';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { fileResponse, uploadedFile } from '../../platform/http/file-reply.ts';
import { isInside } from '../../platform/http/principal.ts';
import { addJob } from '../../platform/jobs/job.store.ts';
import { findUnitOn } from '../../territory/territory.public.ts';
import {
  changeBatch,
  findBatch,
  insertBatch,
  listBatches,
  type StoredBatch,
} from '../batches/batch.store.ts';
import { summaryOf } from '../batches/view-batch.ts';
import { printedList } from '../printed-list.ts';
import { COMPARE_JOB } from './compare-extract.ts';
import { countUndecided, listDifferences, type StoredDifference } from './comparison.store.ts';
import { decideDifference } from './decide-difference.ts';

const COMPARERS = ['officer'] as const;
const UPLOAD_BYTES = 64 * 1024 ** 2;
const PAGE_SIZE = 100;
const MOST_EXPORTED = 100_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
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
  fields: [...fields],
});

async function findComparison(db: Db, id: string): Promise<StoredBatch | undefined> {
  const batch = await findBatch(db, id);
  return batch?.kind === 'comparison' ? batch : undefined;
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
    handler: async ({ db, areas, principal, clock, language, audit, afterCommit }, { query, body }) => {
      const today = clock.today();
      const at = clock.now();
      const unit = await findUnitOn(db, query.unit, today);
      if (unit === undefined) return refuse('exchange.unit-unknown', { unit: query.unit, day: today });
      if (!isInside(areas, unit.path)) return refuse('shared.outside-area');
      if (body.length === 0) return refuse('exchange.file-empty');
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
        bytes: body,
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
    act: 'exchange.read-differences',
    summary: 'Những chỗ khác, có số định danh / Differences, with identity numbers',
    params: ofComparison,
    query: differencesQuery,
    response: differenceList,
    handler: async ({ db, audit }, { params, query }) => {
      const batch = await findComparison(db, params.id);
      if (batch === undefined) return refuse('shared.not-found');
      const { page } = query;
      const { differences, total } = await listDifferences(db, batch.id, { ...query, pageSize: PAGE_SIZE });
      audit({
        act: 'exchange.read-differences',
        subject: { kind: 'batch', id: batch.id },
        scopePath: batch.scopePath,
        detail: { page, shown: differences.length },
      });
      return ok({ differences: differences.map(viewDifference), page: { page, pageSize: PAGE_SIZE, total } });
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
    handler: async ({ db, audit, principal, clock }, { params, query: { purpose } }) => {
      const batch = await findComparison(db, params.id);
      if (batch === undefined) return refuse('shared.not-found');
      const { differences } = await listDifferences(db, batch.id, { page: 1, pageSize: MOST_EXPORTED });
      audit({
        act: 'exchange.export-differences',
        subject: { kind: 'batch', id: batch.id },
        scopePath: batch.scopePath,
        detail: { purpose, rows: differences.length },
      });
      const content = await printedList({
        title: 'Đối chiếu với cơ sở dữ liệu dân cư',
        place: batch.unitName,
        facts: [`Tệp: ${batch.fileName}`, `Mục đích: ${purpose}`],
        person: principal.fullName,
        at: clock.now(),
        demonstration: clock.fixed,
        columns: COLUMNS,
        rows: differences.map(rowOf),
      });
      return ok({ name: `doi-chieu-dan-cu-${batch.id.slice(0, 8)}.xlsx`, type: XLSX, content });
    },
  });
};

const KINDS = {
  differs: 'Khác',
  ambiguous: 'Nhiều người giống nhau',
  missingOurs: 'Chỉ có ở dân cư',
  missingTheirs: 'Chỉ có ở đây',
} as const;
const DECISIONS = { theirs: 'Lấy theo dân cư', ours: 'Giữ của ta', later: 'Để sau' } as const;

const COLUMNS = [
  { header: 'Kết quả', width: 18 },
  { header: 'Họ tên (ở đây)', width: 26 },
  { header: 'Ngày sinh (ở đây)', width: 13 },
  { header: 'Giới tính (ở đây)', width: 9 },
  { header: 'CCCD (ở đây)', width: 16 },
  { header: 'Thôn', width: 18 },
  { header: 'Họ tên (dân cư)', width: 26 },
  { header: 'Ngày sinh (dân cư)', width: 13 },
  { header: 'Giới tính (dân cư)', width: 9 },
  { header: 'CCCD (dân cư)', width: 16 },
  { header: 'Địa chỉ (dân cư)', width: 28 },
  { header: 'Quyết định', width: 16 },
  { header: 'Lý do', width: 24 },
] as const;

function rowOf({ kind, ours, theirs, decision, reason }: StoredDifference): (string | null)[] {
  const told = (person: StoredDifference['ours']) => [
    person?.fullName ?? null,
    person?.birthDate == null ? null : person.birthDate.split('-').reverse().join('/'),
    person?.sex == null ? null : sexWords.label(person.sex as 'male'),
    person?.identityNumber ?? null,
    person?.place ?? null,
  ];
  return [
    KINDS[kind],
    ...told(ours),
    ...told(theirs),
    decision === null ? null : DECISIONS[decision],
    reason,
  ];
}
