import type { Role } from '@benvung/contract/access';
import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import type { StoredGrant } from './access.store.ts';

export interface ManagedAccount {
  readonly id: string;
  readonly username: string;
  readonly full_name: string;
  readonly password_hash: string;
  readonly status: 'active' | 'disabled';
  readonly demonstration: boolean;
  readonly version: number;
  readonly created_at: string;
  readonly must_change_password: boolean;
  readonly password_changed_at: string | null;
  readonly totp_secret: string | null;
  readonly totp_since: string | null;
  readonly totp_last_step: number;
  readonly external_name: string | null;
  readonly external_issuer: string | null;
  readonly external_subject: string | null;
  readonly last_sign_in_at: string | null;
  readonly locked_until: string | null;
  readonly recovery_codes_left: number;
  readonly grants: readonly StoredGrant[];
}

const columns = sql`
  a.id, a.username, a.full_name, a.password_hash, a.status, a.demonstration, a.version, a.created_at,
  a.must_change_password, a.password_changed_at, a.totp_secret, a.totp_since, a.totp_last_step,
  a.external_name, a.external_issuer, a.external_subject, a.last_sign_in_at,
  (select l.locked_until from sign_in_lock l where l.username = a.username) as locked_until,
  (select count(*) from account_recovery_code c where c.account_id = a.id and c.used_at is null) as recovery_codes_left,
  coalesce((
    select json_agg(json_build_object('role', r.role, 'unitId', r.unit_id) order by r.unit_id, r.role)
    from account_role r where r.account_id = a.id), '[]'::json) as grants`;

export async function findAccountById(db: Db, id: string): Promise<ManagedAccount | undefined> {
  const answer = await sql<ManagedAccount>`select ${columns} from account a where a.id = ${id}`.execute(db);
  return answer.rows[0];
}

/** The account, held against other changes until the transaction ends. */
export async function holdAccount(db: Db, id: string): Promise<ManagedAccount | undefined> {
  await sql`select id from account where id = ${id} for update`.execute(db);
  return findAccountById(db, id);
}

export async function findAccountByName(db: Db, username: string): Promise<ManagedAccount | undefined> {
  const answer = await sql<ManagedAccount>`
    select ${columns} from account a where a.username = ${username}`.execute(db);
  return answer.rows[0];
}

export interface AccountSearch {
  /** Paths of the areas whose accounts may be seen. */
  readonly areas: readonly string[];
  readonly day: string;
  readonly searchKey?: string | undefined;
  readonly username?: string | undefined;
  readonly path?: string | undefined;
  readonly role?: Role | undefined;
  readonly status?: 'active' | 'disabled' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const inside = (paths: readonly string[]) =>
  sql.join(
    paths.map((path) => {
      const { from, to } = rangeOf(path);
      return sql`(v.path >= ${from} and v.path < ${to})`;
    }),
    sql` or `,
  );

/** Those who hold a role in one of the areas, where each unit stands or last stood; with how many there are. */
export async function listAccounts(
  db: Db,
  search: AccountSearch,
): Promise<{ rows: readonly ManagedAccount[]; total: number }> {
  const { searchKey: key, username, path, role, status } = search;
  const answer = await sql<ManagedAccount & { total: number }>`
    select ${columns}, count(*) over () as total from account a
    where exists (
      select from account_role r
      join lateral (
        select path from territory_unit_version v
        where v.unit_id = r.unit_id and v.valid_from <= ${search.day}::date
        order by v.valid_from desc limit 1) v on true
      where r.account_id = a.id and (${inside(search.areas)})
        ${path === undefined ? sql`` : sql`and (${inside([path])})`}
        ${role === undefined ? sql`` : sql`and r.role = ${role}`})
      ${status === undefined ? sql`` : sql`and a.status = ${status}`}
      ${
        key === undefined && username === undefined
          ? sql``
          : sql`and (a.search_key like ${`%${likeText(key ?? '')}%`} or a.username like ${`%${likeText(username ?? '')}%`})`
      }
    order by a.search_key, a.id limit ${search.limit} offset ${search.offset}`.execute(db);
  return { rows: answer.rows, total: answer.rows[0]?.total ?? 0 };
}

const likeText = (text: string): string => text.replace(/[\\%_]/gu, (sign) => `\\${sign}`);

interface Changed {
  readonly id: string;
  readonly version: number;
}

/** @returns false when someone else changed the account meanwhile. */
export async function countVersion(db: Db, { id, version }: Changed): Promise<boolean> {
  const answer = await sql`
    update account set version = version + 1 where id = ${id} and version = ${version}`.execute(db);
  return answer.numAffectedRows === 1n;
}

export async function updateName(
  db: Db,
  id: string,
  { fullName, key }: { fullName: string; key: string },
): Promise<void> {
  await sql`update account set full_name = ${fullName}, search_key = ${key} where id = ${id}`.execute(db);
}

export async function updateStatus(db: Db, id: string, status: 'active' | 'disabled'): Promise<void> {
  await sql`update account set status = ${status} where id = ${id}`.execute(db);
}

/** @returns false when another account has this name at the provider. */
export async function updateExternalName(db: Db, id: string, name: string | null): Promise<boolean> {
  const taken = await sql`select from account where external_name = ${name} and id <> ${id}`.execute(db);
  if (taken.rows.length > 0) return false;
  await sql`
    update account set external_name = ${name}, external_issuer = null, external_subject = null
    where id = ${id} and external_name is distinct from ${name}`.execute(db);
  return true;
}

export async function updatePassword(
  db: Db,
  id: string,
  password: { hash: string; at: string; mustChange: boolean },
): Promise<void> {
  await sql`
    update account
    set password_hash = ${password.hash}, password_changed_at = ${password.at},
      must_change_password = ${password.mustChange}
    where id = ${id}`.execute(db);
}

export async function deleteGrant(
  db: Db,
  accountId: string,
  { role, unitId }: { role: string; unitId: number },
): Promise<void> {
  await sql`
    delete from account_role
    where account_id = ${accountId} and role = ${role} and unit_id = ${unitId}`.execute(db);
}

/** Active administrators of the nation apart from one, held so that two cannot leave at the same moment. */
export async function countOtherNationAdministrators(db: Db, accountId: string): Promise<number> {
  const answer = await sql<{ id: string }>`
    select a.id from account a join account_role r on r.account_id = a.id
    where r.role = 'administrator' and r.unit_id = 1 and a.status = 'active'
    order by a.id for update of a`.execute(db);
  return answer.rows.filter(({ id }) => id !== accountId).length;
}

/** Who the provider's subject is, or whose allowed name it is while no subject is known yet. */
export async function findByExternal(
  db: Db,
  who: { issuer: string; subject: string; names: readonly string[] },
): Promise<ManagedAccount | undefined> {
  const answer = await sql<ManagedAccount>`
    select ${columns} from account a
    where (a.external_issuer = ${who.issuer} and a.external_subject = ${who.subject})
      or (a.external_subject is null and a.external_name = any(${[...who.names]}::text[]))
    order by a.external_subject is null limit 2`.execute(db);
  return answer.rows[0]?.external_subject === null && answer.rows.length > 1 ? undefined : answer.rows[0];
}

export async function linkExternal(
  db: Db,
  id: string,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<void> {
  await sql`
    update account set external_issuer = ${issuer}, external_subject = ${subject} where id = ${id}`.execute(
    db,
  );
}
