import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { OfficialDocument } from '@benvung/domain/document/official-document';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { OFFICIAL_TYPST } from './official-typst.ts';
import { renderInput } from './render-input.ts';

const FACES = [
  '400Regular/Tinos_400Regular.ttf',
  '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '700Bold/Tinos_700Bold.ttf',
  '700Bold_Italic/Tinos_700Bold_Italic.ttf',
];

let compiler: NodeCompiler | undefined;

/** Four faces with the widths of Times and all Vietnamese letters; read once. */
function theCompiler(): NodeCompiler {
  if (compiler === undefined) {
    const from = createRequire(import.meta.url);
    const fontBlobs = FACES.map((face) => readFileSync(from.resolve(`@expo-google-fonts/tinos/${face}`)));
    compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  }
  return compiler;
}

export interface PdfOptions {
  /** Written into the file, so that the same model gives the same bytes. ISO 8601. */
  readonly createdAt: string;
}

/**
 * One PDF/A-2a file (tagged, fonts embedded) of one or many documents, each beginning at page 1.
 * @throws Error when the layout itself is at fault, never because of what the data say.
 */
export function renderPdf(documents: readonly OfficialDocument[], { createdAt }: PdfOptions): Uint8Array {
  const typst = theCompiler();
  try {
    const outcome = typst.compile({
      mainFileContent: OFFICIAL_TYPST,
      inputs: { data: renderInput(documents) },
    });
    if (outcome.result === null) {
      const fault = outcome.takeDiagnostics();
      throw new Error(
        `The layout could not be drawn: ${JSON.stringify(fault === null ? null : typst.fetchDiagnostics(fault))}`,
      );
    }
    const seconds = Math.floor(Date.parse(createdAt) / 1000);
    return new Uint8Array(typst.pdf(outcome.result, { pdfStandard: 'a-2a', creationTimestamp: seconds }));
  } finally {
    typst.evictCache(1);
  }
}
