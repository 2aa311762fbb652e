import type { DocumentView, DocumentLine as LineView } from '@benvung/contract/document';
import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import { actsOpen } from '@benvung/domain/document/document-state';
import type { OfficialDocument } from '@benvung/domain/document/official-document';
import { groupedCode } from '@benvung/domain/shared/printed-code';
import type { Db } from '../platform/database/database.ts';
import { standingOf } from './act-on-document.ts';
import { composeStored, referenceOfStored } from './compose-stored.ts';
import { listCopies, listEvents } from './copy.store.ts';
import { type DocumentLine, findDocument, type StoredDocument } from './document.store.ts';
import { personNames } from './person-names.store.ts';

export const viewLine = (document: DocumentLine, nameOf: (actor: string) => string): LineView => ({
  id: document.id,
  kind: document.kind,
  title: document.title,
  reference: referenceOfStored(document),
  day: document.day,
  issuer: document.issuer,
  state: document.state,
  pending: document.state === 'draft' && document.number !== null,
  createdAt: document.createdAt,
  createdBy: nameOf(document.createdBy),
});

/** A document with its files, history and what the reader may do; `mayAct`: within the issuing body's area. */
export async function viewDocument(db: Db, document: StoredDocument, mayAct: boolean): Promise<DocumentView> {
  const copies = await listCopies(db, document.id);
  const events = await listEvents(db, document.id);
  const nameOf = await personNames(db, [
    document.createdBy,
    ...events.map(({ actor }) => actor),
    ...copies.map(({ madeBy }) => madeBy),
  ]);
  const successor = document.replacedBy === null ? undefined : await findDocument(db, document.replacedBy);
  return {
    ...viewLine(document, nameOf),
    version: document.version,
    unitId: document.unitId,
    code: document.number === null ? null : groupedCode(document.code),
    dataHash: document.dataHash,
    copies: copies.map(({ ownerId: _ownerId, ...copy }) => ({ ...copy, madeBy: nameOf(copy.madeBy) })),
    events: events.map((event) => ({ ...event, actor: nameOf(event.actor) })),
    acts: mayAct ? actsOpen(standingOf(document, copies)) : [],
    endReason: document.endReason,
    replacedBy:
      successor === undefined ? null : { id: successor.id, reference: referenceOfStored(successor) },
    hasTables: tablesIn(composeStored(document)).length > 0,
    ownTemplate: document.templateId !== null,
    copiesToSign: KIND_RULES[document.kind].copies,
  };
}

/** Every table of a document with what it is called. */
export const tablesIn = (document: OfficialDocument) => [
  ...document.content.flatMap((block) =>
    block.kind === 'table' ? [{ name: document.title?.subject ?? document.name, table: block.table }] : [],
  ),
  ...document.annexes.flatMap((annex) =>
    annex.body.flatMap((block) =>
      block.kind === 'table' ? [{ name: annex.title, table: block.table }] : [],
    ),
  ),
];
