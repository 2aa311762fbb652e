import {
  detectOldEncoding,
  type OldEncoding,
  toUnicode,
  vietnameseScore,
} from '@benvung/domain/exchange/old-encodings';
import { FileRefusal } from './files/file-refusal.ts';
import { startOf } from './files/read-csv.ts';
import { openXlsx } from './files/read-xlsx.ts';
import { sniffFile } from './files/sniff-file.ts';

export interface FoundEncoding {
  readonly encoding: OldEncoding | 'windows-1258';
  /** Some texts as they stand and as they would be. */
  readonly preview: readonly { readonly before: string; readonly after: string }[];
}

const SAMPLE_BYTES = 262_144;
const SAMPLE_TEXTS = 400;
const PREVIEWED = 8;

/** The old encoding a file's text is in, with a preview for the person who must agree; null when none is likely. */
export async function detectEncoding(path: string): Promise<FoundEncoding | null> {
  try {
    if ((await sniffFile(path)) === 'xlsx') return ofTexts(await xlsxTexts(path));
  } catch (error) {
    if (error instanceof FileRefusal) return null;
    throw error;
  }
  const bytes = await startOf(path, SAMPLE_BYTES);
  const unicode = decode(bytes, 'utf-8', true);
  if (unicode !== null) return ofTexts(cellsOf(unicode));
  const western = cellsOf(decode(bytes, 'windows-1252', false) ?? '');
  const vietnamese = cellsOf(decode(bytes, 'windows-1258', false) ?? '');
  const old = detectOldEncoding(western);
  const oldScore = old === null ? 0 : vietnameseScore(western.map((text) => toUnicode(text, old)));
  if (vietnameseScore(vietnamese) > Math.max(oldScore, 0.6))
    return { encoding: 'windows-1258', preview: previewOf(western, vietnamese) };
  return old === null
    ? null
    : {
        encoding: old,
        preview: previewOf(
          western,
          western.map((text) => toUnicode(text, old)),
        ),
      };
}

function ofTexts(texts: readonly string[]): FoundEncoding | null {
  const encoding = detectOldEncoding(texts);
  if (encoding === null) return null;
  return {
    encoding,
    preview: previewOf(
      texts,
      texts.map((text) => toUnicode(text, encoding)),
    ),
  };
}

function decode(bytes: Buffer, label: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes, { stream: true }).normalize('NFC');
  } catch {
    return null;
  }
}

const cellsOf = (text: string): string[] => text.split(/[\n\r,;\t"]+/u).filter((cell) => cell.trim() !== '');

async function xlsxTexts(path: string): Promise<string[]> {
  const texts: string[] = [];
  for (const sheet of await openXlsx(path))
    for await (const rows of sheet.rows()) {
      for (const { cells } of rows) texts.push(...cells.filter((cell) => cell !== ''));
      if (texts.length > SAMPLE_TEXTS) return texts;
    }
  return texts;
}

function previewOf(before: readonly string[], after: readonly string[]): FoundEncoding['preview'] {
  const seen = new Set<string>();
  return before
    .map((text, index) => ({ before: text.trim(), after: (after[index] ?? '').trim() }))
    .filter((pair) => pair.before !== pair.after && !seen.has(pair.before) && seen.add(pair.before))
    .slice(0, PREVIEWED);
}
