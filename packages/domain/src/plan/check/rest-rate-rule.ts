import { readNumber } from '../text/number-token.ts';
import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';
import type { Fault, Rule } from './rule.ts';
import { COUNT } from './target-words.ts';

/** "toàn xã có 1.250 hộ, trong đó 250 hộ nghèo", "…, trong đó: hộ nghèo 96 hộ". */
const STANDING = new RegExp(
  `(?:toàn (?:xã|phường|huyện|thị trấn|thị xã|thành phố|tỉnh)|trên địa bàn)[^.;\\d]{0,30}(?<!\\d)${COUNT} hộ(?! (?:nghèo|cận))[^;\\d]{0,40}?(?:${COUNT} hộ nghèo|hộ nghèo:? (?:là |có )?${COUNT} hộ)`,
  'giu',
);
/** "giảm 50 hộ nghèo, tỷ lệ hộ nghèo giảm còn 4,00%". */
const REST = new RegExp(
  `giảm (?:được |ít nhất |tối thiểu )?${COUNT} hộ nghèo(?<between>[^.;\\d%]{0,60}?tỷ lệ hộ nghèo[^.;\\d%]{0,40}?)(?:giảm còn|xuống còn|còn|xuống)\\s+(?:khoảng |dưới |mức )?(\\d{1,2},\\d{1,2})\\s*%`,
  'giu',
);
/** Another group than all poor households of the unit. */
const OTHER_GROUP = /dân tộc|thôn|bản |các xã|DTTS|huyện nghèo/u;
/** A plan's own number of households at the year's end differs from the beginning's; never by so much. */
const LARGEST_CHANGE = 0.15;

const whole = (written: string | undefined): number => readNumber(written ?? '')?.value ?? Number.NaN;

interface Standing {
  readonly read: ReadParagraph;
  readonly start: number;
  readonly end: number;
  readonly total: number;
  readonly poor: number;
}

/** What the document says of its unit; undefined when it says nothing, or two things. */
function standingOf({ paragraphs }: CheckContext): Standing | undefined {
  const found = paragraphs.flatMap((read) =>
    [...read.text.matchAll(STANDING)].map(
      (match): Standing => ({
        read,
        start: match.index,
        end: match.index + match[0].length,
        total: whole(match[1]),
        poor: whole(match[2] ?? match[3]),
      }),
    ),
  );
  const [first, ...others] = found;
  return others.every(({ total, poor }) => total === first?.total && poor === first?.poor)
    ? first
    : undefined;
}

const printed = (rate: number): string => rate.toFixed(2).replace('.', ',');

function restRates(context: CheckContext): Fault[] {
  const standing = standingOf(context);
  if (standing === undefined || !(standing.total > 0) || !(standing.poor <= standing.total)) return [];
  const { total, poor } = standing;
  return context.paragraphs.flatMap((read) =>
    [...read.text.matchAll(REST)].flatMap((match): Fault[] => {
      const [fewer, rate] = [whole(match[1]), whole(match[3])];
      const rest = poor - fewer;
      if (!(rest > 0) || !(rate > 0) || OTHER_GROUP.test(match.groups?.between ?? '')) return [];
      const base = (rest / rate) * 100;
      if (Math.abs(base - total) <= total * LARGEST_CHANGE) return [];
      const is = printed((rest / total) * 100);
      return [
        {
          span: spanIn(read, { start: match.index, end: match.index + match[0].length }),
          expected: `còn ${is}%`,
          related: [spanIn(standing.read, standing)],
          message: {
            vi: `${poor} hộ nghèo giảm ${fewer} còn ${rest}, trên ${total} hộ là ${is}%, không phải ${match[3]}%. Số hộ giảm hoặc tỷ lệ ghi sai, hoặc lẫn “giảm” với “giảm còn”.`,
            en: `${poor} poor households less ${fewer} leave ${rest}, ${is}% of ${total}, not ${match[3]}%. The count or the rate is wrong, or "down by" and "down to" are mixed up.`,
          },
        },
      ];
    }),
  );
}

export const restRateRule: Rule = {
  id: 'target.rest-rate',
  severity: 'warning',
  title: {
    vi: 'Tỷ lệ còn lại không khớp số hộ giảm',
    en: 'The rate that is left does not follow from the households fewer',
  },
  find: restRates,
};
