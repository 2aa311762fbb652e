import { sampleMember } from '@benvung/domain/household/member.sample';
import { beforeAll, expect, test } from 'vitest';
import { samplePlaces, writeSamplePlaces } from '../access/testing/sample-places.ts';
import { type CliContext, CommandFailure } from '../platform/cli/command.ts';
import { machineClock } from '../platform/clock.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { householdCommands } from './household.commands.ts';
import { writeHouseholds } from './write-households.ts';

const show = householdCommands[0]!;
const NUMBER = '046161000123';

describeOnEachDatabase('household show', (open) => {
  let database: DatabaseHandle;
  const id = newId();

  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
    const { village, commune } = samplePlaces;
    const head = sampleMember({
      personId: newId(),
      fullName: 'Hồ Thị Nga',
      birthDate: '1961',
      identityNumber: NUMBER,
    });
    await database.withSession((session) =>
      writeHouseholds(
        session,
        [
          {
            id,
            originCommuneId: commune.id,
            listCode: 'M-01',
            registrationNumber: null,
            phone: null,
            address: null,
            villageId: village.id,
            scopePath: village.path,
            residentSince: '2023-09-01',
            residenceReason: 'registered',
            ended: null,
            headName: head.fullName,
            persons: null,
            members: [head],
            flagOverrides: {},
            demonstration: false,
          },
        ],
        '2024-10-15T02:00:00.000Z',
      ),
    );
  });

  async function run(words: readonly string[], options: { code?: string; json?: boolean } = {}) {
    const printed: unknown[] = [];
    const context = {
      json: options.json ?? false,
      out: (line: string) => printed.push(line),
      printJson: (value: unknown) => printed.push(value),
      database,
      clock: machineClock('2024-10-15'),
    } as unknown as CliContext;
    const text = (option: string) => (option === 'code' ? options.code : undefined);
    const code = await show.run(context, { words, text, flag: () => false });
    return { code, printed };
  }

  test.each([
    ['neither an id nor a code', [], {}, 2],
    ['both', [newId()], { code: 'M-01' }, 2],
    ['what is no id', ['M-01'], {}, 2],
    ['an unknown id', [newId()], {}, 4],
    ['an unknown code', [], { code: 'M-99' }, 4],
  ])('refuses %s', async (_what, words, options, exitCode) => {
    const failure = await run(words, options).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandFailure);
    expect((failure as CommandFailure).exitCode).toBe(exitCode);
  });

  test('tells the same by id and by code, and nothing that is closed', async () => {
    const byId = await run([id]);
    expect(byId.code).toBe(0);
    expect(String(byId.printed[0])).toContain('Hồ Thị Nga, chủ hộ, 1961');
    expect((await run([], { code: 'M-01' })).printed).toEqual(byId.printed);
    const [view] = (await run([id], { json: true })).printed;
    expect(view).toMatchObject({ id, head: 'Hồ Thị Nga', members: [{ closed: ['identityNumber'] }] });
    expect(JSON.stringify([byId.printed, view])).not.toContain(NUMBER);
  });
});
