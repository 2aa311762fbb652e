import type { DocumentFormat } from '@benvung/contract/document';
import { dayInWords } from '@benvung/domain/document/number-and-day';
import type { OfficialDocument } from '@benvung/domain/document/official-document';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { readFile } from '../platform/files/file.store.ts';
import type { FileReply } from '../platform/http/file-reply.ts';
import { composeStored, fileNameOf, referenceOfStored } from './compose-stored.ts';
import { type CopyRole, listCopies } from './copy.store.ts';
import type { StoredDocument } from './document.store.ts';
import { renderXlsx } from './render/render-xlsx.ts';
import { DOCX, PDF, renderLook, renderWord } from './render-record.ts';
import { tablesIn } from './view-document.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type Answer = Promise<Result<FileReply, Problem<DocumentProblemCode>>>;

/** One file of a document: the stored record or signed copy as they are, the others drawn from the frozen data. */
export async function fileOfDocument(db: Db, document: StoredDocument, format: DocumentFormat): Answer {
  if (format === 'record' || format === 'signed') return storedCopy(db, document, format);
  if (format === 'docx')
    return ok({ name: fileNameOf(document, 'docx'), type: DOCX, content: await renderWord(db, document) });
  if (format === 'xlsx') return tablesOf(document);
  const record = await storedCopy(db, document, 'record');
  if (record.ok && record.value.type === PDF) return record;
  return ok({ name: fileNameOf(document, 'pdf'), type: PDF, content: await renderLook(document) });
}

async function storedCopy(db: Db, document: StoredDocument, role: CopyRole): Answer {
  const copy = (await listCopies(db, document.id)).find((one) => one.role === role);
  if (copy === undefined) return refuse('document.no-such-format', { format: role });
  const bytes = await readFile(db, { ownerId: copy.ownerId, hash: copy.hash });
  if (bytes === undefined) return refuse('document.file-missing');
  return ok({ name: copy.name, type: copy.mediaType, content: bytes });
}

async function tablesOf(document: StoredDocument): Answer {
  const model = composeStored(document);
  const tables = tablesIn(model);
  if (tables.length === 0) return refuse('document.no-such-format', { format: 'xlsx' });
  return ok({
    name: fileNameOf(document, 'xlsx'),
    type: XLSX,
    content: await renderXlsx(tables, factsOf(document, model)),
  });
}

/** Which document the tables are of, and that it is a demonstration or a draft. */
function factsOf(document: StoredDocument, model: OfficialDocument): string[] {
  const reference = referenceOfStored(document);
  return [
    `${document.issuer}, ${reference === null ? 'chưa có số' : `số ${reference}`}, ${dayInWords(document.day)}`,
    ...(model.watermark === null ? [] : [`◈ ${model.watermark} ◈`]),
  ];
}
