import type { HomeView } from '@benvung/contract/review';
import type { ClosingBlocker } from '@benvung/domain/review/closing-blockers';
import { householdsIn } from '@benvung/domain/review/counters';
import { daysBetween } from '@benvung/domain/shared/day';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import type { StepDue } from '../review/review.public.ts';
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
  readonly rounds: RoundsBelow;
  readonly village: VillageDuties;
}

/** What the notice boards and the grievances of a commune wait for. */
export interface VillageDuties {
  /** Postings that end today and have no photo of the sheet. */
  readonly withoutPhoto: number;
  /** Grievances without an answer, due soon or late, and the earliest day. */
  readonly grievances: { readonly count: number; readonly earliest: string | null };
  /** What households sent online and nobody took in or refused, and the day by which the first is to be decided. */
  readonly onlineRequests: { readonly count: number; readonly earliest: string | null };
  /** Steps of the procedure that wait: how many cases, of how many villages (or submissions), and the first day due. */
  readonly steps: readonly StepDue[];
}

/** Where the rounds of a unit's communes stand. */
export interface RoundsBelow {
  readonly notBegun: number;
  readonly closed: number;
  /** Of a commune whose round is open: all that is in the way of closing it. */
  readonly blockers: readonly ClosingBlocker[] | null;
}

const said = (value: number): string => printValue(value, 'count');

/**
 * What the unit has to do now, told by its own records, the most urgent first. The periodic review ends on 14
 * December (regulations 2.2); other deadlines come with plans.
 */
export function homeTasks(wanted: TasksWanted): Task[] {
  const { today, year } = wanted;
  const dueOn = `${year}-12-14`;
  const tasks: Task[] = [];
  const add: Add = (kind, text, { count, link, dueOn: due = dueOn }) => {
    if (count === 0) return;
    const late = due === null ? 0 : daysBetween(due, today);
    tasks.push({ kind, text, count, dueOn: due, overdueDays: late > 0 ? late : null, link });
  };
  tellRounds(wanted, add);
  tellHouseholds(wanted, add);
  tellVillages(wanted, add);
  tellSteps(wanted, add);
  if (wanted.unit.level !== 'village') tellClosing(wanted, add);
  return tasks;
}

type Add = (
  kind: string,
  text: string,
  told: { readonly count: number | null; readonly link: string; readonly dueOn?: string | null },
) => void;

function tellRounds({ unit, year, progress, rounds }: TasksWanted, add: Add): void {
  const desk = `/ra-soat/${year}/${unit.id}`;
  const { notBegun, closed } = rounds;
  if (unit.level === 'commune') {
    if (progress.status === 'NOT_BEGUN')
      add('round-not-begun', `Chưa mở đợt rà soát ${year}`, { count: null, link: `${desk}/mo` });
    return;
  }
  if (unit.level === 'nation' || unit.level === 'village') return;
  add('communes-not-begun', `${said(notBegun)} xã chưa mở đợt rà soát ${year}`, {
    count: notBegun,
    link: `${desk}/mo`,
  });
  add('communes-to-lock', `${said(closed)} xã đã kết thúc đợt, chưa khóa sổ`, {
    count: closed,
    link: `${desk}/khoa`,
    dueOn: null,
  });
}

function tellHouseholds({ unit, year, progress, sheet }: TasksWanted, add: Add): void {
  const total = (measure: string) =>
    HOUSEHOLD_CLASSES.reduce((sum, each) => sum + householdsIn(sheet.measures.get(measure), each), 0);
  if (unit.level === 'village') {
    const open = progress.status === 'OPEN' ? total('pending') : 0;
    add('to-enter', `Còn ${said(open)} hộ chưa nhập xong phiếu`, { count: open, link: '/nhap-phieu' });
    return;
  }
  const households = `/ho?nam=${year}&don-vi=${unit.id}`;
  const pending = total('pending');
  const undetermined = householdsIn(sheet.measures.get('closing'), 'UNDETERMINED');
  const unverified = total('unverified');
  const waiting = progress.scored;
  add('pending', `Còn ${said(pending)} hộ trong danh sách chưa chấm điểm`, {
    count: pending,
    link: `${households}&dien-bien=pending`,
  });
  add('undetermined', `${said(undetermined)} hộ chưa xác định được loại, cần bổ sung câu trả lời`, {
    count: undetermined,
    link: `${households}&loai=UNDETERMINED`,
  });
  add('not-recognised', `${said(waiting)} hộ đã có kết quả, chưa công nhận`, {
    count: waiting,
    link: `${households}&buoc=scored`,
  });
  add('unverified', `${said(unverified)} hộ chấm theo thang điểm chưa kiểm chứng, chưa công nhận được`, {
    count: unverified,
    dueOn: null,
    link: `${households}&chua-kiem-chung=1`,
  });
}

function tellVillages({ unit, year, today, village }: TasksWanted, add: Add): void {
  const desk = `/niem-yet?nam=${year}&don-vi=${unit.id}`;
  const { withoutPhoto, grievances, onlineRequests } = village;
  add('posting-photo', `${said(withoutPhoto)} thôn hết niêm yết hôm nay, còn thiếu ảnh`, {
    count: withoutPhoto,
    dueOn: today,
    link: desk,
  });
  add('grievances', `${said(grievances.count)} phản ánh phải trả lời`, {
    count: grievances.count,
    dueOn: grievances.earliest,
    link: `${desk}&muc=phan-anh`,
  });
  add('online-requests', `${said(onlineRequests.count)} đề nghị trực tuyến chờ nhận`, {
    count: onlineRequests.count,
    dueOn: onlineRequests.earliest,
    link: `/ra-soat/de-nghi-truc-tuyen?nam=${year}&don-vi=${unit.id}`,
  });
}

function tellSteps({ unit, year, village: { steps } }: TasksWanted, add: Add): void {
  const desk = `/ra-soat/${year}/${unit.id}`;
  const deadlines = `/ra-soat/thoi-han?don-vi=${unit.id}`;
  for (const { kind, cases, places, earliest } of steps) {
    const told = { count: kind === 'toRecognise' ? cases : places, dueOn: earliest };
    const count = said(told.count);
    if (kind === 'toMeet')
      add('to-meet', `${count} thôn có hộ đã chấm điểm, chưa họp`, { ...told, link: `${desk}/hop-thon` });
    if (kind === 'toPost')
      add('to-post', `${count} thôn đã họp xong, chưa niêm yết`, {
        ...told,
        link: `/niem-yet?nam=${year}&don-vi=${unit.id}`,
      });
    if (kind === 'toSubmit')
      add('to-submit', `${count} thôn hết niêm yết, chưa trình`, { ...told, link: `${desk}/cong-nhan` });
    if (kind === 'opinion')
      add('opinion', `${count} tờ trình chờ ý kiến cấp trên`, {
        ...told,
        link: unit.level === 'commune' ? `${desk}/cong-nhan` : deadlines,
      });
    if (kind === 'toRecognise')
      add('to-recognise', `${count} hộ đã có ý kiến cấp trên, chưa công nhận`, {
        ...told,
        link: `${desk}/cong-nhan`,
      });
  }
}

function tellClosing({ unit, year, progress, sheet, rounds }: TasksWanted, add: Add): void {
  const desk = `/ra-soat/${year}/${unit.id}`;
  const { blockers } = rounds;
  const inTheWay = (kind: ClosingBlocker['kind']) =>
    blockers?.find((blocker) => blocker.kind === kind)?.count ?? 0;
  const [matches, ledger] = [inTheWay('matches'), inTheWay('ledger')];
  add('matches', `${said(matches)} cặp hộ năm nay và năm trước chưa ai quyết định`, {
    count: matches,
    link: `${desk}/ghep-ho`,
  });
  if (progress.status !== 'NOT_BEGUN' && sheet.base?.households == null)
    add('base-missing', `Chưa có tổng số hộ dân cư năm ${year}: chưa tính được tỷ lệ`, {
      count: null,
      link: unit.level === 'commune' ? `${desk}/dan-so` : desk,
    });
  add('ledger', `${said(ledger)} dòng của sổ biến động không cân`, {
    count: ledger,
    link: `${desk}/so-bien-dong`,
  });
  const undetermined = householdsIn(sheet.measures.get('closing'), 'UNDETERMINED');
  if (blockers !== null && blockers.length === 0 && undetermined === 0 && progress.scored === 0)
    add('closable', `Không còn gì vướng: kết thúc được đợt rà soát ${year}`, {
      count: null,
      link: `${desk}/ket-thuc`,
    });
}
