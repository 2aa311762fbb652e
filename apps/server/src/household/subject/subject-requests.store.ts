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

/** Requests that were taken in for households, or sent under the number of one of their heads. */
const ofHouseholds = (households: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(r.case_id in (select c.id from review_case c where c.household_id = any(${[...households]}::uuid[]))
    or r.identity_number in (select p.identity_number from person p
      where p.household_id = any(${[...households]}::uuid[]) and p.relation = 'head'))`;

/** The online requests that name a person or a household of theirs, oldest first. */
export async function listSubjectRequests(
  db: Db,
  { identityNumber }: StoredMember,
  householdIds: readonly string[],
): Promise<SubjectRequest[]> {
  const own = sql`case when r.identity_number = ${identityNumber}::text then`;
  const answer =
    await sql<SubjectRequest>`select r.number, r.form, r.state, r.head, r.address, ${own} r.phone end as phone,
      ${own} r.identity_number end as "identityNumber", r.asked, r.sent_on as "sentOn", r.decided_on as "decidedOn",
      r.reason
    from review_online_request r
    where r.forgotten_at is null and (r.identity_number = ${identityNumber}::text or ${ofHouseholds(householdIds)})
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
      ? sql`r.case_id in (select c.id from review_case c where c.household_id = ${before.householdId}::uuid)
          and r.head = ${before.fullName}`
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
  const ids = households.map(({ id }) => id);
  await sql`update review_online_request r set head = ${name}, address = null, phone = null, identity_number = null,
      asked = '', forgotten_at = ${at}::timestamptz, version = r.version + 1
    where r.forgotten_at is null and r.state <> 'sent' and ${ofHouseholds(ids)}`.execute(db);
}
