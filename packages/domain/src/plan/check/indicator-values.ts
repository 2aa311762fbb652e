import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';
import type { Fault } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import { looksBack } from './set-deadlines.ts';
import { NUMBER, value } from './target-words.ts';

interface Stated {
  readonly read: ReadParagraph;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly years: string;
  /** The value it starts from, when that is told too. */
  readonly from: string | null;
}

const RATE_LEVEL = new RegExp(
  `((?:tỷ lệ|tỉ lệ)(?:[^.;:,\\d%()]|(?:19|20)\\d{2}){6,110}?)\\s+(?:giảm còn|giảm xuống còn|xuống còn|còn lại|còn|đạt)\\s+(?:khoảng|ít nhất|tối thiểu|trên|dưới|từ)?\\s*${NUMBER}\\s*%`,
  'giu',
);
/** "Tỷ lệ hộ nghèo giảm từ 12,87% xuống còn 10,30%": the level is the second value. */
const RATE_FROM_TO = new RegExp(
  `((?:tỷ lệ|tỉ lệ)[^.;:,\\d%()]{6,90}?)\\s+(?:giảm|tăng|hạ)?\\s*từ\\s+${NUMBER}\\s*%(?:[^.;%\\d]|(?:19|20)\\d{2}){0,50}?(?:xuống còn|giảm còn|xuống|còn|lên)\\s+(?:khoảng |dưới )?${NUMBER}\\s*%`,
  'giu',
);
const SHARE_OF = new RegExp(
  `${NUMBER}\\s*%\\s+((?:số\\s+)?(?:hộ|người|lao động|trẻ em|xã|thôn|học sinh|cán bộ)[^.;:\\d%()]{24,220})[.\\s]*$`,
  'giu',
);
const FILLERS =
  /(?<!\p{L})(?:phấn đấu|giảm|hạ|đưa|đến|cuối|năm|hết|trên địa bàn|toàn|là|được|sẽ|chung|của|các|số|trong|có|theo|chuẩn|đa chiều|khoảng)(?!\p{L})/gu;

const keyOf = (phrase: string): string =>
  phrase
    .toLowerCase()
    .replaceAll('tỉ lệ', 'tỷ lệ')
    .replace(FILLERS, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

function statedValues(context: CheckContext): Map<string, Stated[]> {
  const groups = new Map<string, Stated[]>();
  for (const read of context.paragraphs) {
    if (!read.text.includes('%') || read.paragraph.kind === 'cell' || looksBack(context, read)) continue;
    for (const sentence of sentencesOf(read.text)) {
      const text = read.text.slice(sentence.start, sentence.end);
      const years = [...text.matchAll(/(?:19|20)\d{2}/gu)].map(([year]) => year).join();
      for (const [pattern, phraseAt, valueAt] of [
        [RATE_LEVEL, 1, 2],
        [SHARE_OF, 2, 1],
        [RATE_FROM_TO, 1, 3],
      ] as const) {
        for (const match of text.matchAll(pattern)) {
          const key = keyOf(match[phraseAt]!);
          if (key.split(' ').length < 3) continue;
          const start = sentence.start + match.index;
          const stated = {
            read,
            start,
            end: start + match[0].trimEnd().length,
            written: match[valueAt]!,
            years,
            from: pattern === RATE_FROM_TO ? match[2]! : null,
          };
          const group = groups.get(`${phraseAt}|${key}`);
          if (group === undefined) groups.set(`${phraseAt}|${key}`, [stated]);
          else group.push(stated);
        }
      }
    }
  }
  return groups;
}

const FALL =
  /giảm\s+(?:khoảng\s+|ít nhất\s+|được\s+)?(\d{1,3}(?:\.\d{3})*)\s*hộ\s+(cận nghèo|nghèo)(?!\p{L}|\s+(?:là|dân tộc|đồng bào|người|thuộc|có|không|ở|tại|do|được|DTTS)(?!\p{L}))/giu;
const PART_OF_ALL =
  /bình quân|mỗi năm|hằng năm|\/năm|trong đó|(?<!\p{L})(?:thôn|bản|ấp|buôn|khu phố|xã|phường|quý|tháng|đợt)\s+[\p{Lu}\d]|đã giảm|cùng kỳ/u;

/** "Giảm 50 hộ nghèo" among the targets, "giảm 60 hộ nghèo trong năm" further on, in a plan of one year. */
function twoFalls(context: CheckContext): Fault[] {
  const { period } = context;
  if (period === null || period.from !== period.to) return [];
  const first = new Map<string, { read: ReadParagraph; start: number; end: number; written: string }>();
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (read.paragraph.kind === 'cell' || !/giảm/iu.test(read.text)) continue;
    for (const sentence of sentencesOf(read.text)) {
      const text = read.text.slice(sentence.start, sentence.end);
      const years = [...text.matchAll(/(?:19|20)\d{2}/gu)].map(([year]) => Number(year));
      if (PART_OF_ALL.test(text) || years.some((year) => year !== period.from)) continue;
      for (const match of text.matchAll(FALL)) {
        const start = sentence.start + match.index;
        const told = { read, start, end: start + match[0].length, written: match[1]! };
        const before = first.get(match[2]!.toLowerCase());
        if (before === undefined) first.set(match[2]!.toLowerCase(), told);
        else if (before.written !== told.written)
          faults.push({
            span: spanIn(read, told),
            related: [spanIn(before.read, before)],
            message: {
              vi: `Số hộ ${match[2]} giảm trong năm ghi ${told.written} ở đây nhưng ${before.written} ở dòng ${before.read.paragraph.line}. Thống nhất một giá trị.`,
              en: `The fall in the year is ${told.written} households here but ${before.written} at line ${before.read.paragraph.line}. Settle on one value.`,
            },
          });
      }
    }
  }
  return faults;
}

/** One indicator in the same words, for the same years, with two values. */
export function twoValues(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const group of statedValues(context).values()) {
    const [first] = group;
    for (const other of group.slice(1)) {
      if (first === undefined || value(other.written) === value(first.written) || other.read === first.read)
        continue;
      if (first.years !== other.years && first.years !== '' && other.years !== '') continue;
      if (first.read.paragraph.annex !== other.read.paragraph.annex) continue;
      // One goes on from where the other ends.
      if (first.written === other.from || other.written === first.from) continue;
      faults.push({
        span: spanIn(other.read, other),
        related: [spanIn(first.read, first)],
        message: {
          vi: `Cùng một chỉ tiêu ghi ${other.written}% ở đây nhưng ${first.written}% ở dòng ${first.read.paragraph.line}. Thống nhất một giá trị.`,
          en: `The same indicator is ${other.written}% here but ${first.written}% at line ${first.read.paragraph.line}. Settle on one value.`,
        },
      });
    }
  }
  return [...faults, ...twoFalls(context)];
}
