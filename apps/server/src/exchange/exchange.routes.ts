import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportQuery, importQuery, importReport, MOST_LIST_MB } from '@benvung/contract/exchange';
import { ok } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { receiptKeeperOf } from '../platform/http/command-receipt.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { type FileReply, fileResponse, uploadedFile } from '../platform/http/file-reply.ts';
import { journalOfDirect } from './batches/publish-journal.ts';
import { exportList } from './export-list.ts';
import { importList } from './import-list.ts';
import { importReportView } from './issue-text.ts';
import { FILE_TYPES } from './list-file.public.ts';
import { listFileRoutes } from './list-file.routes.ts';

const IMPORT = 'exchange.import';
const UPLOAD_BYTES = MOST_LIST_MB * 1024 ** 2;

export const exchangeRoutes: FeatureRoutes = (app, parts) => {
  listFileRoutes(app, parts);

  defineRoute(app, {
    method: 'POST',
    path: '/api/imports',
    access: ['officer', 'administrator'],
    act: IMPORT,
    summary: 'Nhập danh sách hộ, hoặc chạy thử / Take in a list of households, or try it',
    query: importQuery.extend({ lang: z.enum(['vi', 'en']).default('vi') }),
    body: uploadedFile,
    bodyLimit: UPLOAD_BYTES,
    response: importReport,
    transaction: 'own',
    rateLimit: { max: 30, seconds: 60 },
    handler: async ({ database, clock, areas, principal }, input) => {
      const { query, body } = input;
      const sender = { act: IMPORT, accountId: principal.accountId, at: clock.now() };
      const folder = await mkdtemp(join(tmpdir(), 'benvung-upload-'));
      try {
        const path = join(folder, 'list');
        await writeFile(path, body);
        const journal =
          query.dryRun === 'true'
            ? undefined
            : await journalOfDirect({
                batchId: query.commandId,
                path,
                fileName: query.file,
                opening: query.opening === 'true',
                actor: { accountId: principal.accountId, actor: principal.username },
                at: clock.now(),
              });
        const imported = await importList(
          { database, clock },
          {
            path,
            fileName: query.file,
            batchId: query.commandId,
            receipts: (db) => receiptKeeperOf(db, sender, input),
            year: query.year,
            unit: query.unit,
            dryRun: query.dryRun === 'true',
            openingOnly: query.opening === 'true',
            areas,
            actor: { accountId: principal.accountId, actor: principal.username },
            mayClose: false,
            journal,
          },
        );
        return imported.ok ? ok(importReportView(imported.value, query.lang)) : imported;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/exports/households',
    access: ['officer', 'approver', 'inspector', 'administrator'],
    act: 'exchange.export',
    summary: 'Xuất danh sách hộ của một năm, ghi mục đích / The list of a year, for a stated purpose',
    query: exportQuery,
    response: fileResponse,
    rateLimit: { max: 20, seconds: 60 },
    handler: async ({ db, areas, clock, audit }, { query }) => {
      const { year, unit, format, purpose } = query;
      const folder = await mkdtemp(join(tmpdir(), 'benvung-export-'));
      const path = join(folder, 'list');
      const exported = await exportList(db, { path, format, year, unit, areas, today: clock.today() });
      if (!exported.ok) {
        await rm(folder, { recursive: true, force: true });
        return exported;
      }
      const { households, unit: told, scopePath } = exported.value;
      audit({
        act: 'exchange.export',
        subject: { kind: 'unit', id: String(told.id) },
        scopePath,
        detail: { year, format, purpose, households },
      });
      const content = createReadStream(path);
      content.once('close', () => void rm(folder, { recursive: true, force: true }));
      const file: FileReply = {
        name: `danh-sach-ho-${year}-${told.code ?? told.id}.${format}`,
        type: FILE_TYPES[format],
        content,
      };
      return ok(file);
    },
  });
};
