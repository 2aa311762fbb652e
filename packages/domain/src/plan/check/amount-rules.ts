import type { Money } from '../text/money.ts';
import { findWordsAmounts } from '../text/money.ts';
import { writeNumberWords } from '../text/number-words.ts';
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

/** More than any plan of the level spends in one place, in đồng. */
const LIMITS: readonly (readonly [RegExp, bigint, string])[] = [
  [/(?:^|ubnd|nhân dân|địa bàn)\s*(?:xã|phường|thị trấn|đặc khu)(?!\p{L})/iu, 2_000n, 'xã'],
  [/(?:^|ubnd|nhân dân|địa bàn)\s*(?:huyện|quận|thị xã)(?!\p{L})/iu, 20_000n, 'huyện'],
];
const BILLION = 1_000_000_000n;
const ANY_LIMIT = 200_000n;

/** The level of the document: by its body, its subject, or the body it speaks for at the end. */
function limitOf({ document: { head, signer, recipients, paragraphs } }: CheckContext): {
  dong: bigint;
  level: string | undefined;
} {
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

function magnitudeFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  const limit = limitOf(context);
  for (const read of context.paragraphs) {
    for (const money of read.money) {
      const quantity = quantitiesOf(read).find(({ start }) => start === money.start);
      const written = read.text.slice(money.start, money.end);
      const doubled =
        money.factor >= 1_000_000n && /\.000\.000$/u.test(money.number.text) && money.dong >= 1000n * BILLION;
      const zeroed = doubled && (limit.level !== undefined || money.dong >= 50_000n * BILLION);
      if (zeroed || money.dong > limit.dong) {
        const billions = String(money.dong / BILLION).replace(/\B(?=(?:\d{3})+$)/gu, '.');
        const meant = withoutScale(money);
        faults.push({
          span: spanIn(read, money),
          expected: meant,
          message: {
            vi: `${written} là ${billions} tỷ đồng, quá lớn đối với một kế hoạch${limit.level === undefined ? '' : ` cấp ${limit.level}`}: đơn vị bị lặp. Có lẽ là ${meant}.`,
            en: `${written} is ${billions} billion đồng, too much for a plan of this level: the unit is doubled. Probably ${meant} is meant.`,
          },
        });
      } else if (money.factor === 1n && money.dong > 0n && money.dong < 1000n && quantity?.rate !== true) {
        faults.push({
          severity: 'warning',
          span: spanIn(read, money),
          message: {
            vi: `${written} quá nhỏ cho một khoản kinh phí. Có lẽ thiếu “nghìn” hoặc “triệu” ở đơn vị.`,
            en: `${written} is too little for a budget. Probably "nghìn" or "triệu" is missing from the unit.`,
          },
        });
      }
    }
  }
  return faults;
}

export const amountRules: readonly Rule[] = [
  {
    id: 'amount.words',
    severity: 'error',
    title: { vi: 'Số tiền bằng chữ khác bằng số', en: 'An amount in words differs from its figures' },
    find: wordsFaults,
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
