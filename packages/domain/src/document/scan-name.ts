import { VERIFICATION_CODE_LENGTH } from './verification-code.ts';

/** What the name of a scan says of the paper on it. */
export interface ScanName {
  /** Words that look like the code printed on papers. */
  readonly codes: readonly string[];
  readonly number: number | null;
  /** `QD`, `GCN`, …: the first part of a symbol, without marks. */
  readonly type: string | null;
  readonly year: number | null;
}

/** A paper that a scan may be of. */
export interface ScannedPaper {
  readonly id: string;
  readonly code: string;
  readonly number: number;
  readonly symbol: string;
  readonly year: number;
}

export type ScanMatch =
  | { readonly kind: 'one'; readonly id: string; readonly by: 'code' | 'name' }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly papers: number };

const CODE = new RegExp(
  `\\b[2-9A-HJ-KM-NP-TV-Z]{4}[- ]?[2-9A-HJ-KM-NP-TV-Z]{${VERIFICATION_CODE_LENGTH - 4}}\\b`,
  'gu',
);
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/QUYET ?DINH/u, 'QD'],
  [/GIAY ?CHUNG ?NHAN/u, 'GCN'],
  [/THONG ?BAO/u, 'TB'],
  [/BIEN ?BAN/u, 'BB'],
  [/BAO ?CAO/u, 'BC'],
  [/TO ?TRINH/u, 'TTR'],
  [/KE ?HOACH/u, 'KH'],
];
const TYPES = ['QD', 'GCN', 'TB', 'BB', 'BC', 'TTR', 'KH', 'CV', 'UBND'];
const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replaceAll('Đ', 'D');

/** `33-GCN-HN.HCN.pdf`, `QĐ 01 2024.jpg`, `Giấy chứng nhận số 33 (4F7K-92QD).pdf`. */
export function readScanName(fileName: string): ScanName {
  const words = bare(fileName.replace(/\.(?:pdf|jpe?g|png)$/iu, '')).replace(/_/gu, ' ');
  const codes = codesIn(words);
  const named = words.replace(CODE, (word) => (/\d/u.test(word) && isCode(word) ? ' ' : word));
  const tokens = named
    .replace(/([A-Z])(\d)/gu, '$1 $2')
    .replace(/(\d)([A-Z])/gu, '$1 $2')
    .split(/[^A-Z0-9]+/u)
    .filter((token) => token !== '');
  const type =
    tokens.find((token) => TYPES.includes(token)) ?? NAMES.find(([name]) => name.test(named))?.[1] ?? null;
  const numbers = tokens.filter((token) => /^\d{1,5}$/u.test(token));
  const isYear = (token: string) =>
    token.length === 4 && Number(token) >= FIRST_YEAR && Number(token) <= LAST_YEAR;
  const years = numbers.length > 1 ? numbers.filter(isYear) : [];
  const number = numbers.find((token) => !years.includes(token));
  return {
    codes,
    number: number === undefined ? null : Number(number),
    type,
    year: years[0] === undefined ? null : Number(years[0]),
  };
}

/** A code has a letter: a day written in figures is none. */
const isCode = (word: string): boolean => /[A-Z]/u.test(word);

/** Codes of papers in a text: read from a square, from the words of a PDF, or from a file's name. */
export const codesIn = (text: string): string[] => [
  ...new Set(
    [...text.toUpperCase().matchAll(CODE)]
      .map(([word]) => word)
      .filter(isCode)
      .map((word) => word.replace(/[- ]/gu, '')),
  ),
];

const typeOfSymbol = (symbol: string): string => bare(symbol).split(/[-.]/u)[0] ?? '';

/** The paper a scan is of: by a code read from it before its name; a number without its kind says nothing. */
export function matchScan(
  { codes, name }: { readonly codes: readonly string[]; readonly name: ScanName },
  papers: readonly ScannedPaper[],
): ScanMatch {
  const known = new Set([...codes, ...name.codes]);
  const coded = papers.filter(({ code }) => known.has(code));
  if (coded.length > 1) return { kind: 'several', papers: coded.length };
  const [one] = coded;
  if (one !== undefined) return { kind: 'one', id: one.id, by: 'code' };
  const { number, type, year } = name;
  if (number === null || type === null) return { kind: 'none' };
  const wanted = type === 'CV' ? 'UBND' : type;
  const named = papers.filter(
    (paper) =>
      paper.number === number &&
      typeOfSymbol(paper.symbol) === wanted &&
      (year === null || paper.year === year),
  );
  if (named.length > 1) return { kind: 'several', papers: named.length };
  return named[0] === undefined ? { kind: 'none' } : { kind: 'one', id: named[0].id, by: 'name' };
}
