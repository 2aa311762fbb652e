import type { ExchangeProblemCode } from './problems.ts';

/**
 * Signs that a text lost its Vietnamese letters on the way: question marks inside words ("Nguy?n", or the
 * replacement character), or bytes of an old encoding read as Latin ones (TCVN3 "NguyÔn", VNI "Nguyeãn").
 */
export type TextDamage = 'lostDiacritics' | 'oldEncoding';

/** What a damaged text is refused as: it is the file that was damaged, so one is enough. */
export const DAMAGE_CODES = {
  lostDiacritics: 'exchange.text-lost-diacritics',
  oldEncoding: 'exchange.text-old-encoding',
} as const satisfies Readonly<Record<TextDamage, ExchangeProblemCode>>;

export const tellsDamage = ({ code }: { readonly code: ExchangeProblemCode }): boolean =>
  code === DAMAGE_CODES.lostDiacritics || code === DAMAGE_CODES.oldEncoding;

const PLAIN = /^[\x20-\x7e]*$/u;
const LOST_IN_NAME = /\ufffd|\p{L}\?|\?\p{L}/u;
const LOST_IN_TEXT = /\ufffd|\p{L}\?\p{L}|\?\?\p{L}/u;

/** TCVN3 puts accented vowels on Latin-1 signs and capitals; none of these stands in Vietnamese text. */
const TCVN3_ONLY = /[µ¶·¸¹»¼½¾¨©ª«¬­®¡¢£¤¥¦§ÆÇÅËÎÏÑÖ×ØÛÜÞßäåæçëîïñöøûüþÿ]/u;
/** A capital that Vietnamese shares with TCVN3's small letters, standing inside a small-letter word. */
const TCVN3_CAPITAL_INSIDE = /\p{Ll}[ÐÓÔÕÊÈÉÌÍÒÙÚÝ]|[ÐÓÔÕÊÈÉÌÍÒÙÚÝ]\p{Ll}+[ÐÓÔÕÊÈÉÌÍÒÙÚÝ]/u;
/** VNI writes a vowel and then its mark as a second, accented letter: aâ, eã, oà, uø, öô. */
const VNI_PAIR = /[aAoOuUeEyYôöÔÖ][áàäãåâëêûüúùøñïÁÀÄÃÅÂËÊÛÜÚÙØÑÏ]/u;
/** The same pairs in plain Vietnamese syllables: hoà, quá, huân, huê, quyên. */
const VIETNAMESE_PAIR = /^(?:o[áàã]|u[áàãâê]|yê)/iu;

/** Judges one text; in a name even a question mark at the end of a word is a lost letter ("Th?"). */
export function findTextDamage(text: string, isName: boolean): TextDamage | null {
  if (!text.includes('?') && PLAIN.test(text)) return null;
  if ((isName ? LOST_IN_NAME : LOST_IN_TEXT).test(text)) return 'lostDiacritics';
  if (TCVN3_ONLY.test(text) && !/[ăơưđẠ-ỹ]/iu.test(text)) return 'oldEncoding';
  if (/[ăơưđẠ-ỹ]/iu.test(text)) return null;
  if (TCVN3_CAPITAL_INSIDE.test(text)) return 'oldEncoding';
  return isVni(text) ? 'oldEncoding' : null;
}

function isVni(text: string): boolean {
  for (const [pair] of text.matchAll(new RegExp(VNI_PAIR, 'gu')))
    if (!VIETNAMESE_PAIR.test(pair)) return true;
  return false;
}

const LEAST_DAMAGED_HEADERS = 2;

/** Where headers lost their letters; one "Có BHYT?" among sound ones is a question. */
export function findDamagedHeader(
  headers: readonly { readonly header: string; readonly column: number }[],
): { readonly damage: TextDamage; readonly column: number } | null {
  const damaged = headers.flatMap(({ header, column }) => {
    const damage = findTextDamage(header, true);
    return damage === null ? [] : [{ damage, column }];
  });
  return damaged.length < LEAST_DAMAGED_HEADERS ? null : (damaged[0] ?? null);
}
