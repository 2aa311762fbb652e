import type { CaseState } from '@benvung/domain/review/case/case-state';
import { CASE_STATES, isConcluded } from '@benvung/domain/review/case/case-state';
import type { CaseStanding } from '@benvung/domain/review/case/decide-case-act';
import { OPEN_GRIEVANCE_STATES } from '@benvung/domain/review/grievance/decide-grievance-act';
import type { RoundKind } from '@benvung/domain/review/review-round';
import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';
import { caseOfRow, type StoredCase } from './case.store.ts';

const OPEN_STATES = CASE_STATES.filter((state) => !isConcluded(state));

/** Cases of periodic rounds without a decision, a commune a line. */
export async function countOpenCasesUnder(db: Db, year: number, path: string): Promise<Map<number, number>> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{ communeId: number; count: number }>`
    select c.origin_commune_id as "communeId", count(*) as count from review_case c
    where c.year = ${year} and c.round_kind = 'PERIODIC' and c.scope_path >= ${from} and c.scope_path < ${to}
      and c.state = any(${OPEN_STATES}::text[])
    group by 1`.execute(db);
  return new Map(answer.rows.map((row) => [Number(row.communeId), Number(row.count)]));
}

/** Cases that stand alike, of one village. */
export interface CaseGroup {
  readonly roundId: string;
  readonly communeId: number;
  readonly villageId: number;
  readonly roundKind: RoundKind;
  readonly state: CaseState;
  readonly requestedOn: string | null;
  readonly postingEndsOn: string | null;
  readonly lastOn: string | null;
  readonly count: number;
}

export async function listCaseGroups(db: Db, year: number, path: string): Promise<CaseGroup[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<CaseGroup>`
    select c.round_id as "roundId", c.origin_commune_id as "communeId", c.village_id as "villageId",
      c.round_kind as "roundKind", c.state, c.requested_on as "requestedOn", c.posting_ends_on as "postingEndsOn",
      c.last_on as "lastOn", count(*)::integer as count
    from review_case c
    where c.year = ${year} and c.scope_path >= ${from} and c.scope_path < ${to}
    group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(db);
  return answer.rows;
}

export interface CasesWanted {
  readonly roundId: string;
  readonly villageId: number | null;
  readonly states: readonly CaseState[];
  /** Postings that are over, or that run; null: either. */
  readonly postingOver: { readonly today: string; readonly closed: boolean; readonly over: boolean } | null;
  readonly offset: number;
  readonly limit: number;
}

/** A page of a round's cases by village and head, and how many there are. */
export async function listCases(
  db: Db,
  wanted: CasesWanted,
): Promise<{ cases: StoredCase[]; total: number }> {
  const { postingOver, villageId } = wanted;
  const ofVillage = villageId === null ? sql`` : sql`and c.village_id = ${villageId}`;
  const last = postingOver?.closed ? sql`<=` : sql`<`;
  const over =
    postingOver === null
      ? sql``
      : sql`and (c.state <> 'posted' or (c.posting_ends_on ${last} ${postingOver.today}::date) = ${postingOver.over})`;
  const where = sql`c.round_id = ${wanted.roundId}::uuid and c.state = any(${[...wanted.states]}::text[]) ${ofVillage} ${over}`;
  const answer = await sql<
    Parameters<typeof caseOfRow>[0]
  >`select c.*, to_json(c.updated_at)#>>'{}' as updated_at
    from review_case c where ${where} order by c.village_id, c.head_name, c.id
    limit ${wanted.limit} offset ${wanted.offset}`.execute(db);
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from review_case c where ${where}`.execute(db);
  return { cases: answer.rows.map(caseOfRow), total: Number(counted.rows[0]?.total ?? 0) };
}

/** Cases that came to the same at the same step of one round. */
export interface ResultGroup extends Pick<CaseStanding, 'state' | 'opening' | 'class' | 'verified'> {
  readonly roundId: string;
  readonly postingEndsOn: string | null;
  /** A grievance about them waits for its answer. */
  readonly disputed: boolean;
  readonly count: number;
}

/** Cases of a year under a path that stand at one of these steps, counted. */
export async function listResultGroups(
  db: Db,
  {
    year,
    path,
    states,
  }: { readonly year: number; readonly path: string; readonly states: readonly CaseState[] },
): Promise<ResultGroup[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<ResultGroup>`
    select c.round_id as "roundId", c.state, c.opening_class as opening, c.class, c.verified,
      c.posting_ends_on as "postingEndsOn", g.case_id is not null as disputed, count(*)::integer as count
    from review_case c left join (
      select distinct origin_commune_id, case_id from review_grievance
      where scope_path >= ${from} and scope_path < ${to} and case_id is not null
        and state = any(${[...OPEN_GRIEVANCE_STATES]}::text[])) g
      on g.origin_commune_id = c.origin_commune_id and g.case_id = c.id
    where c.year = ${year} and c.scope_path >= ${from} and c.scope_path < ${to}
      and c.state = any(${[...states]}::text[])
    group by 1, 2, 3, 4, 5, 6, 7`.execute(db);
  return answer.rows;
}
