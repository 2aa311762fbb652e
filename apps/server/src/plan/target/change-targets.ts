import { checkParts } from '@benvung/domain/plan/target/check-cascade';
import type { TargetIndicator } from '@benvung/domain/plan/target/indicator';
import {
  negotiateTarget,
  type TargetAct,
  type TargetSide,
} from '@benvung/domain/plan/target/negotiate-target';
import type { PlanTargetProblemCode } from '@benvung/domain/plan/target/problems';
import { assignedOf, plannedRate, type TargetLine } from '@benvung/domain/plan/target/target';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { listReportChildren } from '../../report/report.public.ts';
import { regulations } from '../../standard/standard.public.ts';
import { listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import { targetsOn } from './read-cascade.ts';
import { lockTargets, putTargets, type StoredTarget } from './target.store.ts';
import { addTargetEvents, type TargetActing, type TargetEvent } from './target-event.store.ts';
import { mapDayOf, sideOf } from './target-unit.ts';

type Refused = Problem<PlanTargetProblemCode>;

export interface ChangeSetting {
  readonly year: number;
  readonly areas: readonly string[] | null;
  readonly today: string;
  readonly demonstration: boolean;
  readonly acting: TargetActing;
}

interface Named {
  readonly unitId: number;
  readonly indicator: string;
  readonly version: number;
}

/** A target with its unit and the side of whoever acts. */
interface Held {
  readonly unit: UnitOnDay;
  readonly indicator: TargetIndicator;
  /** Undefined: not told yet. */
  readonly target: StoredTarget | undefined;
  readonly side: TargetSide;
}

/** Finds and holds what a command names; refused when one is not there, not theirs, or was changed meanwhile. */
async function hold(
  db: Db,
  named: readonly Named[],
  { year, areas, today }: ChangeSetting,
): Promise<Result<Held[], Refused>> {
  const units = await listLastKnownUnits(
    db,
    named.map(({ unitId }) => unitId),
    mapDayOf(year, today),
  );
  const targets = await lockTargets(db, {
    year,
    unitIds: [...units.keys()],
    indicators: named.map(({ indicator }) => indicator),
  });
  const held: Held[] = [];
  const seen = new Set<string>();
  for (const { unitId, indicator: code, version } of named) {
    const unit = units.get(unitId);
    const indicator = regulations().targetIndicators.find((one) => one.code === code);
    if (indicator === undefined) return refuse('plan-target.indicator-unknown', { indicator: code });
    const target = targets.find((one) => one.unitId === unitId && one.indicator === code);
    const side = unit && sideOf(areas, unit.path, { selfSet: target?.selfSet ?? true });
    if (unit === undefined || side === undefined || side === null)
      return refuse('plan-target.unit-not-found', { unit: unitId });
    if (seen.has(`${unitId} ${code}`)) return refuse('plan-target.told-twice', { unit: unit.name });
    seen.add(`${unitId} ${code}`);
    if ((target?.version ?? 0) !== version)
      return refuse('plan-target.changed-meanwhile', { unit: unit.name });
    held.push({ unit, indicator, target, side });
  }
  return ok(held);
}

export interface TypedLine extends Named {
  readonly line: TargetLine;
}

/** Writes figures that were typed, pasted, split or read: all or none. Whoever hands a target down alone does. */
export async function adjustTargets(
  db: Db,
  lines: readonly TypedLine[],
  setting: ChangeSetting & { readonly reason: string | null },
): Promise<Result<StoredTarget[], Refused>> {
  const held = await hold(db, lines, setting);
  if (!held.ok) return held;
  const changed: StoredTarget[] = [];
  for (const [at, { unit, indicator, target, side }] of held.value.entries()) {
    const line = lines[at]?.line ?? target?.line;
    if (line === undefined) continue;
    const state = negotiateTarget({ state: target?.state ?? 'draft', told: true }, 'adjust', side);
    if (!state.ok) return named(state, unit);
    const why = impossible(indicator, line);
    if (why !== undefined) return refuse('plan-target.count-impossible', { unit: unit.name, why });
    changed.push({
      unitId: unit.id,
      year: setting.year,
      indicator: indicator.code,
      level: unit.level,
      state: state.value,
      line,
      locked: target?.locked ?? false,
      selfSet: sideOf(setting.areas, unit.path, { selfSet: false }) !== 'giver',
      asked: target?.asked ?? null,
      version: (target?.version ?? 0) + 1,
      demonstration: setting.demonstration,
      scopePath: unit.path,
    });
  }
  await putTargets(db, changed);
  await addTargetEvents(
    db,
    changed.map((target) => eventOf(target, { act: 'adjust', side: 'giver', reason: setting.reason })),
    setting.acting,
  );
  return ok(changed);
}

function impossible({ kind }: TargetIndicator, { opening, planned }: TargetLine): string | undefined {
  const base = planned.base ?? opening.base;
  if (planned.count !== null && planned.count < 0) return 'số còn lại nhỏ hơn 0 (less than none left)';
  if (kind !== 'amount' && planned.count !== null && base !== null && planned.count > base)
    return `${planned.count} nhiều hơn tổng ${base} (more than the base)`;
  return undefined;
}

/** One act on several targets, all or none. Sent or fixed, the parts must add up to what their unit hands down. */
export async function actOnTargets(
  db: Db,
  { act, targets, reason }: { act: TargetAct; targets: readonly Named[]; reason: string | null },
  setting: ChangeSetting,
): Promise<Result<StoredTarget[], Refused>> {
  const held = await hold(db, targets, setting);
  if (!held.ok) return held;
  const changed: StoredTarget[] = [];
  for (const { unit, indicator, target, side } of held.value) {
    if (target === undefined) return refuse('plan-target.nothing-told', { unit: unit.name });
    const told = isTold(indicator, target.line);
    const state = negotiateTarget({ state: target.state, told }, act, side);
    if (!state.ok) return named(state, unit);
    changed.push({
      ...target,
      state: state.value,
      locked: act === 'lock' ? true : act === 'unlock' ? false : target.locked,
      asked: act === 'fix' || act === 'propose' ? null : target.asked,
      version: target.version + 1,
    });
  }
  if (act === 'propose' || act === 'fix') {
    const sums = await checkSums(db, held.value, setting);
    if (!sums.ok) return sums;
  }
  await putTargets(db, changed);
  await addTargetEvents(
    db,
    changed.map((target) => eventOf(target, { act, side: 'giver', reason })),
    setting.acting,
  );
  return ok(changed);
}

const isTold = ({ kind }: TargetIndicator, line: TargetLine): boolean =>
  assignedOf(kind, line) !== null || plannedRate(line) !== null;

/** What the unit itself says to its target. */
export async function answerTarget(
  db: Db,
  {
    target: name,
    act,
    asked,
    reason,
  }: {
    target: Named;
    act: 'ask' | 'agree';
    asked: number | null;
    reason: string | null;
  },
  setting: ChangeSetting,
): Promise<Result<StoredTarget, Refused>> {
  const held = await hold(db, [name], setting);
  if (!held.ok) return held;
  const [one] = held.value;
  if (one?.target === undefined) return refuse('plan-target.nothing-told', { unit: one?.unit.name ?? '' });
  const { unit, target, side, indicator } = one;
  const state = negotiateTarget({ state: target.state, told: isTold(indicator, target.line) }, act, side);
  if (!state.ok) return named(state, unit);
  const changed: StoredTarget = {
    ...target,
    state: state.value,
    asked: act === 'ask' ? { count: asked, reason: reason ?? '' } : null,
    version: target.version + 1,
  };
  await putTargets(db, [changed]);
  await addTargetEvents(db, [eventOf(changed, { act, side, reason })], setting.acting);
  return ok(changed);
}

const named = ({ problem }: { problem: Refused }, unit: UnitOnDay): { ok: false; problem: Refused } =>
  refuse(problem.code, { ...problem.detail, unit: unit.name });

const eventOf = (
  target: StoredTarget,
  { act, side, reason }: { act: TargetAct; side: TargetSide; reason: string | null },
): TargetEvent => ({
  unitId: target.unitId,
  year: target.year,
  indicator: target.indicator,
  act,
  side,
  state: target.state,
  assigned: assignedOf(
    regulations().targetIndicators.find(({ code }) => code === target.indicator)?.kind ?? 'amount',
    target.line,
  ),
  plannedRate: plannedRate(target.line),
  asked: act === 'ask' ? (target.asked?.count ?? null) : null,
  reason,
  demonstration: target.demonstration,
  scopePath: target.scopePath,
});

/** Each unit that hands the named targets down, with all units below it. */
async function checkSums(
  db: Db,
  held: readonly Held[],
  { year, today }: ChangeSetting,
): Promise<Result<null, Refused>> {
  const day = mapDayOf(year, today);
  const parentIds = [...new Set(held.flatMap(({ unit }) => unit.parentId ?? []))];
  const parents = await listLastKnownUnits(db, parentIds, day);
  const siblings = await listReportChildren(db, parentIds, day);
  const indicators = [...new Set(held.map(({ indicator }) => indicator))];
  const units = [...parents.values(), ...siblings];
  await lockTargets(db, {
    year,
    unitIds: units.map(({ id }) => id),
    indicators: indicators.map(({ code }) => code),
  });
  // What units that went into one of these were told counts where they went.
  const stored = await targetsOn(db, { units, year, day });
  for (const { kind, code } of indicators)
    for (const [id, parent] of parents) {
      const whole = stored.find((one) => one.unitId === id && one.indicator === code);
      const concerned = held.some(({ unit, indicator }) => unit.parentId === id && indicator.code === code);
      if (whole === undefined || !concerned) continue;
      const ids = new Set(siblings.filter(({ parentId }) => parentId === id).map((one) => one.id));
      const parts = stored
        .filter((one) => ids.has(one.unitId) && one.indicator === code)
        .map(({ line }) => line);
      const fault = checkParts(kind, whole.line, parts).find(
        (one) => one.kind === 'sum' && one.column === 'assigned',
      );
      if (fault?.kind !== 'sum' || (kind === 'coverage' && fault.parts > fault.whole)) continue;
      return refuse('plan-target.children-do-not-add-up', {
        unit: parent.name,
        whole: fault.whole,
        parts: fault.parts,
        difference: fault.parts - fault.whole,
      });
    }
  return ok(null);
}
