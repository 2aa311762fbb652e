import type { EntryContent, EntryDifference, PaperTotals } from '@benvung/contract/review-entry';
import type { EntryKnown } from '@benvung/domain/review/entry-state';
import type { HouseholdAnswers } from '@benvung/domain/standard/questionnaire/questionnaire';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { ReviewRound } from '../review-round.store.ts';

/** One household of the round, as far as its entry goes. */
export interface EntryLine extends Omit<EntryKnown, 'hasDraft'> {
  readonly householdId: string;
  readonly head: string;
  readonly listCode: string | null;
  readonly persons: number;
  readonly villageId: number;
  readonly version: number;
  readonly computedClass: EntryKnown['class'];
  readonly missing: number | null;
  readonly differences: readonly EntryDifference[];
}

/** A household that was put on the list by its own request and has no result yet. */
interface AskedHousehold {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly head: string;
  readonly villageId: number;
}

async function listAskedHouseholds(db: Db, roundId: string): Promise<AskedHousehold[]> {
  const answer = await sql<AskedHousehold>`select c.household_origin as "originCommuneId",
      c.household_id as "householdId", c.head_name as head, c.village_id as "villageId"
    from review_case c where c.round_id = ${roundId}::uuid and c.origin <> 'record'
      and c.state in ('listed', 'surveyed') order by c.head_name, c.id`.execute(db);
  return answer.rows;
}

const KNOWN = sql`coalesce(r.stage, 'listed') as stage, r.gone_reason as "goneReason", r.final_class as class,
  case when r.stage is null then (a.paper ->> 'incomeScore')::integer else r.income_score end as "incomeScore",
  case when r.stage is null then (a.paper ->> 'deprivationScore')::integer else r.deprivation_score end
    as "deprivationScore",
  coalesce(a.findings, 0) + coalesce(jsonb_array_length(a.differences), 0) as disagreements`;
const LINE = sql`h.id as "householdId", h.head_name as head, h.list_code as "listCode",
  coalesce(r.persons, h.persons) as persons, h.village_id as "villageId", coalesce(r.version, 0) as version,
  r.computed_class as "computedClass", a.missing, coalesce(a.differences, '[]'::jsonb) as differences, ${KNOWN}`;

/** What entry asks of: a round, and who asked to be on its list. */
export interface EntryOf extends Pick<ReviewRound, 'id' | 'standardId' | 'year'> {
  readonly asked: readonly AskedHousehold[];
}

export const entryOf = async (
  db: Db,
  { id, standardId, year }: Pick<ReviewRound, 'id' | 'standardId' | 'year'>,
): Promise<EntryOf> => ({ id, standardId, year, asked: await listAskedHouseholds(db, id) });

const OF_ROUND = ({ id, standardId, year, asked }: EntryOf) => sql`from (
    select origin_commune_id, household_id from review_record
      where round_id = ${id}::uuid and standard_id = ${standardId}
    union select * from unnest(${asked.map((one) => one.originCommuneId)}::bigint[],
      ${asked.map((one) => one.householdId)}::uuid[])
  ) o
  join household h on h.origin_commune_id = o.origin_commune_id and h.id = o.household_id
  left join review_record r on r.origin_commune_id = o.origin_commune_id and r.household_id = o.household_id
    and r.year = ${year} and r.standard_id = ${standardId} and r.round_id = ${id}::uuid
  left join review_answers a on a.origin_commune_id = o.origin_commune_id and a.household_id = o.household_id
    and a.year = ${year}`;

/** The households of a round in one village, in the order of the village list; those registered last come last. */
export async function listEntryLines(
  db: Db,
  round: EntryOf,
  { villageId, offset, limit }: { villageId: number; offset: number; limit: number },
): Promise<{ lines: EntryLine[]; total: number }> {
  const answer = await sql<EntryLine & { total: number }>`select ${LINE}, count(*) over () as total
    ${OF_ROUND(round)} where h.village_id = ${villageId}
    order by (r.opening_class is null), h.list_code nulls last, h.head_sort_key, h.id
    offset ${offset} limit ${limit}`.execute(db);
  return {
    lines: answer.rows.map(({ total: _, ...line }) => line),
    total: Number(answer.rows[0]?.total ?? 0),
  };
}

export async function listEntryLinesOf(
  db: Db,
  round: EntryOf,
  householdIds: readonly string[],
): Promise<EntryLine[]> {
  const answer = await sql<EntryLine>`select ${LINE}
    ${OF_ROUND(round)} where o.household_id = any(${[...householdIds]}::uuid[])`.execute(db);
  return answer.rows;
}

/** How many households of each village stand alike; the caller says what that is called. */
export async function countEntryKinds(
  db: Db,
  round: EntryOf,
): Promise<(EntryKnown & { villageId: number; households: number })[]> {
  const answer = await sql<EntryKnown & { villageId: number; households: number }>`
    select k."villageId", k.stage, k."goneReason", k.class,
      case when k."incomeScore" is null then null else 0 end as "incomeScore",
      case when k."deprivationScore" is null then null else 0 end as "deprivationScore", least(1, k.disagreements) as disagreements,
      k."hasDraft", count(*) as households
    from (
      select h.village_id as "villageId", ${KNOWN},
        exists (select from entry_draft d where d.origin_commune_id = o.origin_commune_id
          and d.round_id = ${round.id}::uuid and d.household_id = o.household_id) as "hasDraft"
      ${OF_ROUND(round)}
    ) k group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(db);
  return answer.rows.map((row) => ({ ...row, households: Number(row.households) }));
}

export interface StoredDraft {
  readonly householdId: string;
  readonly accountId: string;
  readonly villageId: number;
  readonly content: EntryContent;
  readonly missing: number;
  readonly at: string | null;
  readonly version: number;
  readonly savedAt: string;
}

export interface DraftKey {
  readonly originCommuneId: number;
  readonly roundId: string;
  readonly householdId: string;
  readonly accountId: string;
}

export async function findDraft(db: Db, key: DraftKey): Promise<StoredDraft | undefined> {
  const answer = await sql<StoredDraft>`select household_id as "householdId", account_id as "accountId",
      village_id as "villageId", content, missing, typed_at as at, version, saved_at as "savedAt"
    from entry_draft where origin_commune_id = ${key.originCommuneId} and round_id = ${key.roundId}::uuid
      and household_id = ${key.householdId}::uuid and account_id = ${key.accountId}::uuid for update`.execute(
    db,
  );
  return answer.rows[0];
}

export type DraftNote = Pick<StoredDraft, 'householdId' | 'accountId' | 'missing' | 'villageId'> & {
  /** Of a household that is not registered yet: the first name typed. */
  readonly head: string;
  readonly persons: number;
  readonly author: string;
};

/** Drafts of a round in the caller's area, without what is in them. */
export async function listDraftNotes(db: Db, roundId: string): Promise<DraftNote[]> {
  const answer = await sql<DraftNote>`select d.household_id as "householdId", d.account_id as "accountId",
      d.village_id as "villageId", d.missing, coalesce(d.content #>> '{members,0,answers,fullName}', '') as head,
      jsonb_array_length(d.content -> 'members') as persons, coalesce(a.full_name, '') as author
    from entry_draft d left join account a on a.id = d.account_id
    where d.round_id = ${roundId}::uuid order by d.saved_at, d.household_id`.execute(db);
  return answer.rows;
}

export async function putDraft(
  db: Db,
  key: DraftKey,
  draft: Omit<StoredDraft, 'householdId' | 'accountId'> & { scopePath: string },
): Promise<void> {
  await sql`insert into entry_draft (origin_commune_id, round_id, household_id, account_id, village_id, content, missing,
      typed_at, version, saved_at, scope_path)
    values (${key.originCommuneId}, ${key.roundId}::uuid, ${key.householdId}::uuid, ${key.accountId}::uuid,
      ${draft.villageId}, ${JSON.stringify(draft.content)}::jsonb, ${draft.missing}, ${draft.at}, ${draft.version},
      ${draft.savedAt}::timestamptz, ${draft.scopePath})
    on conflict on constraint entry_draft_pk do update set village_id = excluded.village_id,
      content = excluded.content, missing = excluded.missing, typed_at = excluded.typed_at,
      version = excluded.version, saved_at = excluded.saved_at, scope_path = excluded.scope_path`.execute(db);
}

export async function deleteDraft(db: Db, key: DraftKey): Promise<void> {
  await sql`delete from entry_draft where origin_commune_id = ${key.originCommuneId}
    and round_id = ${key.roundId}::uuid and household_id = ${key.householdId}::uuid
    and account_id = ${key.accountId}::uuid`.execute(db);
}

/** What a review was recorded from: answers (none where only totals were typed), the paper, what did not agree. */
export interface StoredAnswers {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly year: number;
  readonly scopePath: string;
  readonly roundId: string;
  readonly questionnaireId: string | null;
  readonly questionnaireHash: string | null;
  readonly answers: HouseholdAnswers | null;
  readonly paper: PaperTotals;
  readonly differences: readonly EntryDifference[];
  readonly missing: number;
  readonly findings: number;
  readonly enteredBy: string;
  readonly enteredAt: string;
}

export async function listAnswers(
  db: Db,
  roundId: string,
  householdIds: readonly string[],
): Promise<Map<string, StoredAnswers>> {
  const answer = await sql<StoredAnswers>`select origin_commune_id as "originCommuneId",
      household_id as "householdId", year, scope_path as "scopePath", round_id as "roundId",
      questionnaire_id as "questionnaireId", questionnaire_hash as "questionnaireHash", answers, paper, differences,
      missing, findings, entered_by as "enteredBy", entered_at as "enteredAt"
    from review_answers where round_id = ${roundId}::uuid
      and household_id = any(${[...householdIds]}::uuid[])`.execute(db);
  return new Map(answer.rows.map((row) => [row.householdId, row]));
}

export async function putAnswers(db: Db, lines: readonly StoredAnswers[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({
    origin_commune_id: line.originCommuneId,
    household_id: line.householdId,
    year: line.year,
    scope_path: line.scopePath,
    round_id: line.roundId,
    questionnaire_id: line.questionnaireId,
    questionnaire_hash: line.questionnaireHash,
    answers: line.answers,
    paper: line.paper,
    differences: line.differences,
    missing: line.missing,
    findings: line.findings,
    entered_by: line.enteredBy,
    entered_at: line.enteredAt,
  }));
  await sql`insert into review_answers
    select * from jsonb_populate_recordset(null::review_answers, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint review_answers_pk do update set scope_path = excluded.scope_path,
      round_id = excluded.round_id, questionnaire_id = excluded.questionnaire_id,
      questionnaire_hash = excluded.questionnaire_hash, answers = excluded.answers, paper = excluded.paper,
      differences = excluded.differences, missing = excluded.missing, findings = excluded.findings,
      entered_by = excluded.entered_by, entered_at = excluded.entered_at`.execute(db);
}
