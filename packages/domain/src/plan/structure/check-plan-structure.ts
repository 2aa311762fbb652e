import { type Day, yearOf } from '../../shared/day.ts';
import { writtenNumber } from '../../shared/phrase.ts';
import type { Text } from '../../shared/text.ts';
import { fullLabel, moneyOf, type PlanContent, type PlanIdentity, type PlanNode } from './plan-structure.ts';

export const PLAN_FAULT_PARTS = [
  'subject',
  'grounds',
  'targets',
  'nodes',
  'money',
  'duties',
  'deadlines',
] as const;
export type PlanPartName = (typeof PLAN_FAULT_PARTS)[number];

/** What is wrong with a part of a plan. Errors keep it from being laid before the head; warnings are shown. */
export interface PlanFault {
  readonly severity: 'error' | 'warning';
  readonly part: PlanPartName;
  /** The row it is about; `null` = the part as a whole. */
  readonly id: string | null;
  readonly message: Text;
}

/** What the superior set, as far as its plan is known. */
export interface SuperiorReport {
  readonly kind: string;
  readonly day: Day;
}

/** What the target cascade gives the unit for an indicator: households fewer, and the rate at the end in per cent. */
export interface AssignedTarget {
  readonly indicator: string;
  readonly decrease: number | null;
  readonly rate: number | null;
}

export interface PlanCheckGround extends PlanIdentity {
  readonly superiorReports: readonly SuperiorReport[];
  readonly assigned?: readonly AssignedTarget[];
}

/** Contradictions and gaps of a structured plan, in the order of its parts. */
export function checkPlanStructure(content: PlanContent, ground: PlanCheckGround): readonly PlanFault[] {
  return [
    ...missingParts(content),
    ...targetFaults(content, ground),
    ...(ground.assigned ?? []).flatMap((one) => assignedFaults(content, one)),
    ...content.nodes.flatMap((node) => nodeFaults(content, node)),
    ...moneyFaults(content),
    ...dutyFaults(content, ground),
    ...reportFaults(content, ground),
  ];
}

type Made = (part: PlanPartName, id: string | null, vi: string, en: string) => PlanFault;
const error: Made = (part, id, vi, en) => ({ severity: 'error', part, id, message: { vi, en } });
const warning: Made = (part, id, vi, en) => ({ severity: 'warning', part, id, message: { vi, en } });

function missingParts(content: PlanContent): PlanFault[] {
  const faults: PlanFault[] = [];
  if (content.subject.trim() === '')
    faults.push(error('subject', null, 'Chưa ghi trích yếu của kế hoạch.', 'The plan has no subject.'));
  if (content.grounds.length === 0)
    faults.push(warning('grounds', null, 'Chưa có căn cứ nào.', 'No legal ground is given.'));
  if (content.targets.length === 0)
    faults.push(warning('targets', null, 'Chưa có chỉ tiêu cụ thể nào.', 'No target is set.'));
  if (content.nodes.length === 0)
    faults.push(error('nodes', null, 'Chưa có nội dung thực hiện nào.', 'The plan carries out nothing yet.'));
  if (content.duties.length === 0)
    faults.push(error('duties', null, 'Chưa phân công nhiệm vụ nào.', 'No duty is assigned.'));
  return faults;
}

const sameWords = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase('vi') === b.trim().toLocaleLowerCase('vi');

function targetFaults({ targets }: PlanContent, { yearFrom, yearTo }: PlanIdentity): PlanFault[] {
  return targets.flatMap((target, at) => {
    const { id, words, baseline, value, comparison, unit, year } = target;
    const faults: PlanFault[] = [];
    if (words.trim() === '')
      faults.push(error('targets', id, 'Chỉ tiêu chưa có tên.', 'The target has no name.'));
    if (baseline !== null && baseline === value)
      faults.push(
        warning(
          'targets',
          id,
          `“${words}”: đầu kỳ và cuối kỳ đều là ${writtenNumber(value)}. Nếu giữ nguyên thì nói rõ.`,
          `"${words}": opening and aim are both ${value}. Say so if it is to be kept.`,
        ),
      );
    if (baseline !== null && comparison === 'down-to' && value > baseline)
      faults.push(
        error(
          'targets',
          id,
          `“${words}” ghi giảm còn ${writtenNumber(value)} nhưng đầu kỳ là ${writtenNumber(baseline)}.`,
          `"${words}" is to fall to ${value} but begins at ${baseline}.`,
        ),
      );
    if (unit === '%' && (value < 0 || value > 100))
      faults.push(
        error(
          'targets',
          id,
          `“${words}”: ${writtenNumber(value)} % không có thật.`,
          `"${words}": ${value} % is not possible.`,
        ),
      );
    if (year !== null && (year < yearFrom || year > yearTo))
      faults.push(
        error(
          'targets',
          id,
          `“${words}” đặt cho năm ${year}, ngoài thời kỳ của kế hoạch.`,
          `"${words}" is set for ${year}, outside the plan's period.`,
        ),
      );
    const twin = targets.findIndex(
      (other) =>
        sameWords(other.words, words) &&
        other.year === year &&
        other.unit === unit &&
        other.comparison === comparison,
    );
    if (twin < at && targets[twin]?.value !== value)
      faults.push(
        error('targets', id, `“${words}” có hai giá trị khác nhau.`, `"${words}" has two different values.`),
      );
    return faults;
  });
}

const HALF_HUNDREDTH = 0.005;

/** The plan's own figures against those the unit was given. */
function assignedFaults(
  { targets }: PlanContent,
  { indicator, decrease, rate }: AssignedTarget,
): PlanFault[] {
  const own = targets.filter((target) => target.indicator === indicator);
  if (own.length === 0 && decrease !== null)
    return [
      warning(
        'targets',
        null,
        `Chưa đưa chỉ tiêu được giao vào kế hoạch: giảm ${writtenNumber(decrease)} hộ.`,
        `The assigned target is not in the plan: ${decrease} households fewer.`,
      ),
    ];
  return own.flatMap(({ id, words, unit, comparison, value }) => {
    const given =
      unit === '%' && comparison === 'down-to'
        ? rate
        : comparison.startsWith('decrease') && unit !== '%'
          ? decrease
          : null;
    if (given === null || Math.abs(given - value) < HALF_HUNDREDTH) return [];
    return [
      warning(
        'targets',
        id,
        `“${words}” đặt ${writtenNumber(value)}, chỉ tiêu được giao là ${writtenNumber(given)}.`,
        `"${words}" is set at ${value}; the assigned target is ${given}.`,
      ),
    ];
  });
}

/** A node that only groups others needs no fields of its own. */
function nodeFaults(content: PlanContent, node: PlanNode): PlanFault[] {
  if (content.nodes.some(({ parent }) => parent === node.id)) return [];
  const label = fullLabel(content.nodes, node);
  const lacks: (readonly [string, string])[] = [];
  if (node.lead.trim() === '') lacks.push(['cơ quan chủ trì', 'lead body']);
  if (node.budget.trim() === '' && moneyOf(content, node.id).length === 0) lacks.push(['kinh phí', 'money']);
  if (node.time.trim() === '') lacks.push(['thời gian', 'time']);
  if (lacks.length === 0) return [];
  return [
    error(
      'nodes',
      node.id,
      `${label} chưa ghi ${lacks.map(([vi]) => vi).join(', ')}.`,
      `${label} names no ${lacks.map(([, en]) => en).join(', ')}.`,
    ),
  ];
}

/** No plan of a commune, and few of a province, spends more than this on one line: a slip of units. */
const MOST_DONG = 100_000_000_000_000n;

function moneyFaults({ money, nodes }: PlanContent): PlanFault[] {
  return money.flatMap((row) => {
    const faults: PlanFault[] = [];
    if (row.node !== null && !nodes.some(({ id }) => id === row.node))
      faults.push(
        error(
          'money',
          row.id,
          'Khoản tiền của một nội dung đã xóa.',
          'The money belongs to a node that is gone.',
        ),
      );
    if (row.source === null)
      faults.push(warning('money', row.id, 'Khoản tiền chưa ghi nguồn.', 'The money names no source.'));
    if (BigInt(row.dong) > MOST_DONG)
      faults.push(
        error(
          'money',
          row.id,
          `Khoản tiền hơn 100 nghìn tỷ đồng: có lẽ sai đơn vị (đồng, triệu đồng).`,
          `The amount is over 100 trillion đồng: probably the wrong unit.`,
        ),
      );
    const twin = money.find(
      (other) => other.node === row.node && other.source === row.source && other.kind === row.kind,
    );
    if (twin !== row)
      faults.push(
        warning(
          'money',
          row.id,
          'Cùng nội dung, nguồn và loại vốn đã có một dòng khác.',
          'There is another row of the same node, source and kind.',
        ),
      );
    return faults;
  });
}

function dutyFaults({ duties }: PlanContent, { yearFrom, yearTo }: PlanIdentity): PlanFault[] {
  return duties.flatMap((duty) => {
    const faults: PlanFault[] = [];
    if (duty.owner.trim() === '')
      faults.push(
        error(
          'duties',
          duty.id,
          `Nhiệm vụ “${duty.task.slice(0, 60)}” chưa có cơ quan hay người thực hiện.`,
          `The duty "${duty.task.slice(0, 60)}" has no owner.`,
        ),
      );
    if (duty.task.trim() === '')
      faults.push(error('duties', duty.id, 'Nhiệm vụ chưa có nội dung.', 'The duty says nothing.'));
    if (duty.due !== null && (yearOf(duty.due) < yearFrom || duty.due > `${yearTo + 1}-03-31`))
      faults.push(
        error(
          'duties',
          duty.id,
          `Thời hạn của “${duty.task.slice(0, 60)}” nằm ngoài thời kỳ của kế hoạch.`,
          `"${duty.task.slice(0, 60)}" is due outside the plan's period.`,
        ),
      );
    return faults;
  });
}

const WHOLE_REPORTS: Readonly<Record<string, string>> = {
  quarter: 'quý',
  'half-year': '6 tháng',
  'nine-months': '9 tháng',
  year: 'năm',
};

/** Lower levels report before upper levels do: what the units below owe is due before what this unit owes. */
function reportFaults({ deadlines }: PlanContent, ground: PlanCheckGround): PlanFault[] {
  return deadlines.flatMap((deadline) => {
    const { id, kind, day, dayOfMonth, who } = deadline;
    const faults: PlanFault[] = [];
    if (who.trim() === '')
      faults.push(error('deadlines', id, 'Báo cáo chưa ghi ai nộp.', 'The report names nobody who owes it.'));
    if (day === null && dayOfMonth === null)
      faults.push(error('deadlines', id, 'Báo cáo chưa có hạn nộp.', 'The report has no last day.'));
    if (day !== null && (yearOf(day) < ground.yearFrom || day > `${ground.yearTo + 1}-03-31`))
      faults.push(
        error(
          'deadlines',
          id,
          'Hạn báo cáo nằm ngoài thời kỳ của kế hoạch.',
          "The report is due outside the plan's period.",
        ),
      );
    const above = ground.superiorReports.find(
      (one) => day !== null && one.kind === kind && yearOf(one.day) === yearOf(day),
    );
    if (day !== null && above !== undefined && day > above.day)
      faults.push(
        error(
          'deadlines',
          id,
          `Báo cáo ${WHOLE_REPORTS[kind] ?? ''} hạn ${day} muộn hơn hạn cấp trên đặt (${above.day}).`,
          `The report is due ${day}, after the day the superior set (${above.day}).`,
        ),
      );
    return faults;
  });
}
