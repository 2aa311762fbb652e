import { type Breakdown, breakdownsOf } from './breakdown.ts';
import type { CheckContext } from './check-context.ts';
import { distance, isNearMiss } from './near-miss.ts';
import { placeOf, type Quantity, writeQuantity } from './quantity.ts';
import type { Fault, Rule } from './rule.ts';
import { fitOf } from './sum-fit.ts';
import { areApart, areOfPeoples, classOf, labelOf, mayOverlap } from './sum-parts.ts';
import { value } from './target-words.ts';

const sumOf = (parts: readonly Quantity[]): bigint => parts.reduce((sum, { value }) => sum + value, 0n);
const list = (parts: readonly Quantity[]): string => parts.map(({ written }) => written).join(' + ');

function mismatch(total: Quantity, breakdown: Breakdown): Fault {
  const { parts } = breakdown;
  const sum = sumOf(parts);
  const is = writeQuantity(sum, total);
  const gap = writeQuantity(distance(sum, total.value), total);
  const partial = !breakdown.exhaustive && sum < total.value && !isNearMiss(total.value, sum);
  const more = sum > total.value;
  return {
    severity: partial || (breakdown.incomplete && !more) ? 'info' : 'error',
    span: placeOf(total),
    related: parts.map(placeOf),
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

/** "05 …, 03 … và 01 …": the list ends with its last part. */
const endsInAnd = ({ document }: CheckContext, parts: readonly Quantity[]): boolean => {
  const last = parts.at(-1)!;
  return /(?<!\p{L})và\s+(?:[\p{L}]+\s+){0,6}$/u.test(
    document.paragraphs[last.paragraph]!.text.slice(Math.max(0, last.start - 60), last.start),
  );
};

function sumFaults(context: CheckContext, kind: Quantity['kind']): Fault[] {
  const faults: Fault[] = [];
  for (const breakdown of breakdownsOf(context)) {
    const { totals, parts } = breakdown;
    const total = totals.at(-1)!;
    if (total.kind !== kind || parts.length < 2) continue;
    const together = { value: sumOf(totals), rounding: 0n, paragraph: total.paragraph };
    const whole = endsInAnd(context, parts);
    const fits = [together, ...totals].map((each) => fitOf(each, parts, whole));
    if (fits.includes('exact')) continue;
    // Several sets before one list: which one it breaks down cannot be told.
    if (totals.length > 1 && kind === 'count') continue;
    if (kind === 'count' && !breakdown.exhaustive && !namesAll(context, breakdown)) continue;
    const fault = mismatch(total, breakdown);
    faults.push(fits.includes('rounded') ? { ...fault, severity: 'info' } : fault);
  }
  return faults;
}

/** Enough to tell a slip of one digit from other numbers. */
const SMALLEST_TOLD = 20n;

const isWithinHundredth = (a: bigint, b: bigint): boolean => distance(a, b) * 100n <= a;

/** Whether parts after "trong đó" are meant to be all of what they break down. */
function namesAll(context: CheckContext, breakdown: Breakdown): boolean {
  const total = breakdown.totals.at(-1)!;
  const sum = sumOf(breakdown.parts);
  // "Toàn xã có 4.812 hộ, trong đó 96 hộ nghèo": a share of all, not a breakdown of it.
  if (sum * 2n < total.value) return false;
  if (areApart(context, breakdown)) return true;
  if (sum > total.value && areOfPeoples(context, breakdown)) return true;
  if (mayOverlap(context, breakdown))
    return breakdown.parts.length >= 3 && isWithinHundredth(total.value, sum);
  if (breakdown.listed && sum > total.value) return true;
  const least = breakdown.listed ? 0n : SMALLEST_TOLD;
  return total.value >= least && isNearMiss(total.value, sum);
}

function subsetFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const { totals, parts, exhaustive } of breakdownsOf(context)) {
    for (const part of parts) {
      const name = classOf(labelOf(context, part));
      const set =
        totals.length === 1
          ? totals[0]
          : totals.find((each) => name !== undefined && classOf(labelOf(context, each)) === name);
      if (set === undefined || part.value <= set.value + set.rounding + part.rounding) continue;
      if (exhaustive && parts.length > 1 && totals.length === 1) continue; // the sum rule says it
      if (part.kind === 'money' && parts.length > 1) continue;
      const setName = classOf(labelOf(context, set));
      if (totals.length === 1 && name !== undefined && setName !== undefined && name !== setName) continue;
      const what = name ?? part.unit;
      faults.push({
        span: placeOf(part),
        related: [placeOf(set)],
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
      const [set, part] = [value(match[1]), value(match[3])];
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

const POOR =
  /(?<!\p{L})(\d{1,3}(?:\.\d{3})*) hộ nghèo(?!\p{L})|(?<!\p{L})hộ nghèo(?: là|:)? (\d{1,3}(?:\.\d{3})*) hộ/giu;
const POOR_MINORITY =
  /(?<!\p{L})hộ nghèo (?:là )?(?:người )?(?:đồng bào )?(?:dân tộc thiểu số|DTTS)(?: là|:| có)? (\d{1,3}(?:\.\d{3})*) hộ/giu;

/** "215 hộ nghèo … Hộ nghèo là người dân tộc thiểu số 231 hộ": in one paragraph the poor of a group are some of the poor. */
function minorityFaults(context: CheckContext): Fault[] {
  return context.paragraphs.flatMap((read) => {
    const sets = [...read.text.matchAll(POOR)];
    const set = sets[0]?.[1] ?? sets[0]?.[2];
    if (sets.length !== 1 || set === undefined) return [];
    return [...read.text.matchAll(POOR_MINORITY)].flatMap((match): Fault[] =>
      value(match[1]) <= value(set)
        ? []
        : [
            {
              span: { paragraph: read.index, start: match.index, end: match.index + match[0].length },
              message: {
                vi: `${match[1]} hộ nghèo dân tộc thiểu số là một phần của ${set} hộ nghèo, nhưng lớn hơn cả tổng đó. Xem lại hai số.`,
                en: `${match[1]} poor households of ethnic minorities are a part of ${set} poor households, yet more than all of them. Look at both numbers.`,
              },
            },
          ],
    );
  });
}

const TRAINED =
  /qua đào tạo[^.;%\d]{0,60}?(\d{1,2}(?:,\d{1,2})?)\s*%[^.;%\d]{0,50}?(?:bằng cấp|có bằng|chứng chỉ)[^.;%\d]{0,40}?(\d{1,2}(?:,\d{1,2})?)\s*%/giu;

/** Workers with a certificate are some of those trained. */
function trainedFaults(context: CheckContext): Fault[] {
  return context.paragraphs.flatMap((read) =>
    [...read.text.matchAll(TRAINED)].flatMap((match): Fault[] => {
      const [set, part] = [match[1]!, match[2]!].map((each) => Number(each.replace(',', '.')));
      if (part! <= set!) return [];
      return [
        {
          span: { paragraph: read.index, start: match.index, end: match.index + match[0].length },
          message: {
            vi: `Lao động có bằng cấp, chứng chỉ (${match[2]}%) là một phần của lao động qua đào tạo (${match[1]}%), nhưng tỷ lệ lớn hơn. Xem lại hai số.`,
            en: `Workers with a certificate (${match[2]}%) are some of those trained (${match[1]}%), yet their share is larger. Look at both numbers.`,
          },
        },
      ];
    }),
  );
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
    find: (context) => [
      ...subsetFaults(context),
      ...ofThemFaults(context),
      ...minorityFaults(context),
      ...trainedFaults(context),
    ],
  },
];
