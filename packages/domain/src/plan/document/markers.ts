import { isUpperCase } from './fold.ts';
import type { NumberingStyle } from './plan-document.ts';

/** How a line begins: a number of the outline or a bullet. */
export interface Marker {
  readonly style: NumberingStyle;
  /** `II`, `2.1`, `a`, `7`, or the bullet itself. */
  readonly number: string;
  readonly mark: string;
  /** Where the words begin. */
  readonly end: number;
}

const BULLET = /^(\([+*-]\)|[-–—+*•▪◦●○·])\s*(?=\S)/u;
const PART = /^(?:phần|chương|mục)\s+(?:thứ\s+)?([IVXLC]+|\d{1,2}|nhất|hai|ba|bốn|năm)\b\s*([.:]?)\s*/iu;
const ARTICLE = /^Điều\s+(\d{1,3}[a-zđ]?)\s*([.:]?)\s*(?=\S|$)/u;
const ROMAN = /^([IVXLC]{1,6})\s*([.):]|[/-](?=\s))\s*(?=[“"'(]?\p{Lu}|[“"'(]?\p{Ll})/u;
const ROMAN_BARE = /^([IVX]{1,5})\s+(?=\p{Lu}{2})/u;
const UPPER_LETTER = /^([A-HĐK])(\s*[.)]|[/-])\s+(?=\p{L})/u;
const DECIMAL =
  /^(\d{1,2}(?:\s?\.\s?\d{1,2}){0,4})(?:\s?([.):]|\/(?=\s))|(-)(?=\s+[“"'(]?\p{Lu}))?\s*(?=\S|$)/u;
/** "4. 100% trẻ em …": the number of a list before a figure, which is no "4.10". */
const BEFORE_FIGURE = /^(\d{1,2})([.)])\s+(?=\d{1,3}(?:[.,]\d+)*\s?(?:%|\p{Ll}))/u;
const LETTER = /^([a-zđê]\d?)(?:\s?([.)])|([/-])(?=\s+[“"'(]?\p{Lu}))\s*(?=\S|$)/u;
const LETTER_BARE = /^([a-hđ])\s+(?=\p{Lu})/u;

/** The outline number or bullet a line begins with; dates, amounts and years are none. */
export function readMarker(text: string): Marker | undefined {
  const first = text.charAt(0);
  if (/\d/u.test(first)) return decimal(text);
  return (
    from(text, BULLET, 'bullet') ??
    from(text, PART, 'part', /^[pcmPCM]/u) ??
    from(text, ARTICLE, 'article', /^Đ/u) ??
    from(text, UPPER_LETTER, 'letter-upper', /^[ABDĐEFGHK]/u) ??
    from(text, ROMAN, 'roman', /^[IVXLC]/u) ??
    bareRoman(text) ??
    from(text, LETTER, 'letter', /^[a-zđê]/u) ??
    from(text, LETTER_BARE, 'letter', /^[a-hđ]/u)
  );
}

function from(text: string, form: RegExp, style: NumberingStyle, first?: RegExp): Marker | undefined {
  if (first !== undefined && !first.test(text)) return undefined;
  const found = form.exec(text);
  if (found === null) return undefined;
  return { style, number: found[1] ?? '', mark: (found[2] ?? found[3] ?? '').trim(), end: found[0].length };
}

function bareRoman(text: string): Marker | undefined {
  const found = /^[IVX]/u.test(text) ? from(text, ROMAN_BARE, 'roman') : undefined;
  return found !== undefined && isUpperCase(text) ? found : undefined;
}

function decimal(text: string): Marker | undefined {
  const found = BEFORE_FIGURE.exec(text) ?? DECIMAL.exec(text);
  if (found === null) return undefined;
  const [all, written = ''] = found;
  const mark = found[2] ?? found[3] ?? '';
  const number = written.replace(/\s/gu, '');
  const rest = text.slice(all.length);
  const digitFollows = /^\d/u.test(rest);
  if (digitFollows && !/[.):]\s+$/u.test(all)) return undefined;
  if (mark === '' && !(number.includes('.') && /^[“"'(]?\p{Lu}/u.test(rest) && /\s$/u.test(all)))
    return undefined;
  if (/^[.,]\d/u.test(rest) || /^%/u.test(rest)) return undefined;
  return { style: 'decimal', number, mark, end: all.length };
}
