import type { Language } from './text.ts';

/** The whole number `1500000` as Vietnamese (1.500.000) or English (1,500,000) readers write it. */
export const groupThousands = (value: number | bigint | string, language: Language = 'vi'): string =>
  String(value).replace(/\B(?=(\d{3})+(?!\d))/gu, language === 'vi' ? '.' : ',');

/** `1234.5` as `1.234,5`; with `decimals` always so many of them. */
export function writtenNumber(value: number, decimals?: number): string {
  const [whole = '', part] = (decimals === undefined ? String(value) : value.toFixed(decimals)).split('.');
  return part === undefined ? groupThousands(whole) : `${groupThousands(whole)},${part}`;
}

/** `a`, `a và b`, `a, b và c`. */
export function joinPhrases(phrases: readonly string[], language: Language): string {
  if (phrases.length < 2) return phrases[0] ?? '';
  const and = language === 'vi' ? 'và' : 'and';
  return `${phrases.slice(0, -1).join(', ')} ${and} ${phrases.at(-1)}`;
}

export const startUpper = (phrase: string): string =>
  phrase.charAt(0).toLocaleUpperCase('vi') + phrase.slice(1);
export const startLower = (phrase: string): string =>
  phrase.charAt(0).toLocaleLowerCase('vi') + phrase.slice(1);
