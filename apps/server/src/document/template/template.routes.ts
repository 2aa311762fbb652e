import { documentKind, documentTemplates, templateCheck, templateQuery } from '@benvung/contract/document';
import { commandBase } from '@benvung/contract/shared';
import { DOCUMENT_KINDS } from '@benvung/domain/document/document-kinds';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { fileResponse, uploadedFile } from '../../platform/http/file-reply.ts';
import { isInside } from '../../platform/http/principal.ts';
import { findUnitOn, listUnitsOn } from '../../territory/territory.public.ts';
import { personNames } from '../person-names.store.ts';
import { DOCX } from '../render-record.ts';
import { checkTemplate, describeFields } from './check-template.ts';
import { MOST_TEMPLATE_BYTES } from './honest-package.ts';
import { loadTemplate } from './load-template.ts';
import { startingTemplate } from './starting-template.ts';
import { findTemplate, listTemplates, readTemplate, retireTemplate } from './template.store.ts';

const KEEPERS = ['administrator'] as const;
const ofTemplate = z.object({ id: z.uuid() });
const BODY_BYTES = MOST_TEMPLATE_BYTES + 1024;

export const documentTemplateRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/document-templates',
    access: KEEPERS,
    summary: 'Các mẫu văn bản / Templates of documents',
    response: documentTemplates,
    handler: async ({ db, areas, clock }) => {
      const stored = await listTemplates(db, areas);
      const units = await listUnitsOn(db, [...new Set(stored.map(({ unitId }) => unitId))], clock.today());
      const names = new Map(units.map(({ id, name }) => [id, name]));
      const nameOf = await personNames(
        db,
        stored.map(({ loadedBy }) => loadedBy),
      );
      return ok({
        templates: stored.map(({ unitPath, hash: _hash, fields, ...one }) => ({
          ...one,
          fields: [...fields],
          loadedBy: nameOf(one.loadedBy),
          unitName: names.get(one.unitId) ?? '',
          own: isInside(areas, unitPath),
        })),
        kinds: DOCUMENT_KINDS.map((kind) => ({ kind, fields: describeFields(kind) })),
      });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/document-templates/starting/:kind',
    access: KEEPERS,
    summary: 'Tệp Word để bắt đầu một mẫu / The Word file a template begins from',
    params: z.object({ kind: documentKind }),
    response: fileResponse,
    handler: async (_context, { params }) =>
      ok({ name: `mau-${params.kind}.docx`, type: DOCX, content: await startingTemplate(params.kind) }),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/document-templates/check',
    access: KEEPERS,
    act: 'document.check-template',
    summary: 'Kiểm tra một mẫu / Check a template',
    query: z.object({ kind: documentKind }),
    body: uploadedFile,
    bodyLimit: BODY_BYTES,
    response: templateCheck,
    handler: async (_context, { query, body }) => {
      const { faults, fields } = await checkTemplate(query.kind, body);
      return ok({ faults: [...faults], fields: [...fields] });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/document-templates/preview',
    access: KEEPERS,
    act: 'document.preview-template',
    summary: 'Xem thử mẫu với dữ liệu giả / Preview a template with sample data',
    query: z.object({ kind: documentKind }),
    body: uploadedFile,
    bodyLimit: BODY_BYTES,
    response: fileResponse,
    handler: async (_context, { query, body }) => {
      const { faults, preview } = await checkTemplate(query.kind, body);
      if (preview === null) return refuse('document.template-unfit', { why: faults[0]?.vi ?? '' });
      return ok({ name: `xem-thu-${query.kind}.docx`, type: DOCX, content: preview });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/document-templates',
    access: KEEPERS,
    act: 'document.load-template',
    summary: 'Nạp một mẫu / Load a template',
    query: templateQuery,
    body: uploadedFile,
    bodyLimit: BODY_BYTES,
    response: z.object({ id: z.uuid() }),
    status: 201,
    handler: async ({ db, areas, principal, clock, audit }, { query, body }) => {
      const unit = await findUnitOn(db, query.unit, clock.today());
      if (unit === undefined || !isInside(areas, unit.path)) return refuse('shared.outside-area');
      const loaded = await loadTemplate(db, {
        unit,
        kind: query.kind,
        validFrom: query.validFrom,
        fileName: query.file,
        bytes: body,
        by: principal.username,
        at: clock.now(),
      });
      if (!loaded.ok) return loaded;
      audit({
        act: 'document.load-template',
        subject: { kind: 'document-template', id: loaded.value.id },
        scopePath: unit.path,
        detail: { kind: query.kind, file: query.file },
      });
      return loaded;
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/document-templates/:id/file',
    access: KEEPERS,
    summary: 'Tải một mẫu đã nạp / The file of a loaded template',
    params: ofTemplate,
    response: fileResponse,
    handler: async ({ db, areas }, { params }) => {
      const template = await findTemplate(db, params.id);
      const seen = template !== undefined && areas.some((area) => isRelated(area, template.unitPath));
      const content = seen ? await readTemplate(db, params.id) : undefined;
      if (template === undefined || content === undefined) return refuse('shared.not-found');
      return ok({ name: template.fileName, type: DOCX, content });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/document-templates/:id/retirement',
    access: KEEPERS,
    act: 'document.retire-template',
    summary: 'Thôi dùng một mẫu / Retire a template',
    params: ofTemplate,
    body: commandBase,
    handler: async ({ db, areas, clock, audit }, { params }) => {
      const template = await findTemplate(db, params.id);
      if (template === undefined || !isInside(areas, template.unitPath)) return refuse('shared.not-found');
      await retireTemplate(db, params.id, clock.now());
      audit({
        act: 'document.retire-template',
        subject: { kind: 'document-template', id: params.id },
        scopePath: template.unitPath,
        detail: { kind: template.kind },
      });
      return ok(undefined);
    },
  });
};

/** A template of this area, or of a unit above it. */
const isRelated = (area: string, path: string): boolean => area.startsWith(path) || path.startsWith(area);
