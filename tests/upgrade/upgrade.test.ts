import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE_PASSWORD } from '../../apps/server/src/access/testing/signed-in.ts';
import { buildApp } from '../../apps/server/src/app.ts';
import { verifyAudit } from '../../apps/server/src/platform/audit/verify-audit.ts';
import type { DatabaseHandle } from '../../apps/server/src/platform/database/database.ts';
import { migrate, readMigrations } from '../../apps/server/src/platform/database/migrate.ts';
import { openPglite } from '../../apps/server/src/platform/database/open-pglite.ts';
import { openPostgresql } from '../../apps/server/src/platform/database/open-postgresql.ts';
import { newId } from '../../apps/server/src/platform/ids.ts';
import { migrationsFolder } from '../../apps/server/src/platform/server-folder.ts';
import { settableClock } from '../../apps/server/src/platform/testing/settable-clock.ts';
import { createTestPostgresql } from '../../apps/server/src/platform/testing/test-database.ts';
import { computeTable } from '../../apps/server/src/report/compute-table.ts';
import { verifyLedger } from '../../apps/server/src/review/verify-ledger.ts';

/** What a release left behind: its migrations, and what its own program said of the rows in `rows.sql`. */
interface Release {
  readonly migrations: readonly string[];
  readonly household: { readonly id: string; readonly members: readonly string[]; readonly events: number };
  readonly counts: Readonly<Record<string, number>>;
  /** By "number unit year". */
  readonly tables: Readonly<Record<string, { rows: [string | null, unknown[]][]; total: unknown[] }>>;
}

const releases = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const folder = join(import.meta.dirname, name);
    const release = JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')) as Release;
    return { name, folder, release };
  });

const homes = [
  ['PGlite', async () => ({ handle: (await openPglite()) as DatabaseHandle, drop: async () => undefined })],
  [
    'PostgreSQL',
    async () => {
      const { address, drop } = await createTestPostgresql('template0');
      return { handle: await openPostgresql(address, 4), drop };
    },
  ],
] as const;
const hasPostgresql = Boolean(process.env.BENVUNG_TEST_DATABASE_URL);

/** The database as that release had it, rows included. */
async function writeOldDatabase(
  handle: DatabaseHandle,
  folder: string,
  { migrations }: Release,
): Promise<void> {
  const theirs = mkdtempSync(join(tmpdir(), 'benvung-upgrade-'));
  try {
    for (const name of migrations) cpSync(join(migrationsFolder, name), join(theirs, name));
    expect(await migrate(handle, theirs)).toEqual(migrations);
  } finally {
    rmSync(theirs, { recursive: true });
  }
  const lines = readFileSync(join(folder, 'rows.sql'), 'utf8').split('\n');
  await handle.withSession(async (session) => {
    for (const line of lines) if (line !== '' && !line.startsWith('--')) await session.query(line);
  });
}

describe.each(releases)('a database of $name', ({ folder, release }) => {
  describe.each(homes)('on %s', (home, open) => {
    if (home === 'PostgreSQL' && !hasPostgresql) {
      test.skip('is opened', () => undefined);
      return;
    }
    let database: DatabaseHandle;
    let end = async () => {};
    beforeAll(async () => {
      const { handle, drop } = await open();
      database = handle;
      end = async () => {
        await handle.close();
        await drop();
      };
      await writeOldDatabase(handle, folder, release);
      const newer = (await readMigrations(migrationsFolder)).map(({ name }) => name);
      expect(await migrate(handle, migrationsFolder)).toEqual(
        newer.filter((name) => !release.migrations.includes(name)),
      );
    });
    afterAll(() => end());

    test('keeps every row', async () => {
      const counts: Record<string, number> = {};
      for (const name of Object.keys(release.counts)) {
        const answer = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(
          database.db,
        );
        counts[name] = Number(answer.rows[0]?.n);
      }
      expect(counts).toEqual(release.counts);
    });

    const expectToVerify = async () => {
      expect(await verifyLedger(database.db, { path: '/1/', year: null })).toMatchObject({ problems: [] });
      expect(await verifyAudit(database)).toMatchObject({ problems: [] });
    };

    test('verifies: its ledger and its log', expectToVerify);

    test.each(Object.entries(release.tables))('prints table %s as before', async (name, { rows, total }) => {
      const [number = '', unit = '', year = ''] = name.split(' ');
      const table = await computeTable(database.db, {
        number: Number(number),
        unit,
        year: Number(year),
        map: null,
        standardId: null,
        levels: 1,
        checks: false,
        areas: null,
        now: '',
        today: '2024-10-15',
      });
      if (!table.ok) throw new Error(table.problem.code);
      expect(table.value.rows.map((row) => [row.unit?.name ?? null, row.values])).toEqual(rows);
      expect(table.value.total).toEqual(total);
    });

    test('lets its people in, shows their households, and takes their next act', async () => {
      const clock = settableClock('2024-10-16T02:00:00.000Z', '2024-10-16');
      const app = await buildApp({ database, clock, version: '0' });
      const payload = { username: 'can.bo', password: SAMPLE_PASSWORD };
      const entered = await app.inject({ method: 'POST', url: '/api/session', payload });
      expect(entered.statusCode, entered.body).toBe(200);
      const cookies = Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value]));
      const headers = { 'x-csrf-token': entered.json().csrfToken };
      const url = `/api/households/${release.household.id}`;
      const shown = (await app.inject({ method: 'GET', url, cookies })).json();
      expect(shown.members.map(({ fullName }: { fullName: string }) => fullName)).toEqual(
        release.household.members,
      );
      expect(shown.events).toHaveLength(release.household.events);
      const record = (await app.inject({ method: 'GET', url: `${url}/record`, cookies })).json();
      const body = { commandId: newId(), version: record.version, changes: { phone: '0912999888' } };
      const corrected = await app.inject({
        method: 'POST',
        url: `${url}/corrections`,
        cookies,
        headers,
        payload: body,
      });
      expect(corrected.statusCode, corrected.body).toBe(200);
      await app.close();
      await expectToVerify();
    });
  });
});
