import type { ComparedPerson } from '@benvung/domain/exchange/compare-people';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';
import type { StoredBatch } from '../batches/batch.store.ts';

export interface KnownPerson extends ComparedPerson {
  readonly householdId: string;
  readonly villageId: number;
}

/** Everyone who lives in an area, of households that have not ended. */
export async function listPersonsUnder(db: Db, path: string): Promise<KnownPerson[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<KnownPerson>`
    select p.id as key, p.household_id as "householdId", h.village_id as "villageId", p.full_name as "fullName",
      p.identity_number as "identityNumber", p.birth_date as "birthDate", p.sex
    from person p
    join household h on h.origin_commune_id = p.origin_commune_id and h.id = p.household_id
    where p.scope_path >= ${from} and p.scope_path < ${to} and p.left_on is null and h.ended_on is null`.execute(
    db,
  );
  return answer.rows;
}

export interface ToldPerson {
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly identityNumber: string | null;
  readonly place: string | null;
}

export interface DifferenceToKeep {
  readonly kind: 'differs' | 'missingOurs' | 'missingTheirs' | 'ambiguous';
  readonly householdId: string | null;
  readonly personId: string | null;
  readonly at: string | null;
  readonly ours: ToldPerson | null;
  readonly theirs: ToldPerson | null;
  readonly fields: readonly string[];
}

const ROWS_A_STATEMENT = 1_000;

export async function replaceDifferences(
  db: Db,
  batch: Pick<StoredBatch, 'id' | 'scopePath'>,
  differences: readonly DifferenceToKeep[],
): Promise<void> {
  await sql`delete from exchange_difference where batch_id = ${batch.id}::uuid`.execute(db);
  for (let from = 0; from < differences.length; from += ROWS_A_STATEMENT) {
    const rows = differences.slice(from, from + ROWS_A_STATEMENT).map((one, index) => ({
      batch_id: batch.id,
      number: from + index,
      kind: one.kind,
      household_id: one.householdId,
      person_id: one.personId,
      at: one.at,
      ours: one.ours,
      theirs: one.theirs,
      fields: one.fields,
      name_key: searchKey((one.ours ?? one.theirs)?.fullName ?? ''),
      scope_path: batch.scopePath,
    }));
    await sql`insert into exchange_difference
      select * from jsonb_populate_recordset(null::exchange_difference, ${JSON.stringify(rows)}::jsonb)`.execute(
      db,
    );
  }
}

export interface StoredDifference extends DifferenceToKeep {
  readonly number: number;
  readonly decision: 'theirs' | 'ours' | 'later' | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

const SELECTED = sql`number, kind, household_id as "householdId", person_id as "personId", at, ours, theirs, fields,
  decision, reason, decided_by as "decidedBy", decided_at as "decidedAt"`;

export interface DifferencesWanted {
  readonly kind?: string | undefined;
  readonly decided?: 'yes' | 'no' | undefined;
  readonly page: number;
  readonly pageSize: number;
}

export async function listDifferences(
  db: Db,
  batchId: string,
  { kind, decided, page, pageSize }: DifferencesWanted,
): Promise<{ differences: StoredDifference[]; total: number }> {
  const isDecided = sql`(decision is not null and decision <> 'later')`;
  const wanted = sql`batch_id = ${batchId}::uuid and (${kind ?? null}::text is null or kind = ${kind ?? null})
    and (${decided ?? null}::text is null or ${isDecided} = (${decided ?? null} = 'yes'))`;
  const answer = await sql<StoredDifference>`select ${SELECTED} from exchange_difference where ${wanted}
    order by number limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const count = await sql<{ count: number }>`select count(*) as count from exchange_difference
    where ${wanted}`.execute(db);
  return { differences: answer.rows, total: Number(count.rows[0]?.count ?? 0) };
}

/** Some differences of a comparison, by their numbers. */
export async function listDifferencesNumbered(
  db: Db,
  batchId: string,
  numbers: readonly number[],
): Promise<StoredDifference[]> {
  const answer = await sql<StoredDifference>`select ${SELECTED} from exchange_difference
    where batch_id = ${batchId}::uuid and number = any(${[...numbers]}::int[]) order by number`.execute(db);
  return answer.rows;
}

export async function countUndecided(db: Db, batchId: string): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*) as count from exchange_difference
    where batch_id = ${batchId}::uuid and kind = 'differs' and (decision is null or decision = 'later')`.execute(
    db,
  );
  return Number(answer.rows[0]?.count ?? 0);
}

export async function lockDifference(
  db: Db,
  batchId: string,
  number: number,
): Promise<StoredDifference | undefined> {
  const answer = await sql<StoredDifference>`select ${SELECTED} from exchange_difference
    where batch_id = ${batchId}::uuid and number = ${number} for update`.execute(db);
  return answer.rows[0];
}

export async function writeDecision(
  db: Db,
  batchId: string,
  number: number,
  decided: { readonly decision: string; readonly reason: string; readonly by: string; readonly at: string },
): Promise<void> {
  await sql`update exchange_difference set decision = ${decided.decision}, reason = ${decided.reason},
      decided_by = ${decided.by}, decided_at = ${decided.at}::timestamptz
    where batch_id = ${batchId}::uuid and number = ${number}`.execute(db);
}

export async function findHouseholdVersion(db: Db, id: string): Promise<number | undefined> {
  const answer = await sql<{ version: number }>`select version from household where id = ${id}::uuid`.execute(
    db,
  );
  return answer.rows[0]?.version;
}
