import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { OfficialDocument } from '@benvung/domain/document/official-document';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type DrawnPart, isLong, partsOf, type SeenOfPart, wholeOf } from './document-parts.ts';
import { type FileToJoin, joinPdf } from './join-pdf.ts';
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
 * One PDF/A-2a file (tagged, typeface embedded; refused by the drawing program where it would not be one) of a document
 * that is held at once, its text and each annex counted from page 1.
 * @throws Error when the layout itself is at fault, never because of what the data say.
 */
export const renderPdf = (document: OfficialDocument, { createdAt }: PdfOptions): Uint8Array =>
  draw([wholeOf(document)], { createdAt, standard: 'a-2a' }).bytes;

interface Drawing extends PdfOptions {
  /** `a-2a` is tagged for readers' aids. What is joined of parts is a plain PDF, without tags. */
  readonly standard: 'a-2a' | '1.7';
}

interface Drawn {
  readonly bytes: Uint8Array;
  /** Of a part that ends within a table. */
  readonly seen: SeenOfPart | null;
}

function draw(documents: readonly DrawnPart[], { createdAt, standard }: Drawing): Drawn {
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
    const untagged = standard === '1.7' ? { pdfTags: false } : {};
    const options = { pdfStandard: standard, creationTimestamp: seconds, ...untagged };
    const bytes = new Uint8Array(typst.pdf(outcome.result, options));
    if (documents.every(({ parts }) => parts.closing)) return { bytes, seen: null };
    const marks = typst.query(outcome.result, { selector: '<row>', field: 'value' });
    return { bytes, seen: seenOf(marks as RowMark[], outcome.result.numOfPages) };
  } finally {
    typst.evictCache(standard === '1.7' ? 0 : 1);
  }
}

interface RowMark {
  readonly row: number;
  readonly page: number;
}

function seenOf(marks: readonly RowMark[], pages: number): SeenOfPart | null {
  const first = marks.find(({ page }) => page === pages);
  return first === undefined ? null : { pages, firstRowOfLastPage: first.row };
}

/** The layout of so many is held at a time. */
const DRAWN_TOGETHER = 18;

/**
 * One or many documents in one file, drawn and let go in parts: the memory of a part, not of all. A plain PDF without
 * tags. The layouts are freed by the collector, in a turn of the loop: hence the waiting.
 */
export async function renderManyPdf(
  documents: readonly OfficialDocument[],
  { createdAt }: PdfOptions,
  onDrawn: (documents: number) => void = () => undefined,
): Promise<Uint8Array> {
  const collect = collector();
  const files: FileToJoin[] = [];
  let done = 0;
  for (const group of groupsOf(documents)) {
    const parts = group.length === 1 && isLong(group[0]!) ? partsOf(group[0]!) : together(group);
    let next = parts.next();
    while (!next.done) {
      const drawn = draw('parts' in next.value ? [next.value] : next.value, { createdAt, standard: '1.7' });
      files.push({ bytes: drawn.bytes, dropLastPage: drawn.seen !== null });
      await new Promise((resolve) => setImmediate(resolve));
      collect();
      await new Promise((resolve) => setImmediate(resolve));
      next = parts.next(drawn.seen);
    }
    done += group.length;
    onDrawn(done);
  }
  return joinPdf(files);
}

function* together(
  documents: readonly OfficialDocument[],
): Generator<readonly DrawnPart[], void, SeenOfPart | null> {
  yield documents.map(wholeOf);
}

/** A long document alone, others by so many. */
function groupsOf(documents: readonly OfficialDocument[]): OfficialDocument[][] {
  const groups: OfficialDocument[][] = [];
  for (const document of documents) {
    const last = groups.at(-1);
    const joins =
      last !== undefined && last.length < DRAWN_TOGETHER && !isLong(last[0]!) && !isLong(document);
    if (joins) last.push(document);
    else groups.push([document]);
  }
  return groups;
}

/** What is drawn lives outside the heap, which therefore never seems full: the collector has to be called. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
