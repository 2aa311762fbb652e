import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { clockOf, machineClock, machineMilliseconds } from './clock.ts';
import { describeOnEachDatabase } from './testing/test-database.ts';

test('without a day of its own, today is the day in Việt Nam', () => {
  const clock = machineClock();
  const inVietnam = new Date(machineMilliseconds() + 7 * 3_600_000).toISOString().slice(0, 10);
  expect([clock.today(), clock.fixed]).toEqual([inVietnam, false]);
});

describeOnEachDatabase('the clock of a database', (open) => {
  test('has its own today from the setting, until the setting is gone', async () => {
    const { db } = await open();
    await sql`insert into setting (name, value) values ('today', '"2024-10-15"')`.execute(db);
    const clock = await clockOf(db);
    expect([clock.today(), clock.fixed]).toEqual(['2024-10-15', true]);
    expect(clock.now().slice(0, 4)).not.toBe('2024');
    await sql`delete from setting where name = 'today'`.execute(db);
    await clock.refresh(db);
    expect(clock.fixed).toBe(false);
  });
});
