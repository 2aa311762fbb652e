import type { FlagOverrides } from '@benvung/domain/household/derive-flags';
import type { NameSought } from '@benvung/domain/household/name-search';
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

export async function findHouseholds(db: Db, ids: readonly string[]): Promise<Map<string, StoredHousehold>> {
  if (ids.length === 0) return new Map();
  const answer = await sql<StoredHousehold>`select ${COLUMNS} from household h
    where h.id = any(${[...new Set(ids)]}::uuid[])`.execute(db);
  return new Map(answer.rows.map((household) => [household.id, household]));
}

/** How many bear one of the numbers where the caller may see, and how many at all. */
export async function countBearers(db: Db, number: string): Promise<{ here: number; all: number }> {
  const answer = await sql<{ here: number; all: number }>`select
    (select count(*) from person p where p.identity_number = ${number} and p.left_on is null) as here,
    identity_number_bearers(${number}) as all`.execute(db);
  return { here: Number(answer.rows[0]?.here ?? 0), all: Number(answer.rows[0]?.all ?? 0) };
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

export const ORDERINGS = [
  'head',
  '-head',
  'code',
  '-code',
  'persons',
  '-persons',
  'village',
  '-village',
] as const;
export type Ordering = (typeof ORDERINGS)[number];

export interface HouseholdsSought {
  /** The unit's path; households that live there now. */
  readonly path: string;
  readonly name: NameSought | null;
  /** Or the whole code of the village list. */
  readonly listCode: string;
  /** A review of that year must say so. */
  readonly reviewed: ReviewedIn | null;
  /** What else must hold of the household `h`. */
  readonly condition: RawBuilder<boolean> | undefined;
  readonly withEnded: boolean;
  readonly ordering: Ordering;
}

export interface ReviewedIn {
  readonly year: number;
  readonly class: string | null;
  readonly stage: string | null;
  /** A local standard; null: any that is none of these. */
  readonly standardId: string | null;
  readonly localStandardIds: readonly string[];
}

interface Page {
  readonly offset: number;
  readonly limit: number;
}

interface FoundPage {
  readonly households: StoredHousehold[];
  readonly total: number;
  /** There are more than `total`: counting stopped. */
  readonly more: boolean;
}

/** Nobody reads a list this long to its end; counting further would keep everyone waiting. */
const COUNT_TO = 2_000;
const ALL = 2_000_000_000;

/** One page in the asked order, and how many there are in all. */
export async function listHouseholds(db: Db, sought: HouseholdsSought, page: Page): Promise<FoundPage> {
  return sought.condition === undefined ? listPlain(db, sought, page) : listReviewed(db, sought, page);
}

async function listPlain(db: Db, sought: HouseholdsSought, page: Page): Promise<FoundPage> {
  const { name } = sought;
  const found = await findPage(db, sought, page);
  const ids = found.map(({ id }) => id);
  const rows = await sql<StoredHousehold>`select ${COLUMNS} from household h
    where h.origin_commune_id = any(${[...new Set(found.map(({ origin }) => origin))]}::bigint[])
      and h.id = any(${ids}::uuid[])`.execute(db);
  const byId = new Map(rows.rows.map((household) => [household.id, household]));
  const [first] =
    found.length > 0 || page.offset === 0 ? found : await findPage(db, sought, { offset: 0, limit: 1 });
  const total = Number(first?.total ?? 0);
  return {
    households: ids.flatMap((id) => byId.get(id) ?? []),
    total: name === null ? total : Math.min(total, COUNT_TO),
    more: name !== null && total > COUNT_TO,
  };
}

async function findPage(
  db: Db,
  { path, name, listCode, reviewed, withEnded, ordering }: HouseholdsSought,
  { offset, limit }: Page,
): Promise<{ origin: number; id: string; total: number }[]> {
  const { from, to } = rangeOf(path);
  const most = name === null ? ALL : COUNT_TO + 1;
  const found = await sql<{ origin: number; id: string; total: number }>`
    select found_origin as origin, found_id as id, total
    from household_page(${from}, ${to}, ${name === null ? null : [...name.patterns]}::text[], ${name?.together ?? null},
      ${listCode}, ${withEnded}, ${ordering}, ${most}::integer, ${limit}::integer, ${offset}::integer,
      ${reviewed?.year ?? null}::integer, ${reviewed?.class ?? null}, ${reviewed?.stage ?? null},
      ${reviewed?.standardId ?? null}, ${[...(reviewed?.localStandardIds ?? [])]}::text[])`.execute(db);
  return found.rows;
}

async function listReviewed(db: Db, sought: HouseholdsSought, { offset, limit }: Page): Promise<FoundPage> {
  const where = whereOf(sought);
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from household h where ${where}`.execute(db);
  const page = await sql<StoredHousehold>`select ${COLUMNS} from household h where ${where}
    order by ${ORDER_BY[sought.ordering]} limit ${limit} offset ${offset}`.execute(db);
  return { households: page.rows, total: Number(counted.rows[0]?.total ?? 0), more: false };
}

const ORDER_BY: Readonly<Record<Ordering, RawBuilder<unknown>>> = {
  head: sql`h.head_sort_key, h.id`,
  '-head': sql`h.head_sort_key desc, h.id desc`,
  code: sql`h.list_code nulls last, h.head_sort_key, h.id`,
  '-code': sql`h.list_code desc nulls last, h.head_sort_key, h.id`,
  persons: sql`h.persons, h.head_sort_key, h.id`,
  '-persons': sql`h.persons desc, h.head_sort_key, h.id`,
  village: sql`h.scope_path, h.head_sort_key, h.id`,
  '-village': sql`h.scope_path desc, h.head_sort_key, h.id`,
};

function whereOf({ path, name, listCode, condition, withEnded }: HouseholdsSought): RawBuilder<boolean> {
  const { from, to } = rangeOf(path);
  const conditions = [sql<boolean>`h.scope_path >= ${from} and h.scope_path < ${to}`];
  if (!withEnded) conditions.push(sql`h.ended_on is null`);
  if (name !== null)
    conditions.push(sql`((h.members_search_key like all (${[...name.patterns]}::text[])
      and h.members_search_key ~ ${name.together}) or h.list_code = ${listCode})`);
  if (condition !== undefined) conditions.push(condition);
  return sql`${sql.join(conditions, sql` and `)}`;
}

/** Households in which someone bears an identity number, where the caller may see; and whether anyone does elsewhere. */
export async function findByIdentityNumber(
  db: Db,
  number: string,
): Promise<{ households: StoredHousehold[]; elsewhere: boolean }> {
  const answer = await sql<StoredHousehold>`select distinct ${COLUMNS} from person p
    join household h on h.origin_commune_id = p.origin_commune_id and h.id = p.household_id
    where p.identity_number = ${number} and p.left_on is null and h.ended_on is null order by h.id limit 20`.execute(
    db,
  );
  const { here, all } = await countBearers(db, number);
  return { households: answer.rows, elsewhere: all > here };
}
