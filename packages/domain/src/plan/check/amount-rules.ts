import { groupThousands } from '../../shared/phrase.ts';
import type { Money } from '../text/money.ts';
import { findWordsAmounts } from '../text/money.ts';
import { readNumberWords, writeNumberWords } from '../text/number-words.ts';
import type { CheckContext } from './check-context.ts';
import { spanIn } from './check-context.ts';
import { quantitiesOf } from './quantity.ts';
import type { Fault, Rule } from './rule.ts';

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[\s,.]+/gu, ' ')
    .replaceAll('ngàn', 'nghìn')
    .replaceAll('tỉ', 'tỷ')
    .replaceAll('lẻ', 'linh')
    .replaceAll('bẩy', 'bảy')
    .replaceAll('mươi tư', 'mươi bốn')
    .replaceAll('linh tư', 'linh bốn')
    .trim();

function wordsFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (read.money.length === 0) continue;
    for (const words of findWordsAmounts(read.text)) {
      const money = read.money.findLast(({ end }) => end <= words.start && words.start - end < 40);
      if (money === undefined) continue;
      const right = `${capital(writeNumberWords(money.dong))} đồng`;
      if (money.dong !== words.dong) {
        faults.push({
          span: spanIn(read, words),
          related: [spanIn(read, money)],
          expected: right,
          message: {
            vi: `Số tiền bằng số là ${read.text.slice(money.start, money.end)}, bằng chữ lại là “${words.words} đồng”. Một trong hai ghi sai; nếu số đúng thì chữ là “${right}”.`,
            en: `The amount in figures is ${read.text.slice(money.start, money.end)}, in words "${words.words} đồng". One of them is wrong; if the figures are right, the words are "${right}".`,
          },
        });
      } else if (folded(words.words) !== folded(writeNumberWords(words.dong))) {
        faults.push({
          severity: 'info',
          span: spanIn(read, words),
          expected: right,
          message: {
            vi: `“${words.words}” đúng giá trị nhưng chưa viết đủ chữ; cách viết chuẩn là “${right}”.`,
            en: `"${words.words}" has the right value but leaves words out; the standard writing is "${right}".`,
          },
        });
      }
    }
  }
  return faults;
}

const COUNT_AND_WORDS =
  /(?<![\d.,/])(\d{1,3}(?:\.\d{3})*)\s*\((\p{L}{2,6}(?:\s+\p{L}{2,6}){0,9})\)(?=\s+\p{Ll})/gu;

/** "15 (mười lăm) căn nhà"; "2024 (năm)" and "12 (tỷ)" are no words of a number. */
function countFaults(context: CheckContext): Fault[] {
  return context.paragraphs.flatMap((read) =>
    [...read.text.matchAll(COUNT_AND_WORDS)].flatMap((match): Fault[] => {
      const [all, figures = '', words = ''] = match;
      const named = /^(?:năm|tư|tỷ|tỉ|triệu|nghìn|ngàn|trăm)$/iu.test(words)
        ? undefined
        : readNumberWords(words);
      const counted = BigInt(figures.replaceAll('.', ''));
      if (named === undefined || named === counted) return [];
      const right = writeNumberWords(counted).toLowerCase();
      return [
        {
          span: spanIn(read, { start: match.index, end: match.index + all.length }),
          expected: `${figures} (${right})`,
          message: {
            vi: `Số là ${figures}, chữ trong ngoặc lại là “${words}”. Một trong hai ghi sai; nếu số đúng thì chữ là “${right}”.`,
            en: `The figures say ${figures}, the words in brackets "${words}". One of them is wrong; if the figures are right, the words are "${right}".`,
          },
        },
      ];
    }),
  );
}

/** More than any plan of the level spends in one place, in đồng. */
const LIMITS: readonly (readonly [RegExp, bigint, string])[] = [
  [/(?:^|ubnd|nhân dân|địa bàn)\s*(?:xã|phường|thị trấn|đặc khu)(?!\p{L})/iu, 2_000n, 'xã'],
  [/(?:^|ubnd|nhân dân|địa bàn)\s*(?:huyện|quận|thị xã)(?!\p{L})/iu, 20_000n, 'huyện'],
];
const BILLION = 1_000_000_000n;
const ANY_LIMIT = 200_000n;

/** The level of the document: by its body, its subject, or the body it speaks for at the end. */
function limitOf({ document: { head, signer, recipients, paragraphs } }: CheckContext): Limit {
  const own = [head.issuingBody?.text, head.subject?.text, signer?.authority?.text];
  const archive = recipients.at(-1)?.text;
  const opening = paragraphs
    .slice(0, 14)
    .find(({ text }) => /UBND\s+\p{L}+.{0,40}ban hành/iu.test(text))?.text;
  const issued =
    opening === undefined
      ? undefined
      : /UBND\s+(?:xã|phường|thị trấn|huyện|tỉnh|thành phố)[^,]{0,30}(?=ban hành)/iu.exec(opening)?.[0];
  for (const text of [...own, issued, archive]) {
    const found = text === undefined ? undefined : LIMITS.find(([pattern]) => pattern.test(text));
    if (found !== undefined) return { dong: found[1] * BILLION, level: found[2] };
    if (text !== undefined && /(?:tỉnh|thành phố|chính phủ|bộ)(?!\p{L})/iu.test(text)) break;
  }
  return { dong: ANY_LIMIT * BILLION, level: undefined };
}

/** The writing that leaves out a unit doubled by the zeros: "236.000.000 triệu đồng" → "236.000.000 đồng". */
function withoutScale(money: Money): string {
  const text = money.number.text;
  return /\.000\.000$/u.test(text)
    ? `${text} đồng`
    : `${text} ${money.factor >= BILLION ? 'triệu đồng' : 'đồng'}`;
}

const billionsOf = (dong: bigint): string => groupThousands(dong / BILLION);

interface Limit {
  readonly dong: bigint;
  readonly level: string | undefined;
}

function tooLarge(money: Money, written: string, limit: Limit): Omit<Fault, 'span'> | undefined {
  const zeros = /\.000\.000$/u.test(money.number.text);
  const doubled = money.factor >= 1_000n && zeros && money.dong >= 1000n * BILLION;
  const zeroed = doubled && (limit.level !== undefined || money.dong >= 20_000n * BILLION);
  if (!zeroed && money.dong <= limit.dong) return undefined;
  const meant = withoutScale(money);
  return {
    expected: meant,
    message: {
      vi: `${written} là ${billionsOf(money.dong)} tỷ đồng, quá lớn đối với một kế hoạch${limit.level === undefined ? '' : ` cấp ${limit.level}`}: đơn vị bị lặp. Có lẽ là ${meant}.`,
      en: `${written} is ${billionsOf(money.dong)} billion đồng, too much for a plan of this level: the unit is doubled. Probably ${meant} is meant.`,
    },
  };
}

/** Hundreds of billions in a commune's plan, written "300.000 triệu đồng": a thousand too many. */
function unusual(money: Money, written: string, limit: Limit): Omit<Fault, 'span'> | undefined {
  if (limit.level !== 'xã' || money.factor !== 1_000_000n || money.dong < 100n * BILLION) return undefined;
  if (!/\.000$/u.test(money.number.text)) return undefined;
  const less = `${money.number.text.slice(0, -4)} triệu đồng`;
  return {
    severity: 'warning',
    expected: less,
    message: {
      vi: `${written} là ${billionsOf(money.dong)} tỷ đồng, lớn khác thường đối với một kế hoạch cấp xã. Có lẽ là ${less}.`,
      en: `${written} is ${billionsOf(money.dong)} billion đồng, unusually much for a plan of a commune. Probably ${less} is meant.`,
    },
  };
}

function tooSmall(money: Money, written: string, rate: boolean): Omit<Fault, 'span'> | undefined {
  if (money.factor !== 1n || money.dong <= 0n || money.dong >= 1000n || rate) return undefined;
  return {
    severity: 'warning',
    message: {
      vi: `${written} quá nhỏ cho một khoản kinh phí. Có lẽ thiếu “nghìn” hoặc “triệu” ở đơn vị.`,
      en: `${written} is too little for a budget. Probably "nghìn" or "triệu" is missing from the unit.`,
    },
  };
}

function magnitudeFaults(context: CheckContext): Fault[] {
  const limit = limitOf(context);
  return context.paragraphs.flatMap((read) =>
    read.money.flatMap((money) => {
      const written = read.text.slice(money.start, money.end);
      const rate = quantitiesOf(read).find(({ start }) => start === money.start)?.rate === true;
      const fault =
        tooLarge(money, written, limit) ?? unusual(money, written, limit) ?? tooSmall(money, written, rate);
      return fault === undefined ? [] : [{ ...fault, span: spanIn(read, money) }];
    }),
  );
}

export const amountRules: readonly Rule[] = [
  {
    id: 'amount.words',
    severity: 'error',
    title: { vi: 'Số bằng chữ khác bằng số', en: 'A number in words differs from its figures' },
    find: (context) => [...wordsFaults(context), ...countFaults(context)],
  },
  {
    id: 'amount.magnitude',
    severity: 'error',
    title: {
      vi: 'Đơn vị tiền làm số lớn hoặc nhỏ vô lý',
      en: 'A unit makes an amount absurdly large or small',
    },
    find: magnitudeFaults,
  },
];
