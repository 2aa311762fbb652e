import type { Day } from '../shared/day.ts';
import { groupBy } from '../shared/group-by.ts';
import { toNfc } from '../shared/vietnamese-text.ts';
import {
  type AdminLevel,
  type AdminUnit,
  depthOf,
  type Succession,
  type SuccessionKind,
} from './admin-unit.ts';
import type { ListRowProblemCode } from './problems.ts';
import { findUnitByCode, type TerritoryMap, unitAtLevel } from './territory-map.ts';
import { areaTypeOf, typeOfName } from './unit-type.ts';

/** A unit in force from the day of the list: new, or changed in name, type or parent. */
export interface ListedUnit {
  /** The row a person looks for: line of the file, or name of the sheet and line. */
  readonly at: string;
  readonly code: string;
  readonly name: string;
  /** Code of the unit it belongs to; empty for a province. */
  readonly parentCode: string;
}

/** "The old unit with this code went into these"; no new code: it ended, its successor is not known. */
export interface ListedSuccessor {
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

export interface TerritoryList {
  readonly day: Day;
  readonly source: string;
  /** The list names every unit in force from that day: one that it leaves out must have a successor. */
  readonly complete: boolean;
  readonly units: readonly ListedUnit[];
  readonly successors: readonly ListedSuccessor[];
}

export interface ListRowProblem {
  readonly at: string;
  readonly code: ListRowProblemCode;
  readonly detail: string;
}

/** What to write: every version begins on the list's day; a new unit's id is negative until it is given one. */
export interface TerritoryPlan {
  readonly endedIds: readonly number[];
  readonly versions: readonly AdminUnit[];
  readonly successions: readonly Succession[];
}

export type PlannedLoad =
  | { readonly ok: true; readonly plan: TerritoryPlan }
  | { readonly ok: false; readonly problems: readonly ListRowProblem[] };

const LEVEL_OF_LENGTH: Readonly<Record<number, AdminLevel>> = { 2: 'province', 3: 'district', 5: 'commune' };
const levelOf = (code: string): AdminLevel | undefined =>
  /^\d+$/u.test(code) ? LEVEL_OF_LENGTH[code.length] : undefined;

interface Work {
  readonly list: TerritoryList;
  readonly before: TerritoryMap;
  readonly units: ReadonlyMap<string, ListedUnit>;
  readonly successors: ReadonlyMap<string, ListedSuccessor>;
  /** New code → the old codes that went into it. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  readonly problems: ListRowProblem[];
}

/** Checks a list against the map of the day before it, whole; plans it only when every row is right. */
export function planTerritoryLoad(before: TerritoryMap, list: TerritoryList): PlannedLoad {
  const work = readRows(before, list);
  checkUnits(work);
  checkSuccessors(work);
  if (work.problems.length > 0) return { ok: false, problems: work.problems };
  return { ok: true, plan: plan(work) };
}

function readRows(before: TerritoryMap, list: TerritoryList): Work {
  const problems: ListRowProblem[] = [];
  const once = <Row extends { at: string }>(rows: readonly Row[], codeOf: (row: Row) => string) => {
    const byCode = new Map<string, Row>();
    for (const row of rows) {
      const code = codeOf(row);
      if (levelOf(code) === undefined)
        problems.push({ at: row.at, code: 'territory.row-code-invalid', detail: code });
      else if (byCode.has(code))
        problems.push({ at: row.at, code: 'territory.row-code-twice', detail: code });
      else byCode.set(code, row);
    }
    return byCode;
  };
  const successors = once(list.successors, (row) => row.from);
  const pairs = [...successors.values()].flatMap((row) => row.to.map((to) => [to, row.from] as const));
  const parts = new Map(
    [...groupBy(pairs, ([to]) => to)].map(([to, rows]) => [to, rows.map(([, from]) => from)]),
  );
  return { list, before, units: once(list.units, (row) => row.code), successors, parts, problems };
}

const oldUnit = ({ before }: Work, code: string): AdminUnit | undefined => {
  const level = levelOf(code);
  return level && findUnitByCode(before, level, code);
};

/** In force after the list: named by it, or there before and not taken away. */
const isInForce = (work: Work, code: string): boolean =>
  work.units.has(code) || (oldUnit(work, code) !== undefined && !work.successors.has(code));

function checkUnits(work: Work): void {
  for (const unit of work.units.values()) {
    const level = levelOf(unit.code) as AdminLevel;
    const add = (code: ListRowProblemCode, detail: string) =>
      work.problems.push({ at: unit.at, code, detail });
    if (typeOfName(unit.name, level) === undefined) add('territory.row-type-unknown', unit.name);
    const parentLevel = levelOf(unit.parentCode);
    const parentFits = parentLevel !== undefined && depthOf(parentLevel) < depthOf(level);
    if (level !== 'province' && (!parentFits || !isInForce(work, unit.parentCode)))
      add('territory.row-parent-unknown', unit.parentCode);
    const isNew = oldUnit(work, unit.code) === undefined;
    if (isNew && !work.parts.has(unit.code)) add('territory.row-new-unit-without-parts', unit.code);
  }
  for (const old of unlisted(work))
    if (followedParent(work, old) === undefined)
      work.problems.push({ at: '', code: 'territory.row-parent-unknown', detail: `${old.code} ${old.name}` });
  if (!work.list.complete) return;
  for (const old of work.before.units.values())
    if (old.code !== null && !work.units.has(old.code) && !work.successors.has(old.code))
      work.problems.push({
        at: '',
        code: 'territory.row-unit-not-listed',
        detail: `${old.code} ${old.name}`,
      });
}

/** Units above the villages that the list does not name and that go on. */
const unlisted = (work: Work): AdminUnit[] =>
  [...work.before.units.values()].filter(
    (old) => old.code !== null && !work.units.has(old.code) && !work.successors.has(old.code),
  );

/** The code of the unit a unit that is not listed belongs to now: its parent's, or the one its parent went into. */
function followedParent(work: Work, old: AdminUnit): string | null | undefined {
  const parentCode = work.before.units.get(old.parentId ?? 0)?.code ?? null;
  if (parentCode === null) return null;
  const successor = work.successors.get(parentCode);
  if (successor === undefined) return parentCode;
  return successor.to.length === 1 ? successor.to[0] : undefined;
}

function checkSuccessors(work: Work): void {
  for (const row of work.successors.values()) {
    const add = (code: ListRowProblemCode, detail: string) =>
      work.problems.push({ at: row.at, code, detail });
    if (oldUnit(work, row.from) === undefined) add('territory.row-old-unit-unknown', row.from);
    for (const to of row.to)
      if (!work.units.has(to) && !(oldUnit(work, to) !== undefined && row.from === to))
        add('territory.row-new-unit-unknown', to);
  }
  for (const [code, parts] of work.parts) {
    const old = oldUnit(work, code);
    if (old !== undefined && !work.successors.has(code))
      work.problems.push({
        at: work.units.get(code)?.at ?? '',
        code: 'territory.row-successor-missing',
        detail: `${code} ${old.name}`,
      });
    const provinces = new Set(parts.flatMap((part) => provinceOf(work, part) ?? []));
    if (levelOf(code) === 'commune' && provinces.size > 1)
      work.problems.push({
        at: work.units.get(code)?.at ?? '',
        code: 'territory.row-crosses-province',
        detail: `${code} ← ${parts.join(', ')}`,
      });
  }
}

function provinceOf(work: Work, code: string): number | undefined {
  const unit = oldUnit(work, code);
  return unit && unitAtLevel(work.before, unit.id, 'province')?.id;
}

/** Same ground, same id: made of one old unit, all of which went into it. */
function idsAfter(work: Work): Map<string, number> {
  const ids = new Map<string, number>();
  let next = -1;
  for (const code of work.units.keys()) {
    const [part, ...others] = work.parts.get(code) ?? [code];
    const alone = others.length === 0 && (work.successors.get(part ?? '')?.to.length ?? 1) === 1;
    const old =
      part !== undefined && alone && levelOf(part) === levelOf(code) ? oldUnit(work, part) : undefined;
    ids.set(code, old?.id ?? next--);
  }
  for (const old of work.before.units.values())
    if (old.code !== null && !ids.has(old.code) && !work.successors.has(old.code)) ids.set(old.code, old.id);
  return ids;
}

function plan(work: Work): TerritoryPlan {
  const { list, before } = work;
  const ids = idsAfter(work);
  const kept = new Set(ids.values());
  const nation = [...before.units.values()].find((unit) => unit.level === 'nation');
  const versions = [...work.units.values()].flatMap((unit): AdminUnit[] => {
    const level = levelOf(unit.code) as AdminLevel;
    const name = toNfc(unit.name).trim();
    const type = typeOfName(name, level)!;
    const id = ids.get(unit.code)!;
    const parentId = (level === 'province' ? nation?.id : ids.get(unit.parentCode)) ?? null;
    const old = before.units.get(id);
    if (old?.code === unit.code && old.name === name && old.parentId === parentId) return [];
    return [
      {
        id,
        level,
        code: unit.code,
        name,
        type,
        areaType: areaTypeOf(type),
        parentId,
        validFrom: list.day,
        validTo: null,
        source: list.source,
      },
    ];
  });
  for (const old of unlisted(work)) {
    const parentId = ids.get(followedParent(work, old) ?? '') ?? nation?.id ?? null;
    if (parentId !== old.parentId)
      versions.push({ ...old, parentId, validFrom: list.day, validTo: null, source: list.source });
  }
  const ended = [...work.successors.keys()]
    .flatMap((code) => oldUnit(work, code) ?? [])
    .filter(({ id }) => !kept.has(id));
  const successions = ended.flatMap((old) => successionsOf(work, old, ids));
  return { endedIds: ended.map(({ id }) => id), versions, successions };
}

function successionsOf(work: Work, old: AdminUnit, ids: ReadonlyMap<string, number>): Succession[] {
  const row = work.successors.get(old.code ?? '')!;
  const base = { day: work.list.day, fromId: old.id, source: row.source || work.list.source };
  if (row.to.length === 0) {
    const province = provinceOf(work, row.from);
    const code = province === undefined ? null : work.before.units.get(province)?.code;
    const holder = (code && ids.get(code)) || 1;
    return [{ ...base, toId: holder, kind: 'unknown', whole: false }];
  }
  return row.to.map((to): Succession => {
    const alone = (work.parts.get(to)?.length ?? 0) === 1;
    const kind: SuccessionKind = row.to.length > 1 ? 'split' : alone ? 'retype' : 'merge';
    return { ...base, toId: ids.get(to)!, kind, whole: kind !== 'split' };
  });
}
