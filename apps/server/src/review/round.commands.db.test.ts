import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { commandContext } from '../platform/cli/command-context.ts';
import { runCommandLine } from '../platform/cli/run-command.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { settableClock } from '../platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { putReviewRecords } from './put-review-records.ts';
import { reviewCommands } from './review.commands.ts';
import {
  testHouseholdId,
  testRecord,
  writeTestBases,
  writeTestHousehold,
  writeTestTerritory,
} from './review.test-support.ts';
import { listRoundsUnder } from './review-round.store.ts';

const clock = settableClock('2023-12-01T02:00:00.000Z', '2023-12-01');

describeOnEachDatabase('a year of rounds by command', (open) => {
  let handle: DatabaseHandle;
  beforeEach(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    await writeTestBases(handle.db, 2023);
  });

  const run = async (line: string) => {
    const texts: string[] = [];
    const output = { stdout: (text: string) => texts.push(text), stderr: (text: string) => texts.push(text) };
    const code = await runCommandLine(line.split(' '), reviewCommands, output, (parsed, work) =>
      work(
        commandContext({ json: parsed.json, cwd: '/', actor: 'cli:thu', output, clock, database: handle }),
      ),
    );
    return { code, text: texts.join('') };
  };
  const statuses = async () =>
    (await listRoundsUnder(handle.db, 2023, '/1/46/')).map((round) => round.status);

  test('opens every commune of a unit, leaves those that are open, closes and locks; each leaves an entry', async () => {
    expect(await run('round open --unit 461 --year 2023')).toMatchObject({ code: 0 });
    expect((await run('round open --unit 46 --year 2023 --json')).text).toContain(
      '"opened":1,"alreadyOpen":2',
    );
    expect(await statuses()).toEqual(['OPEN', 'OPEN', 'OPEN']);
    expect(await run('round lock --unit 46 --year 2023')).toMatchObject({ code: 4 });
    expect(await run('round close --unit 46 --year 2023')).toMatchObject({ code: 0 });
    expect(await run('round lock --unit 46 --year 2023')).toMatchObject({ code: 0 });
    expect(await statuses()).toEqual(['LOCKED', 'LOCKED', 'LOCKED']);
    const entries = await sql<{ act: string }>`select act from audit_entry order by sequence`.execute(
      handle.db,
    );
    expect(entries.rows.map((row) => row.act)).toEqual([
      'review.open-round',
      'review.open-round',
      'review.close-round',
      'review.lock-year',
    ]);
  });

  test('closes all or none, and says which commune is not done', async () => {
    await run('round open --unit 46 --year 2023');
    const round = (await listRoundsUnder(handle.db, 2023, '/1/46/')).find((each) => each.communeId === 8)!;
    await writeTestHousehold(handle.db, testHouseholdId(1), 81);
    const record = testRecord(round, {
      stage: 'listed',
      opening: { class: 'POOR', persons: 4, communeId: 8, villageId: 81 },
      closing: null,
    });
    await putReviewRecords(handle.db, [record], { today: '2023-12-01' });
    const refused = await run('round close --unit 46 --year 2023');
    expect(refused.code).toBe(4);
    expect(refused.text).toContain('Xã Tám: Chưa kết thúc đợt được: còn 1 hộ');
    expect(await statuses()).toEqual(['OPEN', 'OPEN', 'OPEN']);
    const done = { ...record, version: 1, closing: sampleClosing({ villageId: 81 }) };
    await putReviewRecords(handle.db, [done], { today: '2023-12-01' });
    expect(await run('round close --unit 46 --year 2023')).toMatchObject({ code: 0 });
  });

  test('refuses an unknown unit, year or standard', async () => {
    expect(await run('round open --unit 99 --year 2023')).toMatchObject({ code: 4 });
    expect(await run('round open --unit 46 --year nay')).toMatchObject({ code: 2 });
    expect(await run('round open --unit 46 --year 2023 --day 31/12/2023')).toMatchObject({ code: 2 });
    expect(await run('round open --unit 46 --year 2023 --standard VN-1900')).toMatchObject({ code: 4 });
    expect(await run('round close --unit 46 --year 2023')).toMatchObject({ code: 4 });
  });
});
