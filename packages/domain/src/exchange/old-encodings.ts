/**
 * Vietnamese written in an encoding from before Unicode and read as Western letters: TCVN3 (ABC, fonts ".Vn…"), where
 * one sign stands for a letter with its marks, and VNI (fonts "VNI-…"), where a vowel is followed by a sign that
 * carries its marks.
 */
export type OldEncoding = 'tcvn3' | 'vni';
export const OLD_ENCODINGS: readonly OldEncoding[] = ['tcvn3', 'vni'];

const TCVN3_SIGNS = 'µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ®¡¢£¤¥¦§';
const TCVN3_LETTERS = 'àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ';
const tcvn3 = new Map<string, string>();
for (const [index, sign] of [...TCVN3_SIGNS].entries()) tcvn3.set(sign, [...TCVN3_LETTERS][index] ?? sign);

/** Marks after a vowel in VNI; the same marks as capitals follow a capital. */
const VNI_TONES: Readonly<Record<string, string>> = {
  ø: '\u0300',
  ù: '\u0301',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
};
const VNI_ROOFS: Readonly<Record<string, string>> = {
  â: '\u0302',
  à: '\u0302\u0300',
  á: '\u0302\u0301',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
};
const VNI_BOWLS: Readonly<Record<string, string>> = {
  ê: '\u0306',
  è: '\u0306\u0300',
  é: '\u0306\u0301',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const VNI_ALONE: Readonly<Record<string, string>> = {
  ì: 'ì',
  í: 'í',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
};

function vniPairs(): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const add = (base: string, letter: string, marks: Readonly<Record<string, string>>) => {
    for (const [sign, mark] of Object.entries(marks)) {
      const joined = `${letter}${mark}`.normalize('NFC');
      pairs.set(base + sign, joined);
      pairs.set(base.toUpperCase() + sign.toUpperCase(), joined.toUpperCase());
      pairs.set(base.toUpperCase() + sign, joined.toUpperCase());
    }
  };
  for (const base of ['a', 'e', 'o', 'u', 'y']) add(base, base, VNI_TONES);
  add('ô', 'ơ', VNI_TONES);
  add('ö', 'ư', VNI_TONES);
  for (const base of ['a', 'e', 'o']) add(base, base, VNI_ROOFS);
  add('a', 'a', VNI_BOWLS);
  for (const [sign, letter] of Object.entries(VNI_ALONE)) {
    pairs.set(sign, letter);
    pairs.set(sign.toUpperCase(), letter.toUpperCase());
  }
  return pairs;
}

const VNI = vniPairs();

export function fromTcvn3(text: string): string {
  let plain = '';
  for (const sign of text) plain += tcvn3.get(sign) ?? sign;
  return plain.replace(/[\p{L}\p{M}]+/gu, (word) => (isCapitalWord(word) ? word.toUpperCase() : word));
}

/** Fonts of capitals show the small letters' signs as capitals: "NGUYễN". */
const isCapitalWord = (word: string): boolean => /[A-Z].*[A-Z]|[A-Z]{2}/u.test(word) && !/[a-z]/u.test(word);

export function fromVni(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; at += 1) {
    const pair = VNI.get(text.slice(at, at + 2));
    if (pair !== undefined) {
      plain += pair;
      at += 1;
    } else plain += VNI.get(text[at] ?? '') ?? text[at];
  }
  return plain;
}

export const toUnicode = (text: string, encoding: OldEncoding): string =>
  encoding === 'tcvn3' ? fromTcvn3(text) : fromVni(text);

const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/u;

/** Whether a word can be a Vietnamese syllable: its letters in the order they come in, and at most one tone. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().replaceAll('đ', 'd').normalize('NFD');
  const tones = parts.match(/[\u0300\u0301\u0303\u0309\u0323]/gu)?.length ?? 0;
  return tones <= 1 && SYLLABLE.test(parts.replace(/\p{M}/gu, ''));
}

const LEAST_SCORE = 0.6;
const LEAST_WORDS = 2;

/** What share of the words with marks are Vietnamese syllables; 0 when there are too few to tell. */
export function vietnameseScore(texts: Iterable<string>): number {
  let marked = 0;
  let sound = 0;
  for (const text of texts)
    for (const [word] of text.normalize('NFC').matchAll(/[^\s\d!-/:-@[-`{-~]+/gu)) {
      if (!/[^\x20-\x7e]/u.test(word)) continue;
      marked += 1;
      if (isSyllable(word)) sound += 1;
    }
  return marked < LEAST_WORDS ? 0 : sound / marked;
}

/** The old encoding texts are in, if their words become Vietnamese by it and are not so already. */
export function detectOldEncoding(texts: readonly string[]): OldEncoding | null {
  const already = vietnameseScore(texts);
  let best: OldEncoding | null = null;
  let most = Math.max(LEAST_SCORE, already);
  for (const encoding of OLD_ENCODINGS) {
    const score = vietnameseScore(texts.map((text) => toUnicode(text, encoding)));
    if (score > most) {
      best = encoding;
      most = score;
    }
  }
  return best;
}
