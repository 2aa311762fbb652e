import { type Day, writtenDay } from '../../shared/day.ts';
import type { DueReminder } from './duty-standing.ts';

/** One line of a reminder. */
export interface RemindedLine extends DueReminder {
  readonly dutyId: string;
  /** Words that a published plan or a form of report gave it; null: typed by someone, may name a household, stays inside. */
  readonly task: string | null;
  readonly giver: string;
  readonly desk: string;
  readonly dueOn: Day | null;
}

export interface ReminderMail {
  readonly subject: string;
  readonly body: string;
}

const MOST_LINES = 25;
const LONGEST_TASK = 140;
const PRESSING: Readonly<Record<DueReminder['kind'], number>> = { late: 0, onDay: 1, before: 2, toAccept: 3 };

/**
 * One mail of a day for one address: what is late, due and waiting, the most pressing first. It leaves the house, so it
 * holds duties, desks, days and addresses of pages: no result, no reason, nothing typed about a household.
 */
export function writeReminderMail(
  lines: readonly RemindedLine[],
  { today, address }: { readonly today: Day; readonly address: string },
): ReminderMail {
  const ordered = [...lines].sort(
    (a, b) => PRESSING[a.kind] - PRESSING[b.kind] || b.days - a.days || (a.dutyId < b.dutyId ? -1 : 1),
  );
  const late = lines.filter(({ kind }) => kind === 'late').length;
  const subject =
    late === 0
      ? `Nhắc việc ngày ${writtenDay(today)}: ${lines.length} việc`
      : `Nhắc việc ngày ${writtenDay(today)}: ${lines.length} việc, ${late} việc trễ hạn`;
  const shown = ordered.slice(0, MOST_LINES).map((line) => lineText(line, address));
  const rest = ordered.length - shown.length;
  return {
    subject,
    body: [
      'Hệ thống Bền Vững nhắc các việc sau:',
      '',
      ...shown,
      ...(rest > 0 ? [`Còn ${rest} việc nữa, xem tại ${address}/viec-giao`, ''] : []),
      `Thư gửi tự động mỗi ngày làm việc nhiều nhất một lần. Đổi hoặc thôi nhận: cuối trang ${address}/viec-giao`,
    ].join('\n'),
  };
}

function lineText(
  { kind, days, task, giver, desk, dueOn, dutyId, toGiver }: RemindedLine,
  address: string,
): string {
  const short = task === null ? `Việc do ${giver} giao` : cut(task);
  const due = dueOn === null ? '' : `, hạn ${writtenDay(dueOn)}`;
  const passed = toGiver && kind === 'late' ? ' (báo lên nơi giao)' : '';
  return [
    `- ${standing(kind, days)}${passed}: ${short}`,
    `  ${desk}${due}`,
    `  ${address}/viec-giao/${dutyId}`,
    '',
  ].join('\n');
}

function standing(kind: DueReminder['kind'], days: number): string {
  if (kind === 'late') return `TRỄ ${days} ngày làm việc`;
  if (kind === 'onDay') return 'Đến hạn';
  return kind === 'before' ? `Còn ${days} ngày làm việc` : `Chờ nghiệm thu ${days} ngày làm việc`;
}

/** On one line: a mail is plain text and nobody's words begin a line of their own. */
const cut = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST_TASK ? `${line.slice(0, LONGEST_TASK - 1)}…` : line;
};
