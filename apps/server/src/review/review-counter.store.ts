import { type CounterLine, type Counters, emptyFigures, type Figures } from '@benvung/domain/review/counters';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import { noteChanges, noteChangesIn } from './review-change.store.ts';

/** The figure columns, in the order of `Figures`. */
export const FIGURE_COLUMNS = [
  'poor_households',
  'poor_persons',
  'near_poor_households',
  'near_poor_persons',
  'average_households',
  'average_persons',
  'not_poor_households',
  'not_poor_persons',
  'undetermined_households',
  'undetermined_persons',
] as const;

interface CounterRow {
  readonly line: CounterLine;
  readonly measure: string;
  readonly figures: Figures;
}

/** In the order of the key, so that two transactions lock lines in the same order. */
function rowsOf(counters: Counters): CounterRow[] {
  const rows: CounterRow[] = [];
  for (const line of counters.values())
    for (const [measure, figures] of line.figures) rows.push({ line, measure, figures });
  return rows.sort(
    (a, b) =>
      a.line.year - b.line.year ||
      compareText(a.line.standardId, b.line.standardId) ||
      a.line.communeId - b.line.communeId ||
      a.line.villageId - b.line.villageId ||
      compareText(a.measure, b.measure),
  );
}
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const ROWS_A_STATEMENT = 5_000;

/**
 * Adds changes to the kept counters. The commune's own lines go through the function that lets a person of one village
 * add to them without reading them. `pathOf` gives the path of the village, or of the commune for the
 * commune's own line.
 */
export async function addCounterChanges(
  db: Db,
  changes: Counters,
  pathOf: (communeId: number, villageId: number) => string,
): Promise<void> {
  const rows = rowsOf(changes);
  await addVillageLines(
    db,
    rows.filter(({ line }) => line.villageId !== 0),
    pathOf,
  );
  const ofCommunes = rows.filter(({ line }) => line.villageId === 0);
  for (let from = 0; from < ofCommunes.length; from += ROWS_A_STATEMENT) {
    const lines = ofCommunes.slice(from, from + ROWS_A_STATEMENT).map(({ line, measure, figures }) => ({
      year: line.year,
      standard_id: line.standardId,
      commune_id: line.communeId,
      village_id: 0,
      measure,
      ...Object.fromEntries(FIGURE_COLUMNS.map((column, at) => [column, figures[at] ?? 0])),
      scope_path: pathOf(line.communeId, 0),
    }));
    await sql`select add_commune_counters(${JSON.stringify(lines)}::jsonb)`.execute(db);
  }
  await noteChanges(
    db,
    ofCommunes.map(({ line: { year, communeId } }) => ({ year, communeId, scopePath: pathOf(communeId, 0) })),
  );
}

async function addVillageLines(
  db: Db,
  rows: readonly CounterRow[],
  pathOf: (communeId: number, villageId: number) => string,
): Promise<void> {
  const columns = sql.join(FIGURE_COLUMNS.map((column) => sql.ref(column)));
  const sums = sql.join(
    FIGURE_COLUMNS.map(
      (column) =>
        sql`${sql.ref(column)} = ${sql.ref(`review_counter.${column}`)} + ${sql.ref(`excluded.${column}`)}`,
    ),
  );
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const some = rows.slice(from, from + ROWS_A_STATEMENT);
    const arrays = FIGURE_COLUMNS.map(
      (_column, at) => sql`${some.map((row) => row.figures[at] ?? 0)}::integer[]`,
    );
    await sql`
      insert into review_counter (year, standard_id, commune_id, village_id, measure, scope_path, ${columns})
      select * from unnest(
        ${some.map((row) => row.line.year)}::integer[], ${some.map((row) => row.line.standardId)}::text[],
        ${some.map((row) => row.line.communeId)}::bigint[], ${some.map((row) => row.line.villageId)}::bigint[],
        ${some.map((row) => row.measure)}::text[],
        ${some.map((row) => pathOf(row.line.communeId, row.line.villageId))}::text[], ${sql.join(arrays)})
      on conflict on constraint review_counter_pk do update set ${sums}`.execute(db);
  }
}

/** The kept counters of communes in a year, all standards, zeros included. */
export async function readCounters(db: Db, year: number, communeIds: readonly number[]): Promise<Counters> {
  const answer = await sql<Record<string, number | string>>`
    select * from review_counter where year = ${year} and commune_id = any(${communeIds}::bigint[])
    order by standard_id, commune_id, village_id, measure`.execute(db);
  const counters: Counters = new Map();
  for (const row of answer.rows) {
    const key = `${row.year}|${row.standard_id}|${row.commune_id}|${row.village_id}`;
    let line = counters.get(key);
    if (line === undefined) {
      line = {
        year: row.year as number,
        standardId: row.standard_id as string,
        communeId: row.commune_id as number,
        villageId: row.village_id as number,
        figures: new Map(),
      };
      counters.set(key, line);
    }
    line.figures.set(row.measure as string, figuresOfRow(row));
  }
  return counters;
}

/** Communes with a result in a year. */
export async function listCountedCommunes(db: Db, year: number): Promise<number[]> {
  const answer = await sql<{ id: number }>`select distinct commune_id as id from review_counter
    where year = ${year} and village_id = 0 and measure = 'closing' order by 1`.execute(db);
  return answer.rows.map((row) => row.id);
}

export function figuresOfRow(row: Readonly<Record<string, number | string>>): Figures {
  const figures = emptyFigures();
  for (const [at, column] of FIGURE_COLUMNS.entries()) figures[at] = Number(row[column]);
  return figures;
}

/** Takes away every counter of the given communes in a year; only a rebuild does that. */
export async function deleteCounters(db: Db, year: number, communeIds: readonly number[]): Promise<void> {
  await sql`delete from review_counter where year = ${year} and commune_id = any(${communeIds}::bigint[])`.execute(
    db,
  );
  await noteChangesIn(db, year, communeIds);
}

/** Paths that units bear on a day (their last ones when they have ended), and whether they still stand, by id. */
export async function findUnitPaths(
  db: Db,
  unitIds: readonly number[],
  on: string,
): Promise<Map<number, { readonly path: string; readonly ended: boolean }>> {
  const answer = await sql<{ id: number; path: string; ended: boolean }>`
    select distinct on (unit_id) unit_id as id, path, coalesce(valid_to <= ${on}::date, false) as ended from territory_unit_version
    where unit_id = any(${unitIds}::bigint[])
    order by unit_id, (valid_from <= ${on}::date) desc, valid_from desc`.execute(db);
  return new Map(answer.rows.map(({ id, path, ended }) => [id, { path, ended }]));
}
