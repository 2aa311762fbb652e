import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { type Restatement, restateTo } from '../territory/territory.public.ts';
import { listCommuneIdsUnder, type RowPlaces } from './cell-households.store.ts';
import { listCommunesWithFacts, listVillagesWithFacts } from './figures.store.ts';
import { dayOfFacts, sameMap, type TableYear } from './find-table-year.ts';
import { listReportChildren, type ReportUnit } from './report-unit.store.ts';

/** A row without a unit of its own: what lies in a unit but on none of the rows below it. */
export const REST_ROWS = ['notAssignable', 'villageUnknown'] as const;
export type RestRow = (typeof REST_ROWS)[number];

export interface PlacesWanted {
  readonly unit: ReportUnit;
  /** Null: the unit's own row. */
  readonly rest: RestRow | null;
  readonly year: TableYear & { readonly year: number };
  /** The day whose map the table is on. */
  readonly day: string;
}

/** The communes and villages of the time whose households a row of a table counts. */
export async function placesOfRow(db: Db, wanted: PlacesWanted): Promise<RowPlaces> {
  const { unit, rest, year, day } = wanted;
  const asItWas = await sameMap(db, await dayOfFacts(db, year), day);
  if (rest === null && asItWas) {
    if (unit.level === 'village') return { ...NOWHERE, villageIds: [unit.id] };
    return { ...NOWHERE, communeIds: await listCommuneIdsUnder(db, rangeOf(unit.path), day) };
  }
  const facts = await readFacts(db, wanted);
  if (rest === null) return placesInside(facts, unit);
  const rows = await listReportChildren(db, [unit.id], day);
  if (rest === 'villageUnknown') return villageUnknown(facts, unit);
  if (asItWas && unit.level === 'commune') return villagesOffTheMap(facts, unit, rows);
  return placesOnNoRow(facts, unit, rows);
}

const NOWHERE: RowPlaces = { communeIds: [], villageIds: [], rest: { communeIds: [], exceptVillageIds: [] } };

interface Facts {
  readonly communes: readonly { readonly id: number }[];
  readonly villages: readonly { readonly id: number; readonly communeId: number }[];
  readonly map: Restatement;
}

async function readFacts(db: Db, { year, day }: PlacesWanted): Promise<Facts> {
  const villages = await listVillagesWithFacts(db, year.year, year.standardId);
  return {
    communes: await listCommunesWithFacts(db, year.year, year.standardId),
    villages,
    map: await restateTo(db, {
      from: await dayOfFacts(db, year),
      to: day,
      villageIds: villages.map((village) => village.id),
    }),
  };
}

const insideOf =
  ({ map }: Facts, unit: ReportUnit) =>
  (id: number): boolean =>
    unit.level === 'nation' || map.lineOf(id, unit.level) === unit.id;

function placesInside(facts: Facts, unit: ReportUnit): RowPlaces {
  const inside = insideOf(facts, unit);
  const whole = new Set(facts.communes.map(({ id }) => id).filter(inside));
  const villages = facts.villages.filter(({ id, communeId }) => !whole.has(communeId) && inside(id));
  return { ...NOWHERE, communeIds: [...whole], villageIds: villages.map(({ id }) => id) };
}

/** As `readRestatedUnits` counts them: communes that are on no row, without those of their villages that are. */
function placesOnNoRow(facts: Facts, unit: ReportUnit, rows: readonly ReportUnit[]): RowPlaces {
  const inside = insideOf(facts, unit);
  const level = rows[0]?.level ?? 'village';
  const known = new Set(rows.map(({ id }) => id));
  const onRow = (id: number) => known.has(facts.map.lineOf(id, level) ?? 0);
  const communes = new Set(facts.communes.map(({ id }) => id).filter((id) => inside(id) && !onRow(id)));
  const whole = new Set(facts.communes.map(({ id }) => id).filter(inside));
  return {
    communeIds: [],
    villageIds: facts.villages
      .filter(({ id, communeId }) => !whole.has(communeId) && inside(id) && !onRow(id))
      .map(({ id }) => id),
    rest: {
      communeIds: [...communes],
      exceptVillageIds: facts.villages
        .filter(({ id, communeId }) => communes.has(communeId) && onRow(id))
        .map(({ id }) => id),
    },
  };
}

function villagesOffTheMap({ villages }: Facts, commune: ReportUnit, rows: readonly ReportUnit[]): RowPlaces {
  const known = new Set(rows.map(({ id }) => id));
  const off = villages.filter(({ id, communeId }) => communeId === commune.id && !known.has(id));
  return { ...NOWHERE, villageIds: off.map(({ id }) => id) };
}

function villageUnknown({ villages }: Facts, commune: ReportUnit): RowPlaces {
  const known = villages.filter(({ communeId }) => communeId === commune.id);
  return {
    ...NOWHERE,
    rest: { communeIds: [commune.id], exceptVillageIds: known.map(({ id }) => id) },
  };
}
