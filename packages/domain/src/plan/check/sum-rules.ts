import { type Breakdown, breakdownsOf } from './breakdown.ts';
import type { CheckContext } from './check-context.ts';
import { distance, isNearMiss } from './near-miss.ts';
import { type Quantity, writeQuantity } from './quantity.ts';
import type { Fault, Rule } from './rule.ts';
import { fitOf } from './sum-fit.ts';

const sumOf = (parts: readonly Quantity[]): bigint => parts.reduce((sum, { value }) => sum + value, 0n);
const list = (parts: readonly Quantity[]): string => parts.map(({ written }) => written).join(' + ');
const span = ({ paragraph, start, end }: Quantity) => ({ paragraph, start, end });
function mismatch(total: Quantity, breakdown: Breakdown): Fault {
  const { parts } = breakdown;
  const sum = sumOf(parts);
  const is = writeQuantity(sum, total);
  const gap = writeQuantity(distance(sum, total.value), total);
  const partial = !breakdown.exhaustive && sum < total.value && !isNearMiss(total.value, sum);
  const more = sum > total.value;
  return {
    severity: partial || (breakdown.incomplete && !more) ? 'info' : 'error',
    span: span(total),
    related: parts.map(span),
    ...(partial ? {} : { expected: is }),
    message: partial
      ? {
          vi: `Các phần nêu ra cộng được ${is}, ít hơn tổng ${total.written} là ${gap}. “Trong đó” có thể chỉ nêu một số phần; nếu là tất cả thì cần xem lại.`,
          en: `The parts named add up to ${is}, ${gap} less than the total ${total.written}. "Trong đó" may name some parts only; if these are all, look again.`,
        }
      : {
          vi: `Tổng ghi ${total.written}, nhưng các phần cộng được ${is} (${list(parts)}), ${more ? 'nhiều' : 'ít'} hơn ${gap}. Tổng hoặc một phần ghi sai; nếu các phần đúng thì tổng là ${is}.`,
          en: `The total is written ${total.written}, but the parts add up to ${is} (${list(parts)}), ${gap} ${more ? 'more' : 'less'}. The total or a part is wrong; if the parts are right, the total is ${is}.`,
        },
  };
}

function sumFaults(context: CheckContext, kind: Quantity['kind']): Fault[] {
  const faults: Fault[] = [];
  for (const breakdown of breakdownsOf(context)) {
    const { totals, parts } = breakdown;
    const total = totals.at(-1)!;
    if (total.kind !== kind || parts.length < 2) continue;
    const together = { value: sumOf(totals), rounding: 0n, paragraph: total.paragraph };
    const fits = [together, ...totals].map((each) => fitOf(each, parts));
    if (fits.includes('exact')) continue;
    // Several sets before one list: which one it breaks down cannot be told.
    if (totals.length > 1 && kind === 'count') continue;
    if (kind === 'count' && !breakdown.exhaustive && !areApart(context, breakdown)) continue;
    // "Toàn xã có 4.812 hộ, trong đó 96 hộ nghèo": a share of all, not a breakdown of it.
    if (kind === 'count' && !breakdown.exhaustive && sumOf(parts) * 2n < total.value) continue;
    const fault = mismatch(total, breakdown);
    faults.push(fits.includes('rounded') ? { ...fault, severity: 'info' } : fault);
  }
  return faults;
}

const textBefore = (context: CheckContext, part: Quantity): string => {
  const text = context.document.paragraphs[part.paragraph]!.text;
  const from = Math.max(
    text.lastIndexOf(',', part.start - 1),
    text.lastIndexOf(';', part.start - 1),
    text.lastIndexOf(':', part.start - 1),
    text.lastIndexOf(' và ', part.start - 1),
    0,
  );
  const after = /^(?:(?! và )[^,;.)\d])*/u.exec(text.slice(part.end, part.end + 60))?.[0] ?? '';
  return `${text.slice(from, part.start)} ${part.unit} ${after}`.toLowerCase();
};

const CLASSES: readonly (readonly [string, RegExp])[] = [
  ['hộ cận nghèo', /cận nghèo/u],
  ['hộ thoát nghèo', /thoát nghèo/u],
  ['hộ nghèo', /(?:hộ|người)\s+nghèo|nghèo/u],
];
const APART: readonly RegExp[] = [
  /cận nghèo|hộ nghèo|thoát nghèo/u,
  /(?<!\p{L})(?:nam|nữ)(?!\p{L})/u,
  /khu vực\s+(?:I|II|III|1|2|3)(?!\p{L})|khu vực (?:thành thị|nông thôn)/iu,
  /(?<!\p{L})(?:xã|phường|thôn|bản|huyện|thị trấn)\s+\p{L}/u,
  /dự án\s*\d/u,
  /năm\s*20\d{2}/u,
];

export const classOf = (label: string): string | undefined =>
  CLASSES.find(([, pattern]) => pattern.test(label))?.[0];

/** Whether no one can be counted in two of the parts: classes, sexes, places. */
function areApart(context: CheckContext, { parts }: Breakdown): boolean {
  const labels = parts.map((part) => textBefore(context, part));
  if (labels.every((label) => APART[0]!.test(label)))
    return new Set(labels.map(classOf)).size === parts.length;
  return APART.slice(1).some((pattern) => labels.every((label) => pattern.test(label)));
}

function subsetFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const { totals, parts, exhaustive } of breakdownsOf(context)) {
    for (const part of parts) {
      const name = classOf(textBefore(context, part));
      const set =
        totals.length === 1
          ? totals[0]
          : totals.find((each) => name !== undefined && classOf(textBefore(context, each)) === name);
      if (set === undefined || part.value <= set.value + set.rounding + part.rounding) continue;
      if (exhaustive && parts.length > 1 && totals.length === 1) continue; // the sum rule says it
      if (part.kind === 'money' && parts.length > 1) continue;
      const what = name ?? part.unit;
      faults.push({
        span: span(part),
        related: [span(set)],
        message: {
          vi: `“${part.written}” (${what}) là một phần của “${set.written}”, nhưng lớn hơn cả tổng đó (${writeQuantity(part.value, part)} > ${writeQuantity(set.value, set)}). Xem lại số của phần này, hoặc số của tổng.`,
          en: `"${part.written}" is a part of "${set.written}", yet larger than the whole (${writeQuantity(part.value, part)} > ${writeQuantity(set.value, set)}). Look at the number of the part, or of the whole.`,
        },
      });
    }
  }
  return faults;
}

const OF_THEM =
  /(?<!\p{L})trong\s+(?:số\s+|tổng số\s+)?(\d{1,3}(?:\.\d{3})*)\s+(hộ|người|lao động|trẻ em|xã|thôn)(?!\p{L})[^.;\d]{0,60}?(?<!\p{L})có\s+(\d{1,3}(?:\.\d{3})*)\s+(hộ|người|lao động|trẻ em|xã|thôn)(?!\p{L})/giu;

/** "Trong 96 hộ nghèo có 101 hộ …" */
function ofThemFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (!/trong/iu.test(read.text)) continue;
    for (const match of read.text.matchAll(OF_THEM)) {
      const [set, part] = [Number(match[1]!.replaceAll('.', '')), Number(match[3]!.replaceAll('.', ''))];
      if (match[2]!.toLowerCase() !== match[4]!.toLowerCase() || part <= set) continue;
      faults.push({
        span: { paragraph: read.index, start: match.index, end: match.index + match[0].length },
        message: {
          vi: `${match[3]} ${match[4]} là một phần của ${match[1]} ${match[2]}, nhưng lớn hơn cả tổng đó. Xem lại hai số.`,
          en: `${match[3]} ${match[4]} is a part of ${match[1]} ${match[2]}, yet larger than the whole. Look at both numbers.`,
        },
      });
    }
  }
  return faults;
}

const SHARE = '(?:tỷ lệ|khoảng)?\\s*(\\d{1,3}(?:,\\d{1,2})?)\\s*%';
const SHARE_AFTER = [
  new RegExp(`^\\s*[,(]?\\s*(?:chiếm|tương đương|bằng|đạt|=)?\\s*${SHARE}`, 'u'),
  // "250 hộ nghèo (chiếm tỷ lệ 20,00%)": the noun is longer than what was counted.
  new RegExp(
    `^(?:\\s+(?!và |hoặc )\\p{L}+){1,6}\\s*[,(]?\\s*(?:chiếm|tương đương|=|(?<=\\())\\s*${SHARE}`,
    'u',
  ),
] as const;

const shareAfter = (text: string): RegExpExecArray | null =>
  SHARE_AFTER[0].exec(text) ?? SHARE_AFTER[1].exec(text);

function shareFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const { totals, parts } of breakdownsOf(context)) {
    const total = totals.at(-1)!;
    if (total.value === 0n || totals.length > 1) continue;
    for (const part of parts) {
      const { text } = context.document.paragraphs[part.paragraph]!;
      const match = shareAfter(text.slice(part.end, part.end + 70));
      if (match === null) continue;
      const written = Number(match[1]!.replace(',', '.'));
      const is = (Number(part.value) * 100) / Number(total.value);
      const places = match[1]!.split(',')[1]?.length ?? 0;
      if (Math.abs(is - written) <= 0.5 * 10 ** -places + 0.06) continue;
      const right = is.toFixed(Math.max(places, 1)).replace('.', ',');
      faults.push({
        span: { paragraph: part.paragraph, start: part.start, end: part.end + match[0].length },
        related: [span(total)],
        expected: `${right}%`,
        message: {
          vi: `${part.written} trên ${total.written} là ${right}%, không phải ${match[1]}%. Số, tổng hoặc tỷ lệ ghi sai.`,
          en: `${part.written} of ${total.written} is ${right}%, not ${match[1]}%. The number, the total or the share is wrong.`,
        },
      });
    }
  }
  return faults;
}

/** Parts written as shares of a whole: they come to 100 %. */
function percentFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (read.paragraph.kind === 'cell' || !read.text.includes('%')) continue;
    const match = /(?:cơ cấu|tỷ trọng)[^.;:]*:?\s+([^.;]*%[^.;]*)/iu.exec(read.text);
    if (match === null || /tăng|giảm|năm \d{4}/iu.test(match[0])) continue;
    const shares = [...match[1]!.matchAll(/(\d{1,3}(?:,\d{1,2})?)\s*%/gu)].map((each) =>
      Number(each[1]!.replace(',', '.')),
    );
    const sum = shares.reduce((all, share) => all + share, 0);
    if (
      shares.length < 2 ||
      shares.includes(100) ||
      Math.abs(sum - 100) <= 0.1 * shares.length ||
      sum < 85 ||
      sum > 115
    )
      continue;
    const start = match.index;
    const is = sum.toFixed(1).replace('.', ',').replace(',0', '');
    faults.push({
      span: { paragraph: read.index, start, end: start + match[0].length },
      expected: '100%',
      message: {
        vi: `Các tỷ lệ của cơ cấu này cộng được ${is}%, không phải 100%. Xem lại từng tỷ lệ.`,
        en: `The shares of this whole add up to ${is}%, not 100%. Look at each of them.`,
      },
    });
  }
  return faults;
}

export const sumRules: readonly Rule[] = [
  {
    id: 'sum.money',
    severity: 'error',
    title: { vi: 'Tổng tiền khác các phần cộng lại', en: 'A total of money differs from its parts' },
    find: (context) => sumFaults(context, 'money'),
  },
  {
    id: 'sum.count',
    severity: 'error',
    title: { vi: 'Tổng số (hộ, người …) khác các phần cộng lại', en: 'A total count differs from its parts' },
    find: (context) => sumFaults(context, 'count'),
  },
  {
    id: 'sum.subset',
    severity: 'error',
    title: { vi: 'Phần “trong đó” lớn hơn cả tổng', en: 'A part is larger than its whole' },
    find: (context) => [...subsetFaults(context), ...ofThemFaults(context)],
  },
  {
    id: 'sum.share',
    severity: 'error',
    title: {
      vi: 'Tỷ lệ của một phần không khớp số và tổng; cơ cấu không đủ 100%',
      en: 'A share does not follow from part and whole; shares do not come to 100 %',
    },
    find: (context) => [...shareFaults(context), ...percentFaults(context)],
  },
];
