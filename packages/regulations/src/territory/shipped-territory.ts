import {
  type AdminLevel,
  type AdminUnit,
  NATION_ID,
  type Succession,
  type SuccessionKind,
} from '@benvung/domain/territory/admin-unit';
import { areaTypeOf, typeOfName } from '@benvung/domain/territory/unit-type';
import type { TerritoryStep } from '@benvung/domain/territory/verify-territory';
import { z } from 'zod';

/** Files of one shipped state, under `packages/regulations/territory/<on>/`. */
export const SHIPPED_FILES = ['units.json', 'successions.json'] as const;

const counts = z.object({ provinces: z.int(), districts: z.int(), communes: z.int() });
const difference = z.object({
  codes: z.array(z.string()),
  change: z.enum(['excess', 'added', 'changed']),
  why: z.string(),
});

/** `packages/regulations/territory/states.json`: the lists in force, oldest first. */
export const shippedStates = z.array(
  z.object({
    on: z.iso.date(),
    label: z.string(),
    official: counts,
    inPackages: counts,
    complete: z.boolean(),
    differences: z.array(difference),
    /** SHA-256 of the two files, so that a changed list is noticed. */
    hash: z.string(),
  }),
);
export type ShippedState = z.infer<typeof shippedStates>[number];

/** [id, code, full name, id of the parent, number of the source] */
export type UnitRow = readonly [id: number, code: string, name: string, parentId: number, source: number];
/** [old id, new id, number of the source]; an old id in several rows was split. */
export type SuccessionRow = readonly [fromId: number, toId: number, source: number];

export interface UnitsFile {
  readonly sources: readonly string[];
  readonly units: readonly UnitRow[];
}
export interface SuccessionsFile {
  readonly sources: readonly string[];
  readonly successors: readonly SuccessionRow[];
  /** Ended units of which only a larger unit that holds their ground is known. */
  readonly unknown: readonly SuccessionRow[];
}

export interface ShippedText {
  readonly on: string;
  readonly units: string;
  readonly successions: string;
}

export interface ShippedTerritory {
  readonly steps: readonly TerritoryStep[];
  readonly units: readonly AdminUnit[];
  readonly successions: readonly Succession[];
}

const NATION: AdminUnit = {
  id: NATION_ID,
  level: 'nation',
  code: null,
  name: 'Cả nước',
  type: 'nuoc',
  areaType: null,
  parentId: null,
  validFrom: '1976-07-02',
  validTo: null,
  source: 'Bền Vững',
};

const LEVEL_OF_CODE_LENGTH: Readonly<Record<number, AdminLevel>> = {
  2: 'province',
  3: 'district',
  5: 'commune',
};

/** Joins the shipped states into units with their periods: a line that does not change goes on. */
export function readShippedTerritory(
  states: readonly ShippedState[],
  texts: readonly ShippedText[],
): ShippedTerritory {
  const units: AdminUnit[] = [NATION];
  const successions: Succession[] = [];
  let open = new Map<number, { unit: AdminUnit; row: UnitRow }>();
  for (const [at, state] of states.entries()) {
    const text = texts.find((candidate) => candidate.on === state.on);
    if (text === undefined) throw new Error(`The shipped territory of ${state.on} is missing.`);
    const file = JSON.parse(text.units) as UnitsFile;
    const next: typeof open = new Map();
    const validTo = states[at + 1]?.on ?? null;
    for (const row of file.units) {
      const before = open.get(row[0]);
      const unit =
        before !== undefined && isSame(before.row, row) ? before.unit : unitOf(row, state.on, file.sources);
      next.set(row[0], { unit, row });
    }
    for (const { unit } of open.values())
      if (next.get(unit.id)?.unit !== unit) units.push({ ...unit, validTo: state.on });
    if (validTo === null) for (const { unit } of next.values()) units.push(unit);
    open = next;
    successions.push(...successionsOf(state.on, JSON.parse(text.successions) as SuccessionsFile));
  }
  return { steps: states, units, successions };
}

const isSame = (a: UnitRow, b: UnitRow): boolean => a[1] === b[1] && a[2] === b[2] && a[3] === b[3];

function unitOf(
  [id, code, name, parentId, source]: UnitRow,
  on: string,
  sources: readonly string[],
): AdminUnit {
  const level = LEVEL_OF_CODE_LENGTH[code.length];
  const type = level && typeOfName(name, level);
  if (level === undefined || type === undefined)
    throw new Error(`Not a unit of the official lists: ${code} ${name}`);
  return {
    id,
    level,
    code,
    name,
    type,
    areaType: areaTypeOf(type),
    parentId,
    validFrom: on,
    validTo: null,
    source: sources[source] ?? '',
  };
}

function successionsOf(day: string, file: SuccessionsFile): Succession[] {
  const targets = countBy(file.successors, (row) => row[0]);
  const parts = countBy(file.successors, (row) => row[1]);
  const kindOf = ([fromId, toId]: SuccessionRow): SuccessionKind => {
    if ((targets.get(fromId) ?? 0) > 1) return 'split';
    return (parts.get(toId) ?? 0) > 1 ? 'merge' : 'retype';
  };
  const succession = (row: SuccessionRow, kind: SuccessionKind): Succession => ({
    day,
    fromId: row[0],
    toId: row[1],
    kind,
    whole: kind !== 'split' && kind !== 'unknown',
    source: file.sources[row[2]] ?? '',
  });
  return [
    ...file.successors.map((row) => succession(row, kindOf(row))),
    ...file.unknown.map((row) => succession(row, 'unknown')),
  ];
}

function countBy(rows: readonly SuccessionRow[], keyOf: (row: SuccessionRow) => number): Map<number, number> {
  const counted = new Map<number, number>();
  for (const row of rows) counted.set(keyOf(row), (counted.get(keyOf(row)) ?? 0) + 1);
  return counted;
}
