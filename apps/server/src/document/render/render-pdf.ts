import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { OfficialDocument } from '@benvung/domain/document/official-document';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { joinPdf } from './join-pdf.ts';
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
export const renderPdf = (documents: readonly OfficialDocument[], { createdAt }: PdfOptions): Uint8Array =>
  draw(documents, { createdAt, standard: 'a-2a' });

interface Drawing extends PdfOptions {
  /** `a-2a` is tagged for readers' aids; `a-2b` is a quarter of its size. */
  readonly standard: 'a-2a' | 'a-2b';
}

function draw(documents: readonly OfficialDocument[], { createdAt, standard }: Drawing): Uint8Array {
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
    const untagged = standard === 'a-2b' ? { pdfTags: false } : {};
    const options = { pdfStandard: standard, creationTimestamp: seconds, ...untagged };
    return new Uint8Array(typst.pdf(outcome.result, options));
  } finally {
    typst.evictCache(standard === 'a-2b' ? 0 : 1);
  }
}

/** The layout of so many is held at a time. */
const DRAWN_TOGETHER = 50;

/**
 * Many documents in one file to print, drawn and let go in parts: the memory of a part, not of all. Untagged; a record is
 * drawn by `renderPdf`. The layouts are freed by the collector, in a turn of the loop: hence the waiting.
 */
export async function renderManyPdf(
  documents: readonly OfficialDocument[],
  { createdAt }: PdfOptions,
): Promise<Uint8Array> {
  const collect = collector();
  const parts: Uint8Array[] = [];
  for (let from = 0; from < documents.length; from += DRAWN_TOGETHER) {
    parts.push(draw(documents.slice(from, from + DRAWN_TOGETHER), { createdAt, standard: 'a-2b' }));
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return joinPdf(parts);
}

/** What is drawn lives outside the heap, which therefore never seems full: the collector has to be called. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
