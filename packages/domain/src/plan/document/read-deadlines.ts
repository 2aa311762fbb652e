import { isValidDay, makeDay } from '../../shared/day.ts';
import type { DateToken } from '../text/date-token.ts';
import { isInside } from '../text/span.ts';
import { fold } from './fold.ts';
import type { Paragraph } from './paragraph.ts';
import { type ParagraphTokens, speaks } from './paragraph-tokens.ts';
import type { Deadline, DeadlineKind } from './plan-document.ts';

const DUE =
  /(?:truoc|cham nhat|muon nhat|han cuoi|den het|het|xong truoc|hoan thanh|hoan thanh trong|ket thuc|toi)(?: la| vao)?(?:\s+ngay)?\s*$/u;
const RECURRING =
  /(?:trước|chậm nhất(?: là| vào)?|vào)\s+(?:ngày\s+)?(\d{1,2})(?:\s+(tháng cuối|tháng đầu|của tháng cuối)(?: của)? quý|\s+(?:hằng|hàng|mỗi)\s+(tháng|quý|năm|tuần)|\s+của\s+(tháng|quý|năm)(?:\s+cuối quý)?)/giu;
const KINDS: readonly (readonly [RegExp, DeadlineKind])[] = [
  [/6 thang|sau thang|ban nien/u, 'half-year'],
  [/9 thang|chin thang/u, 'nine-months'],
  [/hang quy|hang quy|bao cao quy|moi quy|tung quy|cuoi quy|quy\b(?! [iv]+\b)/u, 'quarter'],
  [/hang thang|bao cao thang|moi thang/u, 'month'],
  [/hang tuan|bao cao tuan/u, 'week'],
  [/bao cao (?:ca |cuoi |tong ket )?nam|hang nam|cuoi nam|ca nam/u, 'year'],
];
const RECIPIENT =
  /(?:về|gửi|cho|báo cáo)\s+((?:Ủy ban nhân dân|UBND|Sở|Phòng|Ban|Bộ|Văn phòng|Thường trực|Chủ tịch)[^,;.()]{0,90}?)(?=\s*(?:\(|,|;|\.|qua|để|trước|tổng hợp|theo|kết quả|định kỳ|$))/u;

/** What is due when: reports by their kind, and work with a last day. */
export function readDeadlines(
  paragraphs: readonly Paragraph[],
  tokens: readonly ParagraphTokens[],
): readonly Deadline[] {
  const deadlines: Deadline[] = [];
  for (const paragraph of paragraphs) {
    if (!speaks(paragraph) || paragraph.kind === 'closing') continue;
    const own = tokens[paragraph.index];
    if (own === undefined || own.dates.length + own.numbers.length === 0) continue;
    const found = [...recurring(paragraph), ...single(paragraph, own)];
    deadlines.push(...found.sort((a, b) => a.span.start - b.span.start));
  }
  return deadlines;
}

function recurring(paragraph: Paragraph): Deadline[] {
  return [...paragraph.text.matchAll(RECURRING)].map((match) => {
    const [text, day, ofQuarter, every, of] = match;
    const period = ofQuarter !== undefined ? 'quý' : (every ?? of ?? '');
    const kinds: Readonly<Record<string, DeadlineKind>> = {
      quý: 'quarter',
      tháng: 'month',
      năm: 'year',
      tuần: 'week',
    };
    const end = match.index + text.length;
    return makeDeadline(
      paragraph,
      { start: match.index, end },
      {
        day: null,
        dayOfMonth: Number(day),
        kind: kinds[period.toLowerCase()] ?? 'once',
      },
    );
  });
}

/** "trước ngày 10/6/2024 (báo cáo 6 tháng), 10/12/2024 (báo cáo năm)": what is said of the first date holds for the next. */
const JOINED = /^\s*(?:\([^()]{0,40}\)\s*)?(?:,|;|và|hoặc)(?:\s+và)?\s*$/u;
const SECOND = /^\s*(?:,|và|hoặc)\s*(?:ngày\s*)?(\d{1,2})\s*(?:\/|tháng)\s*(\d{1,2})(?![\d/])/iu;
const LONGEST_PERIOD = 400;
const YEAR_AFTER = /^\s*(?:,|và|hoặc)\s*(?:ngày\s*)?\d{1,2}\s*\/\s*\d{1,2}\s*\/\s*(\d{4})/u;
const EVERY_YEAR = /^[^.;]{0,24}?(?:hằng|hàng|mỗi)\s+năm/iu;

function single(paragraph: Paragraph, tokens: ParagraphTokens): Deadline[] {
  const { text } = paragraph;
  const deadlines: Deadline[] = [];
  let joinedFrom: number | null = null;
  for (const date of tokens.dates) {
    if (isInside(date, tokens.citations)) continue;
    const before = text.slice(Math.max(0, date.start - 30), date.start);
    const due = DUE.exec(fold(before));
    const joined =
      joinedFrom !== null && date.start - joinedFrom < 60 && JOINED.test(text.slice(joinedFrom, date.start));
    if (due === null && !joined) {
      joinedFrom = null;
      continue;
    }
    joinedFrom = date.end;
    if (isPeriodOf(paragraph, date)) continue;
    const start = due === null ? date.start : date.start - (before.length - due.index);
    deadlines.push(...datesDue(paragraph, date, start, due?.[0] ?? ''));
  }
  return deadlines;
}

/** "Đến hết năm 2030: 60% hộ …", "1. Đến hết năm 2026" over a list: the year of what follows, due for nobody. */
const isPeriodOf = ({ kind, text }: Paragraph, date: DateToken): boolean =>
  date.precision === 'year' &&
  (kind === 'heading' || /^\s*:/u.test(text.slice(date.end))) &&
  text.length < LONGEST_PERIOD;

/** One deadline of a date; "trước ngày 01/6 và 15/11 hằng năm" is two. */
function datesDue(paragraph: Paragraph, date: DateToken, start: number, due: string): Deadline[] {
  const { text } = paragraph;
  const one = makeDeadline(
    paragraph,
    { start, end: date.end },
    { day: lastDay(date, due), dayOfMonth: null, kind: kindAt(text, start, date.end) },
  );
  if (date.precision !== 'day-of-month') return [one];
  const rest = text.slice(date.end, date.end + 40);
  const yearly: Deadline = {
    ...one,
    dayOfMonth: date.date,
    kind: one.kind === 'once' && EVERY_YEAR.test(rest) ? 'year' : one.kind,
  };
  const year = YEAR_AFTER.exec(rest)?.[1];
  if (year !== undefined && date.month !== null && date.date !== null) {
    // "trước ngày 01/6 và 25/11/2024": one year for both.
    const day = makeDay(Number(year), date.month, date.date);
    return [{ ...one, day: isValidDay(day) ? day : null }];
  }
  const second = SECOND.exec(rest);
  if (second === null) return [yearly];
  const end = date.end + second[0].length;
  const from = end - second[0].replace(/^\s*(?:,|và|hoặc)\s*/iu, '').length;
  const when = { day: null, dayOfMonth: Number(second[1]), kind: yearly.kind };
  return [yearly, makeDeadline(paragraph, { start: from, end }, when)];
}

/** "trước ngày 30/11/2024" ends that day, "hết quý IV" on its last. */
const lastDay = (date: DateToken, due: string): string | null =>
  date.precision === 'day' ? date.first : /truoc/u.test(due) ? date.first : date.last;

/** The kind of report: in brackets after the date, or in the words before it up to the last comma. */
function kindAt(text: string, start: number, end: number): DeadlineKind {
  const after = /^\s*\(([^)]{0,40})\)/u.exec(text.slice(end))?.[1] ?? '';
  const before = text.slice(Math.max(0, start - 60), start);
  const near = before.slice(
    Math.max(
      before.lastIndexOf(';'),
      before.lastIndexOf(','),
      before.lastIndexOf('('),
      before.lastIndexOf(' và '),
    ) + 1,
  );
  // "báo cáo định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 10/12)": the period stands before the bracket.
  const bracketed = /([^,;:(]{0,40})\(\s*$/u.exec(before)?.[1] ?? '';
  const period =
    bracketed !== '' && /báo cáo/iu.test(text.slice(Math.max(0, start - 200), start)) ? bracketed : '';
  for (const words of [after, near, period && `bao cao ${period.trim()}`]) {
    const plain = fold(words);
    if (!plain.includes('bao cao')) continue;
    const kind = KINDS.find(([form]) => form.test(plain))?.[1];
    if (kind !== undefined) return kind;
  }
  return 'once';
}

function makeDeadline(
  paragraph: Paragraph,
  span: { start: number; end: number },
  when: Pick<Deadline, 'day' | 'dayOfMonth' | 'kind'>,
): Deadline {
  const from =
    Math.max(paragraph.text.lastIndexOf('. ', span.start), paragraph.text.lastIndexOf(';', span.start)) + 1;
  const stop = paragraph.text.slice(span.end).search(/[.;](?=\s|$)/u);
  const sentence = paragraph.text.slice(from, stop < 0 ? undefined : span.end + stop);
  return {
    span: { paragraph: paragraph.index, ...span },
    text: paragraph.text.slice(span.start, span.end),
    ...when,
    report: fold(sentence).includes('bao cao'),
    recipient: RECIPIENT.exec(sentence)?.[1]?.trim() ?? null,
    section: paragraph.section,
  };
}
