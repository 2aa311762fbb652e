import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';

export interface StoredAgency {
  readonly id: string;
  readonly unitId: number;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly mailAddress: string | null;
  readonly closed: boolean;
  readonly version: number;
  readonly scopePath: string;
}

export interface ListedAgency extends StoredAgency {
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly openDuties: number;
}

const COLUMNS = sql`g.id, g.unit_id as "unitId", g.name, g.short_names as "shortNames",
  g.mail_address as "mailAddress", g.closed_at is not null as closed, g.version, g.scope_path as "scopePath"`;

export async function findAgency(db: Db, id: string): Promise<StoredAgency | undefined> {
  const answer = await sql<StoredAgency>`select ${COLUMNS} from agency g where g.id = ${id}::uuid`.execute(
    db,
  );
  return answer.rows[0];
}

/** The agencies of a unit by name, with who stands at their desks and what is open there. */
export async function listAgencies(db: Db, unitId: number): Promise<ListedAgency[]> {
  const answer = await sql<ListedAgency>`
    select ${COLUMNS},
      coalesce((select json_agg(json_build_object('id', a.id, 'name', a.full_name) order by a.full_name, a.id)
        from agency_member m join account a on a.id = m.account_id where m.agency_id = g.id), '[]'::json) as members,
      (select count(*) from duty d where d.agency_id = g.id and d.state not in ('accepted', 'cancelled')) as "openDuties"
    from agency g where g.unit_id = ${unitId} order by g.closed_at is not null, g.name_key, g.id`.execute(db);
  return answer.rows;
}

export interface AgencyRow {
  readonly id: string;
  readonly unitId: number;
  readonly name: string;
  readonly nameKey: string;
  readonly shortNames: readonly string[];
  readonly mailAddress: string | null;
  readonly scopePath: string;
  readonly demonstration: boolean;
}

/** @returns false when the unit has one of that name. */
export async function insertAgency(db: Db, row: AgencyRow): Promise<boolean> {
  const answer = await sql`
    insert into agency (id, unit_id, name, name_key, short_names, mail_address, demonstration, version, scope_path)
    values (${row.id}::uuid, ${row.unitId}, ${row.name}, ${row.nameKey}, ${[...row.shortNames]}::text[],
      ${row.mailAddress}, ${row.demonstration}, 1, ${row.scopePath})
    on conflict on constraint agency_name_uq do nothing`.execute(db);
  return answer.numAffectedRows === 1n;
}

export interface AgencyChange {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly nameKey: string;
  readonly shortNames: readonly string[];
  readonly mailAddress: string | null;
  readonly closedAt: string | null;
}

/** @returns false when someone else changed it meanwhile. */
export async function updateAgency(db: Db, row: AgencyChange): Promise<boolean> {
  const answer = await sql`
    update agency set name = ${row.name}, name_key = ${row.nameKey}, short_names = ${[...row.shortNames]}::text[],
      mail_address = ${row.mailAddress}, closed_at = ${row.closedAt}::timestamptz, version = version + 1
    where id = ${row.id}::uuid and version = ${row.version}`.execute(db);
  return answer.numAffectedRows === 1n;
}

export async function hasAgencyNamed(
  db: Db,
  { unitId, nameKey, besides }: { unitId: number; nameKey: string; besides: string },
): Promise<boolean> {
  const answer = await sql`select from agency
    where unit_id = ${unitId} and name_key = ${nameKey} and id <> ${besides}::uuid`.execute(db);
  return answer.rows.length > 0;
}

export async function replaceMembers(
  db: Db,
  { agency, accounts, at }: { agency: StoredAgency; accounts: readonly string[]; at: string },
): Promise<void> {
  await sql`delete from agency_member where agency_id = ${agency.id}::uuid
    and account_id <> all(${[...accounts]}::uuid[])`.execute(db);
  await sql`insert into agency_member (agency_id, account_id, since, scope_path)
    select ${agency.id}::uuid, x.id, ${at}::timestamptz, ${agency.scopePath}
    from unnest(${[...accounts]}::uuid[]) as x (id)
    on conflict (agency_id, account_id) do nothing`.execute(db);
}

/** Agencies at whose desks an account stands, within the areas in force. */
export async function listAgenciesOf(db: Db, accountId: string): Promise<string[]> {
  const answer = await sql<{ id: string }>`
    select agency_id as id from agency_member where account_id = ${accountId}::uuid`.execute(db);
  return answer.rows.map(({ id }) => id);
}

/** Active accounts with a role in a unit or below it, by name; the nearest to the unit are its own. */
export async function listPeopleIn(
  db: Db,
  { path, day }: { path: string; day: string },
): Promise<{ id: string; name: string; unitId: number }[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{ id: string; name: string; unitId: number }>`
    select distinct on (a.full_name, a.id) a.id, a.full_name as name, r.unit_id as "unitId"
    from account a join account_role r on r.account_id = a.id
    join territory_unit_version v on v.unit_id = r.unit_id
      and v.valid_from <= ${day}::date and (v.valid_to is null or v.valid_to > ${day}::date)
    where a.status = 'active' and v.path >= ${from} and v.path < ${to}
    order by a.full_name, a.id, v.path`.execute(db);
  return answer.rows;
}
