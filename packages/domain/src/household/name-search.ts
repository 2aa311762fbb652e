import { searchKey } from '../shared/vietnamese-text.ts';

/** Everyone's folded names in one text, each word after a space, persons apart by "|". */
export const namesKey = (names: readonly string[]): string =>
  names.map((name) => ` ${searchKey(name)}`).join('|');

export interface NameSought {
  /** `LIKE` patterns that all hold of a household where one person bears every word. */
  readonly patterns: readonly string[];
  /** A regular expression that holds only where it is one and the same person. */
  readonly together: string;
}

const LEAST_LETTERS = 2;

/** What is typed, from the second letter on: each word begins a word of one person's name; null when too short. */
export function nameSought(typed: string): NameSought | null {
  const words = searchKey(typed).split(' ').filter(Boolean);
  if (words.join('').length < LEAST_LETTERS) return null;
  // the key holds letters and digits alone, so that nothing in it is a sign of either language
  return {
    patterns: words.map((word) => `% ${word}%`),
    together: `(^|[|])${words.map((word) => `(?=[^|]* ${word})`).join('')}`,
  };
}
