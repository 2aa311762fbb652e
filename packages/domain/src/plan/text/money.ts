import type { NumberToken } from './number-token.ts';
import { isNumberWord, readNumberWords } from './number-words.ts';
import type { Span } from './span.ts';

/** An amount of money as written; `dong` is exact, in đồng. */
export interface Money extends Span {
  readonly number: NumberToken;
  /** "triệu đồng", as written. */
  readonly unit: string;
  /** Đồng in one unit. */
  readonly factor: bigint;
  readonly dong: bigint;
  /** "triệu" without "đồng": money only where its neighbours are. */
  readonly bare: boolean;
}

export interface WordsAmount extends Span {
  readonly dong: bigint;
  readonly words: string;
}

const UNIT =
  /^\s*(?:(nghìn|ngàn|triệu|tr\.?|tỷ|tỉ)(?:\s+(tỷ|tỉ))?\.?(\s*(?:đồng|đ)(?!\p{L}))?|(đồng|đ|VNĐ|VND)(?!\p{L}))/iu;
const FACTORS: Readonly<Record<string, bigint>> = {
  nghìn: 1000n,
  ngàn: 1000n,
  triệu: 1_000_000n,
  tr: 1_000_000n,
  tỷ: 1_000_000_000n,
  tỉ: 1_000_000_000n,
};

const factorOf = (word: string | undefined): bigint =>
  word === undefined ? 1n : (FACTORS[word.toLowerCase().replace('.', '')] ?? 1n);

export function findMoney(text: string, numbers: readonly NumberToken[]): Money[] {
  const found: Money[] = [];
  for (const number of numbers) {
    const match = UNIT.exec(text.slice(number.end, number.end + 24));
    if (match === null) continue;
    const [whole, scale, second, suffix, plain] = match;
    if (scale?.toLowerCase().startsWith('tr') && scale.length <= 3 && suffix === undefined) continue;
    // "đồng bào", "đồng chí", "đồng thời" are words of their own.
    const after = text.slice(number.end + whole.length, number.end + whole.length + 8);
    if ((suffix ?? plain)?.trim().toLowerCase() === 'đồng' && /^\s+(?:bào|chí|thời|bộ|đều|nhất)/u.test(after))
      continue;
    const bare = plain === undefined && suffix === undefined;
    if (bare && !/^\s*(?:[,.;:)/|]|$|và|trong)/u.test(after)) continue;
    const factor = plain !== undefined ? 1n : factorOf(scale) * factorOf(second);
    found.push({
      start: number.start,
      end: number.end + whole.trimEnd().length,
      number,
      unit: whole.trim().replace(/\s+/gu, ' '),
      factor,
      dong: (number.digits * factor) / 10n ** BigInt(number.places),
      bare,
    });
  }
  return found;
}

const IN_WORDS =
  /\(\s*(?:viết\s+)?(?:bằng\s+chữ|số tiền bằng chữ)?\s*:?\s*([\p{L}\s,.-]{6,220}?)\s*(?:đồng)(?:\s*(?:chẵn|\.|\/))*[\s./]*\)/giu;
const IN_WORDS_OPEN = /bằng\s+chữ\s*:?\s*([\p{L}\s,.-]{6,220}?)\s+đồng/giu;

/** Amounts written in words: "(Bốn trăm ba mươi ba triệu đồng)", "Bằng chữ: … đồng chẵn". */
export function findWordsAmounts(text: string): WordsAmount[] {
  const found: WordsAmount[] = [];
  for (const pattern of [IN_WORDS, IN_WORDS_OPEN]) {
    for (const match of text.matchAll(pattern)) {
      const words = match[1]!.trim();
      const start = match.index + match[0].indexOf(words);
      if (found.some((before) => start >= before.start && start < before.end)) continue;
      if (!isNumberWord(words.toLowerCase().split(/[\s,]/u)[0] ?? '')) continue;
      const dong = readNumberWords(words);
      if (dong !== undefined) found.push({ start, end: start + words.length, dong, words });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
