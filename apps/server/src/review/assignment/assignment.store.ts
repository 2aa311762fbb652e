import type { Role } from '@benvung/contract/access';
import type { Assignment } from '@benvung/domain/review/assignment/decide-assignment';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

export interface StoredAssignment extends Assignment {
  readonly originCommuneId: number;
  readonly roundId: string;
  readonly position: string | null;
  readonly assignedOn: string;
  readonly assignedBy: string;
  readonly untilDay: string | null;
  readonly endedOn: string | null;
  readonly endedBy: string | null;
  readonly endedReason: string | null;
  readonly version: number;
  readonly scopePath: string;
}

const COLUMNS = sql`a.origin_commune_id as "originCommuneId", a.id, a.round_id as "roundId",
  a.village_id as "villageId", a.household_id as "householdId", a.account_id as "accountId", a.name, a.position,
  a.assigned_on as "assignedOn", a.assigned_by as "assignedBy", a.until_day as "untilDay", a.ended_on as "endedOn",
  a.ended_by as "endedBy", a.ended_reason as "endedReason", a.version, a.scope_path as "scopePath"`;

/** All of a round, those that have ended too, the newest last. */
export async function listAssignments(db: Db, roundId: string): Promise<StoredAssignment[]> {
  const answer = await sql<StoredAssignment>`select ${COLUMNS} from review_assignment a
    where a.round_id = ${roundId}::uuid order by a.village_id, a.assigned_on, a.id`.execute(db);
  return answer.rows;
}

/** Held until the transaction ends, so that a village is not given twice at once. */
export async function holdStandingAssignments(
  db: Db,
  { communeId, id: roundId }: { readonly communeId: number; readonly id: string },
  villageId: number,
): Promise<StoredAssignment[]> {
  const answer = await sql<StoredAssignment>`select ${COLUMNS} from review_assignment a
    where a.origin_commune_id = ${communeId} and a.round_id = ${roundId}::uuid and a.village_id = ${villageId} and a.ended_on is null
    order by a.id for update`.execute(db);
  return answer.rows;
}

export async function holdAssignment(db: Db, id: string): Promise<StoredAssignment | undefined> {
  const found = await sql<{
    communeId: number;
  }>`select origin_commune_id as "communeId" from review_assignment
    where id = ${id}::uuid`.execute(db);
  const communeId = found.rows[0]?.communeId;
  if (communeId === undefined) return undefined;
  const answer = await sql<StoredAssignment>`select ${COLUMNS} from review_assignment a
    where a.origin_commune_id = ${communeId} and a.id = ${id}::uuid for update`.execute(db);
  return answer.rows[0];
}

/** What stands for an account in open rounds. */
export async function listOwnAssignments(
  db: Db,
  accountId: string,
): Promise<(StoredAssignment & { year: number; standardId: string; communeId: number })[]> {
  const answer = await sql<StoredAssignment & { year: number; standardId: string; communeId: number }>`
    select ${COLUMNS}, r.year, r.standard_id as "standardId", r.commune_id as "communeId"
    from review_assignment a join review_round r on r.commune_id = a.origin_commune_id and r.id = a.round_id
    where a.account_id = ${accountId}::uuid and a.ended_on is null and r.status = 'OPEN'
    order by r.year, a.village_id, a.id`.execute(db);
  return answer.rows;
}

export interface OwnVerification {
  readonly roundId: string;
  readonly year: number;
  readonly villageId: number;
  readonly householdId: string;
  readonly head: string;
  readonly serial: number;
  readonly dueOn: string;
}

/** Households of open rounds that grievances send an account to, and that were not looked at again yet. */
export async function listOwnVerifications(db: Db, accountId: string): Promise<OwnVerification[]> {
  const answer = await sql<OwnVerification>`
    select c.round_id as "roundId", c.year, c.village_id as "villageId", c.household_id as "householdId",
      c.head_name as head, g.series as serial, g.due_on as "dueOn"
    from review_grievance g
    join review_case c on c.origin_commune_id = g.origin_commune_id and c.id = g.case_id
    join review_round r on r.commune_id = c.origin_commune_id and r.id = c.round_id
    where g.verifier_account = ${accountId}::uuid and g.state = 'assigned' and c.state = 'disputed'
      and r.status = 'OPEN'
    order by g.due_on, c.village_id, c.head_name, c.id`.execute(db);
  return answer.rows;
}

export async function putAssignments(db: Db, list: readonly StoredAssignment[]): Promise<void> {
  if (list.length === 0) return;
  const rows = list.map((one) => ({
    origin_commune_id: one.originCommuneId,
    id: one.id,
    round_id: one.roundId,
    village_id: one.villageId,
    household_id: one.householdId,
    account_id: one.accountId,
    name: one.name,
    position: one.position,
    assigned_on: one.assignedOn,
    assigned_by: one.assignedBy,
    until_day: one.untilDay,
    ended_on: one.endedOn,
    ended_by: one.endedBy,
    ended_reason: one.endedReason,
    version: one.version,
    scope_path: one.scopePath,
  }));
  await sql`insert into review_assignment
      (origin_commune_id, id, round_id, village_id, household_id, account_id, name, position, assigned_on, assigned_by,
       until_day, ended_on, ended_by, ended_reason, version, scope_path)
    select origin_commune_id, id, round_id, village_id, household_id, account_id, name, position, assigned_on,
      assigned_by, until_day, ended_on, ended_by, ended_reason, version, scope_path
    from jsonb_populate_recordset(null::review_assignment, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint review_assignment_pk do update set ended_on = excluded.ended_on,
      ended_by = excluded.ended_by, ended_reason = excluded.ended_reason, version = excluded.version`.execute(
    db,
  );
}

export interface HouseholdToAsk {
  readonly householdId: string;
  readonly villageId: number;
  readonly head: string;
  /** Has a result, or is no longer there. */
  readonly done: boolean;
  /** Answers and paper do not agree. */
  readonly toLookAt: boolean;
}

/** The households of a round with how far each is; of some villages when they are told. */
export async function listHouseholdsToAsk(
  db: Db,
  round: { readonly id: string; readonly standardId: string },
  villageIds: readonly number[] | null = null,
): Promise<HouseholdToAsk[]> {
  const within = (column: ReturnType<typeof sql>) =>
    villageIds === null ? sql`` : sql`and ${column} = any(${[...villageIds]}::bigint[])`;
  const answer = await sql<HouseholdToAsk>`
    select "householdId", "villageId", head, done, "toLookAt" from (
      select r.household_id as "householdId", h.village_id as "villageId", h.head_name as head,
        (r.gone_reason is not null or (r.final_class is not null and r.final_class <> 'UNDETERMINED')) as done,
        coalesce(a.findings, 0) + coalesce(jsonb_array_length(a.differences), 0) > 0 as "toLookAt",
        (r.opening_class is null) as fresh, h.list_code as code, h.head_sort_key as key
      from review_record r
      join household h on h.origin_commune_id = r.origin_commune_id and h.id = r.household_id
      left join review_answers a on a.origin_commune_id = r.origin_commune_id and a.household_id = r.household_id
        and a.year = r.year
      where r.round_id = ${round.id}::uuid and r.standard_id = ${round.standardId} ${within(sql`h.village_id`)}
      union all
      select c.household_id, c.village_id, c.head_name, false, false, true, null, c.head_name
      from review_case c
      where c.round_id = ${round.id}::uuid and c.origin <> 'record' and c.state = 'listed' ${within(sql`c.village_id`)}
        and not exists (select 1 from review_record r where r.origin_commune_id = c.origin_commune_id
          and r.round_id = c.round_id and r.household_id = c.household_id)
    ) o order by "villageId", fresh, code nulls last, key, "householdId"`.execute(db);
  return answer.rows;
}

export interface FieldAccount {
  readonly id: string;
  readonly fullName: string;
  readonly role: Role;
  readonly unitId: number;
}

/** Accounts that may record forms in some of these units. */
export async function listFieldAccounts(db: Db, unitIds: readonly number[]): Promise<FieldAccount[]> {
  const answer = await sql<FieldAccount>`
    select a.id, a.full_name as "fullName", r.role, r.unit_id as "unitId"
    from account_role r join account a on a.id = r.account_id
    where r.unit_id = any(${[...unitIds]}::bigint[]) and r.role in ('enumerator', 'officer') and a.status = 'active'
    order by (r.role <> 'enumerator'), a.full_name, a.id, r.unit_id`.execute(db);
  return answer.rows;
}
