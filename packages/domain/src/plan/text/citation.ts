import type { Day } from '../../shared/day.ts';
import type { DateToken } from './date-token.ts';
import type { Span } from './span.ts';

/** A legal or administrative document as a text names it. */
export interface Citation extends Span {
  /** "Quyết định", as written; null where only a number stands. */
  readonly type: string | null;
  readonly number: string;
  /** The year within the number ("55/2023/TT-BTC"). */
  readonly year: number | null;
  /** "TT-BTC", spaces of extraction taken out. */
  readonly symbol: string;
  /** "55/2023/TT-BTC": what two citations of one document share. */
  readonly key: string;
  readonly numberSpan: Span;
  readonly date: Day | null;
  readonly dateSpan: Span | null;
  /** "Thủ tướng Chính phủ", as written after "của"; null when none is named. */
  readonly issuer: string | null;
  /** The words that follow: what the document is about. */
  readonly about: string;
}

const TYPES = [
  'Bộ luật',
  'Luật',
  'Pháp lệnh',
  'Nghị quyết liên tịch',
  'Nghị quyết',
  'Nghị định',
  'Quyết định',
  'Thông tư liên tịch',
  'Thông tư',
  'Thông báo kết luận',
  'Thông báo',
  'Chỉ thị',
  'Kế hoạch hành động',
  'Kế hoạch',
  'Công văn',
  'Công điện',
  'Văn bản hợp nhất',
  'Văn bản',
  'Tờ trình',
  'Báo cáo thẩm tra',
  'Báo cáo tiếp thu',
  'Báo cáo',
  'Hướng dẫn',
  'Chương trình hành động',
  'Chương trình phối hợp',
  'Chương trình',
  'Kết luận',
  'Quy định',
  'Quy chế',
  'Đề án',
  'Phương án',
  'Hợp đồng',
  'Biên bản',
] as const;
const TYPE = TYPES.map((type) => type.replaceAll(' ', '\\s+')).join('|');
/** "20/2023/NQ- HĐND", "47-NQ/TU", "03 /QĐ-UBND", "55/2023/BTC", "24/2021/QH15", "0125/KH-UBND". */
const NUMBER =
  '(\\d{1,5}[a-zA-Z]?)\\s?((?:\\/\\s?(?:19|20)\\d{2})?)\\s?([/-])\\s?([A-ZĐƯ][\\p{L}\\d&]{0,14}(?:\\s?[-–/]\\s?[A-ZĐƯ][\\p{L}\\d&.]{0,16}){0,4})';
const CITED = new RegExp(
  `(?:(?<type>${TYPE})(?:\\s+[\\p{L}\\s,]{1,60}?)??\\s*(?:,?\\s*[Ss]ố\\s*:?\\s*|\\s+(?=\\d))|(?<![\\p{L}])[Ss]ố\\s*:?\\s*)${NUMBER}`,
  'gu',
);
const ISSUER = /^[\s,]*(?:ngày[\s\d/.,-]*(?:tháng\s*\d+\s*)?(?:năm\s*\d+)?[\s,]*)?của\s+([^;:(“"”]{3,140})/u;
const ISSUER_ENDS =
  /\s+(?:về|quy định|phê duyệt|ban hành|hướng dẫn|sửa đổi|bổ sung|ngày|năm|giao|thông qua|tại|[Kk]ết luận|tiếp tục|thực hiện|triển khai|phát động|điều chỉnh|công bố|công nhận|trên|và|cho|để|nhằm|đã|có|được)(?!\p{L})|[,.)]/u;

const tidySymbol = (symbol: string): string => symbol.replace(/\s+|\.+$/gu, '').replaceAll('–', '-');

const REACH = 150;

/** The date that belongs to a citation: right after the number, or after "của <issuer>". */
function dateAfter(text: string, end: number, dates: readonly DateToken[]): DateToken | undefined {
  const next = dates.find((date) => date.start >= end && date.precision === 'day');
  if (next === undefined || next.start - end > REACH) return undefined;
  const between = text.slice(end, next.start);
  if (/^[\s,]*(?:\(?\s*ngày|ký ngày|ban hành ngày|,?\s*ng[àa]y)?[\s,:]*$/iu.test(between)) return next;
  return /^[\s,]*của\s+[^;:.()“"]{2,110}?,?\s*(?:ngày|ban hành ngày|ký ngày)\s*$/iu.test(between) &&
    !/(?:về|sửa đổi|phê duyệt|quy định|ban hành(?! ngày)|thực hiện|thay thế|\d)/iu.test(between)
    ? next
    : undefined;
}

function issuerAfter(text: string, end: number): string | null {
  const match = ISSUER.exec(text.slice(end, end + 2 * REACH));
  if (match === null) return null;
  const words = match[1]!;
  const stop = ISSUER_ENDS.exec(words);
  const issuer = (stop === null ? words : words.slice(0, stop.index)).trim();
  return issuer.length < 3 ? null : issuer;
}

const TYPE_WORDS = new RegExp(`(?:${TYPE})(?!\\p{L})`, 'gu');

/** Of several type words before a number ("Chương trình … theo Quyết định số 90") the last is its own. */
function ownType(text: string, match: RegExpMatchArray): { type: string | null; start: number } {
  const start = match.index ?? 0;
  const before = text.slice(start, start + match[0].search(/[Ss]ố\s*:?\s*\d|\d/u));
  const last = [...before.matchAll(TYPE_WORDS)].at(-1);
  return last === undefined
    ? { type: null, start }
    : { type: last[0].replace(/\s+/gu, ' '), start: start + last.index };
}

function makeCitation(
  text: string,
  match: RegExpMatchArray,
  dates: readonly DateToken[],
  { type, start }: { type: string | null; start: number },
): Citation {
  const [matched, , number = '', yearPart = '', , rawSymbol = ''] = match;
  // The mark that ends the sentence is no part of the symbol.
  const whole = matched.replace(/\.+$/u, '');
  const end = (match.index ?? 0) + whole.length;
  const symbol = tidySymbol(rawSymbol);
  const year = yearPart === '' ? null : Number(yearPart.replace(/\D/gu, ''));
  const numberStart = (match.index ?? 0) + whole.search(/\d/u);
  const after = dateAfter(text, end, dates);
  const tail = Math.max(end, after?.end ?? 0);
  const key = [number.replace(/^0+(?=\d)/u, ''), year, symbol.toUpperCase()]
    .filter((part) => part !== null)
    .join('/');
  return {
    start,
    end: tail,
    type,
    number,
    year,
    symbol,
    key,
    numberSpan: { start: numberStart, end },
    date: after?.first ?? null,
    dateSpan: after === undefined ? null : { start: after.start, end: after.end },
    issuer: issuerAfter(text, end),
    about: text.slice(tail, tail + REACH),
  };
}

const sameType = (symbol: string): RegExp | undefined => {
  const code = /^(?:QĐ|NQ|NĐ|TT|KH|CT|CV|BC|TTr|TB|HD|CTr|KL)/u.exec(symbol)?.[0];
  return code === undefined ? undefined : new RegExp(`^${code}(?!\\p{Ll})`, 'u');
};

/** Every document a text cites, in order; a list "số A, số B" keeps the type of its first. */
export function findCitations(text: string, dates: readonly DateToken[]): Citation[] {
  const found: Citation[] = [];
  if (!/\d\s?[/-]/u.test(text)) return found;
  for (const match of text.matchAll(CITED)) {
    const own = ownType(text, match);
    const last = found.at(-1);
    const carried = last !== undefined && sameType(last.symbol)?.test(tidySymbol(match[5] ?? ''));
    const type = own.type ?? (carried ? last.type : null);
    found.push(makeCitation(text, match, dates, { type, start: own.start }));
  }
  return found;
}
