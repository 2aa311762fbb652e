import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

export interface TrailRow {
  readonly lane: number;
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly actor_name: string | null;
  readonly act: string;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly scope_path: string;
  readonly detail: string;
}

export interface TrailPlace {
  readonly at: string;
  readonly lane: number;
  readonly sequence: number;
}

export interface TrailSearch {
  /** Instants, from the first to before the second. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly actor?: string | undefined;
  readonly act?: string | undefined;
  /** Any of these. */
  readonly acts?: readonly string[] | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly before?: TrailPlace | undefined;
  readonly limit: number;
}

const columns = sql`e.lane, e.sequence, e.at, e.actor, a.full_name as actor_name, e.act, e.subject_kind, e.subject_id,
  e.scope_path, e.detail`;

/** Entries of the areas in force, newest first; a page begins where the last one ended, however long the log is. */
export async function listTrail(db: Db, search: TrailSearch): Promise<readonly TrailRow[]> {
  const { from, until, actor, act, acts, subjectKind, subjectId, before } = search;
  const answer = await sql<TrailRow>`
    select ${columns} from audit_entry e left join account a on a.id = e.account_id
    where true
      ${from === undefined ? sql`` : sql`and e.at >= ${from}`}
      ${until === undefined ? sql`` : sql`and e.at < ${until}`}
      ${actor === undefined ? sql`` : sql`and e.actor = ${actor}`}
      ${act === undefined ? sql`` : sql`and e.act = ${act}`}
      ${acts === undefined ? sql`` : sql`and e.act = any(${[...acts]}::text[])`}
      ${subjectKind === undefined ? sql`` : sql`and e.subject_kind = ${subjectKind}`}
      ${subjectId === undefined ? sql`` : sql`and e.subject_id = ${subjectId}`}
      ${
        before === undefined
          ? sql``
          : sql`and (e.at, e.lane, e.sequence) < (${before.at}::timestamptz, ${before.lane}::smallint, ${before.sequence}::bigint)`
      }
    order by e.at desc, e.lane desc, e.sequence desc limit ${search.limit}`.execute(db);
  return answer.rows;
}

export async function findTrailRow(
  db: Db,
  { lane, sequence }: { lane: number; sequence: number },
): Promise<TrailRow | undefined> {
  const answer = await sql<TrailRow>`
    select ${columns} from audit_entry e left join account a on a.id = e.account_id
    where e.lane = ${lane} and e.sequence = ${sequence}`.execute(db);
  return answer.rows[0];
}
