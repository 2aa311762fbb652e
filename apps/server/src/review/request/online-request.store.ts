import type { OnlineRequestState } from '@benvung/domain/review/request/decide-online-request';
import type { RequestForm } from '@benvung/domain/review/request/request-form';
import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';

export interface StoredOnlineRequest {
  readonly originCommuneId: number;
  readonly id: string;
  readonly number: string;
  readonly series: number;
  /** What `publicKeyOf` makes of the receipt code. */
  readonly receiptKey: string;
  readonly year: number;
  readonly villageId: number;
  readonly form: RequestForm;
  readonly state: OnlineRequestState;
  readonly head: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly identityNumber: string | null;
  readonly asked: string;
  readonly sentOn: string;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly caseId: string | null;
  readonly demonstration: boolean;
  readonly version: number;
  readonly updatedAt: string;
  readonly scopePath: string;
}

const COLUMNS = sql`r.origin_commune_id as "originCommuneId", r.id, r.number, r.series, r.receipt_key as "receiptKey",
  r.year, r.village_id as "villageId", r.form, r.state, r.head, r.address, r.phone,
  r.identity_number as "identityNumber", r.asked, r.sent_on as "sentOn", r.decided_on as "decidedOn",
  r.decided_by as "decidedBy", r.reason, r.case_id as "caseId", r.demonstration, r.version,
  to_json(r.updated_at)#>>'{}' as "updatedAt", r.scope_path as "scopePath"`;

const select = async (db: Db, rest: ReturnType<typeof sql>): Promise<StoredOnlineRequest[]> =>
  (await sql<StoredOnlineRequest>`select ${COLUMNS} from review_online_request r ${rest}`.execute(db)).rows;

export async function insertOnlineRequest(db: Db, one: StoredOnlineRequest): Promise<void> {
  await sql`insert into review_online_request (origin_commune_id, id, number, series, receipt_key, year, village_id,
      form, state, head, address, phone, identity_number, asked, sent_on, demonstration, version, updated_at, scope_path)
    values (${one.originCommuneId}, ${one.id}::uuid, ${one.number}, ${one.series}, ${one.receiptKey}, ${one.year},
      ${one.villageId}, ${one.form}, ${one.state}, ${one.head}, ${one.address}, ${one.phone}, ${one.identityNumber},
      ${one.asked}, ${one.sentOn}::date, ${one.demonstration}, ${one.version}, ${one.updatedAt}::timestamptz,
      ${one.scopePath})`.execute(db);
}

export const findOnlineRequest = async (db: Db, id: string): Promise<StoredOnlineRequest | undefined> =>
  (await select(db, sql`where r.id = ${id}::uuid`))[0];

/** The one request, locked until the transaction ends. */
export const lockOnlineRequest = async (db: Db, id: string): Promise<StoredOnlineRequest | undefined> =>
  (await select(db, sql`where r.id = ${id}::uuid for update`))[0];

export async function putDecision(db: Db, one: StoredOnlineRequest): Promise<void> {
  await sql`update review_online_request set state = ${one.state}, decided_on = ${one.decidedOn}::date,
      decided_by = ${one.decidedBy}, reason = ${one.reason}, case_id = ${one.caseId}::uuid, version = ${one.version},
      updated_at = ${one.updatedAt}::timestamptz
    where origin_commune_id = ${one.originCommuneId} and id = ${one.id}::uuid`.execute(db);
}

export interface OnlineRequestsWanted {
  readonly path: string;
  readonly year: number;
  readonly offset: number;
  readonly limit: number;
}

const under = (path: string): ReturnType<typeof sql> => {
  const { from, to } = rangeOf(path);
  return sql`r.scope_path >= ${from} and r.scope_path < ${to}`;
};

/** Requests under a path, those that wait first, the oldest on top. One that waits is shown whatever its year. */
export async function listOnlineRequests(
  db: Db,
  { path, year, offset, limit }: OnlineRequestsWanted,
): Promise<{ requests: StoredOnlineRequest[]; waiting: number; total: number }> {
  const where = sql`where ${under(path)} and (r.year = ${year} or r.state = 'sent')`;
  const requests = await select(
    db,
    sql`${where} order by (r.state <> 'sent'), r.sent_on, r.series limit ${limit} offset ${offset}`,
  );
  const counted = await sql<{ total: number; waiting: number }>`select count(*)::integer as total,
      (count(*) filter (where r.state = 'sent'))::integer as waiting from review_online_request r ${where}`.execute(
    db,
  );
  return { requests, waiting: counted.rows[0]?.waiting ?? 0, total: counted.rows[0]?.total ?? 0 };
}

/** Requests that nobody has taken in or refused, and the day the first was sent. */
export async function countWaitingRequests(
  db: Db,
  path: string,
): Promise<{ readonly count: number; readonly earliest: string | null }> {
  const answer = await sql<{ count: number; earliest: string | null }>`select count(*)::integer as count,
      min(r.sent_on) as earliest from review_online_request r where ${under(path)} and r.state = 'sent'`.execute(
    db,
  );
  return { count: answer.rows[0]?.count ?? 0, earliest: answer.rows[0]?.earliest ?? null };
}

/** Somebody works at the commune's desk; without anyone a request would lie there unread. */
export async function hasOfficer(db: Db, communeId: number): Promise<boolean> {
  const answer = await sql<{ there: boolean }>`select exists (select 1 from account_role r
    join account a on a.id = r.account_id
    where r.role = 'officer' and r.unit_id = ${communeId} and a.status = 'active') as there`.execute(db);
  return answer.rows[0]?.there ?? false;
}

const DECIDED_BEFORE = (before: string) =>
  sql`forgotten_at is null and state <> 'sent' and updated_at < ${before}::timestamptz`;

/** How many decided requests still name who sent them, older than an instant. */
export async function countRequesters(db: Db, before: string): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*) as count from review_online_request
    where ${DECIDED_BEFORE(before)}`.execute(db);
  return Number(answer.rows[0]?.count ?? 0);
}

/** Leaves of decided requests their number, form and decision, and not whose they were. */
export async function forgetRequesters(db: Db, before: string, at: string): Promise<number> {
  const answer =
    await sql`update review_online_request set head = '(đã xóa theo thời hạn lưu)', address = null,
      phone = null, identity_number = null, asked = '', forgotten_at = ${at}::timestamptz
    where ${DECIDED_BEFORE(before)}`.execute(db);
  return Number(answer.numAffectedRows ?? 0);
}
