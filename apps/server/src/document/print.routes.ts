import { PRINT_JOB, printAsked, printManyCommand } from '@benvung/contract/document';
import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { readFile } from '../platform/files/file.store.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse } from '../platform/http/file-reply.ts';
import { addJob } from '../platform/jobs/job.store.ts';
import { DOCUMENT_READERS } from './document-readers.ts';
import { findPrint } from './print.store.ts';
import { listTogether } from './print-together.ts';
import { PDF } from './render-record.ts';

/** Many documents in one file, as work that goes on while one is elsewhere. */
export const printRoutes: FeatureRoutes = (app, parts) => {
  defineRoute(app, {
    method: 'POST',
    path: '/api/document-prints',
    access: DOCUMENT_READERS,
    act: 'document.print-together',
    summary: 'In chung rất nhiều văn bản / Very many documents in one PDF, as long work',
    body: printManyCommand,
    response: printAsked,
    status: 201,
    handler: async (context, { body: { commandId: _, ...wanted } }) => {
      const { db, areas, clock, principal, audit, afterCommit } = context;
      const listed = await listTogether(db, wanted, { areas, clock });
      if (!listed.ok) return listed;
      const { path, ids } = listed.value;
      const { vi, en } = KIND_RULES[wanted.kind].label;
      const jobId = await addJob(db, {
        kind: PRINT_JOB,
        payload: { ids },
        title: {
          vi: `In chung ${ids.length} văn bản: ${vi}`,
          en: `${ids.length} documents in one file: ${en}`,
        },
        page: '/van-ban',
        accountId: principal.accountId,
        areas: [...areas],
        scopePath: path,
        at: clock.now(),
      });
      audit({
        act: 'document.print-together',
        scopePath: path,
        detail: { kind: wanted.kind, documents: ids.length },
      });
      afterCommit(() => parts.jobs?.wake());
      return ok({ jobId, documents: ids.length });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/document-prints/:job',
    access: DOCUMENT_READERS,
    act: 'document.read-file',
    summary: 'Tệp đã in chung / The file that was drawn',
    params: z.object({ job: z.uuid() }),
    response: fileResponse,
    handler: async ({ db, principal, audit }, { params }) => {
      const { accountId } = principal;
      const hash = await findPrint(db, { jobId: params.job, accountId, kind: PRINT_JOB });
      if (hash === undefined) return refuse('shared.not-found');
      const content = await readFile(db, { ownerId: accountId, hash });
      if (content === undefined) return refuse('document.print-gone');
      audit({
        act: 'document.read-file',
        subject: { kind: 'job', id: params.job },
        detail: { format: 'pdf' },
      });
      return ok({ name: 'in-chung.pdf', type: PDF, content });
    },
  });
};
