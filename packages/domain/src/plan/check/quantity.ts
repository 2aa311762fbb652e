import { groupThousands } from '../../shared/phrase.ts';
import type { TextSpan } from '../document/source-place.ts';
import type { NumberToken } from '../text/number-token.ts';
import type { Span } from '../text/span.ts';
import type { ReadParagraph } from './check-context.ts';

/** An amount of money (in đồng) or a count of things, with what rounding may hide. */
export interface Quantity extends Span {
  readonly paragraph: number;
  readonly kind: 'money' | 'count';
  /** "đồng", or the noun that is counted. */
  readonly unit: string;
  readonly value: bigint;
  readonly rounding: bigint;
  readonly written: string;
  /** Per household, per month, at most …: no part of a sum. */
  readonly rate: boolean;
}

const COUNTED =
  /^\s*(lượt hộ|lượt người|lượt khách hàng|lượt lao động|lượt|hộ|người|lao động|nhân khẩu|khẩu|thẻ|suất|hồ sơ|giếng|bể|con bò|máy|tủ|bản tin|sản phẩm|ý kiến|đại biểu|điều tra viên|rà soát viên|cộng tác viên|cán bộ|đảng viên|chi hội|nhóm|điểm|trường|phòng học|tuyến|cây cầu|xã|phường|thôn|bản|buôn|ấp|huyện|mô hình|lớp|học viên|học sinh|trẻ em|trẻ|căn nhà|ngôi nhà|căn|nhà ở|nhà|công trình|dự án|tiểu dự án|doanh nghiệp|hợp tác xã|hội nghị|cuộc|đợt|tổ|ha|con|em)(?!\p{L})/iu;
const RATE_AFTER = /^\s*\/|^\s*(?:một|mỗi|cho\s+(?:0?1|một|mỗi))\s+\p{L}/iu;
const RATE_BEFORE =
  /(?:mỗi|mức|tối đa|không quá|bình quân|mức hỗ trợ|định mức|đơn giá)(?:\s+(?!là)\p{L}+){0,5}\s*(?:là\s*)?:?\s*$/iu;

const isRate = (text: string, span: Span): boolean =>
  RATE_AFTER.test(text.slice(span.end, span.end + 24)) ||
  RATE_BEFORE.test(text.slice(Math.max(0, span.start - 40), span.start));

function counted(read: ReadParagraph, number: NumberToken): Quantity | undefined {
  if (number.places > 0) return undefined;
  const match = COUNTED.exec(read.text.slice(number.end, number.end + 24));
  if (match === null) return undefined;
  // "1.250 7 hộ": the second number is a stray one; what is counted cannot be told.
  if (/\d\s+$/u.test(read.text.slice(Math.max(0, number.start - 3), number.start))) return undefined;
  const end = number.end + match[0].length;
  return {
    start: number.start,
    end,
    paragraph: read.index,
    kind: 'count',
    unit: match[1]!.toLowerCase(),
    value: number.digits,
    rounding: 0n,
    written: read.text.slice(number.start, end),
    rate: isRate(read.text, { start: number.start, end }),
  };
}

const keep = new WeakMap<ReadParagraph, readonly Quantity[]>();

/** Money and counts of a paragraph, in order. */
export function quantitiesOf(read: ReadParagraph): readonly Quantity[] {
  const known = keep.get(read);
  if (known !== undefined) return known;
  const found: Quantity[] = [];
  for (const money of read.money) {
    const half = money.factor / 2n / 10n ** BigInt(money.number.places);
    found.push({
      start: money.start,
      end: money.end,
      paragraph: read.index,
      kind: 'money',
      unit: 'đồng',
      value: money.dong,
      rounding: half,
      written: read.text.slice(money.start, money.end),
      rate: isRate(read.text, money),
    });
  }
  for (const number of read.numbers) {
    const count = counted(read, number);
    if (count !== undefined) found.push(count);
  }
  found.sort((a, b) => a.start - b.start);
  keep.set(read, found);
  return found;
}

/** Where a quantity stands. */
export const placeOf = ({ paragraph, start, end }: Quantity): TextSpan => ({ paragraph, start, end });

/** Money in the unit its neighbours use ("587 triệu đồng"), counts with their noun. */
export function writeQuantity(value: bigint, like: Quantity): string {
  if (like.kind === 'count') return `${groupThousands(value)} ${like.unit}`;
  const factor = /tỷ|tỉ/iu.test(like.written)
    ? 1_000_000_000n
    : /triệu|tr/iu.test(like.written)
      ? 1_000_000n
      : /nghìn|ngàn/iu.test(like.written)
        ? 1000n
        : 1n;
  const rest = value % factor;
  const decimals =
    rest === 0n
      ? ''
      : `,${String(rest)
          .padStart(String(factor).length - 1, '0')
          .replace(/0+$/u, '')}`;
  const unit = { '1000000000': 'tỷ đồng', '1000000': 'triệu đồng', '1000': 'nghìn đồng', '1': 'đồng' }[
    String(factor)
  ];
  return `${groupThousands(value / factor)}${decimals} ${unit}`;
}
