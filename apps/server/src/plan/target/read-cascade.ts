import type { TargetCascade, TargetIndicatorView, TargetRow } from '@benvung/contract/plan-target';
import { sumOf } from '@benvung/domain/plan/target/check-cascade';
import type { TargetIndicator } from '@benvung/domain/plan/target/indicator';
import type { PlanTargetProblemCode } from '@benvung/domain/plan/target/problems';
import { restateTargets } from '@benvung/domain/plan/target/restate-targets';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { isInside } from '../../platform/http/principal.ts';
import { listReportChildren, listYearsOfRounds, type ReportUnit } from '../../report/report.public.ts';
import { regulations } from '../../standard/standard.public.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { listTargets, listTargetYears, type StoredTarget } from './target.store.ts';
import { listActuals, type StoredActual } from './target-event.store.ts';
import { openingFacts, progressOf, readTargetFacts, type UnitSheets } from './target-facts.ts';
import { childrenOf, findTargetUnit, mapDayOf, sideOf } from './target-unit.ts';

export interface CascadeWanted {
  readonly unitId: number;
  readonly year: number;
  /** Codes with commas; those in use when undefined. */
  readonly indicators: string | undefined;
  readonly areas: readonly string[] | null;
  readonly today: string;
  readonly demonstration: boolean;
}

/** A unit's targets of a year, those of the units just below it, and where they stand. */
export async function readCascade(
  db: Db,
  { unitId, year, indicators: asked, areas, today, demonstration }: CascadeWanted,
): Promise<Result<TargetCascade, Problem<PlanTargetProblemCode>>> {
  const day = mapDayOf(year, today);
  const found = await findTargetUnit(db, { id: unitId, areas, day });
  if (!found.ok) return found;
  const unit = found.value;
  const children = await childrenOf(db, unit, day);
  const units = [unit, ...children];
  const stored = await targetsOn(db, { units, year, day });
  const chosen = chooseIndicators(asked, stored);
  if (!chosen.ok) return chosen;
  const sheets = await readTargetFacts(db, { unit, year, day, today, areas, indicators: chosen.value });
  const actuals = await listActuals(db, { year, unitIds: units.map(({ id }) => id) });
  const grandparents = await listReportChildren(
    db,
    children.map(({ id }) => id),
    day,
  );
  const withChildren = new Set([
    ...(children.length > 0 ? [unit.id] : []),
    ...grandparents.map(({ parentId }) => parentId),
  ]);
  const summed = sumsOfParts(
    unit.id,
    children.map(({ id }) => id),
    actuals,
  );
  const ground = { areas, year, today, sheets, actuals: [...actuals, ...summed], stored, withChildren };
  const rows = chosen.value.flatMap((indicator) => units.map((one) => rowOf(one, indicator, ground)));
  const parent =
    unit.parentId === null
      ? undefined
      : (await listLastKnownUnits(db, [unit.parentId], day)).get(unit.parentId);
  const years = new Set([
    year,
    ...(await listTargetYears(db)),
    ...(await listYearsOfRounds(db)).map((one) => one.year),
  ]);
  return ok({
    unit: refOf(unit),
    parent: parent === undefined ? null : refOf(parent),
    year,
    day,
    years: [...years].sort((a, b) => b - a),
    indicators: regulations().targetIndicators.map(viewOf),
    shown: chosen.value.map(({ code }) => code),
    rows,
    demonstration,
  });
}

export const refOf = ({ id, code, level, name }: Pick<ReportUnit, 'id' | 'code' | 'level' | 'name'>) => ({
  id,
  code,
  level,
  name,
});

const viewOf = ({
  code,
  name,
  group,
  kind,
  unit,
  actual,
  needsLabour,
  source,
}: TargetIndicator): TargetIndicatorView => ({
  code,
  name,
  group,
  kind,
  unit,
  byHand: actual.from === 'hand',
  needsLabour,
  source,
});

interface OnMap {
  readonly units: readonly Omit<ReportUnit, 'sortKey'>[];
  readonly year: number;
  readonly day: string;
}

/** The targets of the units of a map; those of units that have ended are added up where they went. */
export async function targetsOn(db: Db, { units, year, day }: OnMap): Promise<PlacedTarget[]> {
  const found = await listTargets(db, {
    year,
    unitIds: units.map(({ id }) => id),
    paths: units.map(({ path }) => path),
  });
  const own = new Map(units.map((unit) => [unit.id, unit]));
  const ended = found.filter(({ unitId }) => !own.has(unitId));
  const names = await listLastKnownUnits(
    db,
    ended.map(({ unitId }) => unitId),
    day,
  );
  return restateTargets(
    found.map((target) => ({ ...target, name: names.get(target.unitId)?.name ?? '' })),
    units,
  );
}

export type PlacedTarget = StoredTarget & { readonly restatedFrom: readonly string[] };

function chooseIndicators(
  asked: string | undefined,
  stored: readonly StoredTarget[],
): Result<readonly TargetIndicator[], Problem<PlanTargetProblemCode>> {
  const all = regulations().targetIndicators;
  const codes = asked?.split(',').filter((code) => code !== '');
  const unknown = codes?.find((code) => !all.some((one) => one.code === code));
  if (unknown !== undefined) return refuse('plan-target.indicator-unknown', { indicator: unknown });
  const used = new Set(stored.map(({ indicator }) => indicator));
  const chosen = all.filter(({ code }) => (codes === undefined ? used.has(code) : codes.includes(code)));
  return ok(chosen.length > 0 ? chosen : all.slice(0, 1));
}

/** A null source: added up from the units below, as of the earliest of their days. */
type KnownActual = Omit<StoredActual, 'source'> & { readonly source: string | null };

/** What the whole reached where it entered nothing itself and every unit below did. */
function sumsOfParts(
  unitId: number,
  partIds: readonly number[],
  actuals: readonly StoredActual[],
): KnownActual[] {
  const indicators = new Set(actuals.map(({ indicator }) => indicator));
  return [...indicators].flatMap((indicator): KnownActual[] => {
    const entered = actuals.filter((one) => one.indicator === indicator);
    const parts = entered.filter((one) => partIds.includes(one.unitId));
    const [first] = parts;
    if (first === undefined || parts.length < partIds.length || parts.length < entered.length) return [];
    return [
      {
        unitId,
        indicator,
        onDay: parts.reduce((day, one) => (one.onDay < day ? one.onDay : day), first.onDay),
        count: parts.reduce((sum, one) => sum + one.count, 0),
        base: sumOf(parts.map(({ base }) => base)),
        source: null,
      },
    ];
  });
}

interface Ground {
  readonly areas: readonly string[] | null;
  readonly year: number;
  readonly today: string;
  readonly sheets: ReadonlyMap<number, UnitSheets>;
  readonly actuals: readonly KnownActual[];
  readonly stored: readonly PlacedTarget[];
  readonly withChildren: ReadonlySet<number | null>;
}

function rowOf(unit: ReportUnit, indicator: TargetIndicator, ground: Ground): TargetRow {
  const { areas, year, today } = ground;
  const target = ground.stored.find((one) => one.unitId === unit.id && one.indicator === indicator.code);
  const side = sideOf(areas, unit.path, { selfSet: target?.selfSet ?? true });
  // What is still being worked out above is nobody else's yet.
  const hidden = side === 'receiver' && target?.state === 'draft';
  const told = hidden ? undefined : target;
  const actual = ground.actuals.find((one) => one.unitId === unit.id && one.indicator === indicator.code);
  // Of a unit the reader sees only in part, what is counted would be a part too.
  const whole = areas === null || isInside(areas, unit.path);
  const sheets = whole ? ground.sheets.get(unit.id) : undefined;
  const line = told?.line ?? null;
  const progress = progressOf({ indicator, line, sheets, actual, year, today });
  return {
    unit: refOf(unit),
    parentId: unit.parentId,
    hasChildren: ground.withChildren.has(unit.id),
    indicator: indicator.code,
    line,
    state: told?.state ?? null,
    locked: told?.locked ?? false,
    asked: told?.asked ?? null,
    version: target?.version ?? 0,
    restatedFrom: [...(told?.restatedFrom ?? [])],
    side,
    facts: {
      ...openingFacts(indicator, sheets),
      progress: { ...progress, onDay: actual?.onDay ?? null, source: actual?.source ?? null },
    },
  };
}
