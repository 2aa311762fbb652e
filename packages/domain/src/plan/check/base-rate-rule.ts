import { readNumber } from '../text/number-token.ts';
import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';
import type { Fault } from './rule.ts';
import { COUNT } from './target-words.ts';

/** "118 hộ nghèo (tỷ lệ 4,13%)", "164 hộ cận nghèo, chiếm 5,73%", "hộ nghèo 96 hộ, chiếm tỷ lệ 2,00%". */
const CLASS_RATE = new RegExp(
  `(?<![\\d.,])(?:${COUNT}\\s+hộ\\s+(?:cận\\s+)?nghèo|hộ\\s+(?:cận\\s+)?nghèo:?\\s+(?:là\\s+|có\\s+)?${COUNT}\\s+hộ)(?!\\s*\\p{L})\\s*[,(]\\s*(?:chiếm|tương ứng|bằng|=)?\\s*(?:với\\s+)?(?:tỷ lệ|tỉ lệ)?\\s*(?:là\\s+)?(\\d{1,2},\\d{1,2})\\s*%`,
  'giu',
);
const HOUSEHOLDS = new RegExp(
  `(?<![\\d.,])${COUNT}\\s+hộ(?:\\s+(?:dân|gia đình))?(?=\\s*(?:[,;(]|với|và\\s+\\d|\\.\\s|$))`,
  'giu',
);

/** "Tổng số hộ nghèo cuối năm 2022: 12.450 hộ": no total of all households. */
const OF_A_CLASS = /hộ\s+(?:cận\s+)?nghèo(?:[^.;\d]|(?:19|20)\d{2}){0,30}$/iu;

/** More than what a total of another day of the year explains. */
const APART = 0.04;

interface ClassRate {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly written: string;
  readonly rate: number;
  readonly rateText: string;
}

function classRates({ text }: ReadParagraph): ClassRate[] {
  return [...text.matchAll(CLASS_RATE)].flatMap((match) => {
    const written = match[1] ?? match[2]!;
    const count = readNumber(written)?.value ?? 0;
    const rate = readNumber(match[3]!)?.value ?? 0;
    return count > 0 && rate > 0
      ? [
          {
            start: match.index,
            end: match.index + match[0].length,
            count,
            written,
            rate,
            rateText: match[3]!,
          },
        ]
      : [];
  });
}

const show = (rate: number): string => rate.toFixed(2).replace('.', ',');

function totalFault(read: ReadParagraph, told: ClassRate, total: { text: string; value: number }): Fault[] {
  const is = (told.count / total.value) * 100;
  if (Math.abs(is - told.rate) <= Math.max(told.rate * APART, 0.011)) return [];
  return [
    {
      span: spanIn(read, told),
      expected: `${show(is)}%`,
      message: {
        vi: `${told.written} hộ trên ${total.text} hộ là ${show(is)}%, không phải ${told.rateText}%. Số hộ, tổng số hộ hoặc tỷ lệ ghi sai.`,
        en: `${told.written} of ${total.text} households is ${show(is)}%, not ${told.rateText}%. The count, the total or the rate is wrong.`,
      },
    },
  ];
}

/** Two classes of one sentence whose rates are of different totals. */
function pairFault(read: ReadParagraph, [first, second]: readonly ClassRate[]): Fault[] {
  if (first === undefined || second === undefined) return [];
  if (/[.;]\s|năm 20\d{2}/u.test(read.text.slice(first.end, second.start))) return [];
  const [a, b] = [(first.count / first.rate) * 100, (second.count / second.rate) * 100];
  // A rate of two decimals tells its total only so exactly.
  const slack = 0.006 / first.rate + 0.006 / second.rate;
  if (Math.abs(a - b) / Math.max(a, b) <= APART + slack) return [];
  return [
    {
      span: spanIn(read, second),
      related: [spanIn(read, first)],
      message: {
        vi: `${first.written} hộ là ${first.rateText}% thì tổng số khoảng ${Math.round(a)} hộ, nhưng ${second.written} hộ là ${second.rateText}% thì khoảng ${Math.round(b)} hộ. Một trong bốn số ghi sai.`,
        en: `${first.written} households at ${first.rateText}% make a total of about ${Math.round(a)}, ${second.written} at ${second.rateText}% one of about ${Math.round(b)}. One of the four numbers is wrong.`,
      },
    },
  ];
}

/** Classes of households with their rates, against the total told in the same paragraph, or against each other. */
export function baseRateFaults(context: CheckContext): Fault[] {
  return context.paragraphs.flatMap((read) => {
    if (read.paragraph.kind === 'cell' || !/hộ (?:cận )?nghèo/iu.test(read.text)) return [];
    const told = classRates(read);
    if (told.length === 0) return [];
    const totals = [...read.text.matchAll(HOUSEHOLDS)]
      .filter(({ index }) => !told.some(({ start, end }) => index >= start && index < end))
      .filter(({ index }) => !OF_A_CLASS.test(read.text.slice(Math.max(0, index - 60), index)))
      .map((match) => ({ text: match[1]!, value: readNumber(match[1]!)?.value ?? 0 }))
      .filter(({ value }) => told.every(({ count }) => value > count));
    const [total] = totals;
    if (total !== undefined && totals.every(({ value }) => value === total.value))
      return told.flatMap((each) => totalFault(read, each, total));
    return totals.length > 0 || told.length !== 2 ? [] : pairFault(read, told);
  });
}
