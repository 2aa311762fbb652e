import type { StartPlan } from '@benvung/contract/plan-structure';
import { type PlanAct, takePlanStep } from '@benvung/domain/plan/structure/plan-life';
import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import type { PlanStructureProblemCode } from '@benvung/domain/plan/structure/problems';
import type { SharedProblemCode } from '@benvung/domain/shared/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { isInside } from '../../platform/http/principal.ts';
import { newId } from '../../platform/ids.ts';
import { readProgrammes } from '../../programme/programme.public.ts';
import { findUnitOn } from '../../territory/territory.public.ts';
import { checkPlan } from './check-plan.ts';
import {
  addEvent,
  deletePlan,
  deleteVersion,
  findVersion,
  insertPlan,
  insertVersion,
  listVersions,
  lockPlan,
  putVersion,
  type StoredPlan,
  type StoredVersion,
} from './plan.store.ts';

export type PlanRefusal = Problem<PlanStructureProblemCode | SharedProblemCode>;

export interface PlanActor {
  readonly actor: string;
  readonly now: string;
  readonly today: string;
  /** Areas the person may act in. */
  readonly areas: readonly string[];
}

const MOST_YEARS = 10;
const PLANNING = new Set(['province', 'district', 'commune']);

/** Starts the plan of a unit with its first version. */
export async function startPlan(
  db: Db,
  asked: Omit<StartPlan, 'commandId'>,
  by: PlanActor,
): Promise<Result<StoredPlan, PlanRefusal>> {
  const unit = await findUnitOn(db, asked.unit, by.today);
  if (unit === undefined || !isInside(by.areas, unit.path)) return refuse('shared.outside-area');
  if (!PLANNING.has(unit.level)) return refuse('plan.unit-has-none');
  if (!(await readProgrammes(db)).some(({ id }) => id === asked.programme))
    return refuse('plan.programme-unknown', { programme: asked.programme });
  const years = asked.yearTo - asked.yearFrom + 1;
  if (asked.kind === 'annual' ? years !== 1 : years < 2 || years > MOST_YEARS)
    return refuse('plan.years-unfit');
  const { kind, yearFrom, yearTo, programme } = asked;
  const plan: StoredPlan = {
    id: newId(),
    unitId: unit.id,
    kind,
    yearFrom,
    yearTo,
    programme,
    createdAt: by.now,
    createdBy: by.actor,
    scopePath: unit.path,
  };
  if (!(await insertPlan(db, plan))) return refuse('plan.exists-already');
  await insertVersion(db, versionOf(plan, { number: 1, content: asked.content, reason: null }, by));
  await tell(db, plan, { number: 1, act: 'start', note: null }, by);
  return ok(plan);
}

const versionOf = (
  plan: StoredPlan,
  own: Pick<StoredVersion, 'number' | 'content' | 'reason'>,
  by: PlanActor,
) => ({ ...own, planId: plan.id, savedAt: by.now, savedBy: by.actor, scopePath: plan.scopePath });

const tell = (
  db: Db,
  plan: StoredPlan,
  event: { readonly number: number; readonly act: string; readonly note: string | null },
  by: PlanActor,
): Promise<void> =>
  addEvent(db, plan.id, { ...event, at: by.now, actor: by.actor, scopePath: plan.scopePath });

export interface HeldPlan {
  readonly plan: StoredPlan;
  /** The newest version: the one acts are about. */
  readonly version: StoredVersion;
}

export interface PlanTarget {
  readonly id: string;
  /** What the person saw. */
  readonly version: number;
}

/** Holds a plan for an act of its own unit: that an issued plan can be read below is no right to act on it. */
export async function holdPlan(
  db: Db,
  target: PlanTarget,
  by: PlanActor,
): Promise<Result<HeldPlan, PlanRefusal>> {
  const plan = await lockPlan(db, target.id);
  if (plan === undefined || !isInside(by.areas, plan.scopePath)) return refuse('shared.not-found');
  const [newest] = await listVersions(db, plan.id);
  const version = newest === undefined ? undefined : await findVersion(db, plan.id, newest.number);
  if (version === undefined) return refuse('shared.not-found');
  if (version.version !== target.version) return refuse('plan.version-conflict');
  return ok({ plan, version });
}

type SimpleAct = Exclude<PlanAct, 'save' | 'issue'>;

/** Submits, returns, approves, amends or discards the newest version. */
export async function stepPlan(
  db: Db,
  { act, reason, ...target }: PlanTarget & { readonly act: SimpleAct; readonly reason: string | null },
  by: PlanActor,
): Promise<Result<StoredPlan, PlanRefusal>> {
  const held = await holdPlan(db, target, by);
  if (!held.ok) return held;
  const { plan, version } = held.value;
  const faults = act === 'submit' ? await checkPlan(db, plan, version.content, by.today) : [];
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const step = takePlanStep({ state: version.state, act, reason, errors });
  if (!step.ok) return step;
  if (act === 'amend') {
    const { number, content } = version;
    await insertVersion(db, versionOf(plan, { number: number + 1, content, reason }, by));
  } else if (step.value === null) {
    await deleteVersion(db, plan.id, version.number);
    if (version.number === 1) {
      await deletePlan(db, plan.id);
      return ok(plan);
    }
  } else await putVersion(db, { ...version, state: step.value });
  await tell(db, plan, { number: version.number, act, note: reason }, by);
  return ok(plan);
}

/** Keeps what was typed in the draft. */
export async function savePlan(
  db: Db,
  { content, ...target }: PlanTarget & { readonly content: PlanContent },
  by: PlanActor,
): Promise<Result<HeldPlan, PlanRefusal>> {
  const held = await holdPlan(db, target, by);
  if (!held.ok) return held;
  const { plan, version } = held.value;
  const step = takePlanStep({ state: version.state, act: 'save', reason: null, errors: 0 });
  if (!step.ok) return step;
  const saved = { ...version, content, savedAt: by.now, savedBy: by.actor };
  await putVersion(db, saved);
  return ok({ plan, version: { ...saved, version: version.version + 1 } });
}
