import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationTools } from '../../apps/server/src/demonstration/demonstration-tools.ts';
import { loadDemonstration } from '../../apps/server/src/demonstration/load-demonstration.ts';
import { exportList } from '../../apps/server/src/exchange/export-list.ts';
import { importList } from '../../apps/server/src/exchange/import-list.ts';
import { machineClock } from '../../apps/server/src/platform/clock.ts';
import type { DatabaseHandle } from '../../apps/server/src/platform/database/database.ts';
import {
  describeOnEachDatabase,
  openTestPglite,
  openTestPostgresql,
} from '../../apps/server/src/platform/testing/test-database.ts';
import { computeTable } from '../../apps/server/src/report/compute-table.ts';
import { loadShippedTerritory } from '../../apps/server/src/territory/territory.public.ts';

const AT = '2024-10-15T01:00:00.000Z';
const TODAY = '2024-10-15';
const TABLES = Array.from({ length: 15 }, (_unused, index) => index + 1);

/** What a table says, without the surrogate ids, which are each database's own. */
async function tableOf(handle: DatabaseHandle, number: number, unit: string, year = 2023) {
  const wanted = { number, unit, year, map: null, standardId: null, levels: 2 } as const;
  const table = await computeTable(handle.db, { ...wanted, checks: true, areas: null, now: AT });
  const without = (key: string, value: unknown) => (key === 'id' || key === 'computedAt' ? undefined : value);
  if (!table.ok) throw new Error(table.problem.code);
  return JSON.parse(JSON.stringify(table.value, without));
}

// The system the lists come from is made once, for the targets on either database.
let source: DatabaseHandle;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benvung-round-trip-'));
  source = await (process.env.BENVUNG_TEST_DATABASE_URL ? openTestPostgresql : openTestPglite)();
  await loadShippedTerritory(source, AT);
  const loaded = await loadDemonstration(source, { at: AT, actor: 'test', tools: demonstrationTools() });
  expect(loaded.ok).toBe(true);
}, 300_000);
afterAll(async () => {
  await source.close();
  await rm(folder, { recursive: true, force: true });
});

describeOnEachDatabase('a list written by one system and taken into an empty one', (open) => {
  const write = async (unit: string, year: number, format: 'csv' | 'xlsx') => {
    const path = join(folder, `${unit}-${year}.${format}`);
    const written = await exportList(source.db, { path, format, year, unit, areas: null, today: TODAY });
    expect(written).toMatchObject({ ok: true, value: { demonstration: true } });
    return path;
  };
  const takeIn = async (target: DatabaseHandle, path: string, unit: string, year: number) => {
    const list = {
      path,
      year,
      unit,
      dryRun: false,
      openingOnly: false,
      areas: null,
      mayClose: true,
    } as const;
    const taken = await importList(
      { database: target, clock: machineClock(TODAY) },
      { ...list, actor: { accountId: null, actor: 'test' } },
    );
    expect(taken).toMatchObject({ ok: true, value: { written: true, errors: 0, classDifferences: 0 } });
  };

  // The first identity compares with the year before, so that year goes along.
  test.each([
    ['xlsx', '483'],
    ['csv', '477'],
  ] as const)(
    'as %s of unit %s gives the same fifteen tables',
    async (format, unit) => {
      const target = await open();
      await loadShippedTerritory(target, AT);
      for (const year of [2022, 2023]) await takeIn(target, await write(unit, year, format), unit, year);
      for (const number of TABLES)
        expect([number, await tableOf(target, number, unit)]).toEqual([
          number,
          await tableOf(source, number, unit),
        ]);
    },
    300_000,
  );

  test('of a year at work keeps the population of communes whose round has not begun', async () => {
    const target = await open();
    await loadShippedTerritory(target, AT);
    await takeIn(target, await write('483', 2024, 'csv'), '483', 2024);
    const [there, here] = [await tableOf(source, 1, '483', 2024), await tableOf(target, 1, '483', 2024)];
    expect(
      there.rows.some((row: { values: unknown[] }) => row.values[0] !== null && row.values[2] === 0),
    ).toBe(true);
    expect([here.rows, here.total]).toEqual([there.rows, there.total]);
  }, 300_000);

  test('written again by the other system is the same file', async () => {
    const target = await open();
    await loadShippedTerritory(target, AT);
    const first = await write('483', 2023, 'csv');
    await takeIn(target, first, '483', 2023);
    const again = join(folder, 'again.csv');
    await exportList(target.db, {
      path: again,
      format: 'csv',
      year: 2023,
      unit: '483',
      areas: null,
      today: TODAY,
    });
    expect(await readFile(again, 'utf8')).toEqual(await readFile(first, 'utf8'));
  }, 300_000);
});
