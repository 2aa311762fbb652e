import { addDays, type Day } from '../shared/day.ts';
import { groupBy } from '../shared/group-by.ts';
import { type AdminLevel, type AdminUnit, depthOf, type Succession } from './admin-unit.ts';
import { mapOn, type TerritoryMap, unitAtLevel } from './territory-map.ts';

export interface TerritoryCounts {
  readonly provinces: number;
  readonly districts: number;
  readonly communes: number;
}

/** One day on which a list came into force, with what it should hold. */
export interface TerritoryStep {
  readonly on: Day;
  readonly official: TerritoryCounts;
  /** Every unit that began on that day must name what it was made of. */
  readonly complete: boolean;
}

export interface TerritoryProblem {
  readonly code: TerritoryProblemCode;
  readonly on: Day;
  readonly unitId: number | null;
  /** The unit's code and name, or the counts. */
  readonly detail: string;
}

export type TerritoryProblemCode =
  | 'territory.count-differs'
  | 'territory.code-twice'
  | 'territory.no-parent'
  | 'territory.no-successor'
  | 'territory.no-predecessor'
  | 'territory.successor-not-in-force'
  | 'territory.crosses-province'
  | 'territory.split-not-marked';

export interface VerifiedState extends TerritoryCounts {
  readonly on: Day;
  readonly official: TerritoryCounts;
  /** Of the day before: units that went into several, and units whose successor is not known. */
  readonly splitCommunes: number;
  readonly notAssignableCommunes: number;
  /** Their codes on the day before. */
  readonly split: readonly string[];
  readonly notAssignable: readonly string[];
}

export interface TerritoryVerdict {
  readonly states: readonly VerifiedState[];
  readonly problems: readonly TerritoryProblem[];
}

interface Territory {
  readonly steps: readonly TerritoryStep[];
  readonly units: readonly AdminUnit[];
  readonly successions: readonly Succession[];
}

export function verifyTerritory({ steps, units, successions }: Territory): TerritoryVerdict {
  const problems: TerritoryProblem[] = [];
  const communes = new Map(units.filter((unit) => unit.level === 'commune').map((unit) => [unit.id, unit]));
  const endedAs = (rows: readonly Succession[], kind: Succession['kind']): string[] => {
    const codes = rows.filter((row) => row.kind === kind).map((row) => communes.get(row.fromId)?.code ?? '');
    return [...new Set(codes)].filter(Boolean).sort();
  };
  const states = steps.map((step, at) => {
    const map = mapOn(units, step.on);
    const rows = successions.filter((row) => row.day === step.on);
    problems.push(...checkState(step, map, units));
    if (at > 0) problems.push(...checkStep({ step, before: mapOn(units, addDays(step.on, -1)), map, rows }));
    const [split, notAssignable] = [endedAs(rows, 'split'), endedAs(rows, 'unknown')];
    return {
      on: step.on,
      ...countsOf(map),
      official: step.official,
      splitCommunes: split.length,
      notAssignableCommunes: notAssignable.length,
      split,
      notAssignable,
    };
  });
  return { states, problems };
}

function countsOf(map: TerritoryMap): TerritoryCounts {
  const count = (level: AdminLevel) => [...map.units.values()].filter((unit) => unit.level === level).length;
  return { provinces: count('province'), districts: count('district'), communes: count('commune') };
}

const named = (unit: AdminUnit): string => `${unit.code ?? ''} ${unit.name}`.trim();
const problem = (code: TerritoryProblemCode, on: Day, unit: AdminUnit): TerritoryProblem => ({
  code,
  on,
  unitId: unit.id,
  detail: named(unit),
});

function checkState(step: TerritoryStep, map: TerritoryMap, units: readonly AdminUnit[]): TerritoryProblem[] {
  const problems: TerritoryProblem[] = [];
  const counts = countsOf(map);
  for (const level of ['provinces', 'districts', 'communes'] as const)
    if (counts[level] !== step.official[level])
      problems.push({
        code: 'territory.count-differs',
        on: step.on,
        unitId: null,
        detail: `${level} ${counts[level]} ≠ ${step.official[level]}`,
      });
  for (const unit of units) {
    if (map.units.get(unit.id) !== unit || unit.level === 'nation') continue;
    if (unit.code !== null && map.byCode.get(`${unit.level}:${unit.code}`) !== unit)
      problems.push(problem('territory.code-twice', step.on, unit));
    const parent = unit.parentId === null ? undefined : map.units.get(unit.parentId);
    if (parent === undefined || depthOf(parent.level) >= depthOf(unit.level))
      problems.push(problem('territory.no-parent', step.on, unit));
  }
  return problems;
}

interface Step {
  readonly step: TerritoryStep;
  readonly before: TerritoryMap;
  readonly map: TerritoryMap;
  readonly rows: readonly Succession[];
}

function checkStep(change: Step): TerritoryProblem[] {
  return [...checkEnded(change), ...checkBegun(change)];
}

function checkEnded({ step, before, map, rows }: Step): TerritoryProblem[] {
  const problems: TerritoryProblem[] = [];
  const after = groupBy(rows, (row) => row.fromId);
  for (const unit of before.units.values())
    if (!map.units.has(unit.id) && unit.level !== 'village' && !after.has(unit.id))
      problems.push(problem('territory.no-successor', step.on, unit));
  for (const [fromId, successors] of after) {
    const unit = before.units.get(fromId);
    if (unit === undefined || map.units.has(fromId) || successors.some((row) => !map.units.has(row.toId)))
      problems.push({
        code: 'territory.successor-not-in-force',
        on: step.on,
        unitId: fromId,
        detail: String(fromId),
      });
    else if (successors.length > 1 && successors.some((row) => row.whole || row.kind !== 'split'))
      problems.push(problem('territory.split-not-marked', step.on, unit));
  }
  return problems;
}

function checkBegun({ step, before, map, rows }: Step): TerritoryProblem[] {
  const problems: TerritoryProblem[] = [];
  const made = groupBy(
    rows.filter((row) => row.kind !== 'unknown'),
    (row) => row.toId,
  );
  for (const unit of map.units.values()) {
    if (before.units.has(unit.id) || unit.level === 'village') continue;
    const parts = made.get(unit.id) ?? [];
    if (step.complete && parts.length === 0)
      problems.push(problem('territory.no-predecessor', step.on, unit));
    const provinces = new Set(parts.map((row) => unitAtLevel(before, row.fromId, 'province')?.id));
    if (unit.level === 'commune' && provinces.size > 1)
      problems.push(problem('territory.crosses-province', step.on, unit));
  }
  return problems;
}
