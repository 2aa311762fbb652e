import { CASE_STATES, isConcluded } from '@benvung/domain/review/case/case-state';
import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';
import type { CaseGroup } from '../case/case-board.store.ts';

/** States in which a case waits for someone, `submitted` left out: that is told once for the submission. */
const WAITING = CASE_STATES.filter((state) => !isConcluded(state) && state !== 'submitted');

interface Wanted {
  readonly path: string;
  readonly offset: number;
  readonly limit: number;
}

const under = (path: string) => {
  const { from, to } = rangeOf(path);
  return sql`scope_path >= ${from} and scope_path < ${to}`;
};

export interface WaitingCases extends CaseGroup {
  readonly year: number;
  readonly procedureHash: string | null;
}

/** Cases of rounds not closed that stand alike, of one village; of every year. */
export async function listWaitingCases(db: Db, { path, offset, limit }: Wanted): Promise<WaitingCases[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<WaitingCases>`
    select c.round_id as "roundId", c.origin_commune_id as "communeId", c.village_id as "villageId",
      c.round_kind as "roundKind", c.state, c.requested_on as "requestedOn", c.posting_ends_on as "postingEndsOn",
      c.last_on as "lastOn", count(*)::integer as count, c.year, r.procedure_hash as "procedureHash"
    from review_case c join review_round r on r.commune_id = c.origin_commune_id and r.id = c.round_id
    where c.scope_path >= ${from} and c.scope_path < ${to} and c.state = any(${WAITING}::text[])
      and r.status = 'OPEN'
    group by 1, 2, 3, 4, 5, 6, 7, 8, 10, 11
    order by 1, 2, 3, 4, 5, 6, 7, 8 limit ${limit} offset ${offset}`.execute(db);
  return answer.rows;
}

export interface WaitingGrievances {
  readonly communeId: number;
  readonly villageId: number | null;
  readonly year: number;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly uncertain: boolean;
  readonly count: number;
}

/** Grievances without an answer. */
export async function listWaitingGrievances(
  db: Db,
  { path, offset, limit }: Wanted,
): Promise<WaitingGrievances[]> {
  const answer = await sql<WaitingGrievances>`
    select origin_commune_id as "communeId", village_id as "villageId", year, received_on as "receivedOn",
      due_on as "dueOn", due_uncertain as uncertain, count(*)::integer as count
    from review_grievance where ${under(path)} and answered_on is null
    group by 1, 2, 3, 4, 5, 6 order by 5, 1, 2, 3, 4, 6 limit ${limit} offset ${offset}`.execute(db);
  return answer.rows;
}

export interface WaitingSubmission {
  readonly communeId: number;
  readonly year: number;
  readonly dueOn: string;
  readonly provisional: boolean;
  /** Cases sent. */
  readonly count: number;
}

/** Submissions the superior has not answered. */
export async function listWaitingSubmissions(
  db: Db,
  { path, offset, limit }: Wanted,
): Promise<WaitingSubmission[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<WaitingSubmission>`
    select s.origin_commune_id as "communeId", s.year, s.due_on as "dueOn", s.provisional,
      (count(c.case_id))::integer as count
    from review_submission s left join review_submission_case c
      on c.origin_commune_id = s.origin_commune_id and c.submission_id = s.id
    where s.scope_path >= ${from} and s.scope_path < ${to} and s.state = 'submitted'
    group by s.origin_commune_id, s.id, s.year, s.due_on, s.provisional
    order by s.due_on, s.origin_commune_id, s.id limit ${limit} offset ${offset}`.execute(db);
  return answer.rows;
}
