import { type AccessPolicy, ROLES, type Role } from '@benvung/contract/access';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

const NAME = 'second-factor-roles';

/** Roles whose holders must have a second factor; none until an administrator of the nation says so. */
export async function readAccessPolicy(db: Db): Promise<AccessPolicy> {
  const found = await sql<{ value: unknown }>`select value from setting where name = ${NAME}`.execute(db);
  const roles = found.rows[0]?.value;
  return { secondFactorRoles: ROLES.filter((role) => Array.isArray(roles) && roles.includes(role)) };
}

export async function writeAccessPolicy(db: Db, roles: readonly Role[]): Promise<void> {
  await sql`
    insert into setting (name, value) values (${NAME}, ${JSON.stringify(roles)}::jsonb)
    on conflict (name) do update set value = excluded.value`.execute(db);
}
