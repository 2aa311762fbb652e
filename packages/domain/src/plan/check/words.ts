import type { ReadParagraph } from './check-context.ts';

/** A word of letters and where it stands. */
export interface Word {
  readonly lower: string;
  /** Lower case with the tone on the first of two vowels: "hoà" and "hòa", "uỷ" and "ủy" are one writing. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const folds = new Map<string, string>();
const FOLDS_KEPT = 20_000;

function foldTone(word: string): string {
  const before = folds.get(word);
  if (before !== undefined) return before;
  const folded = word
    .normalize('NFD')
    .replace(/(o|u)([aey])([\u0300\u0301\u0303\u0309\u0323])/gu, '$1$3$2')
    .normalize('NFC');
  if (folds.size >= FOLDS_KEPT) folds.clear();
  folds.set(word, folded);
  return folded;
}

/** Latin letters with the marks Vietnamese and the languages of its peoples use: a loop over codes is many times a pattern's speed. */
const isLetterCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x1e00 && code <= 0x1eff) ||
  (code >= 0x300 && code <= 0x36f);

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const lower = text.toLowerCase();
  let start = -1;
  for (let at = 0; at <= lower.length; at++) {
    if (at < lower.length && isLetterCode(lower.charCodeAt(at))) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      const word = lower.slice(start, at);
      words.push({ lower: word, folded: foldTone(word), start, end: at });
      start = -1;
    }
  }
  return words;
}

const known = new WeakMap<ReadParagraph, readonly Word[]>();

export function wordsIn(read: ReadParagraph): readonly Word[] {
  const before = known.get(read);
  if (before !== undefined) return before;
  const words = wordsOf(read.text);
  known.set(read, words);
  return words;
}
