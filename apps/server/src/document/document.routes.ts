import {
  actOnDocument,
  documentFormat,
  documentQuery,
  documentRegister,
  documentView,
  draftNotice,
  endDocument,
  numberDocumentCommand,
  replaceDocument as replaceBody,
  signQuery,
  togetherQuery,
} from '@benvung/contract/document';

import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { Db } from '../platform/database/database.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse, uploadedFile } from '../platform/http/file-reply.ts';
import { areasInForce, isInside } from '../platform/http/principal.ts';
import type { RouteContext } from '../platform/http/route-declaration.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import {
  discardDocument,
  giveNumber,
  issueDocument,
  replaceDocument,
  signDocument,
  withdrawDocument,
} from './act-on-document.ts';
import { actingPersonOf } from './acting-person.ts';
import { askedRegister } from './asked-register.ts';
import { findDocument, type StoredDocument } from './document.store.ts';
import { fileOfDocument } from './document-file.ts';
import { listRegister } from './document-list.store.ts';
import { DOCUMENT_READERS } from './document-readers.ts';
import { makeDocument } from './make-document.ts';
import { personNames } from './person-names.store.ts';
import { printTogether } from './print-together.ts';
import { PDF } from './render-record.ts';
import { MOST_SIGNED_BYTES } from './signed-file.ts';
import { viewDocument, viewLine } from './view-document.ts';

const WRITERS = ['officer', 'approver'] as const;
const PAGE_SIZE = 50;
const ofDocument = z.object({ id: z.uuid() });

async function mayAct(
  context: Pick<RouteContext<typeof DOCUMENT_READERS>, 'db' | 'clock' | 'principal'>,
  document: StoredDocument,
): Promise<boolean> {
  const unit = await findUnitOn(context.db, document.unitId, context.clock.today());
  return isInside(areasInForce(context.principal, WRITERS), unit?.path ?? document.scopePath);
}

async function viewAgain(db: Db, id: string) {
  const document = await findDocument(db, id);
  return document === undefined ? refuse('shared.not-found') : ok(await viewDocument(db, document, true));
}

export const documentRoutes: FeatureRoutes = (app, parts) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/documents',
    access: DOCUMENT_READERS,
    summary: 'Sổ văn bản / The register of documents',
    query: documentQuery,
    response: documentRegister,
    handler: async (context, { query: { page, ...query } }) => {
      const { db } = context;
      const register = await askedRegister(context, query);
      if (!register.ok) return register;
      const { documents, total } = await listRegister(db, { ...register.value, page, pageSize: PAGE_SIZE });
      const nameOf = await personNames(
        db,
        documents.map(({ createdBy }) => createdBy),
      );
      return ok({
        documents: documents.map((one) => viewLine(one, nameOf)),
        page: { page, pageSize: PAGE_SIZE, total },
      });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/documents/together',
    access: DOCUMENT_READERS,
    act: 'document.print-together',
    summary: 'In chung nhiều văn bản cùng loại / Documents of one kind in one PDF',
    query: togetherQuery,
    response: fileResponse,
    transaction: 'own',
    handler: async ({ database, areas, clock, principal }, { query }) =>
      printTogether(database, query, { areas, clock, principal }),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/documents',
    access: WRITERS,
    act: 'document.make',
    summary: 'Soạn một thông báo / Draft a notice',
    body: draftNotice,
    response: documentView,
    status: 201,
    handler: async (context, { body }) => {
      const { db, areas, clock, audit } = context;
      const unit = await findUnitOn(db, body.unit, clock.today());
      if (unit === undefined || !isInside(areas, unit.path)) return refuse('shared.outside-area');
      const made = await makeDocument(
        db,
        {
          kind: 'notice',
          unitId: unit.id,
          day: clock.today(),
          data: {
            subject: body.subject,
            addressees: body.addressees,
            sections: body.sections.map(({ heading, paragraphs }) =>
              heading === '' ? { paragraphs } : { heading, paragraphs },
            ),
          },
          signatory: body.signatory,
          subjects: [],
        },
        actingPersonOf(context),
      );
      if (!made.ok) return made;
      audit({
        act: 'document.make',
        subject: { kind: 'document', id: made.value.id },
        scopePath: unit.path,
        detail: { kind: 'notice' },
      });
      return viewAgain(db, made.value.id);
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/documents/:id',
    access: DOCUMENT_READERS,
    summary: 'Một văn bản / One document',
    params: ofDocument,
    response: documentView,
    handler: async (context, { params }) => {
      const document = await findDocument(context.db, params.id);
      if (document === undefined) return refuse('shared.not-found');
      return ok(await viewDocument(context.db, document, await mayAct(context, document)));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/documents/:id/file',
    access: DOCUMENT_READERS,
    act: 'document.read-file',
    summary: 'Tải tệp của một văn bản / A file of a document',
    params: ofDocument,
    query: z.object({ format: documentFormat.default('pdf'), look: z.literal('1').optional() }),
    response: fileResponse,
    handler: async ({ db, audit }, { params, query }) => {
      const document = await findDocument(db, params.id);
      if (document === undefined) return refuse('shared.not-found');
      audit({
        act: 'document.read-file',
        subject: { kind: 'document', id: document.id },
        scopePath: document.scopePath,
        detail: { kind: document.kind, format: query.format },
      });
      const file = await fileOfDocument(db, document, query.format);
      return file.ok && query.look === '1' ? ok({ ...file.value, inline: file.value.type === PDF }) : file;
    },
  });

  defineRoute(app, {
    method: 'PUT',
    path: '/api/documents/:id/signed-file',
    access: WRITERS,
    act: 'document.sign',
    summary: 'Đính kèm bản đã ký / Attach the signed copy',
    params: ofDocument,
    query: signQuery,
    body: uploadedFile,
    bodyLimit: MOST_SIGNED_BYTES + 1024,
    response: documentView,
    handler: async (context, { params, query, body }) => {
      const target = { id: params.id, version: query.version, file: { name: query.file, bytes: body } };
      const signed = await signDocument(context.db, target, actingPersonOf(context));
      return signed.ok ? viewAgain(context.db, params.id) : signed;
    },
  });

  const act = (
    { word, name }: { word: 'number' | 'issue' | 'discarding'; name: string },
    summary: string,
    run: typeof giveNumber | typeof issueDocument | typeof discardDocument,
  ) =>
    defineRoute(app, {
      method: 'POST',
      path: `/api/documents/:id/${word}`,
      access: WRITERS,
      act: name,
      summary,
      params: ofDocument,
      body: word === 'number' ? numberDocumentCommand : actOnDocument,
      response: documentView.nullable(),
      handler: async (context, { params, body }) => {
        const acted = await run(context.db, { id: params.id, ...body }, actingPersonOf(context));
        if (!acted.ok) return acted;
        if (acted.value.jobId !== null) context.afterCommit(() => parts.jobs?.wake());
        return word === 'discarding' ? ok(null) : viewAgain(context.db, params.id);
      },
    });
  act({ word: 'number', name: 'document.number' }, 'Cấp số / Give a number', giveNumber);
  act({ word: 'issue', name: 'document.issue' }, 'Ban hành / Issue', issueDocument);
  act({ word: 'discarding', name: 'document.discard' }, 'Xóa bản nháp / Discard a draft', discardDocument);

  defineRoute(app, {
    method: 'POST',
    path: '/api/documents/:id/withdrawal',
    access: WRITERS,
    act: 'document.withdraw',
    summary: 'Thu hồi / Withdraw',
    params: ofDocument,
    body: endDocument,
    response: documentView,
    handler: async (context, { params, body }) => {
      const acted = await withdrawDocument(context.db, { id: params.id, ...body }, actingPersonOf(context));
      return acted.ok ? viewAgain(context.db, params.id) : acted;
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/documents/:id/replacement',
    access: WRITERS,
    act: 'document.replace',
    summary: 'Thay thế bằng văn bản khác / Replace by another document',
    params: ofDocument,
    body: replaceBody,
    response: documentView,
    handler: async (context, { params, body }) => {
      const acted = await replaceDocument(context.db, { id: params.id, ...body }, actingPersonOf(context));
      return acted.ok ? viewAgain(context.db, params.id) : acted;
    },
  });
};
