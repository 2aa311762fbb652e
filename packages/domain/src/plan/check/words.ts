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

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const lower = text.toLowerCase();
  for (const match of lower.matchAll(/\p{L}+/gu)) {
    const [word] = match;
    words.push({ lower: word, folded: foldTone(word), start: match.index, end: match.index + word.length });
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
