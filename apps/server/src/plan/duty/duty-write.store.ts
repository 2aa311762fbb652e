import type { DutyState } from '@benvung/domain/plan/duty/duty-state';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { DutyGiven } from './duty.store.ts';

export interface NewDuty extends DutyGiven {
  readonly partnerAgencyIds: readonly string[];
  readonly demonstration: boolean;
}

export interface DutyEvent {
  readonly act: string;
  readonly at: string;
  readonly onDay: string;
  readonly actor: string;
  readonly words: string | null;
  readonly day: string | null;
}

/** Writes duties with the entry that begins their history. */
export async function insertDuties(db: Db, duties: readonly NewDuty[], event: DutyEvent): Promise<void> {
  if (duties.length === 0) return;
  const rows = JSON.stringify(duties);
  await sql`
    insert into duty (id, unit_id, giver_unit_id, year, origin, plan_id, plan_version, plan_duty_id, kind, report_kind,
      report_key, node, agency_id, account_id, owner_words, partners, partner_agency_ids, task, output, evidence_asked,
      due_on, period_words, state, assigned_on, demonstration, version, scope_path)
    select x.id, x."unitId", x."giverUnitId", x.year, x.origin, x."planId", x."planVersion", x."planDutyId", x.kind,
      x."reportKind", x."reportKey", x.node, x."agencyId", x."accountId", x."ownerWords", x.partners,
      x."partnerAgencyIds", x.task, x.output, x."evidenceAsked", x."dueOn", x."periodWords", 'assigned',
      x."assignedOn", x.demonstration, 1, x."scopePath"
    from jsonb_to_recordset(${rows}::jsonb) as x (id uuid, "unitId" bigint, "giverUnitId" bigint, year integer,
      origin text, "planId" uuid, "planVersion" integer, "planDutyId" text, kind text, "reportKind" text,
      "reportKey" text, node text, "agencyId" uuid, "accountId" uuid, "ownerWords" text, partners text[],
      "partnerAgencyIds" uuid[], task text, output text, "evidenceAsked" text, "dueOn" date, "periodWords" text,
      "assignedOn" date, demonstration boolean, "scopePath" text)`.execute(db);
  await sql`
    insert into duty_event (duty_id, number, act, at, on_day, actor, words, day, scope_path)
    select x.id, 1, ${event.act}, ${event.at}::timestamptz, ${event.onDay}::date, ${event.actor}, ${event.words},
      x."dueOn", x."scopePath"
    from jsonb_to_recordset(${rows}::jsonb) as x (id uuid, "dueOn" date, "scopePath" text)`.execute(db);
}

export interface DutyChange {
  readonly id: string;
  readonly version: number;
  readonly state: DutyState;
  readonly dueOn: string | null;
  readonly extensionTo: string | null;
  readonly extensionReason: string | null;
  readonly result: string | null;
  readonly evidence: string | null;
  readonly reportedOn: string | null;
}

/** @returns false when someone else changed it meanwhile. */
export async function updateDuty(db: Db, change: DutyChange): Promise<boolean> {
  const answer = await sql`
    update duty set state = ${change.state}, due_on = ${change.dueOn}::date,
      extension_to = ${change.extensionTo}::date, extension_reason = ${change.extensionReason},
      result = ${change.result}, evidence = ${change.evidence}, reported_on = ${change.reportedOn}::date,
      version = version + 1
    where id = ${change.id}::uuid and version = ${change.version}`.execute(db);
  return answer.numAffectedRows === 1n;
}

/** Writes what a duty says and where it lies; its history and files go with it. @returns false when changed meanwhile. */
export async function rewriteDuty(
  db: Db,
  duty: Omit<DutyGiven, 'assignedOn'> &
    Pick<NewDuty, 'partnerAgencyIds'> &
    Pick<DutyChange, 'state' | 'extensionTo' | 'extensionReason'>,
  seen: number,
): Promise<boolean> {
  const answer = await sql`
    update duty set task = ${duty.task}, node = ${duty.node}, output = ${duty.output},
      evidence_asked = ${duty.evidenceAsked}, partners = ${[...duty.partners]}::text[], due_on = ${duty.dueOn}::date,
      partner_agency_ids = ${[...duty.partnerAgencyIds]}::uuid[],
      period_words = ${duty.periodWords}, year = ${duty.year}, unit_id = ${duty.unitId},
      agency_id = ${duty.agencyId}::uuid, account_id = ${duty.accountId}::uuid, owner_words = ${duty.ownerWords},
      state = ${duty.state}, extension_to = ${duty.extensionTo}::date, extension_reason = ${duty.extensionReason},
      scope_path = ${duty.scopePath}, version = version + 1
    where id = ${duty.id}::uuid and version = ${seen}`.execute(db);
  if (answer.numAffectedRows !== 1n) return false;
  for (const table of ['duty_event', 'duty_file'])
    await sql`update ${sql.table(table)} set scope_path = ${duty.scopePath}
      where duty_id = ${duty.id}::uuid and scope_path <> ${duty.scopePath}`.execute(db);
  return true;
}

export interface PlanWords {
  readonly id: string;
  readonly planVersion: number;
  readonly node: string | null;
  readonly task: string;
  readonly output: string;
  readonly evidenceAsked: string;
  readonly partners: readonly string[];
  readonly dueOn: string | null;
  readonly periodWords: string | null;
}

/** A duty follows the next version of its plan; where it stands, stays. */
export async function followPlan(db: Db, words: PlanWords): Promise<void> {
  await sql`
    update duty set plan_version = ${words.planVersion}, node = ${words.node}, task = ${words.task},
      output = ${words.output}, evidence_asked = ${words.evidenceAsked}, partners = ${[...words.partners]}::text[],
      due_on = ${words.dueOn}::date, period_words = ${words.periodWords}, version = version + 1
    where id = ${words.id}::uuid`.execute(db);
}

export interface PlannedDuty {
  readonly id: string;
  readonly planDutyId: string;
  readonly reportKey: string | null;
  readonly unitId: number;
  readonly agencyId: string | null;
  readonly ownerWords: string;
  readonly state: DutyState;
  readonly version: number;
  readonly dueOn: string | null;
  readonly scopePath: string;
}

export async function listDutiesOfPlan(db: Db, planId: string): Promise<readonly PlannedDuty[]> {
  const answer = await sql<PlannedDuty>`
    select id, plan_duty_id as "planDutyId", report_key as "reportKey", unit_id as "unitId", agency_id as "agencyId",
      owner_words as "ownerWords", state, version, due_on as "dueOn", scope_path as "scopePath"
    from duty where plan_id = ${planId}::uuid order by id for update`.execute(db);
  return answer.rows;
}

/** Reports of these desks in a year that are there already. */
export async function listReportNames(
  db: Db,
  { unitIds, year }: { unitIds: readonly number[]; year: number },
): Promise<Set<string>> {
  const answer = await sql<{ name: string }>`
    select concat_ws(' ', unit_id, coalesce(agency_id::text, '-'), report_kind, report_key) as name from duty
    where unit_id = any(${[...unitIds]}::bigint[]) and year = ${year} and kind = 'report'
      and state <> 'cancelled'`.execute(db);
  return new Set(answer.rows.map(({ name }) => name));
}

export const reportName = (duty: {
  readonly unitId: number;
  readonly agencyId: string | null;
  readonly reportKind: string | null;
  readonly reportKey: string | null;
}): string => [duty.unitId, duty.agencyId ?? '-', duty.reportKind, duty.reportKey].join(' ');

export async function cancelOfPlan(db: Db, id: string): Promise<void> {
  await sql`update duty set state = 'cancelled', extension_to = null, extension_reason = null, version = version + 1
    where id = ${id}::uuid`.execute(db);
}
