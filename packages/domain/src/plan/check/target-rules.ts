import { readNumber } from '../text/number-token.ts';
import { baseRateFaults } from './base-rate-rule.ts';
import { carriedBaselines } from './carried-baseline.ts';
import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';
import { twoValues } from './indicator-values.ts';
import { type Fault, inOnePlace, type Rule } from './rule.ts';
import { countDifferences, differenceFaults } from './target-difference.ts';
import { ABOUT, NUMBER, show, value } from './target-words.ts';

const UNIT = '\\s*(%|hộ|người|triệu đồng|xã|điểm %)?';
const FROM_TO = new RegExp(
  `từ\\s+${ABOUT}${NUMBER}${UNIT}(?:[^.;:%\\d]{0,40}?\\s|\\s*)(?:\\(?(?:đầu )?(?:năm\\s*\\d{4})?\\)?[\\s,]*)(xuống còn|xuống|giảm còn|còn|lên đến|lên)\\s+${ABOUT}${NUMBER}${UNIT}`,
  'giu',
);
const NOW_THEN = new RegExp(
  `tỷ lệ(?:[^.;:\\d]|(?:19|20)\\d{2}|:(?= (?:đầu|hiện))){3,120}?\\s${NUMBER}\\s*%?[^.;:\\d%]{0,40}?(?:cuối năm|đến năm \\d{4}|năm \\d{4}|đến hết năm \\d{4})?[^.;:\\d%]{0,25}?(?:giảm còn|xuống còn|còn)\\s+${ABOUT}${NUMBER}\\s*%`,
  'giu',
);
const NOW = '(?:hiện nay|hiện tại|hiện có|đầu năm|cuối năm(?: \\d{4})?|năm \\d{4})';
const BY = `[^.;\\d%]{0,30}?(?:(?:19|20)\\d{2})?[^.;\\d%]{0,40}?giảm\\s+${ABOUT}${NUMBER}\\s*%(?!\\s*(?:\\/|so với|trên|mỗi))`;
const NOW_BY = new RegExp(
  `(?:tỷ lệ[^.;\\d]{3,140}?${NOW}|${NOW}[\\s,]*tỷ lệ[^.;\\d]{3,60}?)\\s*(?:\\([^)]*\\)\\s*)?(?:là|đạt|chiếm|ở mức|:)?\\s*${NUMBER}\\s*%${BY}`,
  'giu',
);

interface Change {
  readonly read: ReadParagraph;
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
  readonly unit: string;
  readonly falls: boolean;
}

/** What the verb right before the values says: "giảm từ 15,2% lên 16,1%" is meant to fall. */
function fallsBy(before: string): boolean | undefined {
  const verb = /(giảm|hạ|tăng|nâng)\s*$/iu.exec(before.slice(-8))?.[1]?.toLowerCase();
  return verb === undefined ? undefined : verb === 'giảm' || verb === 'hạ';
}

function changesOf(read: ReadParagraph): Change[] {
  const found: Change[] = [];
  const add = (match: RegExpMatchArray, change: Omit<Change, 'read' | 'start' | 'end'>) => {
    const start = match.index ?? 0;
    // "giảm từ 1% trở lên, còn 2,29%": by how much, not from where.
    if (/trở lên/u.test(match[0])) return;
    if (!found.some((each) => start < each.end && start + match[0].length > each.start))
      found.push({ read, start, end: start + match[0].length, ...change });
  };
  for (const match of read.text.matchAll(FROM_TO))
    add(match, {
      from: match[1]!,
      to: match[4]!,
      unit: match[5] ?? match[2] ?? '',
      falls: fallsBy(read.text.slice(0, match.index)) ?? !/^lên/iu.test(match[3]!),
    });
  for (const match of read.text.matchAll(NOW_THEN))
    add(match, { from: match[1]!, to: match[2]!, unit: '%', falls: true });
  return found;
}

const isYear = (written: string): boolean => /^(?:19|20)\d{2}$/u.test(written);

function changeFaults(context: CheckContext): { same: Fault[]; wrong: Fault[] } {
  const same: Fault[] = [];
  const wrong: Fault[] = [];
  for (const read of context.paragraphs) {
    if (!/còn|xuống|lên/u.test(read.text) || read.paragraph.kind === 'cell') continue;
    for (const change of changesOf(read)) {
      const [from, to] = [value(change.from), value(change.to)];
      if (Number.isNaN(from) || Number.isNaN(to) || isYear(change.from) || isYear(change.to)) continue;
      const span = spanIn(read, change);
      const unit = change.unit === '%' ? '%' : ` ${change.unit}`.trimEnd();
      if (from === to)
        same.push({
          span,
          message: {
            vi: `Chỉ tiêu cuối kỳ (${change.to}${unit}) bằng đúng mức đầu kỳ (${change.from}${unit}): không có thay đổi nào. Một trong hai số có lẽ ghi sai; nếu thật sự giữ nguyên thì viết “giữ ở mức ${change.to}${unit}”.`,
            en: `The target (${change.to}${unit}) equals the baseline (${change.from}${unit}): nothing changes. One of the two is probably wrong; if it is meant to be kept, write "giữ ở mức ${change.to}${unit}".`,
          },
        });
      else if (change.falls ? to > from : to < from)
        wrong.push({
          span,
          message: {
            vi: `Viết là ${change.falls ? 'giảm' : 'tăng'} nhưng số đi từ ${change.from}${unit} đến ${change.to}${unit}, tức là ${change.falls ? 'tăng' : 'giảm'}. Hai số có lẽ bị đổi chỗ hoặc ghi sai.`,
            en: `It is said to ${change.falls ? 'fall' : 'rise'}, yet goes from ${change.from}${unit} to ${change.to}${unit}. The numbers are probably swapped or wrong.`,
          },
        });
    }
  }
  return { same, wrong };
}

function byOrTo(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (!read.text.includes('giảm')) continue;
    for (const match of read.text.matchAll(NOW_BY)) {
      const [now, by] = [value(match[1]), value(match[2])];
      if (!(by > now * 0.6)) continue;
      const impossible = by > now;
      const start = match.index + match[0].lastIndexOf('giảm');
      faults.push({
        ...(impossible ? { severity: 'error' as const } : {}),
        span: spanIn(read, { start, end: match.index + match[0].length }),
        expected: `giảm còn ${match[2]}%`,
        message: {
          vi: `“Giảm ${match[2]}%” từ mức ${match[1]}% ${impossible ? 'là không thể (giảm nhiều hơn mức đang có)' : `nghĩa là chỉ còn ${show(now - by)}%`}. Có lẽ muốn viết “giảm còn ${match[2]}%” (giảm ${show(now - by)} điểm phần trăm).`,
          en: `"Giảm ${match[2]}%" from ${match[1]}% ${impossible ? 'is impossible (more than there is)' : `leaves ${show(now - by)}%`}. Probably "giảm còn ${match[2]}%" (down to, by ${show(now - by)} points) is meant.`,
        },
      });
    }
  }
  return faults;
}

const COUNT_RATE = new RegExp(
  `${NUMBER}\\s*hộ(?!\\s*\\/)[^.;\\d]{0,50}?(?:chiếm|tỷ lệ|bằng|=)\\s*(?:tỷ lệ)?\\s*${NUMBER}\\s*%\\s*(?:\\)|,)?\\s*(?:trong|trên|so với|\\/)?\\s*(?:tổng số|tổng)\\s*(?:số)?\\s*(?:là|có)?\\s*${NUMBER}\\s*hộ`,
  'giu',
);
const TOTAL_COUNT_RATE = new RegExp(
  `tổng số(?!\\s+hộ\\s+(?:cận )?nghèo)(?:\\s*hộ)?(?: dân| gia đình)?[^.;\\d]{0,30}?${NUMBER}\\s*hộ[^.;\\d]{0,70}?${NUMBER}\\s*hộ(?!\\s*\\/)[^.;\\d%]{0,30}?(?:chiếm|tỷ lệ|bằng|=)\\s*(?:tỷ lệ)?\\s*${NUMBER}\\s*%`,
  'giu',
);

const COUNT_OF_TOTAL = new RegExp(
  `${NUMBER}\\s*hộ(?!\\s*\\/)[^.;\\d]{0,30}?(?:trên|trong)\\s+tổng số\\s+${NUMBER}\\s*hộ[^.;\\d%]{0,20}?(?:chiếm|tỷ lệ|bằng|=)\\s*(?:tỷ lệ)?\\s*${NUMBER}\\s*%`,
  'giu',
);

function rateFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (!read.text.includes('%') || !read.text.includes('hộ')) continue;
    for (const [pattern, places] of [
      [COUNT_RATE, [1, 3, 2]],
      [TOTAL_COUNT_RATE, [2, 1, 3]],
      [COUNT_OF_TOTAL, [1, 2, 3]],
    ] as const) {
      for (const match of read.text.matchAll(pattern)) {
        const [count, total] = [value(match[places[0]]), value(match[places[1]])];
        const written = match[places[2]]!;
        const rate = readNumber(written);
        if (rate === undefined || !(total > 0) || count > total) continue;
        const is = (count / total) * 100;
        if (Math.abs(is - rate.value) <= 0.5 * 10 ** -rate.places + 0.011) continue;
        faults.push({
          span: spanIn(read, { start: match.index, end: match.index + match[0].length }),
          expected: `${show(is)}%`,
          message: {
            vi: `${match[places[0]]} hộ trên ${match[places[1]]} hộ là ${show(is)}%, không phải ${written}%. Số hộ, tổng số hộ hoặc tỷ lệ ghi sai.`,
            en: `${match[places[0]]} of ${match[places[1]]} households is ${show(is)}%, not ${written}%. The count, the total or the rate is wrong.`,
          },
        });
      }
    }
  }
  return faults;
}

/** One fault for one place. */
const withoutRepeats = (faults: readonly Fault[]): Fault[] =>
  faults.filter((fault, at) => !faults.slice(0, at).some((before) => inOnePlace(before, fault)));

export const targetRules: readonly Rule[] = [
  {
    id: 'target.no-change',
    severity: 'warning',
    title: { vi: 'Chỉ tiêu cuối kỳ bằng mức đầu kỳ', en: 'A target equals its baseline' },
    find: (context) => [...changeFaults(context).same, ...carriedBaselines(context)],
  },
  {
    id: 'target.direction',
    severity: 'error',
    title: { vi: 'Chỉ tiêu đi ngược chiều lời văn', en: 'A target goes against its words' },
    find: (context) => changeFaults(context).wrong,
  },
  {
    id: 'target.by-or-to',
    severity: 'warning',
    title: { vi: '“Giảm” hay “giảm còn”', en: '"Down by" or "down to"' },
    find: byOrTo,
  },
  {
    id: 'target.difference',
    severity: 'error',
    title: {
      vi: 'Mức giảm không khớp số đầu và số cuối',
      en: 'A difference does not follow from its two values',
    },
    find: (context) => [...differenceFaults(context), ...countDifferences(context)],
  },
  {
    id: 'target.rate',
    severity: 'error',
    title: { vi: 'Số hộ, tổng số hộ và tỷ lệ không khớp', en: 'Count, total and rate do not agree' },
    find: (context) => withoutRepeats([...rateFaults(context), ...baseRateFaults(context)]),
  },
  {
    id: 'target.two-values',
    severity: 'warning',
    title: { vi: 'Một chỉ tiêu có hai giá trị', en: 'One indicator has two values' },
    find: twoValues,
  },
];
