import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

interface Asked {
  readonly roundId: string;
  readonly householdIds: readonly string[];
}

/** Who was last at each house, as the steps of its case tell; by household. */
export async function listVisitors(
  db: Db,
  { roundId, householdIds }: Asked,
): Promise<ReadonlyMap<string, string>> {
  if (householdIds.length === 0) return new Map();
  const answer = await sql<{ householdId: string; visitor: string }>`
    select c.household_id as "householdId", (array_agg(e.evidence->>'visitor' order by e.number desc))[1] as visitor
    from review_case c join review_case_event e on e.origin_commune_id = c.origin_commune_id and e.case_id = c.id
    where c.round_id = ${roundId}::uuid and c.household_id = any(${[...householdIds]}::uuid[])
      and e.act in ('survey', 'score') and e.evidence->>'visitor' is not null
    group by c.origin_commune_id, c.household_id`.execute(db);
  return new Map(answer.rows.map(({ householdId, visitor }) => [householdId, visitor]));
}

/** Who was at the houses whose form is typed and that go nowhere yet: who types it again puts the same visit right. */
export async function listVisitsToCorrect(
  db: Db,
  asked: Asked,
): Promise<ReadonlyMap<string, { readonly key: string; readonly name: string }>> {
  const names = await listVisitors(db, asked);
  const answer = await sql<{ householdId: string; key: string }>`
    select household_id as "householdId", surveyed_by as key from review_case
    where round_id = ${asked.roundId}::uuid and household_id = any(${[...asked.householdIds]}::uuid[])
      and state in ('surveyed', 'scored') and surveyed_by is not null`.execute(db);
  return new Map(
    answer.rows.flatMap(({ householdId, key }) => {
      const name = names.get(householdId);
      return name === undefined ? [] : [[householdId, { key, name }] as const];
    }),
  );
}
