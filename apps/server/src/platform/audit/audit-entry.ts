import { createHash } from 'node:crypto';

type Plain = string | number | boolean | null;
export type AuditDetail = { readonly [name: string]: Plain | readonly Plain[] | AuditDetail };

/** What one act leaves behind. `detail` never holds sensitive values: field names, counts and ids only. */
export interface AuditNote {
  /** `feature.verb`, e.g. "household.correct" or "household.read-sensitive". */
  readonly act: string;
  readonly subject?: { readonly kind: string; readonly id: string };
  /** The area the act concerns; the first area of the person when not told. */
  readonly scopePath?: string;
  readonly detail?: AuditDetail;
}

export interface AuditActor {
  readonly accountId: string | null;
  /** User name, or "cli:root" for the command line. */
  readonly actor: string;
}

/** One row of the log, as hashed. `detail` is canonical JSON text, so that every byte of it is covered. */
export interface AuditEntry {
  readonly lane: number;
  readonly sequence: number;
  readonly at: string;
  readonly account_id: string | null;
  readonly actor: string;
  readonly act: string;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly scope_path: string;
  readonly detail: string;
}

export const LANES = 64;
/** Where an act belongs that concerns no smaller area. */
export const NATION_PATH = '/1/';
export const FIRST_HASH = '0'.repeat(64);

/** All acts within one province share a lane; acts about the nation have lane 0. */
export function laneOf(scopePath: string): number {
  const province = Number(scopePath.split('/')[2] ?? '');
  return Number.isSafeInteger(province) && province > 0 ? province % LANES : 0;
}

export function hashEntry(entry: AuditEntry, previousHash: string): string {
  const { lane, sequence, at, account_id, actor, act, subject_kind, subject_id, scope_path, detail } = entry;
  const covered = [
    lane,
    sequence,
    at,
    account_id,
    actor,
    act,
    subject_kind,
    subject_id,
    scope_path,
    detail,
    previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex');
}

/** JSON with sorted keys and no blanks: one text for one value. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
