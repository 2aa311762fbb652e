import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleMember } from '@benvung/domain/household/member.sample';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePlaces, writeSamplePlaces } from '../../access/testing/sample-places.ts';
import { type CliContext, CommandFailure } from '../../platform/cli/command.ts';
import { machineClock } from '../../platform/clock.ts';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';
import { insertOnlineRequest } from '../../review/request/online-request.store.ts';
import { writeHouseholds } from '../write-households.ts';
import { personCommands } from './person.commands.ts';
import type { SubjectData } from './subject-data.ts';

const NUMBER = '046161000123';
const REASON = 'Đơn ngày 12/3 của bà Nga';

describeOnEachDatabase('a person asks what is held of them', (open) => {
  let database: DatabaseHandle;
  let folder: string;
  const householdId = newId();
  const personId = newId();
  const other = newId();

  beforeAll(async () => {
    database = await open();
    folder = await mkdtemp(join(tmpdir(), 'benvung-person-'));
    await writeSamplePlaces(database);
    const { village, commune } = samplePlaces;
    const members = [
      sampleMember({
        personId,
        fullName: 'Hồ Thị Nga',
        birthDate: '1961',
        identityNumber: NUMBER,
        ethnicity: '02',
        disabilityForm: 'vision',
        disabilityDegree: 'mild',
      }),
      sampleMember({ personId: other, fullName: 'Hồ Văn Lanh', relation: 'child', identityNumber: null }),
    ];
    await database.withSession((session) =>
      writeHouseholds(
        session,
        [
          {
            id: householdId,
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
            headName: 'Hồ Thị Nga',
            persons: null,
            members,
            flagOverrides: {},
            demonstration: false,
          },
        ],
        '2024-01-01T00:00:00.000Z',
      ),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function run(name: string, words: string[], options: Record<string, string> = {}, json = true) {
    const said: string[] = [];
    let printed: unknown;
    const context = {
      json,
      cwd: folder,
      path: (file: string) => join(folder, file),
      out: (line: string) => said.push(line),
      err: (line: string) => said.push(line),
      printJson: (value: unknown) => {
        printed = value;
      },
      database,
      clock: machineClock('2024-03-12'),
      actor: 'cli:test',
    } as unknown as CliContext;
    const command = personCommands.find((each) => each.name === `person ${name}`)!;
    const code = await command
      .run(context, { words, text: (option) => options[option], flag: () => false })
      .catch((error) => {
        if (error instanceof CommandFailure) return error.exitCode;
        throw error;
      });
    return { code, said: said.join('\n'), printed };
  }
  const entries = async () =>
    (
      await sql<{
        act: string;
        detail: string;
      }>`select act, detail from audit_entry order by lane, sequence`.execute(database.db)
    ).rows;

  test('no reading without a reason, none of somebody who is not there', async () => {
    expect((await run('show', [personId])).code).toBe(2);
    expect((await run('show', [newId()], { reason: REASON })).code).toBe(4);
    expect(await entries()).toEqual([]);
  });

  test('they are found by number or by name, and the search is logged without the number', async () => {
    const byNumber = await run('find', [], { number: '046 161 000 123', reason: REASON });
    expect(byNumber.printed).toMatchObject([{ personId, fullName: 'Hồ Thị Nga', birthYear: '1961' }]);
    const byName = await run('find', [], { name: 'ho thi nga', unit: 'VN', reason: REASON });
    expect(byName.printed).toMatchObject([{ personId }]);
    expect((await run('find', [], { name: 'nga', unit: '99999', reason: REASON })).code).toBe(4);
    const logged = JSON.stringify(await entries());
    expect(logged).toContain('household.find-person');
    expect(logged).not.toContain(NUMBER);
  });

  test('everything is shown, also what is closed to officers, in words or as data', async () => {
    const told = await run('show', [personId], { reason: REASON }, false);
    for (const text of [NUMBER, 'Tày', 'nhìn', 'hộ Hồ Thị Nga (M-01)']) expect(told.said).toContain(text);
    const { printed } = await run('show', [personId], { reason: REASON });
    const data = printed as SubjectData;
    expect(data.facts).toMatchObject({ identityNumber: NUMBER, ethnicity: '02', disabilityForm: 'vision' });
    expect(data.households).toMatchObject([{ householdId, from: '2023-09-01', to: null }]);
    // The first reading is itself shown to the person the second time.
    expect(data.readings[0]).toMatchObject({ actor: 'cli:test', act: 'household.show-person' });
    expect(JSON.stringify(data)).not.toContain('Hồ Văn Lanh');
  });

  test('an export is a file to hand over, never written over another', async () => {
    expect((await run('export', [personId, 'nga.json'], { reason: REASON })).code).toBe(0);
    const written = JSON.parse(await readFile(join(folder, 'nga.json'), 'utf8')) as SubjectData;
    expect(written.facts.identityNumber).toBe(NUMBER);
    expect((await run('export', [personId, 'nga.json'], { reason: REASON })).code).toBe(3);
    expect((await run('export', [personId, 'nga.xlsx'], { reason: REASON })).code).toBe(0);
    expect((await readFile(join(folder, 'nga.xlsx'))).subarray(0, 2).toString()).toBe('PK');
  });

  test('what they sent online is held too, and put right with them; another member sees no number', async () => {
    const { village, commune } = samplePlaces;
    const sent = {
      originCommuneId: commune.id,
      id: newId(),
      number: 'DN-2024-001',
      series: 1,
      receiptKey: 'k',
      year: 2024,
      villageId: village.id,
      form: '01' as const,
      state: 'sent' as const,
      head: 'Hồ Thị Nga',
      address: 'xóm trên',
      phone: '0912 345 678',
      identityNumber: NUMBER,
      asked: 'Mất mùa',
      sentOn: '2024-03-01',
      decidedOn: null,
      decidedBy: null,
      reason: null,
      caseId: null,
      demonstration: false,
      version: 1,
      updatedAt: '2024-03-01T02:00:00.000Z',
      scopePath: village.path,
    };
    await insertOnlineRequest(database.db, sent);
    await insertOnlineRequest(database.db, {
      ...sent,
      id: newId(),
      number: 'DN-2024-002',
      series: 2,
      head: 'Người Khác',
      identityNumber: '046161000999',
    });
    const requestsOf = async (id: string) =>
      ((await run('show', [id], { reason: REASON })).printed as SubjectData).requests;
    expect(await requestsOf(personId)).toMatchObject([{ number: 'DN-2024-001', identityNumber: NUMBER }]);
    expect(await requestsOf(other)).toMatchObject([{ identityNumber: null, phone: null, asked: 'Mất mùa' }]);
    const told = await run('show', [personId], { reason: REASON }, false);
    for (const text of ['DN-2024-001', '0912 345 678', 'Mất mùa']) expect(told.said).toContain(text);
    expect((await run('correct', [personId, 'fullName=Hồ Thị Ngà'], { reason: REASON })).code).toBe(0);
    expect(await requestsOf(personId)).toMatchObject([{ head: 'Hồ Thị Ngà', phone: '0912 345 678' }]);
  });

  test('what is wrong is put right with its history; a field that does not exist is refused', async () => {
    expect((await run('correct', [personId, 'wealth=1'], { reason: REASON })).code).toBe(2);
    expect((await run('correct', [personId, 'sex=unknown'], { reason: REASON })).code).toBe(2);
    const done = await run('correct', [personId, 'birthDate=1961-03-05', 'ethnicity='], { reason: REASON });
    expect(done).toMatchObject({ code: 0, printed: { personId, fields: ['birthDate', 'ethnicity'] } });
    const { printed } = await run('show', [personId], { reason: REASON });
    const data = printed as SubjectData;
    expect(data.facts).toMatchObject({ birthDate: '1961-03-05', ethnicity: null });
    expect(data.events.at(-1)).toMatchObject({ kind: 'memberCorrected', actor: 'cli:test' });
  });
});
