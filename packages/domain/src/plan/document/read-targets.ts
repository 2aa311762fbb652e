import { fold } from './fold.ts';
import { wordsStart } from './list-level.ts';
import { findMeasures, type MeasureFound } from './measures.ts';
import type { Paragraph } from './paragraph.ts';
import { type ParagraphTokens, speaks } from './paragraph-tokens.ts';
import type { Comparison, Measure, Section, Target } from './plan-document.ts';
import { promiseOf } from './target-sentence.ts';

const SENTENCE_END = /;\s|\.\s+(?=\p{Lu})/gu;

/**
 * Indicators with planned values: from the sections of objectives, from sentences that promise one, and from those
 * that say elsewhere what is to come out.
 */
export function readTargets(
  paragraphs: readonly Paragraph[],
  tokens: readonly ParagraphTokens[],
  sections: readonly Section[],
): readonly Target[] {
  const targets: Target[] = [];
  for (const paragraph of paragraphs) {
    if (!speaks(paragraph) || paragraph.kind === 'cell' || paragraph.kind === 'closing') continue;
    const says = promiseOf(paragraph, sections);
    for (const sentence of sentencesOf(paragraph.text)) {
      if (!says(paragraph.text.slice(sentence.start, sentence.end))) continue;
      const measures = findMeasures(paragraph.text, sentence, tokens[paragraph.index]);
      if (measures.length > 0) targets.push(...sentenceTargets(paragraph, sentence, measures));
    }
  }
  return targets;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function sentencesOf(text: string): readonly Stretch[] {
  const sentences: Stretch[] = [];
  let start = wordsStart(text);
  for (const match of text.matchAll(SENTENCE_END)) {
    if (match.index < start) continue;
    sentences.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...sentences, { start, end: text.length }];
}

function sentenceTargets(
  paragraph: Paragraph,
  sentence: Stretch,
  measures: readonly MeasureFound[],
): readonly Target[] {
  const targets: Target[] = [];
  let from = sentence.start;
  let change: Comparison | null = null;
  for (const [at, measure] of measures.entries()) {
    const next = measures[at + 1];
    const limit = next === undefined ? sentence.end : clauseBreak(paragraph.text, measure.end, next.start);
    const before = paragraph.text.slice(from, measure.baseline?.start ?? measure.start);
    const comparison = compare(paragraph.text.slice(from, measure.start), measure, change);
    const listed = isListed(paragraph.text, measure, next);
    change = /^(?:de|in)crease/u.test(comparison) || listed ? comparison : null;
    const words = indicatorOf(before, paragraph.text.slice(measure.end, limit));
    const tail = tailOf(paragraph.text.slice(measure.end, limit), measure);
    const end = words.after ? limit : measure.end + tail;
    const shared =
      words.after && listed ? afterListed(paragraph.text, measures.slice(at + 1), sentence.end) : '';
    const text = (
      words.after && measure.countsUnit ? `${measure.unit} ${words.text || shared}` : words.text
    ).trim();
    from = end;
    if (text === '') continue;
    targets.push({
      indicator: text,
      indicatorKey: keyOf(text),
      unit: measure.unit,
      baseline: measure.baseline === null ? null : toMeasure(paragraph, measure.baseline),
      value: toMeasure(paragraph, measure),
      upper: measure.upper === null ? null : toMeasure(paragraph, measure.upper),
      comparison: measure.upper === null || comparison !== 'exactly' ? comparison : 'range',
      perYear: measure.perYear,
      year: yearIn(paragraph.text.slice(measure.start - before.length, end)),
      scope: SCOPE.exec(text)?.[1] ?? null,
      span: { paragraph: paragraph.index, start: spanStart(before, measure), end },
      section: paragraph.section,
    });
  }
  return targets;
}

/** "40 xã, 20 thôn đặc biệt khó khăn thoát …": what follows the last count is said of each. */
const isListed = (text: string, measure: MeasureFound, next: MeasureFound | undefined): boolean =>
  next?.countsUnit === true &&
  measure.countsUnit &&
  /^\s*(?:,|và)\s*$/u.test(text.slice(measure.end, next.start));

function afterListed(text: string, following: readonly MeasureFound[], end: number): string {
  const last = following.findIndex((measure, at) => !isListed(text, measure, following[at + 1]));
  const next = following[last + 1];
  const from = (following[last] as MeasureFound).end;
  return tidy(text.slice(from, next === undefined ? end : clauseBreak(text, from, next.start)));
}

const toMeasure = (
  paragraph: Paragraph,
  one: { text: string; value: number; start: number; end: number },
): Measure => ({
  text: one.text,
  value: one.value,
  span: { paragraph: paragraph.index, start: one.start, end: one.end },
});

const TAIL =
  /^(?:\s*\/\s*năm|\s*trở lên|\s*(?:vào|đến|trong)\s+(?:cuối\s+)?năm\s+\d{4}|\s+so với [^,;.]{0,40})+/iu;
/** What still belongs to the measure; a count's unit goes on: "12 hộ | nghèo, cận nghèo tại …". */
const tailOf = (rest: string, measure: MeasureFound): number => {
  const tail = TAIL.exec(rest)?.[0].length ?? 0;
  return tail > 0 || !measure.countsUnit
    ? tail
    : (/^(?:\s\p{Ll}+)*(?=[,;.)]|$)/u.exec(rest)?.[0].length ?? 0);
};
const SCOPE = /(?:^|\s)((?:tại|ở|trên|thuộc) (?:địa bàn|các|những|thôn|xã|huyện|vùng|khu)(?!\p{L}).*)$/iu;

const spanStart = (before: string, measure: MeasureFound): number =>
  (measure.baseline?.start ?? measure.start) -
  before.replace(/^[\s,;:()+-]*(?:trong đó|và)?[\s:,]*/iu, '').length;

/** The next indicator begins after the last comma, bracket or "và" before the next measure's own words. */
function clauseBreak(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  const found = [...between.matchAll(/[,:]\s|\(|\s(?:và|trong đó:?|riêng)\s/giu)];
  const last =
    found.find((match) =>
      /tỷ lệ|tỉ lệ|số |trong đó|riêng/iu.test(between.slice(match.index, match.index + 14)),
    ) ?? found.at(-1);
  return last === undefined ? to : from + last.index;
}

const STARTERS =
  /^(?:[\s,;:()+≥≤<>=-]|toàn bộ|tương ứng(?: với)?|hạ(?= (?:tỷ|tỉ) lệ)|phấn đấu|đảm bảo|bảo đảm|trong đó|riêng|và|có|đạt|khoảng|trên|ít nhất|tối thiểu|hơn|từ|giảm|tăng|mỗi năm|bình quân|hằng năm|hàng năm|cơ bản|phấn đấu có|trở đi|đồng thời|gồm|bao gồm|trong năm(?: \d{4})?|đến năm \d{4}|năm \d{4}|đến (?:hết|cuối) năm \d{4}|hết năm \d{4}|đến cuối năm(?: \d{4})?|cuối năm(?: \d{4})?)+(?=[\s,;:(]|$)/iu;
const ENDERS =
  /(?:\s|^)(?:phấn đấu|sẽ|chiếm|gấp|được|hiện nay|hiện|là|đạt|còn|xuống|giảm|tăng|lên|từ|khoảng|trên|dưới|ít nhất|tối thiểu|tối đa|không quá|không dưới|bình quân|thêm|có|mỗi năm|hằng năm|hàng năm|đến cuối năm(?: \d{4})?|cuối năm(?: \d{4})?|đến năm \d{4}|giữ)\s*$/iu;

const strip = (text: string): string => {
  let words = text.replace(STARTERS, '').trim();
  for (let before = ''; before !== words; ) {
    before = words;
    words = words.replace(ENDERS, '').replace(/[\s,:;(≥≤<>=]+$/u, '');
  }
  return words;
};

const tidy = (text: string): string => text.replace(/^[\s,:;.(]+|[\s,:;.()]+$/gu, '');

/** "Cấp thẻ …, bảo đảm tỷ lệ …": what is measured is the rate. */
const RATE_AFTER =
  /^(?![\s,;(]*(?:và\s)?(?:tỷ|tỉ) lệ).*(?:,\s[^,]{0,30}|(?:nâng|đưa|để|bảo đảm|đảm bảo)\s)(?=(?:tỷ|tỉ) lệ\s)/isu;

/** "Hình thành ít nhất 20 mô hình …": the act alone says nothing of what is counted. */
const BARE_ACT =
  /^(?:hỗ trợ|hình thành|phát triển|xây dựng|thành lập|tổ chức|mở|duy trì|thu hút|nhân rộng|đầu tư|triển khai|thực hiện|vận động|giúp|đưa|xóa|xoá)$/iu;

/** The indicator stands before its measure ("tỷ lệ … giảm còn 1,76 %") or after it ("100 % người nghèo được …"). */
function indicatorOf(before: string, after: string): { text: string; after: boolean } {
  const own = before
    .replace(/^.*(?:trong đó|riêng)[\s,:]+/isu, '')
    .replace(/^.*:\s/su, '')
    .replace(RATE_AFTER, '')
    .replace(/^\s*\(?\d{1,2}\)\s*/u, '');
  const lead = tidy(strip(own).replace(/\s+cho$/u, ''));
  const isBare = BARE_ACT.test(lead);
  if (/\p{L}/u.test(lead) && !isBare) return { text: lead, after: false };
  // "Số người trong độ tuổi lao động: 256 người, trong đó …": nothing but the label says what is counted.
  const label = tidy(/^([^:;]*\p{L}[^:;]*):\s*$/u.exec(before.trim())?.[1] ?? '');
  if (label !== '' && /^\s*(?:$|[,.;(])/u.test(after)) return { text: label, after: false };
  return { text: tidy(after.replace(/^\s*(?:trở lên|\/\s*năm)/iu, '')), after: true };
}

const COMPARISONS: readonly (readonly [RegExp, Comparison])[] = [
  [
    /(?:giam|ha|keo giam|giam ty le)[^,;]{0,60}(?:xuong )?con(?: lai)?(?: khoang| duoi| it nhat)?\s*$/u,
    'down-to',
  ],
  [/(?:^|\s)(?:xuong )?con(?: lai)?(?: khoang| duoi)?\s*$/u, 'down-to'],
  [/(?:^|\s)xuong\s*$/u, 'down-to'],
  [/(?:^|\s)giam (?:duoc |them )?(?:it nhat|toi thieu|tren|hon)\s*$/u, 'decrease-by-at-least'],
  [/(?:^|\s)giam(?: binh quan| duoc| khoang| tu| them| xuong)*\s*$/u, 'decrease-by'],
  [/(?:^|\s)giam\s[^,;%\d]{0,40}(?:binh quan|tu|khoang)\s*$/u, 'decrease-by'],
  [/(?:^|\s)tang (?:duoc |them )?(?:it nhat|toi thieu|tren|hon)\s*$/u, 'increase-by-at-least'],
  [/(?:^|\s)tang(?: binh quan| khoang| tu| them)*\s*$/u, 'increase-by'],
  [/(?:^|\s)(?:len|dat den)\s*$/u, 'up-to-level'],
  [/(?:^|\s)(?:it nhat|toi thieu|tren|hon|khong duoi|khong thap hon)\s*$|[≥>]\s*=?\s*$/u, 'at-least'],
  [/(?:^|\s)(?:toi da|khong qua|duoi|nhieu nhat)\s*$|[≤<]\s*=?\s*$/u, 'at-most'],
  [/(?:^|\s)(?:khoang|gan)\s*$/u, 'about'],
];

function compare(before: string, measure: MeasureFound, change: Comparison | null): Comparison {
  const plain = fold(before.slice(-90));
  const found = COMPARISONS.find(([form]) => form.test(plain))?.[1];
  if (found === 'decrease-by' && measure.orMore) return 'decrease-by-at-least';
  if (found === 'increase-by' && measure.orMore) return 'increase-by-at-least';
  if (found !== undefined) return found;
  if (measure.orMore) return 'at-least';
  // "Giảm 02 hộ nghèo, 05 hộ cận nghèo": the verb serves both.
  return change !== null && measure.countsUnit && /^[\s,]*(?:và\s*)?$/u.test(before) ? change : 'exactly';
}

const yearIn = (text: string): number | null => {
  const found = /(?:đến|vào|cuối|trong|của)\s+(?:cuối\s+)?năm\s+(\d{4})|năm\s+(\d{4})/iu.exec(text);
  return found === null ? null : Number(found[1] ?? found[2]);
};

const keyOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/gu, ' ')
    .replace(/\bti le\b/gu, 'ty le')
    .trim();
