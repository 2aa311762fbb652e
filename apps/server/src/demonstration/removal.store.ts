import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import { forgetUnusedChanges, noteChangesEverywhere } from '../review/review.public.ts';

const THEIRS = sql`(origin_commune_id, household_id) in (select origin_commune_id, id from household where demonstration)`;
const THEIR_ROUNDS = sql`(year, commune_id) in (select year, commune_id from review_round where demonstration)`;

/** Counts what one statement deletes. */
async function remove(db: Db, from: RawBuilder<unknown>): Promise<number> {
  const answer = await sql`delete from ${from}`.execute(db);
  return Number(answer.numAffectedRows ?? 0n);
}

export interface Removed {
  readonly households: number;
  readonly persons: number;
  readonly records: number;
  readonly rounds: number;
  readonly villages: number;
}

/** Everything that belongs to the demonstration's households, the households last. */
export async function removeHouseholds(db: Db): Promise<Pick<Removed, 'households' | 'persons' | 'records'>> {
  await remove(db, sql`review_facts where ${THEIRS}`);
  await remove(db, sql`review_answers where ${THEIRS}`);
  await remove(db, sql`review_interview where ${THEIRS}`);
  const records = await remove(db, sql`review_record where ${THEIRS}`);
  await sql`delete from review_correction where household_id in (select id from household where demonstration)`.execute(
    db,
  );
  await sql`delete from review_match where candidate_household_id in (select id from household where demonstration)`.execute(
    db,
  );
  await remove(db, sql`household_duplicate where ${THEIRS}`);
  await remove(
    db,
    sql`household_duplicate where (other_origin, other_id) in
      (select origin_commune_id, id from household where demonstration)`,
  );
  await remove(db, sql`household_merge where ${THEIRS}`);
  await remove(db, sql`household_event where ${THEIRS}`);
  await remove(db, sql`household_membership where ${THEIRS}`);
  await remove(db, sql`household_residence where ${THEIRS}`);
  const persons = await remove(db, sql`person where ${THEIRS}`);
  const households = await remove(db, sql`household where demonstration`);
  return { households, persons, records };
}

/** What was sent from the public pages while the demonstration ran, with its receipts. */
export async function removeOnlineRequests(db: Db): Promise<void> {
  await remove(
    db,
    sql`review_public_page where kind = 'request' and (origin_commune_id, subject_id) in (
      select origin_commune_id, id from review_online_request where demonstration)`,
  );
  await remove(db, sql`review_online_request where demonstration`);
}

/** What the procedure left in the demonstration's rounds: cases, meetings, postings, grievances and what hangs on them. */
export async function removeProcedures(db: Db): Promise<void> {
  const rounds = sql`(select id from review_round where demonstration)`;
  const of = (table: string) =>
    sql`(select origin_commune_id, id from ${sql.table(table)} where round_id in ${rounds})`;
  const cases = sql`(origin_commune_id, case_id) in ${of('review_case')}`;
  for (const subject of ['review_posting', 'review_grievance'])
    await remove(db, sql`review_public_page where (origin_commune_id, subject_id) in ${of(subject)}`);
  await remove(
    db,
    sql`review_public_page where (origin_commune_id, subject_id) in (
      select origin_commune_id, id from review_certificate where ${cases})`,
  );
  await remove(
    db,
    sql`review_grievance_event where (origin_commune_id, grievance_id) in ${of('review_grievance')}`,
  );
  await remove(db, sql`review_grievance where round_id in ${rounds}`);
  await remove(
    db,
    sql`review_posting_photo where (origin_commune_id, posting_id) in ${of('review_posting')}`,
  );
  await remove(
    db,
    sql`review_certificate_renewal where (origin_commune_id, certificate_id) in (
      select origin_commune_id, id from review_certificate where ${cases})`,
  );
  for (const table of [
    'review_posting_line',
    'review_meeting_vote',
    'review_submission_case',
    'review_decision_line',
    'review_certificate',
    'review_case_event',
  ])
    await remove(db, sql`${sql.table(table)} where ${cases}`);
  for (const table of [
    'review_posting',
    'review_meeting',
    'review_submission',
    'review_decision',
    'review_assignment',
    'review_finding',
    'review_quality_count',
    'review_quality_run',
    'review_case',
  ])
    await remove(db, sql`${sql.table(table)} where round_id in ${rounds}`);
}

/** Targets, how they were negotiated and what was reached of them. */
export async function removeTargets(db: Db): Promise<void> {
  for (const table of ['plan_target_event', 'plan_target_actual', 'plan_target'])
    await remove(db, sql`${sql.table(table)} where demonstration`);
}

/** Plans that the demonstration's accounts started, with their versions, duties and households. */
export async function removePlans(db: Db): Promise<void> {
  const theirs = sql`plan_id in (select id from plan
    where created_by in (select username from account where demonstration))`;
  const duties = sql`duty_id in (select id from duty where ${theirs})`;
  for (const table of ['duty_event', 'duty_file']) await remove(db, sql`${sql.table(table)} where ${duties}`);
  for (const table of [
    'duty',
    'plan_household',
    'plan_report_deadline',
    'plan_duty',
    'plan_event',
    'plan_version',
  ])
    await remove(db, sql`${sql.table(table)} where ${theirs}`);
  await remove(db, sql`plan where created_by in (select username from account where demonstration)`);
}

export interface RoundInUse {
  readonly year: number;
  readonly communeId: number;
}

/** Duties of the demonstration, and those that are its agencies', its accounts' or were given by them; its agencies. */
export async function removeDuties(db: Db): Promise<void> {
  const accounts = sql`(select id from account where demonstration)`;
  const agencies = sql`(select id from agency where demonstration)`;
  const { rows } = await sql<{ id: string }>`
    select id from duty d where demonstration or account_id in ${accounts} or agency_id in ${agencies}
      or exists (select from duty_event e join account a on a.full_name = e.actor or a.username = e.actor
        where e.duty_id = d.id and a.demonstration)`.execute(db);
  const ids = rows.map(({ id }) => id);
  for (const table of ['stored_file_part', 'stored_file'])
    await remove(db, sql`${sql.table(table)} where owner_id = any(${ids}::uuid[])`);
  for (const table of ['duty_file', 'duty_event'])
    await remove(db, sql`${sql.table(table)} where duty_id = any(${ids}::uuid[])`);
  await remove(db, sql`duty where id = any(${ids}::uuid[])`);
  await remove(db, sql`agency_member where agency_id in ${agencies} or account_id in ${accounts}`);
  await remove(db, sql`agency where demonstration`);
}

/** What the demonstration's accounts were answered and had running; the log keeps what they did. */
export async function removeWorkOfAccounts(db: Db): Promise<void> {
  const theirs = sql`account_id in (select id from account where demonstration)`;
  await remove(db, sql`command_receipt where ${theirs}`);
  await remove(db, sql`job where ${theirs}`);
  await remove(db, sql`entry_draft where ${theirs}`);
  await remove(db, sql`task_reminder where ${theirs}`);
  await remove(db, sql`saved_view where ${theirs}`);
  await remove(db, sql`mail_address where ${theirs}`);
  const theirBatches = sql`batch_id in (select id from exchange_batch where ${theirs})`;
  await remove(db, sql`exchange_difference where ${theirBatches}`);
  await remove(db, sql`exchange_before where ${theirBatches}`);
  await remove(db, sql`exchange_issue where ${theirBatches}`);
  await remove(db, sql`exchange_file where ${theirBatches}`);
  await remove(db, sql`exchange_batch where ${theirs}`);
}

/**
 * Rounds without a record left, and the bases of the demonstration. A round that holds somebody's own records
 * stays as theirs; its counters must be made anew.
 */
export async function removeRounds(db: Db): Promise<{ rounds: number; inUse: RoundInUse[] }> {
  const inUse = await sql<RoundInUse>`
    update review_round r set demonstration = false, version = version + 1
    where demonstration and exists (select from review_record x where x.round_id = r.id)
    returning year, commune_id as "communeId"`.execute(db);
  await sql`delete from review_match where ${THEIR_ROUNDS}`.execute(db);
  await sql`delete from review_counter where ${THEIR_ROUNDS}`.execute(db);
  await sql`delete from review_round_event where ${THEIR_ROUNDS}`.execute(db);
  const rounds = await remove(db, sql`review_round where demonstration`);
  await remove(db, sql`population_base where demonstration`);
  await noteChangesEverywhere(db);
  await forgetUnusedChanges(db);
  return { rounds, inUse: [...inUse.rows] };
}

/** The demonstration's villages, except those somebody's own facts lie in. */
export async function removeVillages(db: Db, first: number, last: number): Promise<number> {
  const inUse: number[] = [];
  for (const [table, column] of NAMING_VILLAGES) {
    const answer = await sql<{ id: number }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)}
      where ${sql.ref(column)} between ${first} and ${last}`.execute(db);
    inUse.push(...answer.rows.map((row) => row.id));
  }
  const free = sql`between ${first} and ${last} and unit_id <> all(${inUse}::bigint[])`;
  await sql`delete from territory_unit_version where unit_id ${free}`.execute(db);
  return remove(
    db,
    sql`territory_unit u where u.id between ${first} and ${last}
      and not exists (select from territory_unit_version v where v.unit_id = u.id)`,
  );
}

const NAMING_VILLAGES = [
  ['household', 'village_id'],
  ['household_residence', 'village_id'],
  ['review_record', 'village_id'],
  ['review_record', 'opening_village_id'],
  ['population_base', 'village_id'],
  ['account_role', 'unit_id'],
  ['territory_designation', 'unit_id'],
  ['duty', 'unit_id'],
] as const;
