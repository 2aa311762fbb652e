import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { Problem } from '@benvung/domain/shared/result';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { newId } from '../ids.ts';
import type { BothLanguages, Plain, Progress } from './job.ts';

export interface JobToAdd {
  readonly kind: string;
  readonly payload: { readonly [name: string]: Plain | undefined };
  readonly title: BothLanguages;
  /** The path of the page that shows its result; never a name or another personal value. */
  readonly page: string | null;
  readonly accountId: string | null;
  readonly areas: readonly string[] | null;
  readonly scopePath: string;
  readonly at: string;
}

export async function addJob(db: Db, job: JobToAdd): Promise<string> {
  const id = newId();
  await sql`insert into job (id, kind, state, payload, done, title, page, account_id, areas, scope_path, created_at, updated_at)
    values (${id}::uuid, ${job.kind}, 'waiting', ${JSON.stringify(job.payload)}::jsonb, 0,
      ${JSON.stringify(job.title)}::jsonb, ${job.page}, ${job.accountId}::uuid,
      ${job.areas === null ? null : [...job.areas]}::text[], ${job.scopePath}, ${job.at}::timestamptz, ${job.at}::timestamptz)`.execute(
    db,
  );
  return id;
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'stopped';

export interface StoredJob {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly payload: { readonly [name: string]: Plain };
  readonly title: BothLanguages;
  readonly step: BothLanguages | null;
  readonly done: number;
  readonly total: number | null;
  readonly outcome: { readonly value?: Plain; readonly problem?: Problem<ProblemCode> } | null;
  readonly page: string | null;
  readonly accountId: string | null;
  readonly areas: readonly string[] | null;
  readonly scopePath: string;
  readonly attempts: number;
  readonly stopAsked: boolean;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly seen: boolean;
}

const SELECTED = sql`id, kind, state, payload, title, step, done, total, outcome, page, account_id as "accountId",
  areas, scope_path as "scopePath", attempts, stop_asked as "stopAsked", created_at as "createdAt",
  finished_at as "finishedAt", seen_at is not null as seen`;

/** Takes the oldest waiting job into this server's hands; two servers never take the same. */
export async function claimJob(db: Db, runner: string, at: string): Promise<StoredJob | undefined> {
  const answer = await sql<StoredJob>`
    update job set state = 'running', runner = ${runner}::uuid, attempts = attempts + 1, updated_at = ${at}::timestamptz
    where id = (select id from job where state = 'waiting' order by created_at, id limit 1 for update skip locked)
    returning ${SELECTED}`.execute(db);
  return answer.rows[0];
}

/** @returns whether the job was asked to stop. */
export async function tellProgress(db: Db, id: string, told: Progress, at: string): Promise<boolean> {
  const answer = await sql<{ stop: boolean }>`
    update job set done = ${told.done}, total = ${told.total ?? null}::integer,
      step = ${told.step === undefined ? null : JSON.stringify(told.step)}::jsonb, updated_at = ${at}::timestamptz
    where id = ${id}::uuid returning stop_asked as stop`.execute(db);
  return answer.rows[0]?.stop ?? true;
}

export async function keepAlive(db: Db, id: string, at: string): Promise<void> {
  await sql`update job set updated_at = ${at}::timestamptz where id = ${id}::uuid`.execute(db);
}

interface JobEnd {
  readonly state: 'done' | 'failed' | 'stopped';
  readonly outcome: StoredJob['outcome'];
  readonly at: string;
}

export async function endJob(db: Db, id: string, { state, outcome, at }: JobEnd): Promise<void> {
  await sql`update job set state = ${state}, outcome = ${JSON.stringify(outcome)}::jsonb,
      finished_at = ${at}::timestamptz, updated_at = ${at}::timestamptz
    where id = ${id}::uuid`.execute(db);
}

/** Gives a job back so that it is begun anew; a server that leaves has not failed. */
export async function giveBack(db: Db, id: string, at: string): Promise<void> {
  await sql`update job set state = 'waiting', runner = null, attempts = attempts - 1, updated_at = ${at}::timestamptz
    where id = ${id}::uuid`.execute(db);
}

/** Jobs whose server is gone, to be begun anew. */
export async function requeueAbandoned(db: Db, silentSince: string, at: string): Promise<void> {
  await sql`update job set state = 'waiting', runner = null, updated_at = ${at}::timestamptz
    where state = 'running' and updated_at <= ${silentSince}::timestamptz`.execute(db);
}

export async function deleteOldJobs(db: Db, before: string): Promise<void> {
  await sql`delete from job where finished_at < ${before}::timestamptz`.execute(db);
}

const MOST_LISTED = 50;

export async function listJobsOf(db: Db, accountId: string, since: string): Promise<StoredJob[]> {
  const answer = await sql<StoredJob>`select ${SELECTED} from job
    where account_id = ${accountId}::uuid and created_at >= ${since}::timestamptz
    order by created_at desc, id desc limit ${MOST_LISTED}`.execute(db);
  return answer.rows;
}

/** Asks a job to stop; one that waits stops at once. @returns undefined for nobody's or another person's. */
export async function askToStop(
  db: Db,
  { id, accountId, at }: { id: string; accountId: string; at: string },
): Promise<StoredJob | undefined> {
  const answer = await sql<StoredJob>`
    update job set stop_asked = state in ('waiting', 'running') or stop_asked,
      updated_at = ${at}::timestamptz
    where id = ${id}::uuid and account_id = ${accountId}::uuid returning ${SELECTED}`.execute(db);
  return answer.rows[0];
}

export async function markSeen(db: Db, accountId: string, at: string): Promise<void> {
  await sql`update job set seen_at = ${at}::timestamptz
    where account_id = ${accountId}::uuid and seen_at is null and finished_at is not null`.execute(db);
}
