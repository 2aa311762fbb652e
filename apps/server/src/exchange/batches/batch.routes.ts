import { Readable } from 'node:stream';
import { MOST_LIST_MB } from '@benvung/contract/exchange';
import {
  batchCommand,
  batchFileQuery,
  batchIssues,
  batchList,
  batchView,
  issuesQuery,
  readBatchAgain,
  templateQuery,
  uploadQuery,
} from '@benvung/contract/exchange-batch';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { fileResponse, uploadedFile } from '../../platform/http/file-reply.ts';
import type { RouteContext } from '../../platform/http/route-declaration.ts';
import {
  type BatchActing,
  discardBatch,
  readAgain,
  startPublishing,
  startUndoing,
  unitOfUpload,
  uploadBatch,
} from './act-on-batch.ts';
import { findBatch, listBatches, listIssues, type StoredBatch } from './batch.store.ts';
import { readBatchFile } from './batch-file.store.ts';
import { keepUpload } from './keep-file.ts';
import { writeMarkedFile } from './marked-file.ts';
import { writeTemplate } from './template-file.ts';
import { summaryOf, viewBatch, viewIssue } from './view-batch.ts';

const IMPORTERS = ['officer', 'administrator'] as const;
type Importing = RouteContext<typeof IMPORTERS>;

const UPLOAD_BYTES = MOST_LIST_MB * 1024 ** 2;
const PAGE_SIZE = 50;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ofBatch = z.object({ id: z.uuid() });

const acting = ({ db, areas, principal, clock }: Importing): BatchActing => ({
  db,
  areas,
  person: principal,
  at: clock.now(),
  today: clock.today(),
});

async function answer(
  context: Importing,
  outcome: Result<StoredBatch, Problem<ProblemCode>>,
  act: string,
): Promise<Result<z.infer<typeof batchView>, Problem<ProblemCode>>> {
  if (!outcome.ok) return outcome;
  const batch = outcome.value;
  context.audit({
    act,
    subject: { kind: 'batch', id: batch.id },
    scopePath: batch.scopePath,
    detail: { file: batch.fileName, year: batch.year },
  });
  return ok(await viewBatch(context.db, batch, { language: context.language, today: context.clock.today() }));
}

export const batchRoutes: FeatureRoutes = (app, parts) => {
  const wake = () => parts.jobs?.wake();

  defineRoute(app, {
    method: 'GET',
    path: '/api/batches',
    access: IMPORTERS,
    summary: 'Các lô nhập từ Excel / Batches brought from files',
    query: z.object({ page: z.coerce.number().int().min(1).default(1) }),
    response: batchList,
    handler: async ({ db }, { query: { page } }) => {
      const { batches, total } = await listBatches(db, 'list', { page, pageSize: PAGE_SIZE });
      return ok({ batches: batches.map(summaryOf), page: { page, pageSize: PAGE_SIZE, total } });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/batches',
    access: IMPORTERS,
    act: 'exchange.upload',
    summary: 'Chọn tệp để nhập: giữ tệp và chạy thử / Bring a file: it is kept and tried',
    query: uploadQuery,
    body: uploadedFile,
    bodyLimit: UPLOAD_BYTES,
    response: batchView,
    status: 201,
    rateLimit: { max: 30, seconds: 60 },
    before: (context, { query, body }) =>
      keepUpload(context, { id: query.commandId, bytes: body }, (db) =>
        unitOfUpload({ ...context, db, today: context.clock.today() }, { ...query, bytes: body }),
      ),
    handler: async (context, { query, body }) => {
      context.afterCommit(wake);
      const uploaded = await uploadBatch(acting(context), {
        id: query.commandId,
        unit: query.unit,
        year: query.year,
        fileName: query.file,
        opening: query.opening === 'true',
        bytes: body,
      });
      return answer(context, uploaded, 'exchange.upload');
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/batches/:id',
    access: IMPORTERS,
    summary: 'Một lô nhập / One batch',
    params: ofBatch,
    response: batchView,
    handler: async ({ db, language, clock }, { params }) => {
      const batch = await findBatch(db, params.id);
      if (batch === undefined) return refuse('shared.not-found');
      return ok(await viewBatch(db, batch, { language, today: clock.today() }));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/batches/:id/issues',
    access: IMPORTERS,
    summary: 'Lỗi và lưu ý của một lô, kèm cách sửa / What is wrong in a batch, with ways out',
    params: ofBatch,
    query: issuesQuery,
    response: batchIssues,
    handler: async ({ db, language }, { params, query }) => {
      if ((await findBatch(db, params.id)) === undefined) return refuse('shared.not-found');
      const { issues, total } = await listIssues(db, params.id, query);
      return ok({ issues: issues.map((issue) => viewIssue(issue, language)), total });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/batches/:id/reading',
    access: IMPORTERS,
    act: 'exchange.read-again',
    summary:
      'Chạy thử lại: cột, trang tính, bảng mã, ô đã sửa / Try again with other columns, sheets, letters, cells',
    params: ofBatch,
    body: readBatchAgain,
    response: batchView,
    handler: async (context, { params, body: { commandId: _commandId, version, ...wanted } }) => {
      context.afterCommit(wake);
      const outcome = await readAgain(acting(context), params.id, version, wanted);
      return answer(context, outcome, 'exchange.read-again');
    },
  });

  for (const [word, act, summary, run] of ACTS)
    defineRoute(app, {
      method: 'POST',
      path: `/api/batches/:id/${word}`,
      access: IMPORTERS,
      act,
      summary,
      params: ofBatch,
      body: batchCommand,
      response: batchView,
      handler: async (context, { params, body }) => {
        context.afterCommit(wake);
        return answer(context, await run(acting(context), params.id, body.version), act);
      },
    });

  defineRoute(app, {
    method: 'GET',
    path: '/api/batches/:id/file',
    access: IMPORTERS,
    act: 'exchange.download',
    summary:
      'Tải tệp gốc, tệp đánh dấu lỗi, dòng còn lỗi, tệp đã sửa / The file as brought, marked, or corrected',
    params: ofBatch,
    query: batchFileQuery,
    response: fileResponse,
    rateLimit: { max: 30, seconds: 60 },
    handler: async ({ db, language, audit }, { params, query: { what } }) => {
      const batch = await findBatch(db, params.id);
      if (batch === undefined) return refuse('shared.not-found');
      const original: Buffer[] = [];
      for await (const part of readBatchFile(db, batch.id)) original.push(part);
      if (original.length === 0) return refuse('exchange.file-gone');
      audit({
        act: 'exchange.download',
        subject: { kind: 'batch', id: batch.id },
        scopePath: batch.scopePath,
        detail: { what },
      });
      if (what === 'original')
        return ok({
          name: batch.fileName,
          type: 'application/octet-stream',
          content: Readable.from([Buffer.concat(original)]),
        });
      const name = `${batch.fileName.replace(/\.\w+$/u, '')}-${FILE_WORDS[what]}.xlsx`;
      return ok({ name, type: XLSX, content: await writeMarkedFile(db, batch, { kind: what, language }) });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/import-templates',
    access: IMPORTERS,
    summary: 'Tệp mẫu để nhập / A template to fill in',
    query: templateQuery,
    response: fileResponse,
    handler: async (_context, { query: { layout } }) =>
      ok({
        name: layout === 'members' ? 'mau-moi-thanh-vien-mot-dong.xlsx' : 'mau-moi-ho-mot-dong.xlsx',
        type: XLSX,
        content: await writeTemplate(layout),
      }),
  });
};

const FILE_WORDS = { marked: 'danh-dau-loi', wrong: 'dong-con-loi', corrected: 'da-sua' } as const;

const ACTS = [
  ['publication', 'exchange.publish', 'Ghi lô vào hệ thống / Write a batch', startPublishing],
  ['undoing', 'exchange.ask-undo', 'Hoàn tác một lô đã ghi / Undo a written batch', startUndoing],
  ['discarding', 'exchange.discard', 'Bỏ một lô chưa ghi / Put a batch aside', discardBatch],
] as const;
