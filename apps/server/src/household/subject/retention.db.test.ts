import { SAMPLE_DATA } from '@benvung/domain/document/sample-data';
import { sampleMember } from '@benvung/domain/household/member.sample';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { retentionCommands, technicalSweepers } from '../../access/access.public.ts';
import { samplePlaces, writeSamplePlaces } from '../../access/testing/sample-places.ts';
import { makeDocuments, numberDocument } from '../../document/document.public.ts';
import { verifyDocuments } from '../../document/verify-documents.ts';
import { verifyAudit } from '../../platform/audit/verify-audit.ts';
import { type CliContext, CommandFailure } from '../../platform/cli/command.ts';
import { machineClock } from '../../platform/clock.ts';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';
import { upsertCases } from '../../review/case/case.store.ts';
import { writeHouseholds } from '../write-households.ts';
import { endedHouseholdSweeper, FORGOTTEN_NAME } from './forget-household.ts';

const TODAY = '2030-01-10';
const commands = retentionCommands([...technicalSweepers, endedHouseholdSweeper]);

describeOnEachDatabase('how long data is kept', (open) => {
  let database: DatabaseHandle;
  const old = newId();
  const recent = newId();
  const living = newId();

  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
    const { village, commune } = samplePlaces;
    const household = (id: string, head: string, ended: { on: string; reason: string } | null) => ({
      id,
      originCommuneId: commune.id,
      listCode: 'M-01',
      registrationNumber: null,
      phone: '0900 000 000',
      address: 'Cạnh chợ',
      villageId: village.id,
      scopePath: village.path,
      residentSince: '2021-09-01',
      residenceReason: 'registered',
      ended: ended === null ? null : { ...ended, mergedIntoId: null },
      headName: head,
      persons: null,
      members: [sampleMember({ personId: newId(), fullName: head, identityNumber: '046161000123' })],
      flagOverrides: {},
      demonstration: false,
    });
    await database.withSession((session) =>
      writeHouseholds(
        session,
        [
          household(old, 'Hồ Thị Nga', { on: '2022-05-01', reason: 'died' }),
          household(recent, 'Lê Văn Sáu', { on: '2029-12-01', reason: 'died' }),
          household(living, 'Trần Văn Tư', null),
        ] as never,
        '2024-01-01T00:00:00.000Z',
      ),
    );
  });

  /** A certificate of the household that is forgotten, as the review leaves it, and a decision that names others too. */
  beforeAll(async () => {
    const { commune, village } = samplePlaces;
    const by = { accountId: null, actor: 'hoa', now: '2022-03-01T02:00:00.000Z' };
    const round = newId();
    const caseId = newId();
    await upsertCases(database.db, [
      {
        originCommuneId: commune.id,
        id: caseId,
        roundId: round,
        householdOrigin: commune.id,
        householdId: old,
        villageId: village.id,
        year: 2022,
        scopePath: village.path,
        headName: 'Hồ Thị Nga',
        request: { form: '01', channel: 'office', asked: 'Nhà tôi là Hồ Thị Nga' },
        postingId: null,
        submissionId: null,
        decisionId: null,
        lastOn: '2022-03-01',
        version: 1,
        updatedAt: by.now,
        standing: {
          state: 'recognised',
          origin: 'form01',
          roundKind: 'PERIODIC',
          requestedOn: '2022-02-01',
          opening: null,
          class: 'POOR',
          verified: true,
          surveyedBy: null,
          postingEndsOn: null,
          last: { act: 'recognise', from: 'cleared' },
        },
      },
    ]);
    await sql`insert into review_online_request (origin_commune_id, id, number, series, receipt_key, year, village_id, form,
        state, head, asked, sent_on, case_id, demonstration, version, updated_at, scope_path)
      values (${commune.id}, ${newId()}::uuid, 'DN-2022-001', 1, 'k', 2022, ${village.id}, '01', 'accepted', 'Hồ Thị Nga',
        'Nhà tôi', '2022-02-01', ${caseId}::uuid, false, 1, ${by.now}::timestamptz, ${village.path})`.execute(
      database.db,
    );
    const papers = await makeDocuments(
      database.db,
      [
        {
          kind: 'certificate',
          unitId: commune.id,
          day: '2022-03-01',
          data: { ...SAMPLE_DATA.certificate, head: 'Hồ Thị Nga' },
          signatory: null,
          subjects: [{ kind: 'household', id: old }],
        },
        {
          kind: 'recognition',
          unitId: commune.id,
          day: '2022-03-01',
          data: SAMPLE_DATA.recognition,
          signatory: null,
          subjects: [{ kind: 'case', id: caseId }],
        },
      ],
      by,
    );
    if (!papers.ok) throw new Error(papers.problem.code);
    for (const { id } of papers.value) {
      const numbered = await numberDocument(database.db, id, by);
      if (!numbered.ok) throw new Error(numbered.problem.code);
    }
  });

  async function run(name: string, words: string[] = [], options: Record<string, string | true> = {}) {
    let printed: unknown;
    const context = {
      json: true,
      out: () => undefined,
      printJson: (value: unknown) => {
        printed = value;
      },
      database,
      clock: machineClock(TODAY),
      actor: 'cli:test',
    } as unknown as CliContext;
    const command = commands.find((each) => each.name === `retention ${name}`)!;
    const code = await command
      .run(context, {
        words,
        text: (option) => (typeof options[option] === 'string' ? (options[option] as string) : undefined),
        flag: (option) => options[option] === true,
      })
      .catch((error) => {
        if (error instanceof CommandFailure) return error.exitCode;
        throw error;
      });
    return { code, printed };
  }
  const names = async () =>
    (
      await sql<{ id: string; name: string; number: string | null; address: string | null }>`
        select h.id, p.full_name as name, p.identity_number as number, h.address from household h
        join person p on p.origin_commune_id = h.origin_commune_id and p.household_id = h.id
        order by h.id`.execute(database.db)
    ).rows;

  test('no period is set for closed households until a body decides one, and nothing goes', async () => {
    const { printed } = await run('run');
    expect(printed).toMatchObject({
      due: expect.arrayContaining(
        [{ kind: 'endedHousehold', keepDays: null }].map((each) => expect.objectContaining(each)),
      ),
    });
    expect((await names()).map(({ name }) => name)).not.toContain(FORGOTTEN_NAME);
  });

  test('a period needs its decision', async () => {
    expect((await run('set', ['endedHousehold', '1825'], { decision: ' ' })).code).toBe(2);
    expect((await run('set', ['endedHousehold', 'five'], { decision: 'QĐ 12/QĐ-UBND' })).code).toBe(2);
    expect((await run('set', ['everything', '5'], { decision: 'QĐ 12/QĐ-UBND' })).code).toBe(2);
    expect((await run('set', ['endedHousehold', '1825'], { decision: 'QĐ 12/QĐ-UBND' })).code).toBe(0);
  });

  test('past it, who it was is gone; that it was stays, once', async () => {
    const dry = await run('run', [], { 'dry-run': true });
    expect(dry.printed).toMatchObject({ done: [] });
    expect(JSON.stringify(dry.printed)).toContain('"due":1');
    const done = await run('run');
    expect(done.printed).toMatchObject({
      done: expect.arrayContaining([{ kind: 'endedHousehold', taken: 1 }]),
    });
    const after = new Map((await names()).map((each) => [each.id, each]));
    expect(after.get(old)).toMatchObject({ name: FORGOTTEN_NAME, number: null, address: null });
    expect(after.get(recent)?.name).toBe('Lê Văn Sáu');
    expect(after.get(living)?.name).toBe('Trần Văn Tư');
    expect((await run('run')).printed).toMatchObject({
      done: expect.arrayContaining([{ kind: 'endedHousehold', taken: 0 }]),
    });
    const kept = await sql<{ text: string; files: number }>`
      select (select jsonb_agg(c)::text from review_case c) || (select jsonb_agg(d)::text from document d)
        || (select jsonb_agg(r)::text from review_online_request r) as text,
        (select count(*)::integer from stored_file) as files`.execute(database.db);
    expect(kept.rows[0]?.text).not.toContain('Hồ Thị Nga');
    expect(kept.rows[0]?.files).toBe(1);
    expect(await verifyDocuments(database.db)).toMatchObject({ documents: 1, remade: 1, faults: [] });
    const events = await sql<{ kind: string }>`select kind from household_event
      where household_id = ${old}::uuid and kind = 'forgotten'`.execute(database.db);
    expect(events.rows).toHaveLength(1);
    expect((await verifyAudit(database)).ok).toBe(true);
  });
});
