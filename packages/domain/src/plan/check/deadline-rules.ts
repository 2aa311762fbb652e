import { type Day, daysBetween } from '../../shared/day.ts';
import type { TextSpan } from '../document/source-place.ts';
import type { DateToken } from '../text/date-token.ts';
import { overlaps } from '../text/span.ts';
import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';
import type { SuperiorDeadline } from './check-knowledge.ts';
import { showDay } from './citation-rules.ts';
import type { Fault, Rule } from './rule.ts';

type ReportKind = SuperiorDeadline['kind'];

/** A last day the document sets. */
interface SetDeadline {
  readonly read: ReadParagraph;
  readonly date: DateToken;
  readonly span: TextSpan;
  readonly last: Day;
  readonly report: ReportKind | null;
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
  return best?.kind ?? (/báo cáo/iu.test(before) ? kindOfMonth(date.month) : null);
}

const LOOKS_BACK = /đánh giá|kết quả|tình hình|thực trạng/iu;
const ORDERS = /nhiệm vụ|tổ chức|giải pháp|báo cáo|mục tiêu/iu;

/** Whether a paragraph stands in a part that tells what was done. */
function looksBack({ document }: CheckContext, { paragraph }: ReadParagraph): boolean {
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
function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 400), at);
  return before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1);
}

const TOLD = /(?<!\p{L})(?:đã|được (?:giao|phê duyệt|công nhận))(?!\p{L})/iu;
const LONGER = /kéo dài|giải ngân|giai đoạn|quyết toán|trung hạn/iu;

const known = new WeakMap<CheckContext, readonly SetDeadline[]>();

function deadlinesOf(context: CheckContext): readonly SetDeadline[] {
  const before = known.get(context);
  if (before !== undefined) return before;
  const found: SetDeadline[] = [];
  for (const [at, read] of context.paragraphs.entries()) {
    if (at < context.bodyFrom || read.dates.length === 0 || looksBack(context, read)) continue;
    if (read.paragraph.kind === 'head' || read.paragraph.kind === 'closing') continue;
    for (const date of read.dates) {
      if (date.last === null || date.precision === 'year') continue;
      if (read.citations.some((citation) => overlaps(citation, date))) continue;
      const text = read.text.slice(Math.max(0, date.start - 60), date.start);
      const cue = CUE.exec(text);
      if (cue === null || PAST.test(text.slice(0, cue.index))) continue;
      if (
        TOLD.test(sentenceBefore(read.text, date.start)) ||
        /^[^.;]*đã được/iu.test(read.text.slice(date.end, date.end + 120))
      )
        continue;
      found.push({
        read,
        date,
        span: spanIn(read, date),
        last: date.last,
        report: reportKind(read.text, date),
      });
    }
  }
  known.set(context, found);
  return found;
}

const written = ({ read, date }: SetDeadline): string => read.text.slice(date.start, date.end);

function beforePlan(context: CheckContext): Fault[] {
  const { planDay } = context;
  const own = context.document.head.date;
  if (planDay === null || own === null) return [];
  return deadlinesOf(context)
    .filter(({ last }) => (own.blank ? last.slice(0, 7) < planDay.slice(0, 7) : last < planDay))
    .map((deadline) => ({
      span: deadline.span,
      related: [own.span],
      message: {
        vi: `Thời hạn ${written(deadline)} đã qua khi văn bản ban hành (${showDay(planDay)}). Có lẽ ghi sai năm hoặc còn sót từ văn bản cũ.`,
        en: `The deadline ${written(deadline)} was already past when the document was issued (${planDay}). Probably the wrong year, or left from an older document.`,
      },
    }));
}

function outsidePeriod(context: CheckContext): Fault[] {
  const { period, planDay } = context;
  if (period === null) return [];
  const faults: Fault[] = [];
  for (const deadline of deadlinesOf(context)) {
    if (planDay !== null && deadline.last < planDay) continue;
    const longer = LONGER.test(sentenceBefore(deadline.read.text, deadline.date.start));
    const tooLate = !longer && deadline.last > `${period.to + 1}-03-31`;
    const tooEarly = planDay === null && deadline.last < `${period.from}-01-01`;
    if (!tooLate && !tooEarly) continue;
    const title = period.from === period.to ? `năm ${period.from}` : `giai đoạn ${period.from}-${period.to}`;
    faults.push({
      span: deadline.span,
      related: [period.span],
      message: {
        vi: `Thời hạn ${written(deadline)} nằm ngoài thời kỳ của kế hoạch (${title}). Xem lại năm.`,
        en: `The deadline ${written(deadline)} lies outside the period of the plan (${period.from}-${period.to}). Look at the year.`,
      },
    });
  }
  return [...faults, ...workOutsidePeriod(context)];
}

const WORK_TIME =
  /^(?:[-+]\s*|\p{Ll}\d?[.)]\s*|\d[\d.]*[.)]?\s*)?Thời gian(?:\s+(?:thực hiện|tổ chức|hoàn thành|triển khai|kiểm tra))?\s*[:.]/iu;

/** "Thời gian thực hiện: Trong năm 2023" within a plan of 2024. */
function workOutsidePeriod(context: CheckContext): Fault[] {
  const { period } = context;
  if (period === null) return [];
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (!WORK_TIME.test(read.text)) continue;
    for (const date of read.dates) {
      if (
        date.year === null ||
        (date.year >= period.from && date.year <= period.to + (date.precision === 'year' ? 0 : 1))
      )
        continue;
      if (date.year > period.to && date.year - period.to <= 1 && period.from !== period.to) continue;
      const title = period.from === period.to ? String(period.from) : `${period.from}-${period.to}`;
      faults.push({
        span: spanIn(read, date),
        related: [period.span],
        expected: title,
        message: {
          vi: `Thời gian thực hiện ghi ${read.text.slice(date.start, date.end)}, kế hoạch là của ${title}. Có lẽ còn sót từ kế hoạch cũ.`,
          en: `The time of the work is ${read.text.slice(date.start, date.end)}, the plan is for ${title}. Probably left from an older plan.`,
        },
      });
    }
  }
  return faults;
}

/** Fewer days than this between the plan and a report on half a year leave no time to do what it orders. */
const SOON = 15;

function tooSoon(context: CheckContext): Fault[] {
  const { planDay } = context;
  const own = context.document.head.date;
  if (planDay === null || own === null || own.blank) return [];
  const faults: Fault[] = [];
  for (const deadline of deadlinesOf(context)) {
    if (deadline.report === null || deadline.report === 'quarter') continue;
    const days = daysBetween(planDay, deadline.last);
    if (days < 0 || days >= SOON) continue;
    faults.push({
      span: deadline.span,
      related: [own.span],
      message: {
        vi: `Báo cáo phải nộp trước ${written(deadline)}, chỉ ${days} ngày sau ngày ban hành (${showDay(planDay)}). Kỳ báo cáo này có lẽ lấy từ kế hoạch cấp trên; xem lại hạn, hoặc bỏ kỳ này.`,
        en: `A report is due by ${written(deadline)}, only ${days} days after the day of issue (${planDay}). Probably taken over from the superior's plan; change the day or leave this report out.`,
      },
    });
  }
  return faults;
}

const LOWER =
  /(?:các (?:sở|ngành|cơ quan|đơn vị|địa phương|phòng|ban|thôn|bản|ấp|buôn|tổ|khu phố|xã|phường|huyện|bộ phận)|UBND (?:các|cấp)?\s*(?:xã|phường|huyện|thị trấn))/iu;
const COLLECTS =
  /(?:tổng hợp(?:,)? (?:và )?(?:tham mưu )?(?:trình |gửi )?báo cáo|tổng hợp,? tham mưu|báo cáo (?:UBND tỉnh|UBND thành phố|Ủy ban nhân dân (?:tỉnh|thành phố|huyện)|Bộ|Thủ tướng|Chính phủ|UBND huyện|cấp trên))/iu;
const BEGINS_WITH_COLLECTOR =
  /^(?:\d[\d.]*[.)]?\s*)?(?:[-+]\s*)?(?:Giao\s+)?(?:Sở|Phòng|Ban|Công chức|Văn phòng|Cơ quan thường trực|Trung tâm|Chi cục)\s/u;

const MOST_REPORTS = 200;

/** Those below report before the one who collects them. */
function order(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  const reports = deadlinesOf(context).filter(({ report }) => report !== null);
  if (reports.length > MOST_REPORTS) return [];
  const collectors = reports.filter(
    ({ read }) => BEGINS_WITH_COLLECTOR.test(read.text) && COLLECTS.test(read.text),
  );
  const lower = reports.filter(
    (each) => !collectors.includes(each) && LOWER.test(each.read.text.slice(0, each.date.start)),
  );
  for (const collector of collectors) {
    for (const below of lower) {
      if (below.report !== collector.report || below.last.slice(0, 4) !== collector.last.slice(0, 4))
        continue;
      if (below.last <= collector.last) continue;
      faults.push({
        span: below.span,
        related: [collector.span],
        message: {
          vi: `Đơn vị cấp dưới báo cáo trước ${written(below)}, nhưng cơ quan tổng hợp phải báo cáo trước ${written(collector)}. Hạn của cấp dưới phải sớm hơn.`,
          en: `Those below report by ${written(below)}, yet the body that collects must report by ${written(collector)}. The lower deadline must be the earlier one.`,
        },
      });
    }
  }
  const superior = context.knowledge.superiorDeadlines ?? [];
  for (const deadline of reports) {
    const above = superior.find(
      ({ kind, day }) => kind === deadline.report && day.slice(0, 4) === deadline.last.slice(0, 4),
    );
    if (above === undefined || deadline.last <= above.day) continue;
    faults.push({
      span: deadline.span,
      expected: `trước ${showDay(above.day)}`,
      message: {
        vi: `Hạn báo cáo ${written(deadline)} muộn hơn hạn cấp trên yêu cầu: ${showDay(above.day)} (${above.source}).`,
        en: `The report is due ${written(deadline)}, later than the superior asks: ${above.day} (${above.source}).`,
      },
    });
  }
  return faults;
}

export const deadlineRules: readonly Rule[] = [
  {
    id: 'deadline.past',
    severity: 'error',
    title: { vi: 'Thời hạn trước ngày ban hành', en: 'A deadline before the day of issue' },
    find: beforePlan,
  },
  {
    id: 'deadline.period',
    severity: 'warning',
    title: { vi: 'Thời hạn ngoài thời kỳ của kế hoạch', en: 'A deadline outside the period of the plan' },
    find: outsidePeriod,
  },
  {
    id: 'deadline.soon',
    severity: 'warning',
    title: { vi: 'Hạn báo cáo quá sát ngày ban hành', en: 'A report due too soon after the day of issue' },
    find: tooSoon,
  },
  {
    id: 'deadline.order',
    severity: 'error',
    title: { vi: 'Cấp dưới báo cáo muộn hơn cấp trên', en: 'Those below report later than those above' },
    find: order,
  },
];
