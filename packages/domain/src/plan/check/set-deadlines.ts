import { type Day, isValidDay, makeDay } from '../../shared/day.ts';
import type { TextSpan } from '../document/source-place.ts';
import type { DateToken } from '../text/date-token.ts';
import { overlaps } from '../text/span.ts';
import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';
import type { SuperiorDeadline } from './check-knowledge.ts';

export type ReportKind = SuperiorDeadline['kind'];

/** A last day the document sets. */
export interface SetDeadline {
  readonly read: ReadParagraph;
  readonly date: DateToken;
  readonly span: TextSpan;
  readonly last: Day;
  readonly report: ReportKind | null;
  /** Written without its year: every year, or in the one the plan is for. */
  readonly yearless: boolean;
}

const CUE =
  /(?:trước|chậm nhất|muộn nhất|hạn cuối|thời hạn|hoàn thành|xong|đến hết|hết|không quá|định kỳ)(?:\s+(?:vào|là|trong|trước|hết|đến|ngày|thời|gian|thực|hiện|xong|hoàn|thành|cuối|:)){0,4}\s*:?\s*$/iu;
/** What stands before the cue when the day is one of the past, not one to be kept. */
const PAST =
  /(?:kể từ|tính đến|từ ngày|đã|ban hành|có hiệu lực|giai đoạn trước|phát động|ký|thông qua|sinh|được (?:phê duyệt|giao|công nhận))(?:\s+\S+)?\s*$/iu;
const KINDS: readonly (readonly [RegExp, ReportKind])[] = [
  [/6\s*tháng|sáu\s*tháng|06\s*tháng|giữa năm/iu, 'half-year'],
  [/9\s*tháng|09\s*tháng|chín tháng/iu, 'nine-months'],
  [/quý/iu, 'quarter'],
  [/báo cáo năm|cuối năm|hằng năm|hàng năm|cả năm|báo cáo kết quả/iu, 'year'],
];

/** The report an unnamed deadline is for, by its month. */
function kindOfMonth(month: number | null): ReportKind {
  if (month === null || month >= 10 || month <= 2) return 'year';
  if (month <= 4) return 'quarter';
  return month <= 7 ? 'half-year' : 'nine-months';
}

/** Whether what is due is a report: said before the day in its sentence, or at the head of a paragraph about one. */
const reportsIn = (text: string, at: number): boolean =>
  /báo cáo/iu.test(sentenceBefore(text, at)) || /^(?:[-+]\s*|\p{Ll}[.)]\s*)?Báo cáo/u.test(text);

function reportKind(text: string, date: DateToken): ReportKind | null {
  if (!/báo cáo/iu.test(text)) return null;
  const before = text.slice(Math.max(0, date.start - 70), date.start);
  const after = text.slice(date.end, date.end + 40);
  const bracket = /^\s*\(([^)]*)\)/u.exec(after)?.[1];
  if (bracket !== undefined) {
    const named = KINDS.find(([pattern]) => pattern.test(bracket));
    if (named !== undefined) return named[1];
  }
  let best: { at: number; kind: ReportKind } | undefined;
  for (const [pattern, kind] of KINDS)
    for (const match of before.matchAll(new RegExp(pattern, 'giu')))
      if (best === undefined || match.index > best.at) best = { at: match.index, kind };
  return best?.kind ?? (reportsIn(text, date.start) ? kindOfMonth(date.month) : null);
}

const LOOKS_BACK = /đánh giá|kết quả|tình hình|thực trạng/iu;
const ORDERS = /nhiệm vụ|tổ chức|giải pháp|báo cáo|mục tiêu/iu;

/** Whether a paragraph stands in a part that tells what was done. */
export function looksBack({ document }: CheckContext, { paragraph }: ReadParagraph): boolean {
  let at = paragraph.section;
  while (at !== null) {
    const section = document.sections[at];
    if (section === undefined) return false;
    const title = section.title.slice(0, 80);
    if (section.depth === 0 && LOOKS_BACK.test(title) && !ORDERS.test(title)) return true;
    at = section.parent;
  }
  return false;
}

/** The sentence up to a date. */
export function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 400), at);
  return before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1);
}

const TOLD = /(?<!\p{L})(?:đã|được (?:giao|phê duyệt|công nhận))(?!\p{L})/iu;

/** "trước ngày 30 tháng 11 hằng năm": in the last year of the plan. */
function lastOfYearless({ period, planDay }: CheckContext, date: DateToken): Day | null {
  const year = period?.to ?? (planDay === null ? null : Number(planDay.slice(0, 4)));
  if (date.precision !== 'day-of-month' || year === null) return null;
  const day = makeDay(year, date.month ?? 0, date.date ?? 0);
  return isValidDay(day) ? day : null;
}

/** "trước ngày 20/6/2024 và ngày 10/12/2024": the word before the first serves the second. */
const goesOn = (text: string, first: DateToken, next: DateToken): boolean =>
  /^\s*(?:\([^()]{0,30}\))?\s*(?:,|;|và|,\s*và)\s*(?:báo cáo \p{L}+\s*)?(?:ngày\s*)?$/iu.test(
    text.slice(first.end, next.start),
  );

/** Those whose year is written. */
export const datedDeadlinesOf = (context: CheckContext): readonly SetDeadline[] =>
  deadlinesOf(context).filter(({ yearless }) => !yearless);

const known = new WeakMap<CheckContext, readonly SetDeadline[]>();

export function deadlinesOf(context: CheckContext): readonly SetDeadline[] {
  const before = known.get(context);
  if (before !== undefined) return before;
  const found: SetDeadline[] = [];
  for (const [at, read] of context.paragraphs.entries()) {
    if (at < context.bodyFrom || read.dates.length === 0 || looksBack(context, read)) continue;
    if (read.paragraph.kind === 'head' || read.paragraph.kind === 'closing') continue;
    for (const date of read.dates) {
      const last = date.last ?? lastOfYearless(context, date);
      if (last === null || date.precision === 'year') continue;
      if (read.citations.some((citation) => overlaps(citation, date))) continue;
      const text = read.text.slice(Math.max(0, date.start - 60), date.start);
      const cue = CUE.exec(text);
      const carried = found.at(-1)?.read === read && goesOn(read.text, found.at(-1)!.date, date);
      if (!carried && (cue === null || PAST.test(text.slice(0, cue.index)))) continue;
      if (
        TOLD.test(sentenceBefore(read.text, date.start)) ||
        /^[^.;]*đã được/iu.test(read.text.slice(date.end, date.end + 120))
      )
        continue;
      found.push({
        read,
        date,
        span: spanIn(read, date),
        last,
        yearless: date.last === null,
        report: reportKind(read.text, date),
      });
    }
  }
  known.set(context, found);
  return found;
}

export const writtenDeadline = ({ read, date }: SetDeadline): string => read.text.slice(date.start, date.end);
