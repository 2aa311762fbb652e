import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

interface Forgotten {
  readonly originCommuneId: number;
  readonly id: string;
}

interface Instead {
  readonly name: string;
  readonly at: string;
}

/** What stays of the data of a household's own papers, so that the paper can still be shown as one. */
const KEPT_DATA = (name: string) =>
  sql`case kind
    when 'certificate' then data || jsonb_build_object('head', ${name}::text, 'ethnicGroup', null, 'identityNumber', null,
      'identityDay', null, 'residence', ${name}::text, 'members', '[]'::jsonb)
    when 'questionnaire' then data || jsonb_build_object('head', ${name}::text, 'address', ${name}::text, 'roster', '[]'::jsonb,
      'sections', '[]'::jsonb, 'notes', '[]'::jsonb)
    else data || jsonb_build_object('head', ${name}::text, 'reasons', jsonb_build_array(${name}::text)) end`;

const OWN_PAPERS = ['certificate', 'refusal', 'questionnaire'];

/**
 * Takes the names of households whose period is over out of their cases, certificates, postings and own papers, with the
 * files of these. Decisions, minutes and lists that name others too are records of the archive and stay whole.
 */
export async function forgetPapers(
  db: Db,
  households: readonly Forgotten[],
  { name, at }: Instead,
): Promise<void> {
  const ids = households.map(({ id }) => id);
  const keys = sql`unnest(${households.map((each) => each.originCommuneId)}::bigint[], ${ids}::uuid[])
    as k (origin_commune_id, id)`;
  await forgetPosted(db, ids, name);
  await sql`update review_case c set head_name = ${name}, version = c.version + 1, updated_at = ${at}::timestamptz,
      request = case when c.request is null then null else c.request || '{"asked": ""}'::jsonb end
    from ${keys} where c.household_origin = k.origin_commune_id and c.household_id = k.id`.execute(db);
  await sql`update review_public_page p set content = p.content || '{"initials": ""}'::jsonb
    where p.kind = 'certificate' and p.subject_id = any(${await certificatesOf(db, ids)}::uuid[])`.execute(
    db,
  );
  await sql`update review_certificate t set head_name = ${name}, version = t.version + 1
    from ${keys} where t.household_origin = k.origin_commune_id and t.household_id = k.id`.execute(db);
  await forgetDocuments(db, await ownPapersOf(db, ids), { name, at });
}

async function certificatesOf(db: Db, households: readonly string[]): Promise<string[]> {
  const answer = await sql<{ id: string }>`select id from review_certificate
    where household_id = any(${[...households]}::uuid[])`.execute(db);
  return answer.rows.map(({ id }) => id);
}

async function ownPapersOf(db: Db, households: readonly string[]): Promise<string[]> {
  const answer = await sql<{ id: string }>`select distinct d.id from document d
    join document_subject s on s.document_id = d.id and s.kind = 'household'
    where s.subject_id = any(${[...households]}::text[]) and d.kind = any(${OWN_PAPERS}::text[])`.execute(db);
  return answer.rows.map(({ id }) => id);
}

/** A posted list names its households by their number on it. */
async function forgetPosted(db: Db, households: readonly string[], name: string): Promise<void> {
  const posted = await sql<{ origin: number; posting: string; position: number }>`
    select l.origin_commune_id as origin, l.posting_id as posting, l.position from review_posting_line l
    join review_case c on c.origin_commune_id = l.origin_commune_id and c.id = l.case_id
    where c.household_id = any(${[...households]}::uuid[])`.execute(db);
  for (const { origin, posting, position } of posted.rows) {
    const lines = sql`(select coalesce(jsonb_agg(case when (line->>'number')::integer = ${position}
        then line || jsonb_build_object('head', ${name}::text) else line end order by place), '[]'::jsonb)
      from jsonb_array_elements(p.content->'lines') with ordinality as e (line, place))`;
    await sql`update review_posting p set content = jsonb_set(p.content, '{lines}', ${lines})
      where p.origin_commune_id = ${origin} and p.id = ${posting}::uuid`.execute(db);
    await sql`update review_public_page p set content = jsonb_set(p.content, '{lines}', ${lines})
      where p.kind = 'posting' and p.subject_id = ${posting}::uuid`.execute(db);
  }
}

async function forgetDocuments(db: Db, ids: readonly string[], { name, at }: Instead): Promise<void> {
  if (ids.length === 0) return;
  const some = sql`any(${[...ids]}::uuid[])`;
  await sql`delete from document_copy where document_id = ${some}`.execute(db);
  const unused = sql`owner_id = ${some} and not exists
    (select 1 from document_copy c where c.owner_id = f.owner_id and c.hash = f.hash)`;
  await sql`delete from stored_file_part f where ${unused}`.execute(db);
  await sql`delete from stored_file f where ${unused}`.execute(db);
  await sql`update document set data = ${KEPT_DATA(name)}, title = ${name}, search_key = lower(symbol),
      forgotten_at = ${at}::timestamptz, version = version + 1 where id = ${some}`.execute(db);
  await sql`insert into document_event (document_id, number, act, at, actor, note, scope_path)
    select d.id, coalesce((select max(e.number) from document_event e where e.document_id = d.id), 0) + 1, 'forget',
      ${at}::timestamptz, 'retention', null, d.scope_path from document d where d.id = ${some}`.execute(db);
}
