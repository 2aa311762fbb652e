import type { DeskCounts, DeskView } from '@benvung/contract/review-desk';
import { closingBlockers } from '@benvung/domain/review/closing-blockers';
import type { Db } from '../platform/database/database.ts';
import { listLastKnownUnits, listUnitsUnder, type UnitOnDay } from '../territory/territory.public.ts';
import { countListedUnder, countStatusesByProvince, listRoundYears, type PlaceCounts } from './desk.store.ts';
import { refOf } from './read-opening-plan.ts';
import { listRoundsUnder } from './review-round.store.ts';
import { readStandings } from './round-standing.ts';
import { viewOfRound } from './view-of-round.ts';

export interface DeskWanted {
  readonly unit: UnitOnDay;
  readonly year: number;
  readonly today: string;
}

/** The round desk of a unit: a line a commune (a village of one commune), a line a province for the nation. */
export async function readDesk(db: Db, { unit, year, today }: DeskWanted): Promise<DeskView> {
  const years = await listRoundYears(db, unit.path);
  const told = { unit: refOf(unit), year, today, years };
  if (unit.level === 'nation')
    return { ...told, areas: await areasOf(db, { unit, year, today }), rows: [], villages: [] };
  const alone = unit.level === 'commune';
  const { path } = unit;
  const rounds = await listRoundsUnder(db, year, path);
  const standings = await readStandings(db, { year, path, villages: alone });
  const units = await unitsOf(
    db,
    { unit, year, today },
    rounds.map(({ communeId }) => communeId),
  );
  const waiting = units.filter(({ id }) => !rounds.some(({ communeId }) => communeId === id));
  const listed = waiting.length === 0 ? [] : await countListedUnder(db, year - 1, path);
  const baseOf = (communeId: number, villageId: number) =>
    standings.bases.find((base) => base.communeId === communeId && base.villageId === villageId)
      ?.households ?? null;
  const rows = units.map((commune): DeskView['rows'][number] => {
    const round = rounds.find(({ communeId }) => communeId === commune.id);
    const own = listed.filter(({ scopePath }) => scopePath.startsWith(commune.path));
    return {
      unit: refOf(commune),
      round: round === undefined ? null : viewOfRound(round),
      counts: sumCounts(standings.places.filter(({ communeId }) => communeId === commune.id)),
      baseHouseholds: baseOf(commune.id, 0),
      blockers:
        round?.status === 'OPEN'
          ? closingBlockers(standings.of(commune.id)).map(({ kind, count }) => ({ kind, count }))
          : [],
      carryOver:
        round === undefined
          ? own.reduce((sum, { poor, nearPoor, undetermined }) => sum + poor + nearPoor + undetermined, 0)
          : null,
    };
  });
  if (!alone) return { ...told, areas: [], rows, villages: [] };
  const places = standings.places.filter(({ communeId }) => communeId === unit.id);
  return {
    ...told,
    areas: [],
    rows,
    villages: await villagesOf(db, { unit, year, today }, { places, baseOf }),
  };
}

/** The communes there are, and those that have ended since with a round of that year. */
async function unitsOf(
  db: Db,
  { unit, year, today }: DeskWanted,
  begun: readonly number[],
): Promise<UnitOnDay[]> {
  const day = mapDay(year, today);
  if (hasEnded(unit, today)) return [unit];
  const onMap = await listUnitsUnder(db, { path: unit.path, level: 'commune', day });
  const known = new Set(onMap.map(({ id }) => id));
  const ended = begun.filter((id) => !known.has(id));
  if (ended.length === 0) return onMap;
  return [...onMap, ...(await listLastKnownUnits(db, ended, today)).values()];
}

/** A commune that has become another one keeps the desk of the rounds it began. */
export const hasEnded = ({ validTo }: UnitOnDay, today: string): boolean =>
  validTo !== null && validTo <= today;

/** Names of a past year are those of its end; of a year that runs, today's. */
const mapDay = (year: number, today: string): string => {
  const end = `${year}-12-31`;
  return end < today ? end : today;
};

const NONE: DeskCounts = {
  pending: 0,
  gone: 0,
  surveyed: 0,
  scored: 0,
  recognised: 0,
  undetermined: 0,
  unverified: 0,
};
const COLUMNS = Object.keys(NONE) as readonly (keyof DeskCounts)[];

export function sumCounts(places: readonly DeskCounts[]): DeskCounts {
  const sum = { ...NONE };
  for (const place of places) for (const column of COLUMNS) sum[column] += place[column];
  return sum;
}

async function villagesOf(
  db: Db,
  { unit, year, today }: DeskWanted,
  {
    places,
    baseOf,
  }: { places: readonly PlaceCounts[]; baseOf: (communeId: number, villageId: number) => number | null },
): Promise<DeskView['villages']> {
  const day = mapDay(year, today);
  const onMap = await listUnitsUnder(db, { path: unit.path, level: 'village', day });
  const known = new Set(onMap.map(({ id }) => id));
  const others = places.map(({ villageId }) => villageId).filter((id) => id !== 0 && !known.has(id));
  const ended = [...(await listLastKnownUnits(db, [...new Set(others)], today)).values()];
  const lines = [...onMap, ...ended].map((village) => ({
    unit: refOf(village),
    counts: sumCounts(places.filter(({ villageId }) => villageId === village.id)),
    baseHouseholds: baseOf(unit.id, village.id),
  }));
  const held = new Set(places.map(({ villageId }) => villageId));
  const own = hasEnded(unit, today) ? lines.filter((line) => held.has(line.unit.id)) : lines;
  const unknown = places.filter(({ villageId }) => villageId === 0);
  if (unknown.length === 0) return own;
  return [...own, { unit: null, counts: sumCounts(unknown), baseHouseholds: null }];
}

async function areasOf(db: Db, { unit, year, today }: DeskWanted): Promise<DeskView['areas']> {
  const day = mapDay(year, today);
  const provinces = await listUnitsUnder(db, { path: unit.path, level: 'province', day });
  const communes = await listUnitsUnder(db, { path: unit.path, level: 'commune', day });
  const statuses = await countStatusesByProvince(db, year);
  return provinces.map((province) => {
    const all = communes.filter(({ path }) => path.startsWith(province.path)).length;
    const told = statuses.find(({ provinceId }) => provinceId === province.id);
    const { open, closed, locked } = told ?? { open: 0, closed: 0, locked: 0 };
    const notBegun = Math.max(0, all - open - closed - locked);
    return { unit: refOf(province), communes: all, notBegun, open, closed, locked };
  });
}
