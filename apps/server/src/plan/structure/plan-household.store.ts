import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

export interface HouseholdSolution {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly solution: string;
  readonly inCharge: string;
}

export async function listSolutions(
  db: Db,
  planId: string,
  households: readonly { readonly originCommuneId: number; readonly id: string }[],
): Promise<Map<string, HouseholdSolution>> {
  const answer = await sql<HouseholdSolution>`
    select s.origin_commune_id as "originCommuneId", s.household_id as "householdId", s.solution,
      s.in_charge as "inCharge"
    from plan_household s where s.plan_id = ${planId}::uuid
      and s.origin_commune_id = any(${[...new Set(households.map((one) => one.originCommuneId))]}::bigint[])
      and s.household_id = any(${households.map((one) => one.id)}::uuid[])`.execute(db);
  return new Map(answer.rows.map((one) => [one.householdId, one]));
}

export async function putSolutions(
  db: Db,
  plan: { readonly id: string },
  rows: readonly (HouseholdSolution & { readonly scopePath: string })[],
  by: { readonly now: string; readonly actor: string },
): Promise<void> {
  const records = rows.map((row) => ({
    origin_commune_id: row.originCommuneId,
    household_id: row.householdId,
    plan_id: plan.id,
    solution: row.solution,
    in_charge: row.inCharge,
    saved_at: by.now,
    saved_by: by.actor,
    scope_path: row.scopePath,
  }));
  await sql`insert into plan_household select * from jsonb_populate_recordset(null::plan_household,
      ${JSON.stringify(records)}::jsonb)
    on conflict (origin_commune_id, household_id, plan_id) do update set solution = excluded.solution,
      in_charge = excluded.in_charge, saved_at = excluded.saved_at, saved_by = excluded.saved_by`.execute(db);
}

export async function countSolutions(db: Db, planId: string): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*) as count from plan_household
    where plan_id = ${planId}::uuid and solution <> '' and in_charge <> ''`.execute(db);
  return Number(answer.rows[0]?.count ?? 0);
}
