import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../testing/test-database.ts';
import { inAreaScope, rangeOf } from './area-scope.ts';
import type { DatabaseHandle } from './database.ts';

describe('a unit path as a range', () => {
  test('holds its descendants and no unit whose id merely begins alike', () => {
    const { from, to } = rangeOf('/1/46/');
    const inside = (path: string) => path >= from && path < to;
    expect(['/1/46/', '/1/46/7/', '/1/46/7/99/'].map(inside)).toEqual([true, true, true]);
    expect(['/1/', '/1/4/', '/1/460/', '/1/47/'].map(inside)).toEqual([false, false, false, false]);
  });
});

describeOnEachDatabase('row-level security', (open) => {
  let handle: DatabaseHandle;
  beforeAll(async () => {
    handle = await open();
    await handle.withSession(async (session) => {
      const columns = [
        'year',
        'commune_id',
        'village_id',
        'households',
        'source',
        'on_day',
        'demonstration',
        'scope_path',
      ];
      await session.copyIn({ table: 'population_base', columns }, [
        '2023\t7\t0\t100\tđã đếm\t2023-12-31\tf\t/1/46/7/\n',
        '2023\t8\t0\t200\tđã đếm\t2023-12-31\tf\t/1/47/8/\n',
      ]);
    });
  });
  const households = (paths: string[]) =>
    inAreaScope(handle, { paths }, async (db) => {
      const answer = await sql<{
        households: number;
      }>`select households from population_base order by 1`.execute(db);
      return answer.rows.map((row) => row.households);
    });

  test('shows raw SQL no row outside the areas in force', async () => {
    expect(await households(['/1/46/'])).toEqual([100]);
    expect(await households(['/1/'])).toEqual([100, 200]);
    expect(await households([])).toEqual([]);
  });

  test('refuses a row written outside the areas in force', async () => {
    const write = inAreaScope(handle, { paths: ['/1/46/'] }, (db) =>
      sql`update population_base set scope_path = '/1/47/9/'`.execute(db),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  test('ends with its transaction', async () => {
    await households(['/1/46/']);
    expect(await households([])).toEqual([]);
  });
});
