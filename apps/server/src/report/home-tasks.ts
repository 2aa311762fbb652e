import type { HomeView } from '@benvung/contract/review';
import { householdsIn } from '@benvung/domain/review/counters';
import { daysBetween } from '@benvung/domain/shared/day';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import { printValue } from './print-value.ts';
import type { ReportUnit } from './report-unit.store.ts';
import type { FigureSheet } from './unit-figures.ts';

type Task = HomeView['tasks'][number];

export interface TasksWanted {
  readonly unit: ReportUnit;
  readonly today: string;
  readonly year: number;
  readonly progress: HomeView['progress'];
  readonly sheet: FigureSheet;
}

const count = (value: number): string => printValue(value, 'count');

/**
 * What the unit has to do now, told by its own records, the most urgent first. The periodic review ends on 14
 * December (regulations 2.2); other deadlines come with plans.
 */
export function homeTasks({ unit, today, year, progress, sheet }: TasksWanted): Task[] {
  const end = `${year}-12-14`;
  const total = (measure: string) =>
    HOUSEHOLD_CLASSES.reduce((sum, each) => sum + householdsIn(sheet.measures.get(measure), each), 0);
  const households = `/ho?nam=${year}&don-vi=${unit.id}`;
  const tasks: Task[] = [];
  const add = (kind: string, text: string, { dueOn, link }: { dueOn: string | null; link: string }) => {
    const late = dueOn === null ? 0 : daysBetween(dueOn, today);
    tasks.push({ kind, text, dueOn, overdueDays: late > 0 ? late : null, link });
  };
  const pending = total('pending');
  const undetermined = householdsIn(sheet.measures.get('closing'), 'UNDETERMINED');
  const unverified = total('unverified');
  const waiting = progress.scored;
  if (progress.status === 'NOT_BEGUN')
    add('round-not-begun', `Chưa mở đợt rà soát ${year}`, {
      dueOn: end,
      link: `/bieu/1?nam=${year}&don-vi=${unit.id}`,
    });
  if (pending > 0)
    add('pending', `Còn ${count(pending)} hộ trong danh sách chưa chấm điểm`, {
      dueOn: end,
      link: `${households}&dien-bien=pending`,
    });
  if (undetermined > 0)
    add('undetermined', `${count(undetermined)} hộ chưa xác định được loại, cần bổ sung câu trả lời`, {
      dueOn: end,
      link: `${households}&loai=UNDETERMINED`,
    });
  if (waiting > 0)
    add('not-recognised', `${count(waiting)} hộ đã có kết quả, chưa công nhận`, {
      dueOn: end,
      link: `${households}&buoc=scored`,
    });
  if (unverified > 0)
    add('unverified', `${count(unverified)} hộ chấm theo thang điểm chưa kiểm chứng, chưa công nhận được`, {
      dueOn: null,
      link: `${households}&chua-kiem-chung=1`,
    });
  if (progress.status !== 'NOT_BEGUN' && sheet.base?.households == null)
    add('base-missing', `Chưa có tổng số hộ dân cư năm ${year}: chưa tính được tỷ lệ`, {
      dueOn: end,
      link: `/bieu/1?nam=${year}&don-vi=${unit.id}`,
    });
  return tasks;
}
