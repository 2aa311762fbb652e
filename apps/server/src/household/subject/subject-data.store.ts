import type { MemberFacts } from '@benvung/domain/household/household-facts';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';
import { MEMBER_COLUMNS, type StoredMember } from '../member.store.ts';

export interface SubjectFound {
  readonly personId: string;
  readonly fullName: string;
  readonly birthYear: string | null;
  readonly householdId: string;
  readonly headName: string;
  readonly villageId: number;
}

/** People of one number, or of one name within a unit; at most 50. */
export async function findSubjects(
  db: Db,
  by: { readonly number: string } | { readonly name: string; readonly path: string },
): Promise<SubjectFound[]> {
  const where =
    'number' in by
      ? sql`p.identity_number = ${by.number}`
      : sql`p.scope_path >= ${rangeOf(by.path).from} and p.scope_path < ${rangeOf(by.path).to}
          and ${sql.join(
            searchKey(by.name)
              .split(' ')
              .map((word) => sql`p.search_key like ${`%${word}%`}`),
            sql` and `,
          )}`;
  const answer = await sql<SubjectFound>`select p.id as "personId", p.full_name as "fullName",
      substr(p.birth_date, 1, 4) as "birthYear", h.id as "householdId", h.head_name as "headName",
      h.village_id as "villageId"
    from person p join household h on h.origin_commune_id = p.origin_commune_id and h.id = p.household_id
    where ${where} order by p.sort_key, p.id limit 50`.execute(db);
  return answer.rows;
}

export async function findSubject(db: Db, personId: string): Promise<StoredMember | undefined> {
  const answer =
    await sql<StoredMember>`select ${MEMBER_COLUMNS} from person p where p.id = ${personId}::uuid`.execute(
      db,
    );
  return answer.rows[0];
}

export interface SubjectMembership {
  readonly householdId: string;
  readonly headName: string;
  readonly listCode: string | null;
  readonly villageId: number;
  readonly relation: string;
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
}

/** The households a person belonged to, oldest first. */
export async function listSubjectMemberships(
  db: Db,
  { originCommuneId, personId }: StoredMember,
): Promise<SubjectMembership[]> {
  const answer =
    await sql<SubjectMembership>`select m.household_id as "householdId", h.head_name as "headName",
      h.list_code as "listCode", h.village_id as "villageId", m.relation, m.valid_from as "from",
      m.valid_to as "to", m.reason
    from household_membership m
    join household h on h.origin_commune_id = m.origin_commune_id and h.id = m.household_id
    where m.origin_commune_id = ${originCommuneId} and m.person_id = ${personId}::uuid
    order by m.valid_from, m.household_id`.execute(db);
  return answer.rows;
}

export interface SubjectReview {
  readonly year: number;
  readonly householdId: string;
  readonly standardId: string | null;
  readonly class: string | null;
  readonly decisionNumber: string | null;
  /** What was frozen of this person in that year's review; null when its list named totals alone. */
  readonly facts: MemberFacts | null;
}

/** The reviews of a person's households, with what each froze of the person. */
export async function listSubjectReviews(
  db: Db,
  { originCommuneId, personId }: StoredMember,
  householdIds: readonly string[],
): Promise<SubjectReview[]> {
  const answer = await sql<SubjectReview>`select r.year, r.household_id as "householdId",
      r.standard_id as "standardId", r.final_class as class, r.decision_number as "decisionNumber",
      (select m from review_facts f, jsonb_array_elements(f.facts->'facts'->'members') m
        where f.origin_commune_id = r.origin_commune_id and f.household_id = r.household_id and f.year = r.year
          and m->>'personId' = ${personId} limit 1) as facts
    from review_record r
    where r.origin_commune_id = ${originCommuneId} and r.household_id = any(${[...householdIds]}::uuid[])
    order by r.year, r.standard_id`.execute(db);
  return answer.rows;
}

export interface SubjectReading {
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Who opened closed fields of a person's households, or this person's data, and why; newest first. */
export async function listSubjectReadings(
  db: Db,
  personId: string,
  householdIds: readonly string[],
): Promise<SubjectReading[]> {
  const answer = await sql<Omit<SubjectReading, 'detail'> & { detail: string }>`
    select at, actor, act, detail from audit_entry
    where (subject_kind = 'household' and subject_id = any(${[...householdIds]}::text[])
        and act = 'household.read-sensitive')
      or (subject_kind = 'person' and subject_id = ${personId})
    order by at desc, lane, sequence desc`.execute(db);
  return answer.rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) }));
}
