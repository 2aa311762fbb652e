import {
  batchDone,
  issueBatch as issueBody,
  numberBatch as numberBody,
  signBatchQuery,
  withdrawBatch as withdrawBody,
} from '@benvung/contract/document-batch';
import { ok } from '@benvung/domain/shared/result';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { uploadedFile } from '../platform/http/file-reply.ts';
import { issueBatch, numberBatch, signBatch, withdrawBatch } from './act-on-batch.ts';
import { actingPersonOf } from './acting-person.ts';
import { MOST_SIGNED_BYTES } from './signed-file.ts';

const WRITERS = ['officer', 'approver'] as const;

/** Acts on many documents of one kind at once: all of them, or none. */
export const batchRoutes: FeatureRoutes = (app, parts) => {
  defineRoute(app, {
    method: 'POST',
    path: '/api/document-batches/numbers',
    access: WRITERS,
    act: 'document.number',
    summary: 'Cấp số liên tiếp cho nhiều văn bản / Number many documents in a row',
    body: numberBody,
    response: batchDone,
    handler: async (context, { body: { which, first } }) => {
      const done = await numberBatch(context.db, { which, first }, actingPersonOf(context));
      if (!done.ok) return done;
      if (done.value.jobId !== null) context.afterCommit(() => parts.jobs?.wake());
      return ok(done.value);
    },
  });

  defineRoute(app, {
    method: 'PUT',
    path: '/api/document-batches/signed-file',
    access: WRITERS,
    act: 'document.sign',
    summary: 'Đính kèm một bản quét cho nhiều văn bản / One scan of many documents',
    query: signBatchQuery,
    body: uploadedFile,
    bodyLimit: MOST_SIGNED_BYTES + 1024,
    response: batchDone,
    handler: (context, { query, body }) => {
      const { commandId: _, file, ...which } = query;
      return signBatch(context.db, { which, file: { name: file, bytes: body } }, actingPersonOf(context));
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/document-batches/issue',
    access: WRITERS,
    act: 'document.issue',
    summary: 'Ban hành nhiều văn bản / Issue many documents',
    body: issueBody,
    response: batchDone,
    handler: (context, { body: { which } }) => issueBatch(context.db, which, actingPersonOf(context)),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/document-batches/withdrawal',
    access: WRITERS,
    act: 'document.withdraw',
    summary: 'Thu hồi nhiều văn bản, một lý do / Withdraw many documents for one reason',
    body: withdrawBody,
    response: batchDone,
    handler: (context, { body: { which, reason } }) =>
      withdrawBatch(context.db, { which, reason }, actingPersonOf(context)),
  });
};
