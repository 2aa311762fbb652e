import { searchKey } from '../shared/vietnamese-text.ts';

/** The words files use for codes: one label that is written, any number of spellings that are read. */
export interface Vocabulary<Code extends string> {
  label(code: Code): string;
  find(text: string): Code | undefined;
  readonly labels: readonly string[];
}

export type Word<Code extends string> = readonly [code: Code, label: string, ...otherSpellings: string[]];

/** Case, diacritics, tone placement and punctuation do not count; "Hộ  cận-nghèo" is "ho can ngheo". */
export const foldWord = (text: string): string => searchKey(text).replaceAll(' ', '');

const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** What is written exactly is found first ("Bà" is a grandmother, "Ba" a father), then what it folds to. */
export function makeVocabulary<Code extends string>(words: readonly Word<Code>[]): Vocabulary<Code> {
  const labels = new Map<Code, string>(words.map(([code, label]) => [code, label]));
  const exact = new Map<string, Code>();
  const folded = new Map<string, Code>();
  for (const [code, ...spellings] of words)
    for (const spelling of [code, ...spellings]) {
      exact.set(plain(spelling), code);
      if (!folded.has(foldWord(spelling))) folded.set(foldWord(spelling), code);
    }
  const seen = new Map<string, Code | undefined>();
  return {
    label: (code) => labels.get(code) ?? code,
    find: (text) => {
      if (seen.has(text)) return seen.get(text);
      const code = exact.get(plain(text)) ?? folded.get(foldWord(text));
      if (seen.size < 10_000) seen.set(text, code);
      return code;
    },
    labels: [...labels.values()],
  };
}
