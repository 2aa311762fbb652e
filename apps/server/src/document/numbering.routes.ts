import {
  documentNumbering,
  incomingKept,
  incomingQuery,
  numberingQuery,
} from '@benvung/contract/document-numbering';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { uploadedFile } from '../platform/http/file-reply.ts';
import { isInside } from '../platform/http/principal.ts';
import { findUnitInPlace } from '../territory/territory.public.ts';
import { actingPersonOf } from './acting-person.ts';
import { keepIncoming } from './keep-incoming.ts';
import { readNumbering } from './read-numbering.ts';
import { MOST_SIGNED_BYTES } from './signed-file.ts';

const WRITERS = ['officer', 'approver'] as const;

export const numberingRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/document-numbering',
    access: WRITERS,
    summary: 'Số tiếp theo của sổ văn bản và người ký gần đây / The next number of a register, and who signs',
    query: numberingQuery,
    response: documentNumbering,
    handler: async ({ db, areas, clock }, { query }) => {
      const unit = await findUnitInPlace(db, query.unit, clock.today());
      if (unit === undefined || !isInside(areas, unit.path)) return refuse('shared.outside-area');
      return readNumbering(db, { unitId: unit.id, kind: query.kind, day: query.day });
    },
  });

  defineRoute(app, {
    method: 'PUT',
    path: '/api/incoming-documents',
    access: WRITERS,
    act: 'document.receive',
    summary: 'Ghi một văn bản đến kèm bản quét / Keep a paper that came in, with its scan',
    query: incomingQuery,
    body: uploadedFile,
    bodyLimit: MOST_SIGNED_BYTES + 1024,
    response: incomingKept,
    status: 201,
    handler: async (context, { query, body }) => {
      const { db, areas, clock, audit } = context;
      const { unit: unitId, file, commandId: _, ...told } = query;
      const unit = await findUnitInPlace(db, unitId, clock.today());
      if (unit === undefined || !isInside(areas, unit.path)) return refuse('shared.outside-area');
      const incoming = { unitId, ...told, file: { name: file, bytes: body } };
      const kept = await keepIncoming(db, incoming, actingPersonOf(context));
      if (!kept.ok) return kept;
      audit({
        act: 'document.receive',
        subject: { kind: 'document', id: kept.value },
        scopePath: unit.path,
        detail: { reference: told.reference },
      });
      return ok({ id: kept.value, reference: told.reference });
    },
  });
};
