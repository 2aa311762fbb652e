import { daysBetween, writtenDay } from '../../shared/day.ts';
import type { DateToken } from '../text/date-token.ts';
import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';
import { orderFaults } from './deadline-order.ts';
import type { Fault, Rule } from './rule.ts';
import { datedDeadlinesOf, sentenceBefore, writtenDeadline } from './set-deadlines.ts';

function beforePlan(context: CheckContext): Fault[] {
  const { planDay } = context;
  const own = context.document.head.date;
  if (planDay === null || own === null) return [];
  return datedDeadlinesOf(context)
    .filter(({ last }) => (own.blank ? last.slice(0, 7) < planDay.slice(0, 7) : last < planDay))
    .map((deadline) => ({
      span: deadline.span,
      related: [own.span],
      message: {
        vi: `Thời hạn ${writtenDeadline(deadline)} đã qua khi văn bản ban hành (${writtenDay(planDay)}). Có lẽ ghi sai năm hoặc còn sót từ văn bản cũ.`,
        en: `The deadline ${writtenDeadline(deadline)} was already past when the document was issued (${planDay}). Probably the wrong year, or left from an older document.`,
      },
    }));
}

const LONGER = /kéo dài|giải ngân|giai đoạn|quyết toán|trung hạn/iu;

function outsidePeriod(context: CheckContext): Fault[] {
  const { period, planDay } = context;
  if (period === null) return [];
  const faults: Fault[] = [];
  for (const deadline of datedDeadlinesOf(context)) {
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
        vi: `Thời hạn ${writtenDeadline(deadline)} nằm ngoài thời kỳ của kế hoạch (${title}). Xem lại năm.`,
        en: `The deadline ${writtenDeadline(deadline)} lies outside the period of the plan (${period.from}-${period.to}). Look at the year.`,
      },
    });
  }
  return [...faults, ...workOutsidePeriod(context)];
}

const WORK_TIME =
  /^(?:[-+]\s*|\p{Ll}\d?[.)/-]\s*|\d[\d.]*[.)/-]?\s*)?Thời gian(?:\s+(?:thực hiện|tổ chức|hoàn thành|triển khai|kiểm tra))?\s*(?:[:.]|$)/iu;
const TIME_COLUMN = /thời gian|thời hạn|tiến độ|hoàn thành/iu;

/** What says when the work is done: the field of a project, the paragraph under its heading, a column of a table. */
function workTimes({ paragraphs, document }: CheckContext): ReadParagraph[] {
  const cells = new Set(
    document.tables.flatMap(({ columns, rows }) => {
      const column = columns.findIndex(({ title }) => TIME_COLUMN.test(title));
      return column < 0 ? [] : rows.flatMap(({ cells: row }) => row[column]?.span.paragraph ?? []);
    }),
  );
  return paragraphs.filter((read, at) => {
    if (read.dates.length === 0) return false;
    const above = paragraphs[at - 1];
    const headed =
      above !== undefined &&
      above.dates.length === 0 &&
      read.text.length < LONGEST_TIME &&
      WORK_TIME.exec(above.text)?.[0].length === above.text.length;
    return WORK_TIME.test(read.text) || headed || cells.has(read.index);
  });
}

const LONGEST_TIME = 120;

/** "Thời gian thực hiện: Trong năm 2023" within a plan of 2024. */
function workOutsidePeriod(context: CheckContext): Fault[] {
  const { period } = context;
  if (period === null) return [];
  return workTimes(context).flatMap((read) =>
    read.dates
      .filter(({ year, precision }) => isOutside(period, year, precision))
      .map((date) => workFault(read, date, period)),
  );
}

type Period = NonNullable<CheckContext['period']>;

function isOutside({ from, to }: Period, year: number | null, precision: DateToken['precision']): boolean {
  if (year === null || (year >= from && year <= to + (precision === 'year' ? 0 : 1))) return false;
  return !(year > to && year - to <= 1 && from !== to);
}

function workFault(read: ReadParagraph, date: DateToken, period: Period): Fault {
  const title = period.from === period.to ? String(period.from) : `${period.from}-${period.to}`;
  return {
    span: spanIn(read, date),
    related: [period.span],
    expected: title,
    message: {
      vi: `Thời gian thực hiện ghi ${read.text.slice(date.start, date.end)}, kế hoạch là của ${title}. Có lẽ còn sót từ kế hoạch cũ.`,
      en: `The time of the work is ${read.text.slice(date.start, date.end)}, the plan is for ${title}. Probably left from an older plan.`,
    },
  };
}

/** Fewer days than this between the plan and a report on half a year leave no time to do what it orders. */
const SOON = 15;

function tooSoon(context: CheckContext): Fault[] {
  const { planDay } = context;
  const own = context.document.head.date;
  if (planDay === null || own === null || own.blank) return [];
  const faults: Fault[] = [];
  for (const deadline of datedDeadlinesOf(context)) {
    if (deadline.report === null || deadline.report === 'quarter') continue;
    const days = daysBetween(planDay, deadline.last);
    if (days < 0 || days >= SOON) continue;
    faults.push({
      span: deadline.span,
      related: [own.span],
      message: {
        vi: `Báo cáo phải nộp trước ${writtenDeadline(deadline)}, chỉ ${days} ngày sau ngày ban hành (${writtenDay(planDay)}). Kỳ báo cáo này có lẽ lấy từ kế hoạch cấp trên; xem lại hạn, hoặc bỏ kỳ này.`,
        en: `A report is due by ${writtenDeadline(deadline)}, only ${days} days after the day of issue (${planDay}). Probably taken over from the superior's plan; change the day or leave this report out.`,
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
    find: orderFaults,
  },
];
