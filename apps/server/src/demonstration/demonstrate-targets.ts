import type { TargetRow } from '@benvung/contract/plan-target';
import type { TargetAct, TargetState } from '@benvung/domain/plan/target/negotiate-target';
import {
  type PartFigures,
  partsOfStock,
  type SplitMethod,
  splitTarget,
} from '@benvung/domain/plan/target/split-target';
import { assignedOf, type Measure, plannedRate, type TargetLine } from '@benvung/domain/plan/target/target';
import {
  addTargetEvents,
  insertActual,
  putTargets,
  readCascade,
  type StoredTarget,
} from '../plan/target/target.public.ts';
import type { Db } from '../platform/database/database.ts';
import { HALF_DONE_COMMUNE, POSTING_COMMUNE } from './commune-states.ts';
import type { DemonstrationPlan } from './generate-demonstration.ts';
import { DEMONSTRATION_TODAY, DISTRICTS } from './published-figures.ts';

const YEAR = 2024;
const PLAN = 'Phụ lục Kế hoạch 03/KH-UBND ngày 03/01/2024';
const GIVER = 'Sở LĐTBXH tỉnh Thừa Thiên Huế';
/** The district whose communes still talk; in the others all is settled. */
const TALKING_DISTRICT = '481';

interface Writing {
  readonly db: Db;
  readonly pathOf: (row: TargetRow) => string;
}

/**
 * The year's targets: the province's and its districts' as their annex fixed them, each district's split among its
 * communes by who can leave, two communes' among their villages; some of it still under discussion.
 */
export async function demonstrateTargets(db: Db, plan: DemonstrationPlan): Promise<void> {
  const paths = new Map(
    plan.communes.flatMap(({ id, path, villages }) => [
      [id, path] as const,
      ...villages.map((village) => [village.id, village.path] as const),
    ]),
  );
  for (const { path } of plan.communes)
    for (const [at, id] of path.split('/').filter(Boolean).map(Number).entries())
      if (!paths.has(id))
        paths.set(
          id,
          `/${path
            .split('/')
            .filter(Boolean)
            .slice(0, at + 1)
            .join('/')}/`,
        );
  const writing: Writing = { db, pathOf: ({ unit }) => paths.get(unit.id) ?? '/1/' };
  const province = await rowsBelow(db, provinceIdOf(plan));
  await putAnnex(writing, province);
  for (const row of province.slice(1)) {
    const communes = await rowsBelow(db, row.unit.id);
    const talking = row.unit.code === TALKING_DISTRICT;
    await putSplit(writing, communes, {
      method: 'capacity',
      stateOf: (at) => (talking ? TALK[at % TALK.length]! : 'fixed'),
    });
  }
  for (const code of [HALF_DONE_COMMUNE, POSTING_COMMUNE]) {
    const commune = plan.communes.find((one) => one.code === code);
    if (commune === undefined) continue;
    const villages = await rowsBelow(db, commune.id);
    await putSplit(writing, villages, {
      method: 'stock',
      stateOf: () => (code === POSTING_COMMUNE ? 'fixed' : 'proposed'),
    });
  }
  await putOutcomes(writing, province);
}

const TALK = ['agreed', 'asked', 'proposed', 'agreed', 'fixed'] as const satisfies readonly TargetState[];

const provinceIdOf = ({ communes }: DemonstrationPlan): number =>
  Number(communes[0]?.path.split('/').filter(Boolean)[1]);

/** The unit's own row, then those below it, with what the review counted. */
async function rowsBelow(db: Db, unitId: number): Promise<TargetRow[]> {
  const read = await readCascade(db, {
    unitId,
    year: YEAR,
    indicators: 'poor',
    areas: null,
    today: DEMONSTRATION_TODAY,
    demonstration: true,
  });
  if (!read.ok) throw new Error(`The demonstration's targets were refused: ${read.problem.code}`);
  return read.value.rows;
}

async function putAnnex({ db, pathOf }: Writing, [own, ...districts]: readonly TargetRow[]): Promise<void> {
  if (own === undefined) return;
  const lines = districts.flatMap((row) => {
    const figures = DISTRICTS.find(({ code }) => code === row.unit.code);
    if (figures === undefined) return [];
    const { poor2023, poorReduction2024, households } = figures;
    return [
      {
        row,
        opening: poor2023,
        planned: poor2023 - poorReduction2024,
        base: households[2023],
        later: households[2024],
      },
    ];
  });
  const sum = (of: (line: (typeof lines)[number]) => number) =>
    lines.reduce((all, line) => all + of(line), 0);
  const whole = {
    row: own,
    opening: sum((l) => l.opening),
    planned: sum((l) => l.planned),
    base: sum((l) => l.base),
    later: sum((l) => l.later),
  };
  await put(
    db,
    [whole, ...lines].map(({ row, opening, planned, base, later }) =>
      targetOf(row, pathOf(row), {
        state: 'fixed',
        selfSet: row === own,
        line: {
          comparison: 'down-to',
          opening: { count: opening, base, rate: null },
          planned: { count: planned, base: later, rate: null },
        },
      }),
    ),
    { giver: GIVER, reason: PLAN },
  );
}

interface SplitWanted {
  readonly method: SplitMethod;
  readonly stateOf: (at: number) => TargetState;
}

/** Splits a unit's own target among those below it, as the button of the screen would. */
async function putSplit(
  { db, pathOf }: Writing,
  [own, ...rows]: readonly TargetRow[],
  { method, stateOf }: SplitWanted,
): Promise<void> {
  const whole = own?.line === null || own === undefined ? null : assignedOf('stock', own.line);
  if (own === undefined || whole === null || rows.length === 0) return;
  const split = splitTarget(whole, partsOfStock(method, rows.map(figuresOf)));
  if (!split.ok)
    throw new Error(`${own.unit.name}: ${split.problem.code} ${JSON.stringify(split.problem.detail)}`);
  const targets = rows.map((row, at) => {
    const opening = row.facts.opening ?? 0;
    const assigned = split.value.get(row.unit.id) ?? 0;
    const state = assigned === 0 ? 'fixed' : stateOf(at);
    return targetOf(row, pathOf(row), {
      state,
      selfSet: false,
      line: {
        comparison: assigned === 0 ? 'keep' : 'down-to',
        opening: { count: opening, base: row.facts.base, rate: null },
        planned: { count: opening - assigned, base: null, rate: null },
      },
      asked:
        state === 'asked'
          ? { count: Math.max(0, assigned - 3), reason: 'Nhiều hộ già yếu, năm nay mất mùa' }
          : null,
    });
  });
  await put(db, targets, { giver: `UBND ${own.unit.name}`, reason: 'Chia theo khả năng thoát nghèo' });
}

const figuresOf = ({ unit, facts }: TargetRow): PartFigures => ({
  id: unit.id,
  stock: facts.opening ?? 0,
  rate: null,
  capacity: (facts.opening ?? 0) - (facts.noLabour ?? 0),
  base: facts.base,
  locked: null,
});

const NOTHING: Measure = { count: null, base: null, rate: null };

/** Outcome targets of the plan: houses as an amount, water, toilets and insurance as shares asked of everyone. */
async function putOutcomes({ db, pathOf }: Writing, rows: readonly TargetRow[]): Promise<void> {
  const [own, ...districts] = rows;
  if (own === undefined) return;
  const houses = splitTarget(1_000, partsOfStock('stock', districts.map(figuresOf)));
  const countOf = (row: TargetRow) =>
    row === own ? 1_000 : houses.ok ? (houses.value.get(row.unit.id) ?? 0) : 0;
  const shares = [
    ['clean-water', 9_500],
    ['toilets', 8_000],
    ['insurance', 10_000],
  ] as const;
  const targets = rows.flatMap((row) => [
    targetOf(row, pathOf(row), {
      indicator: 'houses',
      state: 'fixed',
      selfSet: row === own,
      line: { comparison: 'at-least', opening: NOTHING, planned: { ...NOTHING, count: countOf(row) } },
    }),
    ...shares.map(([indicator, rate]) =>
      targetOf(row, pathOf(row), {
        indicator,
        state: 'fixed',
        selfSet: row === own,
        line: { comparison: 'at-least', opening: NOTHING, planned: { ...NOTHING, rate } },
      }),
    ),
  ]);
  await put(db, targets, { giver: GIVER, reason: 'Mục I.2 Kế hoạch 03/KH-UBND ngày 03/01/2024' });
  for (const [at, row] of districts.entries())
    await insertActual(
      db,
      {
        unitId: row.unit.id,
        year: YEAR,
        indicator: 'houses',
        onDay: '2024-09-30',
        count: Math.round((countOf(row) * [82, 61, 75][at % 3]!) / 100),
        base: null,
        source: 'Báo cáo quý III (trình diễn)',
        demonstration: true,
        scopePath: pathOf(row),
      },
      { actor: `UBND ${row.unit.name}`, accountId: null, at: '2024-10-02T03:00:00.000Z' },
    );
}

type Made = Pick<StoredTarget, 'state' | 'line' | 'selfSet'> &
  Partial<Pick<StoredTarget, 'indicator' | 'asked'>>;

const targetOf = ({ unit }: TargetRow, scopePath: string, made: Made): StoredTarget => ({
  unitId: unit.id,
  year: YEAR,
  indicator: 'poor',
  level: unit.level,
  locked: false,
  asked: null,
  version: ACTS_TO[made.state].length,
  demonstration: true,
  scopePath,
  ...made,
});

/** What led to each state. */
const ACTS_TO: Readonly<Record<TargetState, readonly TargetAct[]>> = {
  draft: ['adjust'],
  proposed: ['adjust', 'propose'],
  asked: ['adjust', 'propose', 'ask'],
  agreed: ['adjust', 'propose', 'agree'],
  fixed: ['adjust', 'propose', 'agree', 'fix'],
};

async function put(
  db: Db,
  targets: readonly StoredTarget[],
  { giver, reason }: { giver: string; reason: string },
): Promise<void> {
  await putTargets(db, targets);
  for (const [at, act] of (['adjust', 'propose', 'ask', 'agree', 'fix'] as const).entries()) {
    const theirs = act === 'ask' || act === 'agree';
    await addTargetEvents(
      db,
      targets
        .filter(({ state }) => ACTS_TO[state].includes(act))
        .map((target) => ({
          ...target,
          act,
          side: theirs ? ('receiver' as const) : ('giver' as const),
          assigned: assignedOf(target.indicator === 'poor' ? 'stock' : 'amount', target.line as TargetLine),
          plannedRate: plannedRate(target.line),
          asked: act === 'ask' ? (target.asked?.count ?? null) : null,
          reason: act === 'ask' ? (target.asked?.reason ?? null) : act === 'adjust' ? reason : null,
        })),
      {
        actor: theirs ? 'Đơn vị nhận chỉ tiêu (trình diễn)' : giver,
        accountId: null,
        at: `2024-01-${10 + at}T03:00:00.000Z`,
      },
    );
  }
}
