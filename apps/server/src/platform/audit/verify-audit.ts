import type { DatabaseHandle, Db } from '../database/database.ts';
import {
  type AuditHead,
  listEntries,
  listHeads,
  listLanesWithoutHead,
  type StoredEntry,
} from './audit.store.ts';
import { FIRST_HASH, hashEntry, LANES } from './audit-entry.ts';

export type AuditProblemKind =
  /** The entry is not what was written. */
  | 'changed'
  /** An entry before this one is missing, was put in, or was moved. */
  | 'broken-chain'
  /** The head says there were more entries. */
  | 'truncated'
  /** Entries after the end the head knows. */
  | 'beyond-head'
  | 'head-changed'
  | 'lane-missing'
  /** The chain is whole but is not the one that was anchored: somebody wrote it anew. */
  | 'not-as-anchored';

export interface AuditProblem {
  readonly lane: number;
  readonly sequence: number;
  readonly kind: AuditProblemKind;
}

export interface AuditVerdict {
  readonly ok: boolean;
  readonly entries: number;
  readonly heads: readonly AuditHead[];
  readonly problems: readonly AuditProblem[];
}

export const AUDIT_PROBLEM_TEXTS = {
  changed: { vi: 'nội dung đã bị sửa', en: 'changed' },
  'broken-chain': {
    vi: 'đứt chuỗi: có dòng bị xóa, chèn hoặc đảo trước đó',
    en: 'an entry before it was removed, put in or moved',
  },
  truncated: { vi: 'thiếu các dòng cuối', en: 'the last entries are missing' },
  'beyond-head': { vi: 'có dòng sau điểm cuối đã ghi nhận', en: 'entries after the recorded end' },
  'head-changed': { vi: 'điểm cuối đã ghi nhận bị sửa', en: 'the recorded end was changed' },
  'lane-missing': { vi: 'mất điểm cuối của cả chuỗi', en: 'the whole lane lost its record' },
  'not-as-anchored': { vi: 'không khớp bản đã cất giữ', en: 'not as anchored' },
} as const satisfies Record<AuditProblemKind, { vi: string; en: string }>;

const PAGE = 1000;

/**
 * Verifies some lanes while people work: one lane at a time, each in its own snapshot, so that an embedded database
 * serves others in between. `verifyAudit` sees all lanes at one moment.
 */
export async function verifyLanes(
  handle: DatabaseHandle,
  lanes: readonly number[],
): Promise<Omit<AuditVerdict, 'heads'>> {
  const problems: AuditProblem[] = [];
  let entries = 0;
  for (const lane of lanes) {
    const verdict = await inSnapshot(handle, async (db) => {
      const head = (await listHeads(db)).find((one) => one.lane === lane);
      if (head === undefined) {
        const missing: AuditProblem = { lane, sequence: 0, kind: 'lane-missing' };
        return { entries: 0, problems: [missing] };
      }
      return verifyLane(db, head, []);
    });
    entries += verdict.entries;
    problems.push(...verdict.problems);
  }
  return { ok: problems.length === 0, entries, problems };
}

const inSnapshot = <Value>(handle: DatabaseHandle, work: (db: Db) => Promise<Value>): Promise<Value> =>
  handle.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((transaction) => work(transaction as unknown as Db));

/**
 * Reads the whole log in one snapshot and finds every changed, removed, inserted or reordered entry. Whoever can
 * rewrite a lane with its head is found by the heads kept elsewhere: give them as `anchors`.
 */
export function verifyAudit(
  handle: DatabaseHandle,
  anchors: readonly AuditHead[] = [],
): Promise<AuditVerdict> {
  return inSnapshot(handle, async (db) => {
    const heads = await listHeads(db);
    const problems: AuditProblem[] = [...(await missingLanes(db, heads))];
    let entries = 0;
    for (const head of heads) {
      const lane = await verifyLane(
        db,
        head,
        anchors.filter((anchor) => anchor.lane === head.lane),
      );
      entries += lane.entries;
      problems.push(...lane.problems);
    }
    const used = heads.filter(({ sequence }) => sequence > 0);
    return { ok: problems.length === 0, entries, heads: used, problems };
  });
}

async function missingLanes(db: Db, heads: readonly AuditHead[]): Promise<AuditProblem[]> {
  const known = new Set(heads.map((head) => head.lane));
  const expected = Array.from({ length: LANES }, (_unused, lane) => lane);
  const missing = new Set([
    ...expected.filter((lane) => !known.has(lane)),
    ...(await listLanesWithoutHead(db)),
  ]);
  return [...missing].map((lane) => ({ lane, sequence: 0, kind: 'lane-missing' }));
}

async function verifyLane(db: Db, head: AuditHead, anchors: readonly AuditHead[]) {
  const { lane } = head;
  const problems: AuditProblem[] = [];
  const report = (sequence: number, kind: AuditProblemKind) => problems.push({ lane, sequence, kind });
  let last = { sequence: 0, hash: FIRST_HASH };
  let entries = 0;
  for (;;) {
    const page = await listEntries(db, lane, last.sequence, PAGE);
    for (const entry of page) {
      verifyEntry(entry, last, report);
      const anchor = anchors.find(({ sequence }) => sequence === entry.sequence);
      if (anchor !== undefined && anchor.hash !== entry.hash) report(entry.sequence, 'not-as-anchored');
      if (entry.sequence === head.sequence + 1) report(entry.sequence, 'beyond-head');
      last = entry;
      entries += 1;
    }
    if (page.length < PAGE) break;
  }
  if (last.sequence < head.sequence) report(last.sequence + 1, 'truncated');
  if (last.sequence === head.sequence && last.hash !== head.hash) report(head.sequence, 'head-changed');
  const end = last.sequence;
  for (const { sequence } of anchors.filter((anchor) => anchor.sequence > end))
    report(sequence, 'not-as-anchored');
  return { entries, problems };
}

function verifyEntry(
  entry: StoredEntry,
  last: { sequence: number; hash: string },
  report: (sequence: number, kind: AuditProblemKind) => void,
): void {
  if (hashEntry(entry, entry.previous_hash) !== entry.hash) report(entry.sequence, 'changed');
  if (entry.sequence !== last.sequence + 1 || entry.previous_hash !== last.hash)
    report(entry.sequence, 'broken-chain');
}
