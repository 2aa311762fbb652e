import type { Verifier } from '@benvung/domain/review/grievance/decide-grievance-act';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

interface Disputed {
  readonly surveyedBy: string;
  /** Null: nobody surveyed it before. */
  readonly first: Verifier | null;
  /** Whom a grievance about it sent last, those who are on their way before those who were there. */
  readonly verifier: Verifier | null;
}

interface DisputedRow {
  readonly householdId: string;
  readonly surveyedBy: string | null;
  readonly firstAccount: string | null;
  readonly firstName: string | null;
  readonly verifier: string | null;
  readonly verifierAccount: string | null;
}

/** Of those given, by household, those that are re-verified now: who was there first, and who was sent. */
export async function listDisputed(
  db: Db,
  told: { originCommuneId: number; roundId: string; householdIds: readonly string[] },
): Promise<ReadonlyMap<string, Disputed>> {
  const answer = await sql<DisputedRow>`select c.household_id as "householdId", c.surveyed_by as "surveyedBy",
      a.id as "firstAccount", a.full_name as "firstName", g.verifier, g.verifier_account as "verifierAccount"
    from review_case c
    left join account a on a.id::text = c.surveyed_by
    left join review_grievance g on g.origin_commune_id = c.origin_commune_id and g.case_id = c.id
      and g.verifier is not null
    where c.origin_commune_id = ${told.originCommuneId} and c.round_id = ${told.roundId}::uuid
      and c.household_id = any(${[...told.householdIds]}::uuid[]) and c.state = 'disputed'
    order by (g.state = 'assigned') nulls first, g.series`.execute(db);
  return new Map(
    answer.rows.map(({ householdId, surveyedBy, firstAccount, firstName, verifier, verifierAccount }) => [
      householdId,
      {
        surveyedBy: surveyedBy ?? '',
        first: surveyedBy === null ? null : { name: firstName ?? surveyedBy, accountId: firstAccount },
        verifier: verifier === null ? null : { name: verifier, accountId: verifierAccount },
      },
    ]),
  );
}
