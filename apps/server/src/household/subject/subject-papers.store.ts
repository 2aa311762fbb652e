import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

export interface SubjectCase {
  readonly year: number;
  readonly roundKind: string;
  readonly state: string;
  readonly openingClass: string | null;
  readonly class: string | null;
  readonly requestedOn: string | null;
  readonly request: Readonly<Record<string, unknown>> | null;
  readonly steps: readonly {
    readonly act: string;
    readonly on: string;
    readonly reason: string | null;
    readonly actor: string;
  }[];
}

/** The cases of a person's households in the review, each with its steps. */
export async function listSubjectCases(db: Db, householdIds: readonly string[]): Promise<SubjectCase[]> {
  const answer = await sql<SubjectCase>`select c.year, c.round_kind as "roundKind", c.state,
      c.opening_class as "openingClass", c.class, c.requested_on as "requestedOn", c.request,
      coalesce((select jsonb_agg(jsonb_build_object('act', e.act, 'on', e.on_day, 'reason', e.reason, 'actor', e.actor)
          order by e.number) from review_case_event e
        where e.origin_commune_id = c.origin_commune_id and e.case_id = c.id), '[]'::jsonb) as steps
    from review_case c where c.household_id = any(${[...householdIds]}::uuid[]) order by c.year, c.id`.execute(
    db,
  );
  return answer.rows;
}

export interface SubjectCertificate {
  readonly number: string;
  readonly year: number;
  readonly class: string;
  readonly state: string;
  readonly issuedOn: string;
  readonly endedOn: string | null;
  readonly endedReason: string | null;
}

/** The certificates of a person's households. */
export async function listSubjectCertificates(
  db: Db,
  householdIds: readonly string[],
): Promise<SubjectCertificate[]> {
  const answer = await sql<SubjectCertificate>`select number, year, class, state, issued_on as "issuedOn",
      ended_on as "endedOn", ended_reason as "endedReason" from review_certificate
    where household_id = any(${[...householdIds]}::uuid[]) order by issued_on, number`.execute(db);
  return answer.rows;
}

export interface SubjectDocument {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly number: number | null;
  readonly symbol: string;
  readonly day: string;
  readonly state: string;
  /** What a paper of this household alone holds; null of one that names others too. */
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** The official documents about a person's households, and those their cases are named in. */
export async function listSubjectDocuments(
  db: Db,
  householdIds: readonly string[],
): Promise<SubjectDocument[]> {
  const answer = await sql<SubjectDocument>`select d.id, d.kind, d.title, d.number, d.symbol, d.day, d.state,
      case when d.kind in ('certificate', 'refusal', 'questionnaire') then d.data end as data
    from document d where d.id in (
      select s.document_id from document_subject s
      where (s.kind = 'household' and s.subject_id = any(${[...householdIds]}::text[]))
        or (s.kind = 'case' and s.subject_id in (select c.id::text from review_case c
          where c.household_id = any(${[...householdIds]}::uuid[]))))
    order by d.day, d.id`.execute(db);
  return answer.rows;
}
