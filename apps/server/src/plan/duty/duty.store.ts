import type { DutiesQuery } from '@benvung/contract/plan-duty';
import type { DutyState } from '@benvung/domain/plan/duty/duty-state';
import { type RawBuilder, sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';

/** What a duty is from the day it is given. */
export interface DutyGiven {
  readonly id: string;
  readonly unitId: number;
  readonly giverUnitId: number;
  readonly year: number;
  readonly origin: 'plan' | 'own';
  readonly planId: string | null;
  readonly planVersion: number | null;
  readonly planDutyId: string | null;
  readonly kind: 'task' | 'report';
  readonly reportKind: string | null;
  readonly reportKey: string | null;
  readonly node: string | null;
  readonly agencyId: string | null;
  readonly accountId: string | null;
  readonly ownerWords: string;
  readonly partners: readonly string[];
  readonly task: string;
  readonly output: string;
  readonly evidenceAsked: string;
  readonly dueOn: string | null;
  readonly periodWords: string | null;
  readonly assignedOn: string;
  readonly scopePath: string;
}

export interface StoredDuty extends DutyGiven {
  readonly agencyName: string | null;
  /** Accounts at the agency's desk; 0 also without an agency. */
  readonly agencyMembers: number;
  readonly personName: string | null;
  readonly partnerAgencyIds: readonly string[];
  readonly state: DutyState;
  readonly extensionTo: string | null;
  readonly extensionReason: string | null;
  readonly result: string | null;
  readonly evidence: string | null;
  readonly reportedOn: string | null;
  readonly version: number;
}

const COLUMNS = sql`d.id, d.unit_id as "unitId", d.giver_unit_id as "giverUnitId", d.year, d.origin,
  d.plan_id as "planId", d.plan_version as "planVersion", d.plan_duty_id as "planDutyId", d.kind,
  d.report_kind as "reportKind", d.report_key as "reportKey", d.node, d.agency_id as "agencyId",
  (select g.name from agency g where g.id = d.agency_id) as "agencyName",
  (select count(*) from agency_member m where m.agency_id = d.agency_id) as "agencyMembers",
  d.account_id as "accountId", (select a.full_name from account a where a.id = d.account_id) as "personName",
  d.owner_words as "ownerWords", d.partners,
  d.partner_agency_ids as "partnerAgencyIds", d.task, d.output, d.evidence_asked as "evidenceAsked",
  d.due_on as "dueOn", d.period_words as "periodWords", d.state, d.extension_to as "extensionTo",
  d.extension_reason as "extensionReason", d.result, d.evidence, d.reported_on as "reportedOn",
  d.assigned_on as "assignedOn", d.version, d.scope_path as "scopePath"`;
const BY_DEADLINE = sql`d.due_on nulls last, d.task, d.id`;
const TO_DO = sql`d.state in ('assigned', 'received', 'underWay', 'sentBack')`;

export async function findDuty(db: Db, id: string): Promise<StoredDuty | undefined> {
  const answer = await sql<StoredDuty>`select ${COLUMNS} from duty d where d.id = ${id}::uuid`.execute(db);
  return answer.rows[0];
}

/** Whose duties are meant by "mine", and the place. */
export interface DutySearch {
  readonly path: string;
  readonly unitId: number;
  readonly year?: number;
  readonly today: string;
  readonly whose: DutiesQuery['whose'];
  readonly accountId: string;
  readonly agencies: readonly string[];
  /** Units at whose own desk the person stands. */
  readonly ownUnits: readonly number[];
  /** Who stands at desks in the place without looking over it sees what those desks do or work with. */
  readonly deskOnly?: boolean;
}

type DutyFilter = Partial<Pick<DutiesQuery, 'state' | 'press' | 'kind' | 'agency' | 'day'>>;

function inPlace(search: DutySearch): RawBuilder<unknown> {
  const { from, to } = rangeOf(search.path);
  const year = search.year === undefined ? sql`` : sql`and d.year = ${search.year}`;
  return sql`d.scope_path >= ${from} and d.scope_path < ${to} ${year} ${whoseIs(search)} ${ofDesks(search)}`;
}

function ofDesks({ deskOnly = false, accountId, agencies }: DutySearch): RawBuilder<unknown> {
  if (!deskOnly) return sql``;
  const desks = sql`${[...agencies]}::uuid[]`;
  return sql`and (d.account_id = ${accountId}::uuid or d.agency_id = any(${desks}) or d.partner_agency_ids && ${desks})`;
}

function whoseIs({ whose, unitId, accountId, agencies, ownUnits }: DutySearch): RawBuilder<unknown> {
  if (whose === 'all') return sql``;
  if (whose === 'given') return sql`and d.giver_unit_id = ${unitId}`;
  return sql`and (d.account_id = ${accountId}::uuid or d.agency_id = any(${[...agencies]}::uuid[])
    or (d.account_id is null and d.unit_id = any(${[...ownUnits]}::bigint[]) and (d.agency_id is null
      or not exists (select from agency_member m where m.agency_id = d.agency_id))))`;
}

function filtered({ state, press, kind, agency, day }: DutyFilter, today: string): RawBuilder<unknown> {
  return sql`${state === undefined ? sql`` : sql`and d.state = ${state}`}
    ${kind === undefined ? sql`` : sql`and d.kind = ${kind}`}
    ${agency === undefined ? sql`` : sql`and d.agency_id = ${agency}::uuid`}
    ${day === undefined ? sql`` : sql`and d.due_on = ${day}::date`}
    ${press === 'late' ? sql`and ${TO_DO} and d.due_on < ${today}::date` : sql``}
    ${press === 'open' ? sql`and ${TO_DO}` : sql``}
    ${press === 'waiting' ? sql`and d.state = 'reported'` : sql``}
    ${press === 'extension' ? sql`and d.extension_to is not null` : sql``}`;
}

export async function listDuties(
  db: Db,
  search: DutySearch,
  { filter, limit, offset }: { filter: DutyFilter; limit: number; offset: number },
): Promise<{ rows: readonly StoredDuty[]; total: number }> {
  const answer = await sql<StoredDuty & { total: number }>`
    select ${COLUMNS}, count(*) over () as total from duty d
    where ${inPlace(search)} ${filtered(filter, search.today)}
    order by ${BY_DEADLINE} limit ${limit} offset ${offset}`.execute(db);
  return { rows: answer.rows, total: answer.rows[0]?.total ?? 0 };
}

/** The first duties of each state, each with the number of its state. */
export async function listFirstOfStates(
  db: Db,
  search: DutySearch,
  most: number,
): Promise<readonly (StoredDuty & { readonly ofState: number })[]> {
  const answer = await sql<StoredDuty & { ofState: number }>`
    select * from (select ${COLUMNS}, count(*) over (partition by d.state) as "ofState",
        row_number() over (partition by d.state order by ${BY_DEADLINE}) as place
      from duty d where ${inPlace(search)}) x
    where x.place <= ${most} order by x.place`.execute(db);
  return answer.rows;
}

export interface DutySums {
  readonly late: number;
  readonly waiting: number;
  readonly extension: number;
  readonly open: number;
  /** The earliest deadline of what is open, and of what is late. */
  readonly earliest: string | null;
}

export async function sumDuties(db: Db, search: DutySearch): Promise<DutySums> {
  const answer = await sql<DutySums>`
    select count(*) filter (where ${TO_DO} and d.due_on < ${search.today}::date) as late,
      count(*) filter (where d.state = 'reported') as waiting,
      count(*) filter (where d.extension_to is not null) as extension,
      count(*) filter (where ${TO_DO}) as open,
      min(d.due_on) filter (where ${TO_DO}) as earliest
    from duty d where ${inPlace(search)}`.execute(db);
  return answer.rows[0] as DutySums;
}

export interface DayCount {
  readonly day: string;
  readonly tasks: number;
  readonly reports: number;
  readonly toDo: number;
}

export async function countByDay(
  db: Db,
  search: DutySearch,
  { from, to }: { from: string; to: string },
): Promise<readonly DayCount[]> {
  const answer = await sql<DayCount>`
    select d.due_on as day, count(*) filter (where d.kind = 'task') as tasks,
      count(*) filter (where d.kind = 'report') as reports, count(*) filter (where ${TO_DO}) as "toDo"
    from duty d where ${inPlace(search)} and d.due_on between ${from}::date and ${to}::date
      and d.state <> 'cancelled' group by d.due_on`.execute(db);
  return answer.rows;
}

export interface ReportRow {
  readonly id: string;
  readonly unitId: number;
  readonly kind: string;
  readonly key: string;
  readonly task: string;
  readonly dueOn: string;
}

/** The reports of a year in a place, not the cancelled ones. */
export async function listReports(
  db: Db,
  { path, year }: { path: string; year: number },
): Promise<readonly ReportRow[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<ReportRow>`
    select d.id, d.unit_id as "unitId", d.report_kind as kind, d.report_key as key, d.task, d.due_on as "dueOn" from duty d
    where d.scope_path >= ${from} and d.scope_path < ${to} and d.year = ${year} and d.kind = 'report'
      and d.state <> 'cancelled' and d.due_on is not null and d.agency_id is null
    order by ${BY_DEADLINE}`.execute(db);
  return answer.rows;
}

/** What is to do and has a deadline near or past, of one person, for a calendar. */
export async function listForCalendar(
  db: Db,
  search: DutySearch,
  from: string,
): Promise<readonly StoredDuty[]> {
  const answer = await sql<StoredDuty>`
    select ${COLUMNS} from duty d where ${inPlace(search)} and ${TO_DO} and d.due_on >= ${from}::date
    order by ${BY_DEADLINE} limit 1000`.execute(db);
  return answer.rows;
}

/** Whether an issued plan gave one of the agencies something to do, or to work on with another. */
export async function isPlanOfDesks(db: Db, planId: string, agencies: readonly string[]): Promise<boolean> {
  const desks = sql`${[...agencies]}::uuid[]`;
  const answer = await sql`select from duty where plan_id = ${planId}::uuid
    and (agency_id = any(${desks}) or partner_agency_ids && ${desks}) limit 1`.execute(db);
  return answer.rows.length > 0;
}

/** Holds a duty against other changes until the transaction ends. */
export async function holdDuty(db: Db, id: string): Promise<boolean> {
  const answer = await sql`select from duty where id = ${id}::uuid for update`.execute(db);
  return answer.rows.length > 0;
}
