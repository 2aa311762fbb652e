import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { StoredMember } from '../member.store.ts';

export interface SubjectRequest {
  readonly number: string;
  readonly form: string;
  readonly state: string;
  readonly head: string;
  readonly address: string | null;
  /** The sender's, of a request under the person's own number; otherwise null. */
  readonly phone: string | null;
  readonly identityNumber: string | null;
  readonly asked: string;
  readonly sentOn: string;
  readonly decidedOn: string | null;
  readonly reason: string | null;
}

/** Cases of households, each in its own commune: what they were taken in for is asked for by these. */
async function caseIdsOf(db: Db, households: readonly string[]): Promise<string[]> {
  const answer = await sql<{ id: string }>`select id from review_case
    where household_id = any(${[...households]}::uuid[])`.execute(db);
  return answer.rows.map(({ id }) => id);
}

async function headNumbersOf(db: Db, households: readonly string[]): Promise<string[]> {
  const answer = await sql<{ number: string }>`select identity_number as number from person
    where household_id = any(${[...households]}::uuid[]) and relation = 'head' and identity_number is not null`.execute(
    db,
  );
  return answer.rows.map(({ number }) => number);
}

/** Requests that were taken in for households, or sent under the number of one of their heads. */
async function ofHouseholds(db: Db, households: readonly string[]): Promise<RawBuilder<boolean>> {
  const [cases, numbers] = [await caseIdsOf(db, households), await headNumbersOf(db, households)];
  return sql<boolean>`(r.case_id = any(${cases}::uuid[]) or r.identity_number = any(${numbers}::text[]))`;
}

/** The online requests that name a person or a household of theirs, oldest first. */
export async function listSubjectRequests(
  db: Db,
  { identityNumber }: StoredMember,
  householdIds: readonly string[],
): Promise<SubjectRequest[]> {
  const own = sql`case when r.identity_number = ${identityNumber}::text then`;
  const theirs = await ofHouseholds(db, householdIds);
  const answer =
    await sql<SubjectRequest>`select r.number, r.form, r.state, r.head, r.address, ${own} r.phone end as phone,
      ${own} r.identity_number end as "identityNumber", r.asked, r.sent_on as "sentOn", r.decided_on as "decidedOn",
      r.reason
    from review_online_request r
    where r.forgotten_at is null and (r.identity_number = ${identityNumber}::text or ${theirs})
    order by r.sent_on, r.number`.execute(db);
  return answer.rows;
}

/**
 * What a person had put right about who they are, also where they sent a request: under their number as it was, or as the
 * head whose household it was taken in for. The period it is kept for goes on.
 */
export async function correctSubjectRequests(
  db: Db,
  before: StoredMember,
  now: Pick<StoredMember, 'fullName' | 'identityNumber'>,
): Promise<void> {
  const own = sql`r.identity_number = ${before.identityNumber}::text`;
  const asHead =
    before.relation === 'head' && before.leftOn === null
      ? sql`r.case_id = any(${await caseIdsOf(db, [before.householdId])}::uuid[]) and r.head = ${before.fullName}`
      : sql`false`;
  await sql`update review_online_request r set head = case when r.head = ${before.fullName} then ${now.fullName} else r.head end,
      identity_number = case when ${own} then ${now.identityNumber}::text else r.identity_number end,
      version = r.version + 1
    where r.forgotten_at is null and (${own} or (${asHead}))`.execute(db);
}

/** Leaves of the decided requests of households whose period is over their number, form and decision alone. */
export async function forgetSubjectRequests(
  db: Db,
  households: readonly { readonly id: string }[],
  { name, at }: { readonly name: string; readonly at: string },
): Promise<void> {
  const theirs = await ofHouseholds(
    db,
    households.map(({ id }) => id),
  );
  await sql`update review_online_request r set head = ${name}, address = null, phone = null, identity_number = null,
      asked = '', forgotten_at = ${at}::timestamptz, version = r.version + 1
    where r.forgotten_at is null and r.state <> 'sent' and ${theirs}`.execute(db);
}
