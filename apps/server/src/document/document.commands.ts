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

const SAMPLE_TIME = '2027-01-05T00:00:00Z';
const isKind = (word: string): word is DocumentKind => DOCUMENT_KINDS.some((kind) => kind === word);

async function writeSample(folder: string, kind: DocumentKind): Promise<string[]> {
  const frame = sampleFrame(kind, groundsOn('2027-01-05'));
  const model = composeDocument(kind, SAMPLE_DATA[kind], frame);
  const files = {
    [`${kind}.pdf`]: renderPdf([model], { createdAt: SAMPLE_TIME }),
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

export const documentCommands: readonly CliCommand[] = [documentSample];
