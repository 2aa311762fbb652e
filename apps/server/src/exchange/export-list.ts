import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { ListedPlace, ListedPopulation, ListedRound } from '@benvung/domain/exchange/listed-household';
import { type WrittenColumns, writtenColumns } from '@benvung/domain/exchange/write-rows';
import { ethnicGroupName } from '@benvung/domain/household/ethnic-group';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { sortKey } from '@benvung/domain/shared/vietnamese-text';
import { listMembersOn } from '../household/household.public.ts';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import type { PopulationBaseLine, ReviewRound, StoredReviewRecord } from '../review/review.public.ts';
import { getStandard, regulations } from '../standard/standard.public.ts';
import {
  listLineage,
  listUnitsOn,
  listUnitsUnder,
  placeFacts,
  resolveUnit,
  type UnitOnDay,
} from '../territory/territory.public.ts';
import {
  listCommunesWithBaseOnly,
  listHouseholdsToExport,
  listPopulationBase,
  listRecordsUnder,
} from './export.store.ts';
import { listedFromRecord } from './listed-from-record.ts';
import { listRoundsOfUnit, usualReferenceDay } from './prepare-import.ts';
import { type ListFile, type ListFormat, openListFile } from './write-list-file.ts';

export interface ListToExport {
  readonly path: string;
  readonly format: ListFormat;
  readonly year: number;
  readonly unit: string | number;
  /** Areas the person may read in; null for the command line. */
  readonly areas: readonly string[] | null;
  readonly today: string;
}

export interface ExportReport {
  readonly year: number;
  readonly unit: { readonly id: number; readonly code: string | null; readonly name: string };
  readonly households: number;
  readonly rows: number;
  readonly demonstration: boolean;
  /** Where facts about the unit lie today. */
  readonly scopePath: string;
}

/**
 * Writes a year's list of a unit: the official exchange columns and ours beside them, with rounds and population
 * base, so that taking the file into an empty system gives the same tables. Rows outside the areas in force in
 * `db` are not seen.
 */
export async function exportList(
  db: Db,
  list: ListToExport,
): Promise<Result<ExportReport, Problem<ProblemCode>>> {
  const { year, areas } = list;
  const day = usualReferenceDay(year);
  const unit = await resolveUnit(db, { unit: list.unit, day });
  const scopePath = unit && (await placeFacts(db, { from: day, to: list.today }))(unit).path;
  if (unit === undefined || scopePath === undefined || (areas !== null && !isInside(areas, scopePath)))
    return refuse('exchange.unit-unknown', { unit: list.unit, day });
  const rounds = await listRoundsOfUnit(db, { year, unit, day });
  const [first] = rounds;
  if (first === undefined) return refuse('exchange.nothing-to-export', { year });
  const demonstration = rounds.some((round) => round.demonstration);
  const { standard } = getStandard(first.standardId, first.standardHash);
  const columns = writtenColumns(
    standard.indicators.map(({ label }) => label.vi),
    rounds.some(({ localStandardId }) => localStandardId !== null),
  );
  const file = openListFile(list.format, { path: list.path, columns, demonstration });
  const written = { households: 0, rows: 0 };
  try {
    const villages = await villageNames(db, unit, first.referenceDay);
    const writing: Writing = { db, file, columns, written, villages };
    for (const round of rounds) await writeCommune(writing, round);
    for (const communeId of await listCommunesWithBaseOnly(db, { path: scopePath, year }))
      await writeBase(writing, { year, communeId, referenceDay: first.referenceDay });
    await file.end();
  } catch (error) {
    await file.discard();
    throw error;
  }
  const { id, code, name } = unit;
  return ok({ year, unit: { id, code, name }, ...written, demonstration, scopePath });
}

interface Writing {
  readonly db: Db;
  readonly file: ListFile;
  readonly columns: WrittenColumns;
  readonly written: { households: number; rows: number };
  readonly villages: ReadonlyMap<number, UnitOnDay>;
}

const villageNames = async (db: Db, unit: UnitOnDay, day: string) =>
  new Map(
    (await listUnitsUnder(db, { path: unit.path, level: 'village', day })).map((village) => [
      village.id,
      village,
    ]),
  );

async function writeCommune(
  { db, file, columns, written, villages }: Writing,
  round: ReviewRound,
): Promise<void> {
  const { communeId, year, standardId } = round;
  const places = await placesOf(db, round, villages);
  await file.rows('rounds', [columns.round(listedRound(round, places.place(communeId, 0)))]);
  const inOrder = byVillageName(places.villageName);
  await writeBase({ db, file, columns, villages }, round);
  const households = inOrder(
    await listHouseholdsToExport(db, { communeId, year, standardId }),
    ({ record }) => record.closing?.villageId ?? record.opening?.villageId ?? 0,
  );
  const locals = await localRecords(db, round);
  const others = households.flatMap(({ record }) =>
    record.opening !== null && record.opening.communeId !== communeId ? [record.opening] : [],
  );
  const reading = others.length === 0 ? places : await placesOf(db, round, villages, others);
  const unfrozen = households.filter(({ frozen }) => frozen === null).map(({ record }) => record.householdId);
  const members = await listMembersOn(db, unfrozen, round.referenceDay);
  const nameOfEthnicity = ethnicGroupName(regulations().ethnicGroups);
  for (const household of households) {
    const listed = listedFromRecord(
      { ...household, local: locals.get(household.record.householdId) ?? null },
      members.get(household.record.householdId) ?? [],
      reading,
    );
    const rows = columns.household(listed, nameOfEthnicity);
    await file.rows(listed.list, rows);
    written.households += 1;
    written.rows += rows.length;
  }
}

/** The results under the round's local standard, by household. */
async function localRecords(db: Db, round: ReviewRound): Promise<ReadonlyMap<string, StoredReviewRecord>> {
  const { localStandardId } = round;
  if (localStandardId === null) return new Map();
  const records = await listRecordsUnder(db, { ...round, standardId: localStandardId });
  return new Map(records.map((record) => [record.householdId, record]));
}

type OfCommune = Pick<ReviewRound, 'communeId' | 'year' | 'referenceDay'>;

async function writeBase(
  { db, file, columns, villages }: Omit<Writing, 'written'>,
  commune: OfCommune,
): Promise<void> {
  const places = await placesOf(db, commune, villages);
  const inOrder = byVillageName(places.villageName);
  const base = inOrder(await listPopulationBase(db, commune), (line) => line.villageId);
  await file.rows(
    'population',
    base.map((line) =>
      columns.population(listedPopulation(line, places.place(commune.communeId, line.villageId))),
    ),
  );
}

/** Villages by name, not by our ids: the same list is written whatever database it comes from. */
const byVillageName =
  (nameOf: (id: number) => string | null) =>
  <Value>(values: readonly Value[], villageOf: (value: Value) => number): Value[] => {
    const keyOf = (value: Value) => sortKey(nameOf(villageOf(value)) ?? '');
    const keyed = values.map((value) => ({ value, key: keyOf(value) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ value }) => value);
  };

async function placesOf(
  db: Db,
  round: Pick<ReviewRound, 'communeId' | 'referenceDay'>,
  villages: ReadonlyMap<number, UnitOnDay>,
  others: readonly { communeId: number; villageId: number }[] = [],
) {
  const day = round.referenceDay;
  const ids = [round.communeId, ...others.flatMap(({ communeId, villageId }) => [communeId, villageId])];
  const units = new Map((await listUnitsOn(db, ids, day)).map((unit) => [unit.id, unit]));
  const own = units.get(round.communeId);
  const lineage = own === undefined ? [] : await listLineage(db, own, day);
  const province = lineage.find((unit) => unit.level === 'province');
  const district = lineage.find((unit) => unit.level === 'district');
  const villageName = (id: number) => (villages.get(id) ?? units.get(id))?.name ?? null;
  return {
    place: (communeId: number, villageId: number): ListedPlace => ({
      province: province?.name ?? null,
      district: district?.name ?? null,
      districtCode: district?.code ?? null,
      commune: units.get(communeId)?.name ?? null,
      communeCode: units.get(communeId)?.code ?? null,
      village: villageId === 0 ? null : villageName(villageId),
    }),
    communeCode: (id: number) => units.get(id)?.code ?? null,
    villageName,
  };
}

const AT = { sheet: '', row: 0 };

const listedRound = (round: ReviewRound, place: ListedPlace): ListedRound => ({
  at: AT,
  place,
  year: round.year,
  standardId: round.standardId,
  localStandardId: round.localStandardId,
  status: round.status === 'NOT_BEGUN' ? 'OPEN' : round.status,
  referenceDay: round.referenceDay,
  openedOn: round.openedOn,
  closedOn: round.closedOn,
  lockedOn: round.lockedOn,
  source: round.source,
});

const listedPopulation = (line: PopulationBaseLine, place: ListedPlace): ListedPopulation => ({
  at: AT,
  place,
  year: line.year,
  households: line.households,
  persons: line.persons,
  minorityHouseholds: line.minorityHouseholds,
  minorityPersons: line.minorityPersons,
  localMinorityHouseholds: line.localMinorityHouseholds,
  localMinorityPersons: line.localMinorityPersons,
  source: line.source,
  onDay: line.onDay,
});
