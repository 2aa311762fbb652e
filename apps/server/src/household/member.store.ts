import type { MemberFacts } from '@benvung/domain/household/household-facts';
import { personSortKey, searchKey } from '@benvung/domain/shared/vietnamese-text';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** A person as stored: everything a review asks of them, and where they belong. */
export interface StoredMember extends MemberFacts {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly scopePath: string;
  readonly version: number;
  readonly leftOn: string | null;
  readonly leftReason: string | null;
}

const FACTS = sql`p.id as "personId", p.full_name as "fullName", p.relation, p.sex, p.birth_date as "birthDate",
  p.ethnicity, p.identity_number as "identityNumber", p.marital_status as "maritalStatus",
  p.education_finished as "educationFinished", p.attending, p.vocational_certificate as "vocationalCertificate",
  p.labour_status as "labourStatus", p.health_insurance as "healthInsurance",
  p.insurance_group as "insuranceGroup", p.nutrition, p.disability_form as "disabilityForm",
  p.disability_degree as "disabilityDegree", p.merit_group as "meritGroup",
  p.monthly_allowance as "monthlyAllowance", p.untreated_illness as "untreatedIllness"`;
const PLACE = sql`p.origin_commune_id as "originCommuneId", p.household_id as "householdId",
  p.scope_path as "scopePath", p.version, p.left_on as "leftOn", p.left_reason as "leftReason"`;
/** A whole stored member of `person p`. */
export const MEMBER_COLUMNS = sql`${FACTS}, ${PLACE}`;

const ORDER = sql`order by (p.relation <> 'head'), array_position(
  array['head', 'spouse', 'child', 'grandchild', 'parent', 'grandparent', 'sibling', 'other'], p.relation),
  p.birth_date nulls last, p.sort_key, p.id`;

/** Everyone of a household, those who left included, the head first. */
export async function listAllMembers(
  db: Db,
  originCommuneId: number,
  householdId: string,
): Promise<StoredMember[]> {
  const answer = await sql<StoredMember>`select ${FACTS}, ${PLACE} from person p
    where p.origin_commune_id = ${originCommuneId} and p.household_id = ${householdId}::uuid ${ORDER}`.execute(
    db,
  );
  return answer.rows;
}

/** Those who are in the given households now, by household. */
export async function listMembersOf(
  db: Db,
  householdIds: readonly string[],
): Promise<Map<string, StoredMember[]>> {
  const answer = await sql<StoredMember>`select ${FACTS}, ${PLACE} from household h
    join person p on p.origin_commune_id = h.origin_commune_id and p.household_id = h.id
    where h.id = any(${[...householdIds]}::uuid[]) and p.left_on is null ${ORDER}`.execute(db);
  const members = new Map<string, StoredMember[]>();
  for (const member of answer.rows) {
    const others = members.get(member.householdId);
    if (others === undefined) members.set(member.householdId, [member]);
    else others.push(member);
  }
  return members;
}

/** The facts of a person as their columns. */
export const factsRow = (member: MemberFacts) => ({
  full_name: member.fullName,
  search_key: searchKey(member.fullName),
  sort_key: personSortKey(member.fullName),
  relation: member.relation,
  sex: member.sex,
  birth_date: member.birthDate,
  ethnicity: member.ethnicity,
  identity_number: member.identityNumber,
  marital_status: member.maritalStatus,
  education_finished: member.educationFinished,
  attending: member.attending,
  vocational_certificate: member.vocationalCertificate,
  labour_status: member.labourStatus,
  health_insurance: member.healthInsurance,
  insurance_group: member.insuranceGroup,
  nutrition: member.nutrition,
  disability_form: member.disabilityForm,
  disability_degree: member.disabilityDegree,
  merit_group: member.meritGroup,
  monthly_allowance: member.monthlyAllowance,
  untreated_illness: member.untreatedIllness,
});
const NOBODY = { fullName: '' } as MemberFacts;
const FACT_COLUMNS: readonly string[] = Object.keys(factsRow(NOBODY));

/** Facts a list gives replace the stored ones; blanks leave them as they are. */
export async function updatePersons(
  db: Db,
  changes: readonly { readonly stored: StoredMember; readonly member: MemberFacts }[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ stored, member }) => ({
    origin_commune_id: stored.originCommuneId,
    id: stored.personId,
    ...factsRow(member),
  }));
  const sets = sql.join(
    FACT_COLUMNS.map(
      (column) => sql`${sql.ref(column)} = coalesce(n.${sql.ref(column)}, p.${sql.ref(column)})`,
    ),
  );
  await sql`update person p set ${sets}, version = p.version + 1
    from jsonb_populate_recordset(null::person, ${JSON.stringify(rows)}::jsonb) n
    where p.origin_commune_id = n.origin_commune_id and p.id = n.id`.execute(db);
}

export interface PersonToInsert {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly member: MemberFacts;
  readonly scopePath: string;
  readonly day: string;
  readonly reason: string;
}

/** New persons with their memberships. */
export async function insertPersons(db: Db, persons: readonly PersonToInsert[]): Promise<void> {
  if (persons.length === 0) return;
  const rows = persons.map(({ originCommuneId, householdId, member, scopePath }) => ({
    origin_commune_id: originCommuneId,
    id: member.personId,
    version: 1,
    household_id: householdId,
    scope_path: scopePath,
    ...factsRow(member),
  }));
  await sql`insert into person
    select * from jsonb_populate_recordset(null::person, ${JSON.stringify(rows)}::jsonb)`.execute(db);
  await insertMemberships(
    db,
    persons.map((each) => ({
      originCommuneId: each.originCommuneId,
      householdId: each.householdId,
      personId: each.member.personId,
      relation: each.member.relation,
      scopePath: each.scopePath,
      day: each.day,
      reason: each.reason,
    })),
  );
}

export interface MembershipToInsert {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly personId: string;
  readonly relation: string;
  readonly scopePath: string;
  readonly day: string;
  readonly reason: string;
}

export async function insertMemberships(db: Db, memberships: readonly MembershipToInsert[]): Promise<void> {
  if (memberships.length === 0) return;
  const rows = memberships.map((each) => ({
    origin_commune_id: each.originCommuneId,
    household_id: each.householdId,
    person_id: each.personId,
    valid_from: each.day,
    relation: each.relation,
    reason: each.reason,
    scope_path: each.scopePath,
  }));
  await sql`insert into household_membership
    select * from jsonb_populate_recordset(null::household_membership, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint household_membership_pk do update set
      valid_to = null, relation = excluded.relation, reason = excluded.reason`.execute(db);
}

/** Ends the memberships of persons; they stay in the history of the household they leave. */
export async function endMemberships(
  db: Db,
  members: readonly Pick<StoredMember, 'originCommuneId' | 'personId' | 'householdId'>[],
  day: string,
): Promise<void> {
  if (members.length === 0) return;
  await sql`update household_membership m set valid_to = greatest(${day}::date, m.valid_from)
    from unnest(
      ${members.map((each) => each.originCommuneId)}::bigint[], ${members.map((each) => each.householdId)}::uuid[],
      ${members.map((each) => each.personId)}::uuid[]
    ) as k (origin_commune_id, household_id, person_id)
    where m.origin_commune_id = k.origin_commune_id and m.household_id = k.household_id
      and m.person_id = k.person_id and m.valid_to is null`.execute(db);
}

export async function markMembersLeft(
  db: Db,
  members: readonly Pick<StoredMember, 'originCommuneId' | 'personId' | 'householdId'>[],
  { day, reason }: { day: string; reason: string },
  at: string,
): Promise<void> {
  if (members.length === 0) return;
  await sql`update person p set left_on = ${day}::date, left_reason = ${reason}, version = p.version + 1
    from unnest(
      ${members.map((each) => each.originCommuneId)}::bigint[], ${members.map((each) => each.personId)}::uuid[]
    ) as k (origin_commune_id, id)
    where p.origin_commune_id = k.origin_commune_id and p.id = k.id`.execute(db);
  await endMemberships(db, members, day);
  await recountPersons(db, [...new Set(members.map((each) => each.householdId))], at);
}

/** The number of members and the names a search finds follow the members. */
export async function recountPersons(db: Db, householdIds: readonly string[], at: string): Promise<void> {
  await sql`update household h set
      persons = (select count(*) from person p where p.origin_commune_id = h.origin_commune_id
        and p.household_id = h.id and p.left_on is null),
      members_search_key = coalesce((select string_agg(' ' || p.search_key, '|' order by p.id) from person p
        where p.origin_commune_id = h.origin_commune_id and p.household_id = h.id and p.left_on is null),
        ' ' || h.head_search_key),
      version = h.version + 1, updated_at = ${at}::timestamptz
    where h.id = any(${[...householdIds]}::uuid[])`.execute(db);
}
