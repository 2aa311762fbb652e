import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';

export interface StoredFacts {
  readonly id: string;
  readonly facts: HouseholdFacts;
  readonly evidence: ReviewEvidence;
}

const PAGE = 2000;

/** The frozen facts of a year's reviews under a path, in pages, so that a province never stands in memory whole. */
export async function* readStoredFacts(db: Db, path: string, year: number): AsyncGenerator<StoredFacts[]> {
  const { from, to } = rangeOf(path);
  let after = { commune: '0', household: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const { rows } = await sql<{
      commune: string;
      household_id: string;
      facts: { facts: HouseholdFacts | null; evidence: ReviewEvidence };
    }>`select origin_commune_id::text as commune, household_id, facts from review_facts
      where scope_path >= ${from} and scope_path < ${to} and year = ${year}
        and (origin_commune_id, household_id) > (${after.commune}::bigint, ${after.household}::uuid)
      order by origin_commune_id, household_id limit ${PAGE}`.execute(db);
    yield rows.flatMap(({ household_id, facts: { facts, evidence } }) =>
      facts === null ? [] : [{ id: household_id, facts, evidence }],
    );
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = { commune: last.commune, household: last.household_id };
  }
}
