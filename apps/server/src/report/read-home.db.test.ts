import { beforeAll, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { openTestRounds, setRoundStatus, writeTestTerritory } from '../review/review.test-support.ts';
import { readHome } from './read-home.ts';
import { writeTwoYears } from './two-years.test-support.ts';

describeOnEachDatabase('a round that has only its list', (open) => {
  let handle: DatabaseHandle;
  beforeAll(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    await writeTwoYears(handle.db);
    await setRoundStatus(handle, 2024, 'CLOSED');
    await openTestRounds(handle.db, 2025, true);
  });

  test('every figure says how many households it carries at last year’s class, and the task how many are unscored', async () => {
    const home = await readHome(handle.db, {
      unit: '00007',
      today: '2025-10-01',
      time: '09:00',
      areas: null,
    });
    if (!home.ok) throw new Error(home.problem.code);
    const { figures, children, tasks, progress } = home.value;
    expect(figures.map(({ current, carried }) => [current, carried])).toEqual([
      [5, 5],
      [2, 2],
    ]);
    expect(
      children.flatMap((child) => child.figures.map(({ current, carried }) => current - carried)),
    ).toEqual([0, 0, 0, 0]);
    const unscored = progress.listed + progress.surveyed;
    expect(tasks.find(({ kind }) => kind === 'pending')?.text).toBe(
      `Còn ${unscored} hộ trong danh sách chưa chấm điểm`,
    );
  });

  test('in the season of the review a round that is not open yet is told, before it is not', async () => {
    const toldOn = async (today: string) => {
      const home = await readHome(handle.db, { unit: '00007', today, time: '09:00', areas: null });
      if (!home.ok) throw new Error(home.problem.code);
      return [home.value.year, home.value.tasks.some(({ kind }) => kind === 'round-not-begun')];
    };
    expect(await toldOn('2026-08-31')).toEqual([2025, false]);
    expect(await toldOn('2026-09-01')).toEqual([2026, true]);
  });
});
