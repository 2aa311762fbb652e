import {
  type GrievanceOutcome,
  type GrievanceState,
  OPEN_GRIEVANCE_STATES,
} from '@benvung/domain/review/grievance/decide-grievance-act';
import type { GrievanceCategory } from '@benvung/domain/review/grievance/grievance-category';
import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';

export type GrievanceChannel = 'public' | 'office' | 'meeting' | 'post';

export interface StoredGrievance {
  readonly originCommuneId: number;
  readonly id: string;
  readonly number: string;
  readonly series: number;
  /** What `publicKeyOf` makes of the receipt code. */
  readonly receiptKey: string;
  readonly roundId: string | null;
  readonly year: number;
  readonly villageId: number | null;
  readonly caseId: string | null;
  readonly postingId: string | null;
  readonly category: GrievanceCategory;
  readonly channel: GrievanceChannel;
  readonly state: GrievanceState;
  readonly about: string;
  readonly complainantName: string | null;
  readonly phone: string | null;
  /** The head of the household that is not on the list. */
  readonly householdName: string | null;
  readonly postedNumber: number | null;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly dueUncertain: boolean;
  readonly verifier: string | null;
  readonly verifierAccount: string | null;
  readonly verifiedOn: string | null;
  readonly finding: string | null;
  readonly outcome: GrievanceOutcome | null;
  readonly answer: string | null;
  readonly answeredOn: string | null;
  readonly documentId: string | null;
  readonly requestCaseId: string | null;
  readonly version: number;
  readonly updatedAt: string;
  readonly scopePath: string;
}

const rowOf = (one: StoredGrievance) => ({
  origin_commune_id: one.originCommuneId,
  id: one.id,
  number: one.number,
  series: one.series,
  receipt_code: one.receiptKey,
  round_id: one.roundId,
  year: one.year,
  village_id: one.villageId,
  case_id: one.caseId,
  posting_id: one.postingId,
  category: one.category,
  channel: one.channel,
  state: one.state,
  about: one.about,
  complainant_name: one.complainantName,
  phone: one.phone,
  household_name: one.householdName,
  posted_number: one.postedNumber,
  received_on: one.receivedOn,
  due_on: one.dueOn,
  due_uncertain: one.dueUncertain,
  verifier: one.verifier,
  verifier_account: one.verifierAccount,
  verified_on: one.verifiedOn,
  finding: one.finding,
  outcome: one.outcome,
  answer: one.answer,
  answered_on: one.answeredOn,
  document_id: one.documentId,
  request_case_id: one.requestCaseId,
  version: one.version,
  updated_at: one.updatedAt,
  scope_path: one.scopePath,
});
type GrievanceRow = ReturnType<typeof rowOf>;

const grievanceOfRow = (row: GrievanceRow): StoredGrievance => ({
  originCommuneId: row.origin_commune_id,
  id: row.id,
  number: row.number,
  series: row.series,
  receiptKey: row.receipt_code,
  roundId: row.round_id,
  year: row.year,
  villageId: row.village_id,
  caseId: row.case_id,
  postingId: row.posting_id,
  category: row.category,
  channel: row.channel,
  state: row.state,
  about: row.about,
  complainantName: row.complainant_name,
  phone: row.phone,
  householdName: row.household_name,
  postedNumber: row.posted_number,
  receivedOn: row.received_on,
  dueOn: row.due_on,
  dueUncertain: row.due_uncertain,
  verifier: row.verifier,
  verifierAccount: row.verifier_account,
  verifiedOn: row.verified_on,
  finding: row.finding,
  outcome: row.outcome,
  answer: row.answer,
  answeredOn: row.answered_on,
  documentId: row.document_id,
  requestCaseId: row.request_case_id,
  version: row.version,
  updatedAt: row.updated_at,
  scopePath: row.scope_path,
});

const IDENTITY = 2;

/** Writes a grievance over what is stored under its id. */
export async function upsertGrievance(db: Db, one: StoredGrievance): Promise<void> {
  const row = rowOf(one);
  const names = Object.keys(row);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const changes = sql.join(
    names.slice(IDENTITY).map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  );
  await sql`insert into review_grievance (${columns})
    select ${columns} from jsonb_populate_recordset(null::review_grievance, ${JSON.stringify([row])}::jsonb)
    on conflict on constraint review_grievance_pk do update set ${changes}`.execute(db);
}

const read = async (db: Db, which: ReturnType<typeof sql>): Promise<StoredGrievance[]> => {
  const answer = await sql<GrievanceRow>`select g.*, to_json(g.updated_at)#>>'{}' as updated_at
    from review_grievance g where ${which}`.execute(db);
  return answer.rows.map(grievanceOfRow);
};

export const findGrievance = async (db: Db, id: string): Promise<StoredGrievance | undefined> =>
  (await read(db, sql`g.id = ${id}::uuid`))[0];

/** The one grievance, locked until the transaction ends. */
export const lockGrievance = async (
  db: Db,
  { originCommuneId, id }: Pick<StoredGrievance, 'originCommuneId' | 'id'>,
): Promise<StoredGrievance | undefined> =>
  (await read(db, sql`g.origin_commune_id = ${originCommuneId} and g.id = ${id}::uuid for update`))[0];

export interface GrievancesWanted {
  readonly path: string;
  readonly year: number;
  /** Only those this person was sent to. */
  readonly ofAccount: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Grievances under a path, those that wait for an answer first, the most urgent on top. */
export async function listGrievances(
  db: Db,
  { path, year, ofAccount, offset, limit }: GrievancesWanted,
): Promise<{ grievances: StoredGrievance[]; open: number; total: number }> {
  const { from, to } = rangeOf(path);
  const where = sql`g.scope_path >= ${from} and g.scope_path < ${to} and g.year = ${year}
    and (${ofAccount}::uuid is null or g.verifier_account = ${ofAccount}::uuid)`;
  const grievances = await read(
    db,
    sql`${where} order by (g.answered_on is not null), g.due_on, g.series limit ${limit} offset ${offset}`,
  );
  const counted = await sql<{ total: number; open: number }>`select count(*) as total,
      count(*) filter (where g.answered_on is null) as open from review_grievance g where ${where}`.execute(
    db,
  );
  return {
    grievances,
    open: Number(counted.rows[0]?.open ?? 0),
    total: Number(counted.rows[0]?.total ?? 0),
  };
}

/** Of those given, the cases that may not go on: a grievance about them is not re-verified yet. */
export async function casesWithOpenGrievance(
  db: Db,
  { originCommuneId, caseIds }: { readonly originCommuneId: number; readonly caseIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  const answer = await sql<{ id: string }>`select distinct case_id as id from review_grievance
    where origin_commune_id = ${originCommuneId} and case_id = any(${[...caseIds]}::uuid[])
      and state = any(${[...OPEN_GRIEVANCE_STATES]}::text[])`.execute(db);
  return new Set(answer.rows.map(({ id }) => id));
}

/** Grievances about a posting that wait for their answer, those of absent households too. */
export async function countOpenGrievances(
  db: Db,
  { originCommuneId, postingId }: { readonly originCommuneId: number; readonly postingId: string },
): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*)::integer as count from review_grievance
    where origin_commune_id = ${originCommuneId} and posting_id = ${postingId}::uuid
      and state = any(${[...OPEN_GRIEVANCE_STATES]}::text[])`.execute(db);
  return answer.rows[0]?.count ?? 0;
}

export interface GrievancesDue {
  readonly count: number;
  readonly earliest: string | null;
}

/** Grievances without an answer whose day is near or past. */
export async function countGrievancesDue(db: Db, path: string, until: string): Promise<GrievancesDue> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{ count: number; earliest: string | null }>`select count(*) as count,
      min(due_on) as earliest from review_grievance
    where scope_path >= ${from} and scope_path < ${to} and answered_on is null
      and due_on <= ${until}::date`.execute(db);
  return { count: Number(answer.rows[0]?.count ?? 0), earliest: answer.rows[0]?.earliest ?? null };
}

export interface GrievanceEvent {
  readonly number: number;
  readonly act: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly actor: string;
  readonly onDay: string;
  readonly at: string;
}

export async function insertGrievanceEvent(
  db: Db,
  { originCommuneId, id, scopePath }: StoredGrievance,
  event: GrievanceEvent,
): Promise<void> {
  await sql`insert into review_grievance_event
      (origin_commune_id, grievance_id, number, act, detail, actor, on_day, at, scope_path)
    values (${originCommuneId}, ${id}::uuid, ${event.number}, ${event.act}, ${JSON.stringify(event.detail)}::jsonb,
      ${event.actor}, ${event.onDay}::date, ${event.at}::timestamptz, ${scopePath})`.execute(db);
}

export async function listGrievanceEvents(
  db: Db,
  { originCommuneId, id }: Pick<StoredGrievance, 'originCommuneId' | 'id'>,
): Promise<GrievanceEvent[]> {
  const answer = await sql<GrievanceEvent>`select number, act, detail, actor, on_day as "onDay",
      to_json(at)#>>'{}' as at from review_grievance_event
    where origin_commune_id = ${originCommuneId} and grievance_id = ${id}::uuid order by number`.execute(db);
  return answer.rows;
}

export interface Candidate {
  readonly accountId: string;
  readonly name: string;
}

/** People who may be sent to a household: enumerators and officers of its village or of units above it. */
export async function listCandidates(db: Db, villagePath: string): Promise<Candidate[]> {
  const units = villagePath.split('/').filter(Boolean).slice(2).map(Number);
  const answer = await sql<Candidate>`select distinct a.id as "accountId", a.full_name as name
    from account a join account_role r on r.account_id = a.id
    where a.status = 'active' and r.role in ('enumerator', 'officer') and r.unit_id = any(${units}::bigint[])
    order by a.full_name limit 100`.execute(db);
  return answer.rows;
}

export async function findAccountName(db: Db, accountId: string): Promise<string | undefined> {
  const answer = await sql<{ name: string }>`select full_name as name from account
    where id = ${accountId}::uuid`.execute(db);
  return answer.rows[0]?.name;
}

/** How many answered grievances still name their complainant, older than an instant. */
export async function countComplainants(db: Db, before: string): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*) as count from review_grievance
    where forgotten_at is null and answered_on is not null and updated_at < ${before}::timestamptz`.execute(
    db,
  );
  return Number(answer.rows[0]?.count ?? 0);
}

/** Leaves of answered grievances what was found and answered, and not who complained. */
export async function forgetComplainants(db: Db, before: string, at: string): Promise<number> {
  const answer = await sql`update review_grievance set complainant_name = null, phone = null,
      about = '(đã xóa theo thời hạn lưu)', forgotten_at = ${at}::timestamptz
    where forgotten_at is null and answered_on is not null and updated_at < ${before}::timestamptz`.execute(
    db,
  );
  return Number(answer.numAffectedRows ?? 0);
}
