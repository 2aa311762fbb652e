import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { codesIn } from '@benvung/domain/document/scan-name';
import { extractText, getDocumentProxy } from 'unpdf';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Pictures of a scanned PDF that are looked at for a square: its first pages. */
const MOST_PICTURES = 4;
const MOST_SYMBOLS = 4;
let ready = false;

/** The reader of squares runs from the file of its package: nothing is fetched. */
function prepare(): void {
  if (ready) return;
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } });
  ready = true;
}

/**
 * Codes of papers that a scan bears: in the squares of a picture, of the pictures in a PDF, or in the words of a PDF that has
 * any. What cannot be read tells nothing: the person then says which paper it is.
 */
export async function readScanCodes(bytes: Buffer, mediaType: string): Promise<string[]> {
  const isPdf = mediaType === 'application/pdf';
  const texts = isPdf ? [await wordsOf(bytes)] : [];
  for (const picture of isPdf ? picturesIn(bytes) : [bytes]) texts.push(...(await squaresIn(picture)));
  return [...new Set(texts.flatMap(codesOf))];
}

/** Of an address `…/x?so=33/GCN-HN.HCN&ma=CQF449WV` only what is told as the code. */
const codesOf = (text: string): string[] => {
  const told = /[?&]ma=([^&\s]+)/u.exec(text)?.[1];
  return codesIn(told ?? text);
};

async function wordsOf(bytes: Buffer): Promise<string> {
  try {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }), {
      mergePages: true,
    });
    // only what the paper itself calls its code: names are in capitals too
    return [...text.matchAll(/[Mm]ã(?: xác minh văn bản)?:? *([0-9A-Z]{4}-[0-9A-Z]{4})/gu)]
      .map(([, code]) => code)
      .join(' ');
  } catch {
    return '';
  }
}

async function squaresIn(picture: Uint8Array): Promise<string[]> {
  prepare();
  try {
    const found = await readBarcodes(picture, {
      formats: ['QRCode'],
      tryHarder: true,
      maxNumberOfSymbols: MOST_SYMBOLS,
    });
    return found.map(({ text }) => text);
  } catch {
    return [];
  }
}

/** The JPEG pictures of a PDF as scanners write them: one a page, its bytes as they are. */
function picturesIn(pdf: Buffer): Buffer[] {
  const pictures: Buffer[] = [];
  let from = 0;
  while (pictures.length < MOST_PICTURES) {
    const filter = pdf.indexOf('/DCTDecode', from, 'latin1');
    if (filter < 0) break;
    const stream = pdf.indexOf('stream', filter, 'latin1');
    const end = stream < 0 ? -1 : pdf.indexOf('endstream', stream, 'latin1');
    if (end < 0) break;
    const begin = pdf.indexOf(Buffer.from([0xff, 0xd8, 0xff]), stream);
    if (begin >= 0 && begin < end) pictures.push(pdf.subarray(begin, end));
    from = end;
  }
  return pictures;
}
