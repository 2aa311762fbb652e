import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeDocument } from '@benvung/domain/document/compose-document';
import type { DocumentKind } from '@benvung/domain/document/document-data';
import { DOCUMENT_KINDS } from '@benvung/domain/document/document-kinds';
import { SAMPLE_DATA, sampleFrame } from '@benvung/domain/document/sample-data';
import { type CliCommand, EXIT, environmentFailure, usageFailure } from '../platform/cli/command.ts';
import { groundsOn } from './document-grounds.ts';
import { renderDocx } from './render/render-docx.ts';
import { renderPdf } from './render/render-pdf.ts';
import { templateCommands } from './template/template.commands.ts';
import { type DocumentFaultKind, verifyDocuments } from './verify-documents.ts';

const SAMPLE_TIME = '2027-01-05T00:00:00Z';
const isKind = (word: string): word is DocumentKind => DOCUMENT_KINDS.some((kind) => kind === word);

async function writeSample(folder: string, kind: DocumentKind): Promise<string[]> {
  const frame = sampleFrame(kind, groundsOn('2027-01-05'));
  const model = composeDocument(kind, SAMPLE_DATA[kind], frame);
  const files = {
    [`${kind}.pdf`]: renderPdf(model, { createdAt: SAMPLE_TIME }),
    [`${kind}.docx`]: await renderDocx(model, { createdAt: SAMPLE_TIME }),
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return Object.keys(files);
}

const documentSample: CliCommand = {
  name: 'document sample',
  summary: 'Ghi văn bản mẫu với dữ liệu giả (write sample documents, PDF and DOCX)',
  usage: 'FOLDER [KIND…]',
  description: `KIND: ${DOCUMENT_KINDS.join(', ')}; all of them unless told.`,
  needsDatabase: false,
  words: [1, DOCUMENT_KINDS.length + 1],
  run: async (context, { words }) => {
    const [folder = '', ...wanted] = words;
    const unknown = wanted.find((word) => !isKind(word));
    if (unknown !== undefined)
      throw usageFailure(`Không có loại văn bản ${unknown}`, `no kind of document ${unknown}`);
    const path = context.path(folder);
    const written: string[] = [];
    try {
      for (const kind of wanted.length > 0 ? wanted.filter(isKind) : DOCUMENT_KINDS)
        written.push(...(await writeSample(path, kind)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      throw environmentFailure(`Không ghi được vào ${path}`, `cannot write into ${path}`);
    }
    if (context.json) context.printJson({ folder: path, files: written });
    else context.out(`Đã ghi ${written.length} tệp vào ${path} (sample documents written)`);
    return EXIT.ok;
  },
};

const FAULT_WORDS = {
  'data-changed': 'dữ liệu đã khác (the data have changed)',
  'file-missing': 'mất tệp (a stored file is missing)',
  'file-changed': 'tệp đã khác (a stored file has changed)',
  'not-reproducible': 'làm lại ra tệp khác (made again, the bytes differ)',
  'record-missing': 'thiếu bản lưu (no record is stored)',
  'signed-copy-missing': 'thiếu bản đã ký (no signed copy is stored)',
} as const satisfies Record<DocumentFaultKind, string>;

const verifyDocumentsCommand: CliCommand = {
  name: 'verify documents',
  summary: 'Kiểm tra văn bản đã lưu: dữ liệu, tệp, làm lại (check stored documents: data, files, made again)',
  usage: '[--json]',
  description:
    'Every numbered or signed document: the hash of its data, the bytes of its files, and, where it was made under the same version, the bytes made anew. Exit code 1 when anything differs.',
  needsDatabase: true,
  run: async (context) => {
    const verified = await verifyDocuments(context.database.db, (done) =>
      context.progress('Đã kiểm tra (checked)', done),
    );
    if (context.json) context.printJson(verified);
    else {
      for (const { id, reference, kind } of verified.faults)
        context.out(`${reference ?? id}: ${FAULT_WORDS[kind]}`);
      const { documents, remade, older } = verified;
      context.out(
        `${documents} văn bản, ${remade} làm lại giống từng byte, ${older} theo phiên bản trước, ${verified.faults.length} sai khác (documents checked)`,
      );
    }
    return verified.faults.length === 0 ? EXIT.ok : EXIT.checkFailed;
  },
};

export const documentCommands: readonly CliCommand[] = [
  documentSample,
  ...templateCommands,
  verifyDocumentsCommand,
];
