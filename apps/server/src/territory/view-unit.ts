import type { Language } from '@benvung/contract/problem-texts';
import type { UnitRef } from '@benvung/contract/shared';
import type { UnitDetail } from '@benvung/contract/territory';
import { descendantsOf } from '@benvung/domain/territory/territory-map';
import type { Db } from '../platform/database/database.ts';
import { findWaiting } from './assign-village.ts';
import { listDesignationsOf } from './designation.store.ts';
import { designationViewOf } from './designation-view.ts';
import { listLastKnownUnits } from './last-known-units.store.ts';
import { readShippedStates } from './shipped-territory-files.ts';
import { listLineage } from './territory.public.ts';
import {
  countVillagesUnder,
  findUnitOn,
  listChildrenOn,
  listSuccessionsOf,
  listUnitsOn,
  listVersions,
  type NamedSuccession,
  type UnitOnDay,
} from './territory.store.ts';
import { readHistory } from './territory-history.ts';

const refOf = ({ id, code, level, name }: UnitRef): UnitRef => ({ id, code, level, name });

interface UnitToView {
  readonly id: number;
  readonly on: string;
  readonly language: Language;
  /** Counting what lies in it takes longer than all else; most readers only want its name and place. */
  readonly counts: boolean;
}

/** A unit on a day (or, when it is not in force then, on a day it was): where it lies, its past and its future. */
export async function viewUnit(
  db: Db,
  { id, on, language, counts }: UnitToView,
): Promise<UnitDetail | undefined> {
  const versions = await listVersions(db, id);
  const unit = (await findUnitOn(db, id, on)) ?? versions.at(-1);
  if (unit === undefined) return undefined;
  const inForce = on >= unit.validFrom && (unit.validTo === null || on < unit.validTo);
  const known = inForce ? on : unit.validFrom;
  const children = await listChildrenOn(db, id, known);
  const { predecessors, successors } = await listSuccessionsOf(db, id);
  const designations = await listDesignationsOf(db, [id]);
  return {
    ...unit,
    on: known,
    hasChildren: children.length > 0,
    ancestors: (await listLineage(db, unit, known)).slice(0, -1),
    versions: await withParents(db, versions),
    counts: counts ? await countsOf(db, { unit, day: known }) : [],
    waitingVillages:
      unit.level === 'commune' ? 0 : children.filter(({ level }) => level === 'village').length,
    candidates: unit.level === 'village' ? await candidatesOf(db, versions) : [],
    designations: designations.map((one) => designationViewOf(one, refOf(unit), language)),
    predecessors: predecessors.map(named),
    successors: successors.map(named),
  };
}

const named = ({ day, kind, whole, source, ...unit }: NamedSuccession) => ({
  day,
  kind,
  whole,
  source,
  unit,
});

async function withParents(db: Db, versions: readonly UnitOnDay[]): Promise<UnitDetail['versions']> {
  const told: UnitDetail['versions'] = [];
  for (const version of versions) {
    const parents = await listLastKnownUnits(db, [version.parentId ?? 0], version.validFrom);
    const parent = parents.get(version.parentId ?? 0);
    told.push({ ...version, parent: parent === undefined ? null : refOf(parent) });
  }
  return told;
}

async function candidatesOf(db: Db, versions: readonly UnitOnDay[]): Promise<UnitRef[]> {
  const waiting = findWaiting(await readHistory(db), versions);
  return waiting === undefined ? [] : (await listUnitsOn(db, waiting.candidates, waiting.from)).map(refOf);
}

const COUNTED = ['province', 'district', 'commune'] as const;

async function countsOf(
  db: Db,
  { unit, day }: { readonly unit: UnitOnDay; readonly day: string },
): Promise<UnitDetail['counts']> {
  if (unit.level === 'village') return [];
  const history = await readHistory(db);
  const map = history.mapOn(day);
  const official =
    unit.level === 'nation'
      ? (await readShippedStates()).find((state) => state.on === history.mapDayOf(day))?.official
      : undefined;
  const counts: UnitDetail['counts'] = COUNTED.flatMap((level) => {
    const count = level === unit.level ? 0 : descendantsOf(map, unit.id, level).length;
    return count === 0 ? [] : [{ level, count, official: official?.[`${level}s`] ?? null }];
  });
  const villages = await countVillagesUnder(db, unit.path, day);
  return villages === 0 ? counts : [...counts, { level: 'village', count: villages, official: null }];
}
