import type { Db } from '../platform/database/database.ts';
import { composeStored, frameOf } from './compose-stored.ts';
import type { StoredDocument } from './document.store.ts';
import { isLong } from './render/document-parts.ts';
import { renderPdfApart } from './render/render-apart.ts';
import { renderDocx } from './render/render-docx.ts';
import { renderPdf } from './render/render-pdf.ts';
import { fillTemplate } from './template/fill-template.ts';
import { readTemplate } from './template/template.store.ts';

export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Rendered {
  readonly bytes: Uint8Array;
  readonly mediaType: typeof PDF | typeof DOCX;
  readonly ending: 'pdf' | 'docx';
}

/** The creation time written into files: midnight in Việt Nam of the document's own day, always the same. */
const createdAt = (document: StoredDocument): string => `${document.day}T00:00:00Z`;

/** The file that is the record: a PDF, or the Word file of the unit's own template. */
export async function renderRecord(db: Db, document: StoredDocument): Promise<Rendered> {
  const own = await ownWord(db, document);
  if (own !== undefined) return { bytes: own, mediaType: DOCX, ending: 'docx' };
  return { bytes: await renderLook(document), mediaType: PDF, ending: 'pdf' };
}

/** An editable Word file: of the unit's own template where it has one. */
export const renderWord = async (db: Db, document: StoredDocument): Promise<Uint8Array> =>
  (await ownWord(db, document)) ??
  (await renderDocx(composeStored(document), { createdAt: createdAt(document) }));

/** A PDF, whatever the record is: of a long list in a thread of its own, so that others are served meanwhile. */
export async function renderLook(document: StoredDocument): Promise<Uint8Array> {
  const model = composeStored(document);
  const options = { createdAt: createdAt(document) };
  return isLong(model) ? renderPdfApart([model], options) : renderPdf(model, options);
}

async function ownWord(db: Db, document: StoredDocument): Promise<Uint8Array | undefined> {
  if (document.templateId === null) return undefined;
  const template = await readTemplate(db, document.templateId);
  if (template === undefined) return undefined;
  const { kind, data } = document;
  const filling = { kind, data, frame: frameOf(document), document: composeStored(document) };
  return fillTemplate(template, filling, createdAt(document));
}
