import { keepScansCommand, scanBrought, scanQuery, scansKept } from '@benvung/contract/document-scan';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { uploadedFile } from '../platform/http/file-reply.ts';
import { actingPersonOf } from './acting-person.ts';
import { bringScan, keepScans } from './bring-scans.ts';
import { MOST_SIGNED_BYTES } from './signed-file.ts';

const WRITERS = ['officer', 'approver'] as const;
const ofBatch = z.object({ batch: z.uuid() });

/** Many scans at once: each is matched to its paper, shown, and kept once the person has confirmed all of them. */
export const scanRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'PUT',
    path: '/api/document-scans',
    access: WRITERS,
    act: 'document.bring-scan',
    summary: 'Nhận một bản quét, chờ xác nhận là của văn bản nào / Take a scan in, to be confirmed',
    query: scanQuery,
    body: uploadedFile,
    bodyLimit: MOST_SIGNED_BYTES + 1024,
    response: scanBrought,
    handler: async (context, { query: { batch, unit, file }, body }) => {
      const brought = await bringScan(
        context.db,
        { batch, unit, file: { name: file, bytes: body } },
        actingPersonOf(context),
      );
      if (brought.ok)
        context.audit({ act: 'document.bring-scan', detail: { file, by: brought.value.by ?? '' } });
      return brought;
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/document-scans/:batch/keep',
    access: WRITERS,
    act: 'document.sign',
    summary: 'Giữ các bản quét làm bản đã ký / Keep the scans as signed copies',
    params: ofBatch,
    body: keepScansCommand,
    response: scansKept,
    handler: (context, { params, body }) =>
      keepScans(context.db, { batch: params.batch, scans: body.scans }, actingPersonOf(context)),
  });
};
