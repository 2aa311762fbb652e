import { readFile, stat } from 'node:fs/promises';
import { detectOldEncoding, toUnicode } from '@benvung/domain/exchange/old-encodings';
import type { SourceLayout } from '@benvung/domain/plan/document/plan-document';
import { PLAN_FILE_LIMITS, PlanFileRefusal } from './file-refusal.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';

/** A document as text. `extracted`: lines count in this text, the file itself has none. */
export interface ReadSource {
  readonly text: string;
  readonly layout: SourceLayout | null;
  readonly extracted: boolean;
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Reads a document file of any known form. A file beyond the limit is refused unread. @throws PlanFileRefusal */
export async function readSourceFile(path: string): Promise<ReadSource> {
  const about = await stat(path);
  if (about.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  // A pipe or a device is not even opened: it may never end.
  if (!about.isFile()) throw new PlanFileRefusal('plan.file-type-unknown');
  if (about.size > PLAN_FILE_LIMITS.bytes) throw tooLarge(about.size);
  return readSource(await readFile(path));
}

const tooLarge = (bytes: number) =>
  new PlanFileRefusal('plan.file-too-large', { megabytes: Math.ceil(bytes / 1024 ** 2) });

/** The same from bytes; the form is told by what they begin with, never by a name. @throws PlanFileRefusal */
export async function readSource(
  bytes: Buffer,
  mostLetters: number = PLAN_FILE_LIMITS.letters,
): Promise<ReadSource> {
  if (bytes.length > PLAN_FILE_LIMITS.bytes) throw tooLarge(bytes.length);
  const source = await readByForm(bytes);
  if (source.text.length > mostLetters) throw tooLarge(bytes.length);
  if (!/\p{L}/u.test(source.text)) throw new PlanFileRefusal('plan.file-empty');
  return source;
}

async function readByForm(bytes: Buffer): Promise<ReadSource> {
  if (bytes.subarray(0, 4).equals(ZIP)) return { ...readDocx(bytes), extracted: true };
  if (bytes.subarray(0, 1024).includes('%PDF-'))
    return { text: await readPdf(bytes), layout: null, extracted: true };
  if (bytes.subarray(0, 8).equals(COMPOUND))
    throw new PlanFileRefusal(bytes.includes(ENCRYPTED) ? 'plan.file-encrypted' : 'plan.file-old-word');
  if (bytes.subarray(0, 5).equals(Buffer.from('{\\rtf'))) throw new PlanFileRefusal('plan.file-old-word');
  return { text: readText(bytes), layout: null, extracted: false };
}

/** UTF-8, UTF-16 with its mark or told by its zeros, or one of the old Vietnamese encodings when the letters make words in it. */
function readText(bytes: Buffer): string {
  const wide = wideEncoding(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const text = decodeStrictly(bytes) ?? readOldText(bytes);
  if (text === undefined || looksBinary(text)) throw new PlanFileRefusal('plan.file-not-text');
  return text;
}

const WIDE_SAMPLE = 2_000;
const MOSTLY = 0.4;

/** Letters of Vietnamese text in UTF-16 have a zero on every second byte, nearly always the same one. */
function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, WIDE_SAMPLE);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd > MOSTLY && even < odd / 10) return 'utf-16le';
  return even > MOSTLY && odd < even / 10 ? 'utf-16be' : null;
}

function decodeStrictly(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const SAMPLE_LINES = 400;

function readOldText(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  const western = new TextDecoder('windows-1252').decode(bytes);
  const encoding = detectOldEncoding(western.split(/\r\n|\n|\r/u).slice(0, SAMPLE_LINES));
  return encoding === null ? undefined : toUnicode(western, encoding);
}

const MOST_CONTROLS = 0.01;

/** Letters that no text has: NUL and other controls beside tab, line ends and form feed. */
function looksBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/gu)?.length ?? 0;
  return controls > text.length * MOST_CONTROLS;
}
