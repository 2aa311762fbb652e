import { actTexts } from '@benvung/contract/audit-acts';
import { sql } from 'kysely';
import { listTrail, type TrailSearch } from '../apps/server/src/access/audit-trail.store.ts';
import { inAreaScope } from '../apps/server/src/platform/database/area-scope.ts';
import type { DatabaseHandle } from '../apps/server/src/platform/database/database.ts';
import { type BenchLine, type BenchOptions, medianOf, milliseconds } from './measure.ts';
import { benchCluster, newBenchDatabase } from './tables.bench.ts';

const PAGE = 101;
const ACCESS_ACTS = Object.keys(actTexts).filter((act) => act.startsWith('access.'));
const DAYS = 1_000;
const LIMIT_MS = 300;

/** Acts of some years: 900 people in as many communes, a rare person, a rare act. Their hashes are not what is read. */
async function fill(handle: DatabaseHandle, entries: number): Promise<string> {
  const communes = await sql<{ path: string }>`select path from territory_unit_version
    where level = 'commune' and valid_to is null order by unit_id limit 900`.execute(handle.db);
  const paths = communes.rows.map(({ path }) => path);
  await sql`insert into audit_entry
    (lane, sequence, at, account_id, actor, act, subject_kind, subject_id, scope_path, detail, previous_hash, hash)
    select (n % 64)::smallint, n / 64 + 1, '2026-10-15T00:00:00Z'::timestamptz - (${entries} - n) * make_interval(secs => ${(DAYS * 86_400) / entries}::double precision),
      null, case when n = ${Math.floor(entries / 3)} then 'nguoi.hiem' else 'can.bo.' || n % 900 end,
      case when n % 100000 = 7 then 'access.export-audit' when n % 3 = 0 then 'household.read-sensitive' else 'household.correct' end,
      'household', md5(n::text), (${paths}::text[])[1 + n % ${paths.length}], '{"fields":["phone"]}', repeat('0', 64), repeat('0', 64)
    from generate_series(1, ${entries}) n`.execute(handle.db);
  await sql`vacuum analyze audit_entry`.execute(handle.db);
  return paths[5] ?? '/1/';
}

/** A page of the log as its page asks for it, under the reader's areas. */
export async function benchAudit({ auditEntries }: BenchOptions): Promise<BenchLine[]> {
  const cluster = await benchCluster();
  if (cluster === null) return [];
  try {
    const handle = await newBenchDatabase(cluster, 'bench_audit');
    const commune = await fill(handle, auditEntries);
    const old = { from: '2024-06-01T00:00:00Z', until: '2024-06-02T00:00:00Z' };
    const asked: readonly (readonly [string, string, Partial<TrailSearch>])[] = [
      ['the newest of the nation', '/1/', {}],
      ['a day long ago', '/1/', old],
      ['behind a place long ago', '/1/', { before: { at: old.from, lane: 3, sequence: 1 } }],
      ['one person', '/1/', { actor: 'can.bo.7' }],
      ['a person who did one thing long ago', '/1/', { actor: 'nguoi.hiem' }],
      ['a person nobody knows', '/1/', { actor: 'khong.co' }],
      ['a rare act', '/1/', { act: 'access.export-audit' }],
      ['a group of acts', '/1/', { acts: ACCESS_ACTS }],
      ['one household', '/1/', { subjectKind: 'household', subjectId: 'c4ca4238a0b923820dcc509a6f75849b' }],
      ['one commune', commune, {}],
      ['a rare act in one commune', commune, { act: 'access.export-audit' }],
    ];
    const lines: BenchLine[] = [];
    for (const [what, area, search] of asked) {
      const taken = await medianOf(7, () =>
        inAreaScope(handle, { paths: [area] }, async (db) => {
          await listTrail(db, { ...search, limit: PAGE });
        }),
      );
      lines.push({
        what: `a page of the log among ${auditEntries.toLocaleString('en')} acts: ${what}`,
        ours: milliseconds(taken),
        peer: '–',
        figure: milliseconds(taken),
        aim: `≤ ${LIMIT_MS} ms`,
        met: taken <= LIMIT_MS,
      });
    }
    await handle.close();
    return lines;
  } finally {
    await cluster.stop();
  }
}
