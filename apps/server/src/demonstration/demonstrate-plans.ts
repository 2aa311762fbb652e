import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import {
  findAssigned,
  findVersion,
  issuePlan,
  type PaperMaker,
  putHouseholdSolutions,
  readPlanHouseholds,
  startPlan,
  stepPlan,
} from '../plan/structure/plan-structure.public.ts';
import type { Db } from '../platform/database/database.ts';
import { findUnitByCodeOn } from '../territory/territory.public.ts';
import { HALF_DONE_COMMUNE, POSTING_COMMUNE, RECOGNISED_WARD } from './commune-states.ts';
import { drawPlan, type UnitToPlan, unitsToPlan } from './demonstration-plan.ts';
import type { DemonstrationPlan } from './generate-demonstration.ts';
import { DEMONSTRATION_SEED, DEMONSTRATION_TODAY } from './published-figures.ts';
import { seededIds, seededRandom } from './seeded-random.ts';

interface Shown {
  readonly code: string;
  readonly actor: string;
  readonly day: string;
  readonly until: 'issued' | 'submitted' | 'draft';
  readonly head?: string;
}

/** Who shows a plan of 2024, those above before those below. */
const SHOWN: readonly Shown[] = [
  { code: '46', actor: 'so', day: '2024-01-03', until: 'issued', head: 'Nguyễn Văn Trình Diễn' },
  { code: '481', actor: 'aluoi', day: '2024-01-22', until: 'issued', head: 'Hồ Văn Trình Diễn' },
  { code: '474', actor: 'so', day: '2024-01-22', until: 'issued', head: 'Lê Thị Trình Diễn' },
  { code: RECOGNISED_WARD, actor: 'vyda', day: '2024-02-05', until: 'issued', head: 'Trần Thị Trình Diễn' },
  { code: POSTING_COMMUNE, actor: 'hongha', day: '2024-02-06', until: 'submitted' },
  { code: HALF_DONE_COMMUNE, actor: 'lamdot', day: '2024-02-07', until: 'draft' },
];

/** Ids count on from the first working day of the year. */
const FIRST_MILLISECOND = 1_704_153_600_000;
const annual = { kind: 'annual', yearFrom: 2024, yearTo: 2024, programme: 'NTP-2021' } as const;
const HELPERS = ['Hội Nông dân', 'Hội Liên hiệp Phụ nữ', 'Đoàn Thanh niên', 'Hội Cựu chiến binh'];

/** Plans of the province, two districts and three communes: issued, laid before the head, and still being drawn up. */
export async function demonstratePlans(db: Db, plan: DemonstrationPlan): Promise<void> {
  const newId = seededIds(seededRandom(`${DEMONSTRATION_SEED}/plans`), FIRST_MILLISECOND);
  const units = new Map(unitsToPlan(plan.communes).map((unit) => [unit.code, unit]));
  const above: { readonly path: string; readonly content: PlanContent }[] = [];
  for (const shown of SHOWN) {
    const figures = units.get(shown.code);
    const unit = await findUnitByCodeOn(db, { code: shown.code, day: DEMONSTRATION_TODAY });
    if (figures === undefined || unit === undefined) throw new Error(`No unit ${shown.code}.`);
    const superior = above.findLast(({ path }) => unit.path.startsWith(path))?.content;
    const drawn = drawPlan(await asGiven(db, figures, unit.id), newId);
    const content = shown.until === 'draft' ? unfinished(drawn) : answering(drawn, superior);
    const by: PaperMaker = {
      accountId: null,
      actor: shown.actor,
      now: `${shown.day}T02:00:00.000Z`,
      today: DEMONSTRATION_TODAY,
      areas: ['/1/'],
      origin: 'https://benvung.example',
    };
    const started = insist(await startPlan(db, { unit: unit.id, ...annual, content }, by));
    above.push({ path: unit.path, content });
    if (shown.until === 'draft') continue;
    if (unit.level === 'commune') await decideHouseholds(db, started, by);
    await bring(db, started.id, shown, by);
  }
}

/** With the figures the cascade gave the unit, where it gave any. */
async function asGiven(db: Db, figures: UnitToPlan, unitId: number): Promise<UnitToPlan> {
  const given = await findAssigned(db, { unitId, yearFrom: 2024, yearTo: 2024 }, DEMONSTRATION_TODAY);
  if (given === undefined || given.opening === null || given.decrease === null) return figures;
  const percent = (rate: number | null) => (rate === null ? null : rate / 100);
  return {
    ...figures,
    poor: { opening: given.opening, decrease: given.decrease },
    rates: { opening: percent(given.openingRate), closing: percent(given.closingRate) },
  };
}

async function bring(db: Db, id: string, { until, day, head }: Shown, by: PaperMaker): Promise<void> {
  const step = async (act: 'submit' | 'approve') => {
    const version = (await findVersion(db, id, 1))?.version ?? 1;
    insist(await stepPlan(db, { id, version, act, reason: null }, by));
  };
  await step('submit');
  if (until === 'submitted') return;
  await step('approve');
  const version = (await findVersion(db, id, 1))?.version ?? 1;
  const signatory = { name: head ?? '', position: 'Chủ tịch', authority: 'TM' } as const;
  insist(await issuePlan(db, { id, version, day, signatory, withHouseholds: true }, by));
}

/** What the plan above asks of the units below is answered by what this one asks of those below it. */
const answering = (content: PlanContent, superior: PlanContent | undefined): PlanContent => {
  const asked = (superior?.duties ?? []).filter(({ lowerUnits }) => lowerUnits).map(({ id }) => id);
  return {
    ...content,
    duties: content.duties.map((duty) => (duty.lowerUnits ? { ...duty, answers: asked } : duty)),
  };
};

/** A plan an officer has still to finish: one project of the superior's is left out, one has no lead yet. */
const unfinished = (content: PlanContent): PlanContent => {
  const left = content.nodes.filter(({ code }) => code?.startsWith('DA6') === true).map(({ id }) => id);
  return {
    ...content,
    nodes: content.nodes
      .filter(({ id }) => !left.includes(id))
      .map((node) => (node.code === 'DA7.TDA2' ? { ...node, lead: '' } : node)),
    money: content.money.filter(({ node }) => node === null || !left.includes(node)),
    duties: content.duties.filter(({ node }) => node === null || !left.includes(node)),
  };
};

type Plan = Parameters<typeof readPlanHouseholds>[1];

async function decideHouseholds(db: Db, plan: Plan, by: PaperMaker): Promise<void> {
  for (let page = 1; ; page++) {
    const read = insist(await readPlanHouseholds(db, plan, page, by));
    if (read.rows.length === 0) return;
    const rows = read.rows.map(({ householdId, originCommuneId, wishes, lacks }, at) => ({
      householdId,
      originCommuneId,
      solution: `Hỗ trợ ${(wishes.length > 0 ? wishes : lacks).slice(0, 2).join(', ').toLocaleLowerCase('vi') || 'theo hoàn cảnh'}`,
      inCharge: HELPERS[at % HELPERS.length] ?? '',
    }));
    insist(await putHouseholdSolutions(db, plan, rows, by));
    if (read.page.page * read.page.pageSize >= read.page.total) return;
  }
}

function insist<Value>(answer: { ok: true; value: Value } | { ok: false; problem: { code: string } }): Value {
  if (!answer.ok) throw new Error(`The demonstration's plan was refused: ${answer.problem.code}`);
  return answer.value;
}
