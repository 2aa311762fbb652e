import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import {
  type AuditActor,
  type AuditEntry,
  type AuditNote,
  canonicalJson,
  hashEntry,
  laneOf,
} from './audit-entry.ts';

/**
 * Adds the acts of a transaction to the log. Call it last: the lane stays locked until the transaction ends.
 * Lanes are taken in order, so that two transactions never wait for each other.
 * @param notes each with its `scopePath`.
 */
export async function writeAudit(
  db: Db,
  by: AuditActor & { readonly at: string },
  notes: readonly (AuditNote & { readonly scopePath: string })[],
): Promise<void> {
  const lanes = [...new Set(notes.map((note) => laneOf(note.scopePath)))].sort((a, b) => a - b);
  for (const lane of lanes) {
    const ofLane = notes.filter((note) => laneOf(note.scopePath) === lane);
    await appendToLane(
      db,
      lane,
      ofLane.map((note) => unnumbered(note, by)),
    );
  }
}

type Unnumbered = Omit<AuditEntry, 'lane' | 'sequence'>;

function unnumbered(
  note: AuditNote & { readonly scopePath: string },
  by: AuditActor & { at: string },
): Unnumbered {
  return {
    at: by.at,
    account_id: by.accountId,
    actor: by.actor,
    act: note.act,
    subject_kind: note.subject?.kind ?? null,
    subject_id: note.subject?.id ?? null,
    scope_path: note.scopePath,
    detail: canonicalJson(note.detail ?? {}),
  };
}

async function appendToLane(db: Db, lane: number, notes: readonly Unnumbered[]): Promise<void> {
  const head = await sql<{ last_sequence: number; last_hash: string }>`
    select last_sequence, last_hash from audit_lane where lane = ${lane} for update`.execute(db);
  const { last_sequence, last_hash } = head.rows[0]!;
  let hash = last_hash;
  const rows = notes.map((note, index) => {
    const entry: AuditEntry = { lane, sequence: last_sequence + index + 1, ...note };
    const previous_hash = hash;
    hash = hashEntry(entry, previous_hash);
    return sql`(${lane}::smallint, ${entry.sequence}::bigint, ${entry.at}::timestamptz, ${entry.account_id}::uuid,
      ${entry.actor}, ${entry.act}, ${entry.subject_kind}, ${entry.subject_id}, ${entry.scope_path}, ${entry.detail},
      ${previous_hash}, ${hash})`;
  });
  await sql`
    insert into audit_entry
      (lane, sequence, at, account_id, actor, act, subject_kind, subject_id, scope_path, detail, previous_hash, hash)
    values ${sql.join(rows)}`.execute(db);
  await sql`
    update audit_lane set last_sequence = ${last_sequence + rows.length}, last_hash = ${hash}
    where lane = ${lane}`.execute(db);
}

export interface AuditHead {
  readonly lane: number;
  readonly sequence: number;
  readonly hash: string;
}

export async function listHeads(db: Db): Promise<AuditHead[]> {
  const answer = await sql<AuditHead>`
    select lane, last_sequence as sequence, last_hash as hash from audit_lane order by lane`.execute(db);
  return answer.rows;
}

export type StoredEntry = AuditEntry & { readonly previous_hash: string; readonly hash: string };

/** The next entries of a lane, in order. Instants come in full precision, so that no digit escapes the hash. */
export async function listEntries(
  db: Db,
  lane: number,
  after: number,
  limit: number,
): Promise<StoredEntry[]> {
  const answer = await sql<StoredEntry>`
    select lane, sequence, account_id, actor, act, subject_kind, subject_id, scope_path, detail, previous_hash, hash,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at
    from audit_entry where lane = ${lane} and sequence > ${after} order by sequence limit ${limit}`.execute(
    db,
  );
  return answer.rows.map((row) => ({ ...row, at: shortInstant(row.at) }));
}

/** Entries are written with milliseconds; more digits than that are somebody else's work and stay visible. */
const shortInstant = (at: string): string => `${at.replace(/(\.\d{3})000$/, '$1')}Z`;

/** Lanes that hold entries but have no head row. */
export async function listLanesWithoutHead(db: Db): Promise<number[]> {
  const answer = await sql<{ lane: number }>`
    select distinct lane from audit_entry where lane not in (select lane from audit_lane) order by lane`.execute(
    db,
  );
  return answer.rows.map((row) => row.lane);
}
