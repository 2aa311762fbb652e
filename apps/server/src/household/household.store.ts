import type { FlagOverrides } from '@benvung/domain/household/derive-flags';
import { type RawBuilder, sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';

export interface StoredHousehold {
  readonly originCommuneId: number;
  readonly id: string;
  readonly version: number;
  readonly listCode: string | null;
  readonly registrationNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly villageId: number;
  readonly scopePath: string;
  readonly headPersonId: string | null;
  readonly headName: string;
  readonly persons: number;
  readonly flagOverrides: FlagOverrides;
  readonly endedOn: string | null;
  readonly endedReason: string | null;
  readonly mergedIntoId: string | null;
  readonly demonstration: boolean;
}

const COLUMNS = sql`h.origin_commune_id as "originCommuneId", h.id, h.version, h.list_code as "listCode",
  h.registration_number as "registrationNumber", h.phone, h.address, h.latitude, h.longitude,
  h.village_id as "villageId", h.scope_path as "scopePath", h.head_person_id as "headPersonId",
  h.head_name as "headName", h.persons, h.flag_overrides as "flagOverrides", h.ended_on as "endedOn",
  h.ended_reason as "endedReason", h.merged_into_id as "mergedIntoId", h.demonstration`;

export async function findHousehold(db: Db, id: string): Promise<StoredHousehold | undefined> {
  const answer =
    await sql<StoredHousehold>`select ${COLUMNS} from household h where h.id = ${id}::uuid`.execute(db);
  return answer.rows[0];
}

/** Households as they are, held so until the transaction ends; always in one order. */
export async function lockHouseholds(db: Db, ids: readonly string[]): Promise<Map<string, StoredHousehold>> {
  const answer = await sql<StoredHousehold>`select ${COLUMNS} from household h
    where h.id = any(${[...ids]}::uuid[]) order by h.origin_commune_id, h.id for update`.execute(db);
  return new Map(answer.rows.map((household) => [household.id, household]));
}

/** Households that bear a code of the village list; codes repeat between villages. */
export async function listHouseholdsByCode(db: Db, code: string): Promise<StoredHousehold[]> {
  const answer = await sql<StoredHousehold>`select ${COLUMNS} from household h
    where h.list_code = ${code} order by h.head_sort_key, h.id limit 20`.execute(db);
  return answer.rows;
}

/** Heads' names of households that are known here, by id. */
export async function listHeadNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const answer = await sql<{ id: string; name: string }>`select h.id,
      h.head_name || coalesce(' (' || h.list_code || ')', '') as name
    from household h where h.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(answer.rows.map(({ id, name }) => [id, name]));
}

export interface HouseholdsSought {
  /** The unit's path; households that live there now. */
  readonly path: string;
  /** Words of a name, folded (`searchKey`); empty for any. */
  readonly key: string;
  /** Or the whole code of the village list. */
  readonly listCode: string;
  /** What must hold of the household `h`. */
  readonly condition: RawBuilder<boolean> | undefined;
  readonly withEnded: boolean;
}

/** One page in the order of Vietnamese names, and how many there are in all. */
export async function listHouseholds(
  db: Db,
  sought: HouseholdsSought,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ households: StoredHousehold[]; total: number }> {
  const where = whereOf(sought);
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from household h where ${where}`.execute(db);
  const page = await sql<StoredHousehold>`select ${COLUMNS} from household h where ${where}
    order by h.head_sort_key, h.id limit ${limit} offset ${offset}`.execute(db);
  return { households: page.rows, total: Number(counted.rows[0]?.total ?? 0) };
}

function whereOf({ path, key, listCode, condition, withEnded }: HouseholdsSought): RawBuilder<boolean> {
  const { from, to } = rangeOf(path);
  const conditions = [sql<boolean>`h.scope_path >= ${from} and h.scope_path < ${to}`];
  if (!withEnded) conditions.push(sql`h.ended_on is null`);
  const words = key.split(' ').filter(Boolean);
  if (words.length > 0) {
    const named = words.map((word) => sql<boolean>`h.head_search_key like ${`%${word}%`}`);
    conditions.push(sql`((${sql.join(named, sql` and `)}) or h.list_code = ${listCode})`);
  }
  if (condition !== undefined) conditions.push(condition);
  return sql`${sql.join(conditions, sql` and `)}`;
}
