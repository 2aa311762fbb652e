import type { CaseState } from '@benvung/domain/review/case/case-state';
import type { CaseStanding } from '@benvung/domain/review/case/decide-case-act';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

/** A case as it is stored: where it stands, and whom it is about. */
export interface StoredCase {
  /** The commune of the round it began in. */
  readonly originCommuneId: number;
  readonly id: string;
  readonly roundId: string;
  readonly householdOrigin: number;
  readonly householdId: string;
  readonly villageId: number;
  readonly year: number;
  readonly scopePath: string;
  readonly headName: string;
  /** What the request said: who asked, how, and what the quick screen found. */
  readonly request: Readonly<Record<string, unknown>> | null;
  readonly postingId: string | null;
  readonly submissionId: string | null;
  readonly decisionId: string | null;
  /** The day of the last step. */
  readonly lastOn: string | null;
  readonly version: number;
  readonly updatedAt: string;
  readonly standing: CaseStanding;
}

const rowOf = (one: StoredCase) => ({
  origin_commune_id: one.originCommuneId,
  id: one.id,
  round_id: one.roundId,
  household_origin: one.householdOrigin,
  household_id: one.householdId,
  village_id: one.villageId,
  year: one.year,
  round_kind: one.standing.roundKind,
  state: one.standing.state,
  origin: one.standing.origin,
  requested_on: one.standing.requestedOn,
  request: one.request,
  head_name: one.headName,
  opening_class: one.standing.opening,
  class: one.standing.class,
  verified: one.standing.verified,
  surveyed_by: one.standing.surveyedBy,
  posting_id: one.postingId,
  posting_ends_on: one.standing.postingEndsOn,
  submission_id: one.submissionId,
  decision_id: one.decisionId,
  last_act: one.standing.last?.act ?? null,
  last_from: one.standing.last?.from ?? null,
  last_on: one.lastOn,
  version: one.version,
  updated_at: one.updatedAt,
  scope_path: one.scopePath,
});

type CaseRow = ReturnType<typeof rowOf>;

export const caseOfRow = (row: CaseRow): StoredCase => ({
  originCommuneId: row.origin_commune_id,
  id: row.id,
  roundId: row.round_id,
  householdOrigin: row.household_origin,
  householdId: row.household_id,
  villageId: row.village_id,
  year: row.year,
  scopePath: row.scope_path,
  headName: row.head_name,
  request: row.request,
  postingId: row.posting_id,
  submissionId: row.submission_id,
  decisionId: row.decision_id,
  lastOn: row.last_on,
  version: row.version,
  updatedAt: row.updated_at,
  standing: {
    state: row.state,
    origin: row.origin,
    roundKind: row.round_kind,
    requestedOn: row.requested_on,
    opening: row.opening_class,
    class: row.class,
    verified: row.verified,
    surveyedBy: row.surveyed_by,
    postingEndsOn: row.posting_ends_on,
    last: row.last_act === null ? null : { act: row.last_act, from: row.last_from },
  },
});

const IDENTITY = 2;

/** Writes cases over what is stored under their ids. */
export async function upsertCases(db: Db, cases: readonly StoredCase[]): Promise<void> {
  const [first] = cases;
  if (first === undefined) return;
  const names = Object.keys(rowOf(first));
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const changes = sql.join(
    names.slice(IDENTITY).map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  );
  await sql`insert into review_case (${columns})
    select ${columns} from jsonb_populate_recordset(null::review_case, ${JSON.stringify(cases.map(rowOf))}::jsonb)
    on conflict on constraint review_case_pk do update set ${changes}`.execute(db);
}

const read = async (db: Db, which: ReturnType<typeof sql>): Promise<StoredCase[]> => {
  const answer = await sql<CaseRow>`select c.*, to_json(c.updated_at)#>>'{}' as updated_at
    from review_case c where ${which}`.execute(db);
  return answer.rows.map(caseOfRow);
};

export const findCase = async (db: Db, id: string): Promise<StoredCase | undefined> =>
  (await read(db, sql`c.id = ${id}::uuid`))[0];

/** Cases of one commune's storage by id. */
export const listCasesById = (
  db: Db,
  { originCommuneId, ids }: { readonly originCommuneId: number; readonly ids: readonly string[] },
): Promise<StoredCase[]> =>
  read(db, sql`c.origin_commune_id = ${originCommuneId} and c.id = any(${[...ids]}::uuid[])`);

/** The same cases, locked until the transaction ends. */
export const lockCases = (
  db: Db,
  { originCommuneId, ids }: { readonly originCommuneId: number; readonly ids: readonly string[] },
): Promise<StoredCase[]> =>
  read(
    db,
    sql`c.origin_commune_id = ${originCommuneId} and c.id = any(${[...ids]}::uuid[]) order by c.id for update`,
  );

/** All cases of a round, locked until the transaction ends. */
export const listCasesOfRound = (
  db: Db,
  { originCommuneId, roundId }: { readonly originCommuneId: number; readonly roundId: string },
): Promise<StoredCase[]> =>
  read(
    db,
    sql`c.origin_commune_id = ${originCommuneId} and c.round_id = ${roundId}::uuid order by c.id for update`,
  );

/** The cases of one village that stand at one of these steps, locked until the transaction ends. */
export const lockCasesOfVillage = (
  db: Db,
  {
    originCommuneId,
    roundId,
    villageId,
  }: { readonly originCommuneId: number; readonly roundId: string; readonly villageId: number },
  states: readonly CaseState[],
): Promise<StoredCase[]> =>
  read(
    db,
    sql`c.origin_commune_id = ${originCommuneId} and c.round_id = ${roundId}::uuid and c.village_id = ${villageId}
      and c.state = any(${[...states]}::text[]) order by c.id for update`,
  );

/** The cases of households in rounds of one commune, locked until the transaction ends. */
export const lockCasesOfHouseholds = (
  db: Db,
  {
    originCommuneId,
    roundIds,
    householdIds,
  }: {
    readonly originCommuneId: number;
    readonly roundIds: readonly string[];
    readonly householdIds: readonly string[];
  },
): Promise<StoredCase[]> =>
  read(
    db,
    sql`c.origin_commune_id = ${originCommuneId} and c.round_id = any(${[...roundIds]}::uuid[])
      and c.household_id = any(${[...householdIds]}::uuid[]) order by c.id for update`,
  );

/** Heads' names by household. */
export async function listHeadNames(
  db: Db,
  households: readonly { readonly originCommuneId: number; readonly householdId: string }[],
): Promise<Map<string, string>> {
  const answer = await sql<{ id: string; name: string }>`select h.id, h.head_name as name from household h
    join unnest(${households.map((each) => each.originCommuneId)}::bigint[],
      ${households.map((each) => each.householdId)}::uuid[]) as k (origin_commune_id, id)
    on h.origin_commune_id = k.origin_commune_id and h.id = k.id`.execute(db);
  return new Map(answer.rows.map(({ id, name }) => [id, name]));
}

export interface CaseEventRow {
  readonly originCommuneId: number;
  readonly caseId: string;
  readonly number: number;
  readonly act: string;
  readonly from: string | null;
  readonly to: string;
  readonly reason: string | null;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly documentId: string | null;
  readonly actor: string;
  readonly accountId: string | null;
  readonly onDay: string;
  readonly at: string;
  readonly scopePath: string;
}

export async function insertCaseEvents(db: Db, events: readonly CaseEventRow[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    origin_commune_id: event.originCommuneId,
    case_id: event.caseId,
    number: event.number,
    act: event.act,
    from_state: event.from,
    to_state: event.to,
    reason: event.reason,
    evidence: event.evidence,
    document_id: event.documentId,
    actor: event.actor,
    account_id: event.accountId,
    on_day: event.onDay,
    at: event.at,
    scope_path: event.scopePath,
  }));
  await sql`insert into review_case_event
    select * from jsonb_populate_recordset(null::review_case_event, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  );
}

/** The history of a case, oldest first. */
export async function listCaseEvents(
  db: Db,
  one: Pick<StoredCase, 'originCommuneId' | 'id'>,
): Promise<CaseEventRow[]> {
  const answer =
    await sql<CaseEventRow>`select origin_commune_id as "originCommuneId", case_id as "caseId", number, act,
      from_state as "from", to_state as "to", reason, evidence, document_id as "documentId", actor,
      account_id as "accountId", on_day as "onDay", to_json(at)#>>'{}' as at, scope_path as "scopePath"
    from review_case_event where origin_commune_id = ${one.originCommuneId} and case_id = ${one.id}::uuid
    order by number`.execute(db);
  return answer.rows;
}

interface Neighbours {
  readonly position: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

/** A case's place among those of its village in its round, by head. */
export async function listNeighbours(db: Db, one: StoredCase): Promise<Neighbours> {
  const answer = await sql<Neighbours & { id: string }>`select * from (
      select c.id, row_number() over w as position, count(*) over () as total,
        lag(c.id) over w as previous, lead(c.id) over w as next
      from review_case c
      where c.origin_commune_id = ${one.originCommuneId} and c.round_id = ${one.roundId}::uuid
        and c.village_id = ${one.villageId}
      window w as (order by c.head_name, c.id)) as places where id = ${one.id}::uuid`.execute(db);
  const [row] = answer.rows;
  return {
    position: Number(row?.position ?? 1),
    total: Number(row?.total ?? 1),
    previous: row?.previous ?? null,
    next: row?.next ?? null,
  };
}
