import type { QualityCount } from '@benvung/domain/review/quality/check-quality';
import type { FindingState } from '@benvung/domain/review/quality/decide-finding';
import type { QualityCheckCode } from '@benvung/domain/review/quality/quality-check';
import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';

/** Something a check found. */
export interface StoredFinding {
  /** The commune of the round. */
  readonly originCommuneId: number;
  readonly id: string;
  readonly roundId: string;
  readonly year: number;
  readonly villageId: number;
  readonly check: QualityCheckCode;
  readonly subject: string;
  readonly householdId: string | null;
  /** An account's id, or a name. */
  readonly enumerator: string | null;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly state: FindingState;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
  readonly foundOn: string;
  readonly version: number;
  readonly scopePath: string;
}

const COLUMNS = sql`f.origin_commune_id as "originCommuneId", f.id, f.round_id as "roundId", f.year,
  f.village_id as "villageId", f.check_code as check, f.subject, f.household_id as "householdId", f.enumerator,
  f.facts, f.state, f.reason, f.decided_by as "decidedBy", f.decided_on as "decidedOn", f.found_on as "foundOn",
  f.version, f.scope_path as "scopePath"`;

export async function listFindingsOfRound(db: Db, roundId: string): Promise<StoredFinding[]> {
  const answer = await sql<StoredFinding>`select ${COLUMNS} from review_finding f
    where f.round_id = ${roundId}::uuid`.execute(db);
  return answer.rows;
}

/** Held until the transaction ends. */
export async function holdFinding(db: Db, id: string): Promise<StoredFinding | undefined> {
  const found = await sql<{ communeId: number }>`select origin_commune_id as "communeId" from review_finding
    where id = ${id}::uuid`.execute(db);
  const communeId = found.rows[0]?.communeId;
  if (communeId === undefined) return undefined;
  const answer = await sql<StoredFinding>`select ${COLUMNS} from review_finding f
    where f.origin_commune_id = ${communeId} and f.id = ${id}::uuid for update`.execute(db);
  return answer.rows[0];
}

export async function putFindings(db: Db, findings: readonly StoredFinding[]): Promise<void> {
  if (findings.length === 0) return;
  const rows = findings.map((one) => ({
    origin_commune_id: one.originCommuneId,
    id: one.id,
    round_id: one.roundId,
    year: one.year,
    village_id: one.villageId,
    check_code: one.check,
    subject: one.subject,
    household_id: one.householdId,
    enumerator: one.enumerator,
    facts: one.facts,
    state: one.state,
    reason: one.reason,
    decided_by: one.decidedBy,
    decided_on: one.decidedOn,
    found_on: one.foundOn,
    version: one.version,
    scope_path: one.scopePath,
  }));
  await sql`insert into review_finding
    select * from jsonb_populate_recordset(null::review_finding, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint review_finding_pk do update set village_id = excluded.village_id,
      enumerator = excluded.enumerator, facts = excluded.facts, state = excluded.state, reason = excluded.reason,
      decided_by = excluded.decided_by, decided_on = excluded.decided_on, version = excluded.version,
      scope_path = excluded.scope_path`.execute(db);
}

interface CountOfRound extends QualityCount {
  readonly scopePath: string;
}

interface RunOfRound {
  readonly communeId: number;
  readonly roundId: string;
  readonly year: number;
  readonly at: string;
  readonly households: number;
  readonly scopePath: string;
}

/** How the checks of a round went, in place of what stood there. */
export async function putQualityRun(db: Db, run: RunOfRound, counts: readonly CountOfRound[]): Promise<void> {
  await sql`delete from review_quality_count where origin_commune_id = ${run.communeId}
    and round_id = ${run.roundId}::uuid`.execute(db);
  const rows = counts.map((count) => ({
    origin_commune_id: run.communeId,
    round_id: run.roundId,
    village_id: count.villageId,
    check_code: count.check,
    year: run.year,
    looked: count.looked,
    without_data: count.withoutData,
    scope_path: count.scopePath,
  }));
  await sql`insert into review_quality_count
    select * from jsonb_populate_recordset(null::review_quality_count, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  );
  await sql`insert into review_quality_run (origin_commune_id, round_id, year, checked_at, households, scope_path)
    values (${run.communeId}, ${run.roundId}::uuid, ${run.year}, ${run.at}::timestamptz, ${run.households},
      ${run.scopePath})
    on conflict on constraint review_quality_run_pk do update set checked_at = excluded.checked_at,
      households = excluded.households, scope_path = excluded.scope_path`.execute(db);
}

interface Wanted {
  readonly year: number;
  readonly path: string;
}

export interface RoundToCheck {
  readonly roundId: string;
  readonly communeId: number;
  readonly checkedAt: string | null;
  /** Forms recorded since; all of them when it was never looked through. */
  readonly behind: number;
}

/** Rounds of a year with a recorded form, and how far behind their checks are. */
export async function listRoundsToCheck(db: Db, { year, path }: Wanted): Promise<RoundToCheck[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<RoundToCheck>`
    select o.id as "roundId", o.commune_id as "communeId", to_json(q.checked_at)#>>'{}' as "checkedAt",
      (select count(*) from review_answers a where a.round_id = o.id
        and (q.checked_at is null or a.entered_at > q.checked_at))::integer as behind
    from review_round o
    left join review_quality_run q on q.origin_commune_id = o.commune_id and q.round_id = o.id
    where o.year = ${year} and o.scope_path >= ${from} and o.scope_path < ${to}
      and exists (select from review_record r where r.round_id = o.id and r.final_class is not null)
    order by o.commune_id, o.id`.execute(db);
  return answer.rows;
}

export interface SumOfVillage {
  readonly communeId: number;
  readonly villageId: number;
  readonly check: QualityCheckCode;
  readonly looked: number;
  readonly withoutData: number;
}

/** How each check went, a line for each village and check. */
export async function sumQualityCounts(db: Db, { year, path }: Wanted): Promise<SumOfVillage[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<SumOfVillage>`
    select origin_commune_id as "communeId", village_id as "villageId", check_code as check,
      sum(looked)::integer as looked, sum(without_data)::integer as "withoutData"
    from review_quality_count where year = ${year} and scope_path >= ${from} and scope_path < ${to}
    group by 1, 2, 3`.execute(db);
  return answer.rows;
}

export interface FindingsOfVillage {
  readonly communeId: number;
  readonly villageId: number;
  readonly check: QualityCheckCode;
  readonly state: FindingState;
  readonly enumerator: string | null;
  readonly count: number;
}

export async function sumFindings(db: Db, { year, path }: Wanted): Promise<FindingsOfVillage[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<FindingsOfVillage>`
    select origin_commune_id as "communeId", village_id as "villageId", check_code as check, state, enumerator,
      count(*)::integer as count
    from review_finding where year = ${year} and scope_path >= ${from} and scope_path < ${to} and state <> 'gone'
    group by 1, 2, 3, 4, 5`.execute(db);
  return answer.rows;
}

interface FindingsWanted extends Wanted {
  readonly check: QualityCheckCode | null;
  readonly state: FindingState | null;
  readonly offset: number;
  readonly limit: number;
}

/** A page of findings with the head of the household. */
export async function listFindings(
  db: Db,
  { year, path, check, state, offset, limit }: FindingsWanted,
): Promise<{ findings: (StoredFinding & { head: string | null })[]; total: number }> {
  const { from, to } = rangeOf(path);
  const where = sql`f.year = ${year} and f.scope_path >= ${from} and f.scope_path < ${to}
    ${check === null ? sql`` : sql`and f.check_code = ${check}`}
    ${state === null ? sql`and f.state <> 'gone'` : sql`and f.state = ${state}`}`;
  const answer = await sql<StoredFinding>`select ${COLUMNS} from review_finding f where ${where}
    order by f.village_id, f.subject, f.check_code limit ${limit} offset ${offset}`.execute(db);
  const ids = answer.rows.flatMap(({ householdId }) => householdId ?? []);
  const named = await sql<{ id: string; head: string }>`select id, head_name as head from household
    where id = any(${ids}::uuid[])`.execute(db);
  const heads = new Map(named.rows.map(({ id, head }) => [id, head]));
  const counted = await sql<{ total: number }>`select count(*)::integer as total from review_finding f
    where ${where}`.execute(db);
  const withHead = (one: StoredFinding) => ({
    ...one,
    head: one.householdId === null ? null : (heads.get(one.householdId) ?? null),
  });
  return { findings: answer.rows.map(withHead), total: counted.rows[0]?.total ?? 0 };
}

/** Households of open rounds that are to be surveyed again, and have not been since the day. */
export async function listSentBack(
  db: Db,
  { roundIds }: { readonly roundIds: readonly string[] },
): Promise<{ roundId: string; villageId: number; householdId: string; reason: string; decidedOn: string }[]> {
  if (roundIds.length === 0) return [];
  const answer = await sql<{
    roundId: string;
    villageId: number;
    householdId: string;
    reason: string;
    decidedOn: string;
  }>`select round_id as "roundId", village_id as "villageId", household_id as "householdId",
      string_agg(distinct reason, '; ') as reason, max(decided_on) as "decidedOn"
    from review_finding where round_id = any(${[...roundIds]}::uuid[]) and state = 'sentBack'
      and household_id is not null
    group by 1, 2, 3 order by 2, 3`.execute(db);
  return answer.rows;
}

/** How many findings wait for an answer, by who asked. */
export async function countOpenByEnumerator(db: Db, roundId: string): Promise<Map<string, number>> {
  const answer = await sql<{ enumerator: string; count: number }>`
    select enumerator, count(*)::integer as count from review_finding
    where round_id = ${roundId}::uuid and state in ('open', 'sentBack') and enumerator is not null
    group by 1`.execute(db);
  return new Map(answer.rows.map(({ enumerator, count }) => [enumerator, count]));
}
