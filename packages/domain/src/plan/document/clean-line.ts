import { type CleanText, deleteSpans } from './clean-text.ts';
import { spacedLetterGaps } from './spaced-letters.ts';

/** One line of the source, cleaned; `text` is also empty when only emphasis stood there. */
export interface CleanLine extends CleanText {
  readonly line: number;
  readonly blank: boolean;
  /** Offsets in `text` before which three or more blanks or a tab stood: columns set apart by blanks. */
  readonly gaps: readonly number[];
  /** Offset of each tab, also of those at the ends and side by side: what a table copied from Word or Excel has. */
  readonly tabs: readonly number[];
  /** Ends with a soft hyphen: its last word runs on in the next line. */
  readonly broken: boolean;
}

const PLAIN =
  /^[\x21-\x29\x2b-\x5b\x5d-\x7e\u00c0-\u024f\u1e00-\u1eff\u2013\u2014\u201c\u201d](?:[\x21-\x29\x2b-\x5b\x5d-\x7e\u00c0-\u024f\u1e00-\u1eff\u2013\u2014\u201c\u201d]| (?! ))*$/u;
const DROPPED = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/u;
const BLANK = /\s/u;
const MARK = /\p{M}/u;

/** A line without emphasis marks, soft hyphens, joined blanks and decomposed letters; knows where each stood. */
export function cleanLine(raw: string, line: number): CleanLine {
  const trimmed = raw.trim();
  if (trimmed === '') return { line, blank: true, text: '', pieces: [], gaps: [], tabs: [], broken: false };
  const start = raw.indexOf(trimmed);
  if (!trimmed.startsWith('#') && !raw.includes('\t') && PLAIN.test(trimmed)) {
    return closeSpacedLetters({
      line,
      blank: false,
      text: trimmed,
      pieces: [{ at: 0, line, column: start + 1 }],
      gaps: [],
      tabs: [],
      broken: false,
    });
  }
  return closeSpacedLetters(cleanSlowly(raw, line));
}

interface Cleaning {
  text: string;
  readonly pieces: { at: number; line: number; column: number }[];
  readonly gaps: number[];
  readonly tabs: number[];
  /** The column that would follow in step. */
  next: number;
}

function append(cleaning: Cleaning, letters: string, line: number, column: number, length: number): void {
  if (column !== cleaning.next || cleaning.pieces.length === 0) {
    cleaning.pieces.push({ at: cleaning.text.length, line, column });
  }
  cleaning.text += letters;
  cleaning.next = letters.length === length ? column + length : -1;
}

/** The first position after the blanks, dropped characters and emphasis that begin at `at`. */
function skipBlanks(raw: string, at: number): number {
  let end = at;
  while (end < raw.length && (BLANK.test(raw.charAt(end)) || DROPPED.test(raw.charAt(end)))) end++;
  return end;
}

function clusterEnd(raw: string, at: number): number {
  const first = raw.charCodeAt(at);
  let end = at + (first >= 0xd800 && first < 0xdc00 ? 2 : 1);
  while (end < raw.length && MARK.test(raw.charAt(end))) end++;
  return end;
}

function cleanSlowly(raw: string, line: number): CleanLine {
  const cleaning: Cleaning = { text: '', pieces: [], gaps: [], tabs: [], next: -1 };
  const emphasis = emphasisMarks(raw);
  let at = raw.length - raw.replace(/^\s*#{1,6}\s+/u, '').length;
  while (at < raw.length) {
    const letter = raw.charAt(at);
    if (emphasis.has(at) || DROPPED.test(letter)) {
      at++;
    } else if (BLANK.test(letter)) {
      const end = skipBlanks(raw, at);
      const blank = cleaning.text !== '' && !cleaning.text.endsWith(' ');
      if (blank) append(cleaning, ' ', line, at + 1, 1);
      const tabs = raw.slice(at, end).split('\t').length - 1;
      if (end - at >= 3 || tabs > 0) cleaning.gaps.push(cleaning.text.length);
      for (let each = 0; each < tabs; each++) cleaning.tabs.push(cleaning.text.length);
      at = end;
    } else {
      const end = clusterEnd(raw, at);
      append(cleaning, raw.slice(at, end).normalize('NFC'), line, at + 1, end - at);
      at = end;
    }
  }
  const text = cleaning.text.trimEnd();
  const gaps = cleaning.gaps.filter((gap) => gap > 0 && gap < text.length);
  return {
    line,
    blank: false,
    text,
    pieces: cleaning.pieces,
    gaps,
    tabs: cleaning.tabs.map((tab) => Math.min(tab, text.length)),
    broken: raw.trimEnd().endsWith('\u00ad'),
  };
}

/** Positions of Markdown emphasis; a bullet `* ` and a footnote mark `(*)` are none. */
function emphasisMarks(raw: string): ReadonlySet<number> {
  const marks = new Set<number>();
  if (!raw.includes('*') && !raw.includes('\\')) return marks;
  const bullet = /^\s*\*\s/u.exec(raw)?.[0].length ?? 0;
  for (let at = bullet; at < raw.length; at++) {
    const letter = raw.charAt(at);
    if (letter === '*' && !(raw.charAt(at - 1) === '(' && raw.charAt(at + 1) === ')')) marks.add(at);
    if (letter === '\\' && /[\\`*_{}[\]()#+\-.!]/u.test(raw.charAt(at + 1))) marks.add(at);
  }
  return /^\s*\*+\s*\*+\s*$/u.test(raw) ? new Set(Array.from(raw, (_, at) => at)) : marks;
}

function closeSpacedLetters(clean: CleanLine): CleanLine {
  const spans = spacedLetterGaps(clean.text, clean.gaps);
  if (spans.length === 0) return clean;
  return { ...clean, ...deleteSpans(clean, spans), gaps: [], tabs: [] };
}
