import { writtenNumber } from '../../shared/phrase.ts';
import { type CheckContext, spanIn } from './check-context.ts';
import type { Fault } from './rule.ts';
import { ABOUT, NUMBER, show, value } from './target-words.ts';

/** Words between two values, a year among them. */
const AT_TIME = '(?:[^.;\\d%]|(?:năm|[/-])\\s?(?:19|20)\\d{2}){0,60}?';
const FROM_TO_BY = new RegExp(
  `từ\\s+${NUMBER}\\s*%${AT_TIME}(?:xuống còn|xuống|còn|lên)\\s+${NUMBER}\\s*%${AT_TIME}\\(?(?:giảm|tăng)\\s+${NUMBER}\\s*(?:điểm\\s*)?(?:%|phần trăm)(?!\\s*\\/)`,
  'giu',
);

const BY_FROM_TO = new RegExp(
  `(?:giảm|tăng)\\s+(?:được\\s+)?${NUMBER}\\s*(?:điểm\\s*)?(?:%|phần trăm)[^.;\\d%]{0,12}[,(]\\s*từ\\s+${NUMBER}\\s*%${AT_TIME}(?:xuống còn|xuống|còn|lên)\\s+${NUMBER}\\s*%`,
  'giu',
);

/** "từ 5,07% xuống 4,27% (giảm 0,9%)": the difference is what the two make. */
export function differenceFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (!read.text.includes('%')) continue;
    const told = [
      ...[...read.text.matchAll(FROM_TO_BY)].map((match) => ({ match, at: [1, 2, 3] as const })),
      ...[...read.text.matchAll(BY_FROM_TO)].map((match) => ({ match, at: [2, 3, 1] as const })),
    ];
    for (const { match, at } of told) {
      const [from, to, by] = [value(match[at[0]]), value(match[at[1]]), value(match[at[2]])];
      const is = Math.abs(from - to);
      const relative = (is / from) * 100;
      if (Math.abs(is - by) < 0.006 || Math.abs(relative - by) < 0.6 || /bình quân/iu.test(match[0]))
        continue;
      faults.push({
        span: spanIn(read, { start: match.index, end: match.index + match[0].length }),
        expected: `${show(is)}%`,
        message: {
          vi: `Từ ${match[at[0]]}% đến ${match[at[1]]}% là ${show(is)} điểm phần trăm, không phải ${match[at[2]]}. Một trong ba số ghi sai.`,
          en: `From ${match[at[0]]}% to ${match[at[1]]}% is ${show(is)} points, not ${match[at[2]]}. One of the three is wrong.`,
        },
      });
    }
  }
  return faults;
}

const THINGS = '(hộ|người|lao động|xã|thôn)';
const COUNT_BY = new RegExp(
  `(?:giảm|tăng)\\s+${ABOUT}${NUMBER}\\s*${THINGS}[^.;\\d]{0,40}?\\(?\\s*từ\\s+${NUMBER}\\s*${THINGS}[^.;\\d]{0,30}?(?:xuống còn|xuống|còn|lên)\\s+${NUMBER}\\s*${THINGS}`,
  'giu',
);
const COUNT_FROM_TO_BY = new RegExp(
  `từ\\s+${NUMBER}\\s*${THINGS}[^.;\\d]{0,40}?(?:xuống còn|xuống|còn|lên)\\s+${NUMBER}\\s*${THINGS}[^.;\\d]{0,30}?(?:giảm|tăng)\\s+${NUMBER}\\s*${THINGS}`,
  'giu',
);

const THEN_BY = new RegExp(
  `(?<!giảm |tăng |thêm )(?<!\\d)${NUMBER}\\s*${THINGS}[^.\\d]{0,40}?(?:\\([^)]{0,40}\\))?[^.\\d]{0,40}(?:cuối (?:năm|kỳ)|đến nay|đến cuối năm|hiện)[^.\\d]{0,20}?còn(?: lại)?\\s+${NUMBER}\\s*${THINGS}[^.\\d]{0,24}?(?:\\([^)]{0,40}\\))?[^.\\d]{0,12}?giảm\\s+(?:được\\s+)?${NUMBER}\\s*${THINGS}`,
  'giu',
);

/** "có 96 hộ nghèo, phấn đấu giảm 24 hộ, cuối năm còn 72 hộ". */
const HAD_BY_LEFT = new RegExp(
  `(?:có|còn|là)\\s+${NUMBER}\\s*${THINGS}[^.;\\d]{0,40}?giảm\\s+(?:được\\s+)?${NUMBER}\\s*${THINGS}[^.;\\d]{0,30}?còn(?: lại)?\\s+${NUMBER}\\s*${THINGS}`,
  'giu',
);

/** "Giảm 30 hộ (từ 96 hộ xuống còn 60 hộ)". */
export function countDifferences(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (!/từ\s+\d|còn/u.test(read.text) || read.paragraph.kind === 'cell') continue;
    for (const [pattern, [byAt, fromAt, toAt]] of [
      [COUNT_BY, [1, 3, 5]],
      [COUNT_FROM_TO_BY, [5, 1, 3]],
      [THEN_BY, [5, 1, 3]],
      [HAD_BY_LEFT, [3, 1, 5]],
    ] as const) {
      for (const match of read.text.matchAll(pattern)) {
        const [by, from, to] = [value(match[byAt]), value(match[fromAt]), value(match[toAt])];
        const things = match[fromAt + 1]!;
        if ([2, 4, 6].some((at) => match[at]!.toLowerCase() !== things.toLowerCase())) continue;
        const is = Math.abs(from - to);
        if (is === by) continue;
        faults.push({
          span: spanIn(read, { start: match.index, end: match.index + match[0].length }),
          expected: `${writtenNumber(is)} ${things}`,
          message: {
            vi: `Từ ${match[fromAt]} đến ${match[toAt]} ${things} là ${writtenNumber(is)} ${things}, không phải ${match[byAt]}. Một trong ba số ghi sai.`,
            en: `From ${match[fromAt]} to ${match[toAt]} ${things} is ${writtenNumber(is)}, not ${match[byAt]}. One of the three is wrong.`,
          },
        });
      }
    }
  }
  return faults;
}
