import type { Language } from './text.ts';

/** `1500000` as Vietnamese (1.500.000) or English (1,500,000) readers write it. */
export const groupThousands = (value: number, language: Language): string =>
  String(value).replace(/\B(?=(\d{3})+(?!\d))/gu, language === 'vi' ? '.' : ',');

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
