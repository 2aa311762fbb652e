import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { openTestRounds, setRoundStatus, writeTestTerritory } from '../review/review.test-support.ts';
import { computeTable } from './compute-table.ts';
import { writeTwoYears } from './two-years.test-support.ts';

describeOnEachDatabase('the opening while rounds have not begun', (open) => {
  let handle: DatabaseHandle;
  beforeAll(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    await writeTwoYears(handle.db);
    await setRoundStatus(handle, 2024, 'CLOSED');
    await openTestRounds(handle.db, 2025, true);
  });

  const openingCheck = async () => {
    const computed = await computeTable(handle.db, {
      number: 1,
      unit: '46',
      year: 2025,
      map: null,
      standardId: 'VN-2022',
      levels: 1,
      checks: true,
      areas: null,
      now: '',
    });
    if (!computed.ok) throw new Error(computed.problem.code);
    return computed.value.checks.find(({ id }) => id === '1');
  };

  test('agrees once every commune has its round', async () => {
    expect(await openingCheck()).toMatchObject({ ok: true });
  });

  test('a difference that rounds cannot explain names its cells', async () => {
    await sql`update review_counter set poor_households = poor_households + 1
      where year = 2025 and measure = 'opening' and commune_id = 7`.execute(handle.db);
    const check = await openingCheck();
    expect(check).toMatchObject({ ok: false });
    expect(check?.detail).toContain('T2.c1 hộ');
    await sql`update review_counter set poor_households = poor_households - 1
      where year = 2025 and measure = 'opening' and commune_id = 7`.execute(handle.db);
  });

  test('fails with its cause when a commune has not begun', async () => {
    await sql`delete from review_counter where year = 2025 and commune_id = 7`.execute(handle.db);
    await sql`delete from review_record where year = 2025 and commune_id = 7`.execute(handle.db);
    await sql`delete from review_round where year = 2025 and commune_id = 7`.execute(handle.db);
    expect(await openingCheck()).toEqual({
      id: '1',
      ok: false,
      detail: 'Đầu kỳ năm nay = cuối kỳ năm trước: 1 xã chưa mở đợt 2025 nên chưa có đầu kỳ',
    });
  });
});
