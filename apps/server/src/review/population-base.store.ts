import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import { noteChanges, noteChangesIn } from './review-change.store.ts';

/** Totals of one village, or with `villageId` 0 of the whole commune, in one year; null: not known. */
export interface PopulationBaseLine {
  readonly year: number;
  readonly communeId: number;
  readonly villageId: number;
  readonly households: number;
  readonly persons: number | null;
  readonly minorityHouseholds: number | null;
  readonly minorityPersons: number | null;
  readonly localMinorityHouseholds: number | null;
  readonly localMinorityPersons: number | null;
  readonly source: string;
  readonly onDay: string;
  readonly demonstration: boolean;
  /** Path of the village or commune. */
  readonly scopePath: string;
}

export async function upsertPopulationBase(db: Db, lines: readonly PopulationBaseLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({
    year: line.year,
    commune_id: line.communeId,
    village_id: line.villageId,
    households: line.households,
    persons: line.persons,
    minority_households: line.minorityHouseholds,
    minority_persons: line.minorityPersons,
    local_minority_households: line.localMinorityHouseholds,
    local_minority_persons: line.localMinorityPersons,
    source: line.source,
    on_day: line.onDay,
    demonstration: line.demonstration,
    scope_path: line.scopePath,
    version: 1,
  }));
  await sql`insert into population_base
    select * from jsonb_populate_recordset(null::population_base, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint population_base_pk do update set
      households = excluded.households, persons = excluded.persons,
      minority_households = excluded.minority_households, minority_persons = excluded.minority_persons,
      local_minority_households = excluded.local_minority_households,
      local_minority_persons = excluded.local_minority_persons,
      source = excluded.source, on_day = excluded.on_day, demonstration = excluded.demonstration,
      scope_path = excluded.scope_path, version = population_base.version + 1`.execute(db);
  await noteChanges(
    db,
    lines.filter((line) => line.villageId === 0),
  );
}

export interface StoredBaseLine extends PopulationBaseLine {
  readonly version: number;
}

/** The lines of a commune's year, held until the transaction ends. */
export async function lockBaseLines(db: Db, year: number, communeId: number): Promise<StoredBaseLine[]> {
  return readBaseLines(db, { year, communeId }, sql`for update`);
}

export async function listBaseLines(db: Db, year: number, communeId: number): Promise<StoredBaseLine[]> {
  return readBaseLines(db, { year, communeId }, sql``);
}

async function readBaseLines(
  db: Db,
  { year, communeId }: { year: number; communeId: number },
  hold: RawBuilder<unknown>,
): Promise<StoredBaseLine[]> {
  const answer = await sql<StoredBaseLine>`
    select year, commune_id as "communeId", village_id as "villageId", households, persons,
      minority_households as "minorityHouseholds", minority_persons as "minorityPersons",
      local_minority_households as "localMinorityHouseholds", local_minority_persons as "localMinorityPersons",
      source, on_day as "onDay", demonstration, scope_path as "scopePath", version
    from population_base where year = ${year} and commune_id = ${communeId} order by village_id ${hold}`.execute(
    db,
  );
  return answer.rows;
}

/** Takes lines back: what they told is not known any more. */
export async function deleteBaseLines(
  db: Db,
  { year, communeId }: { year: number; communeId: number },
  villageIds: readonly number[],
): Promise<void> {
  await sql`delete from population_base where year = ${year} and commune_id = ${communeId}
    and village_id = any(${[...villageIds]}::bigint[])`.execute(db);
  if (villageIds.includes(0)) await noteChangesIn(db, year, [communeId]);
}
