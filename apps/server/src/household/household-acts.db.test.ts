import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { samplePlaces, writeSamplePlaces } from '../access/testing/sample-places.ts';
import { type SignedIn, signedInAs } from '../access/testing/signed-in.ts';
import { buildApp } from '../app.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { settableClock } from '../platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import {
  listReviewsOfHouseholds,
  openRounds,
  putReviewRecords,
  type ReviewRound,
  rebuildCounters,
} from '../review/review.public.ts';
import { getStandard } from '../standard/standard.public.ts';

const TODAY = '2024-10-15';
const NUMBER = '046079001234';
const { commune, otherCommune, district, province, village, otherVillage } = samplePlaces;
const SECOND_VILLAGE = { id: 790003, path: `${commune.path}790003/` };
const COMMUNES = [commune.id, otherCommune.id];

interface Known {
  readonly id: string;
  readonly head: string;
  readonly child: string;
  readonly grandchild: string;
}

describeOnEachDatabase('acts on households', (open) => {
  let database: DatabaseHandle;
  let app: FastifyInstance;
  let officer: SignedIn;
  let ofProvince: SignedIn;
  let ofOther: SignedIn;
  let known: Known;
  const rounds = new Map<string, ReviewRound>();

  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
    await addSecondVillage(database);
    const parts = { database, clock: settableClock('2024-10-15T02:00:00.000Z', TODAY), version: '0.0.0' };
    app = await buildApp(parts);
    await app.ready();
    const grants = (unitId: number) => [{ role: 'officer', unitId }];
    officer = await signedInAs(app, parts, { username: 'can.bo', grants: grants(commune.id) });
    ofProvince = await signedInAs(app, parts, { username: 'cua.tinh', grants: grants(province.id) });
    ofOther = await signedInAs(app, parts, { username: 'xa.kia', grants: grants(otherCommune.id) });
    for (const year of [2023, 2024]) {
      const opened = await openRounds(database.db, {
        year,
        kind: 'PERIODIC',
        communes: [commune, otherCommune].map(({ id, path }) => ({ communeId: id, scopePath: path })),
        standardId: 'VN-2022',
        standardHash: getStandard('VN-2022').hash,
        localStandard: null,
        referenceDay: `${year}-12-14`,
        today: `${year}-09-01`,
        source: 'thử',
        demonstration: false,
        carryOver: false,
      });
      if (!opened.ok) throw new Error(opened.problem.code);
      for (const round of opened.value) rounds.set(`${year} ${round.communeId}`, round);
    }
  });
  afterAll(() => app.close());

  const act = (who: SignedIn, path: string, body: object) =>
    who({ method: 'POST', url: `/api/households${path}`, payload: { commandId: newId(), ...body } });
  const page = async (who: SignedIn, id: string) => (await who({ url: `/api/households/${id}` })).json();
  const registration = (people: Known) => ({
    id: people.id,
    villageId: village.id,
    day: '2023-01-10',
    fields: { listCode: 'M-07' },
    members: [
      {
        personId: people.head,
        fullName: 'Hồ Thị Nga',
        relation: 'head',
        sex: 'female',
        birthDate: '1961',
        ethnicity: '31',
        identityNumber: NUMBER,
      },
      { personId: people.child, fullName: 'Hồ Văn Lanh', relation: 'child', sex: 'male', ethnicity: '31' },
      { personId: people.grandchild, fullName: 'Hồ Văn Út', relation: 'grandchild' },
    ],
  });

  beforeEach(async () => {
    known = { id: newId(), head: newId(), child: newId(), grandchild: newId() };
    const done = await act(officer, '', registration(known));
    expect(done.statusCode, done.body).toBe(201);
    expect(done.json().warnings.map((each: { code: string }) => each.code)).toContain('identity.sex-differs');
    await putRecord(2023, 'recognised');
    await putRecord(2024, 'scored');
    await sql`update review_round set status = 'LOCKED' where year = 2023`.execute(database.db);
  });

  async function putRecord(year: number, stage: 'recognised' | 'scored'): Promise<void> {
    const round = rounds.get(`${year} ${commune.id}`)!;
    await sql`update review_round set status = 'OPEN' where id = ${round.id}::uuid`.execute(database.db);
    const opening = { class: 'POOR' as const, persons: 3, communeId: commune.id, villageId: village.id };
    const put = await putReviewRecords(
      database.db,
      [
        {
          originCommuneId: commune.id,
          householdId: known.id,
          year,
          standardId: 'VN-2022',
          roundId: round.id,
          communeId: commune.id,
          scopePath: village.path,
          stage,
          verified: true,
          opening,
          closing: sampleClosing({ persons: 3, villageId: village.id }),
          goneReason: null,
          arrivalReason: null,
          computedClass: 'POOR',
          overrideReason: null,
          incomeScore: 110,
          deprivationScore: 30,
          evidence: 'signedForm',
          scorecardId: null,
          decisionNumber: null,
          decisionDay: null,
          batchId: null,
          version: 0,
        },
      ],
      { today: TODAY },
    );
    if (!put.ok) throw new Error(put.problem.code);
  }

  const recordOf = async (year: number, id = known.id) => {
    const found = await listReviewsOfHouseholds(database.db, [{ originCommuneId: commune.id, id }]);
    return found.get(id)?.find(({ record }) => record.year === year)?.record;
  };
  const countersAreTheFold = async () => {
    for (const year of [2023, 2024])
      expect(await rebuildCounters(database.db, { year, communeIds: COMMUNES, today: TODAY })).toBe(false);
  };

  describe('are refused', () => {
    test.each([
      [
        'to an officer of another commune',
        () => act(ofOther, `/${known.id}/end`, { version: 1, day: TODAY, reason: 'died' }),
        404,
        'shared.not-found',
      ],
      [
        'when someone else changed the household',
        () => act(officer, `/${known.id}/end`, { version: 9, day: TODAY, reason: 'died' }),
        409,
        'household.version-conflict',
      ],
      [
        'into a village of another area',
        () => act(officer, `/${known.id}/moves`, { version: 1, day: TODAY, villageId: otherVillage.id }),
        422,
        'household.village-unknown',
      ],
      [
        'into what is no village',
        () => act(ofProvince, `/${known.id}/moves`, { version: 1, day: TODAY, villageId: district.id }),
        422,
        'household.village-unknown',
      ],
      [
        'under an id that is taken',
        () => act(officer, '', registration(known)),
        409,
        'household.version-conflict',
      ],
      [
        'on a member of another household',
        () =>
          act(officer, `/${known.id}/members/${newId()}/departure`, {
            version: 1,
            day: TODAY,
            reason: 'died',
          }),
        422,
        'household.member-unknown',
      ],
    ])('%s', async (_what, send, status, code) => {
      const answer = await send();
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect((await page(officer, known.id)).version).toBe(1);
    });
  });

  test('add, correct and let go members, whom the open review and its counters follow', async () => {
    const newcomer = newId();
    const member = {
      personId: newcomer,
      fullName: '  Lê  Thị Hoa ',
      relation: 'other',
      identityNumber: '046 179 001 235',
    };
    const added = await act(officer, `/${known.id}/members`, {
      version: 1,
      day: '2024-02-01',
      reason: 'married',
      member,
    });
    expect(added.json(), added.body).toMatchObject({ version: 2, warnings: [] });
    const corrected = await act(officer, `/${known.id}/members/${newcomer}/corrections`, {
      version: 2,
      changes: { birthDate: '1980', sex: 'male' },
    });
    expect(corrected.json().warnings.map((each: { code: string }) => each.code)).toEqual([
      'identity.sex-differs',
      'identity.birth-year-differs',
    ]);
    expect((await recordOf(2024))?.closing?.persons).toBe(4);
    const left = await act(officer, `/${known.id}/members/${known.grandchild}/departure`, {
      version: 3,
      day: '2024-03-01',
      reason: 'movedAway',
    });
    expect(left.statusCode, left.body).toBe(200);
    const shown = await page(officer, known.id);
    expect(shown.version).toBe(4);
    expect(shown.members.map((each: { fullName: string }) => each.fullName)).toContain('Lê Thị Hoa');
    expect(shown.events.map((each: { text: string }) => each.text)).toEqual([
      'Sửa thông tin của Lê Thị Hoa: giới tính và năm sinh.',
      'Hồ Văn Út rời hộ (chuyển đi).',
      'Lê Thị Hoa vào hộ (kết hôn).',
      'Ghi vào sổ lần đầu.',
    ]);
    expect((await recordOf(2024))?.closing?.persons).toBe(3);
    expect((await recordOf(2023))?.closing?.persons).toBe(3);
    await countersAreTheFold();
  });

  test('change the head, and the traits that follow the head', async () => {
    const done = await act(officer, `/${known.id}/head`, {
      version: 1,
      day: '2024-02-01',
      personId: known.child,
      former: { relation: 'parent' },
      relations: { [known.grandchild]: 'child' },
    });
    expect(done.statusCode, done.body).toBe(200);
    const shown = await page(officer, known.id);
    expect(shown.head).toBe('Hồ Văn Lanh');
    expect(shown.events[0].text).toBe('Đổi chủ hộ: Hồ Văn Lanh thay Hồ Thị Nga.');
    expect((await recordOf(2024))?.closing?.flags.femaleHead).toBe(false);
    const found = await officer({ url: `/api/households?unit=${commune.id}&q=ho van lanh` });
    expect(found.json().households.map((each: { id: string }) => each.id)).toContain(known.id);
    await countersAreTheFold();
  });

  test('move a household within its commune: the open review moves, the locked one stays', async () => {
    const done = await act(officer, `/${known.id}/moves`, {
      version: 1,
      day: '2024-05-01',
      villageId: SECOND_VILLAGE.id,
    });
    expect(done.statusCode, done.body).toBe(200);
    expect((await recordOf(2024))?.closing?.villageId).toBe(SECOND_VILLAGE.id);
    const locked = await recordOf(2023);
    expect([locked?.closing?.villageId, locked?.scopePath, locked?.version]).toEqual([
      village.id,
      SECOND_VILLAGE.path,
      1,
    ]);
    const shown = await page(officer, known.id);
    expect(shown.residences.map((each: { from: string; to: string | null }) => [each.from, each.to])).toEqual(
      [
        ['2023-01-10', '2024-05-01'],
        ['2024-05-01', null],
      ],
    );
    await countersAreTheFold();
  });

  test('move a household to another commune: all of it follows, its key and its locked results do not', async () => {
    const done = await act(ofProvince, `/${known.id}/moves`, {
      version: 1,
      day: '2024-05-01',
      villageId: otherVillage.id,
    });
    expect(done.statusCode, done.body).toBe(200);
    const record = await recordOf(2024);
    expect([record?.communeId, record?.roundId]).toEqual([
      otherCommune.id,
      rounds.get(`2024 ${otherCommune.id}`)?.id,
    ]);
    expect((await recordOf(2023))?.communeId).toBe(commune.id);
    for (const table of [
      'household_residence',
      'household_membership',
      'household_event',
      'review_record',
      'person',
    ]) {
      const { rows } = await sql<{ key: number; path: string }>`
        select distinct origin_commune_id as key, scope_path as path from ${sql.table(table)}
        where household_id = ${known.id}::uuid`.execute(database.db);
      expect([table, rows]).toEqual([table, [{ key: commune.id, path: otherVillage.path }]]);
    }
    expect((await officer({ url: `/api/households/${known.id}` })).statusCode).toBe(404);
    expect((await page(ofOther, known.id)).village.id).toBe(otherVillage.id);
    await countersAreTheFold();
  });

  test('split a household and merge it again: both histories tell it, nobody is lost', async () => {
    const begun = newId();
    const leaving = { [known.child]: 'head', [known.grandchild]: 'child' };
    const split = await act(officer, `/${known.id}/splits`, {
      version: 1,
      day: '2024-02-01',
      newId: begun,
      leaving,
    });
    expect(split.json(), split.body).toMatchObject({ version: 2, other: { id: begun, version: 1 } });
    expect((await recordOf(2024))?.closing?.persons).toBe(1);
    const young = await page(officer, begun);
    expect(young).toMatchObject({
      head: 'Hồ Văn Lanh',
      residences: [{ from: '2024-02-01', reason: 'split' }],
    });
    expect(young.events[0].text).toBe('Tách từ hộ Hồ Thị Nga (M-07).');
    const old = await page(officer, known.id);
    expect(old.events[0].text).toBe('Hồ Văn Lanh và Hồ Văn Út tách thành hộ Hồ Văn Lanh.');
    expect(old.members.filter((each: { left: unknown }) => each.left !== null)).toHaveLength(2);
    const merged = await act(officer, `/${known.id}/merges`, {
      version: 2,
      day: '2024-06-01',
      fromId: begun,
      fromVersion: 1,
      relations: { [known.child]: 'child', [known.grandchild]: 'grandchild' },
    });
    expect(merged.json(), merged.body).toMatchObject({ version: 3, other: { id: begun, version: 2 } });
    expect((await recordOf(2024))?.closing?.persons).toBe(3);
    expect(await page(officer, begun)).toMatchObject({ ended: { on: '2024-06-01', reason: 'mergedInto' } });
    const { rows } = await sql<{ spells: number; persons: number }>`
      select (select count(*)::int from household_membership where person_id = ${known.child}::uuid) as spells,
        persons from household where id = ${known.id}::uuid`.execute(database.db);
    expect(rows).toEqual([{ spells: 3, persons: 3 }]);
    await countersAreTheFold();
  });

  test('merge households first recorded in different communes', async () => {
    const other = { id: newId(), head: newId(), child: newId(), grandchild: newId() };
    const made = await act(ofProvince, '', { ...registration(other), villageId: otherVillage.id });
    expect(made.statusCode, made.body).toBe(201);
    const merged = await act(ofProvince, `/${known.id}/merges`, {
      version: 1,
      day: '2024-06-01',
      fromId: other.id,
      fromVersion: 1,
    });
    expect(merged.statusCode, merged.body).toBe(200);
    const shown = await page(officer, known.id);
    expect(shown.members.filter((each: { left: unknown }) => each.left === null)).toHaveLength(6);
    const gone = await page(ofOther, other.id);
    expect(gone.members.map((each: { left: { reason: string } }) => each.left.reason)).toEqual(
      new Array(3).fill('mergedInto'),
    );
    await countersAreTheFold();
  });

  test('end a household: the open review books it as gone', async () => {
    const done = await act(officer, `/${known.id}/end`, {
      version: 1,
      day: '2024-06-01',
      reason: 'movedAway',
    });
    expect(done.statusCode, done.body).toBe(200);
    expect(await recordOf(2024)).toMatchObject({ closing: null, goneReason: 'movedAway' });
    expect((await recordOf(2023))?.closing?.class).toBe('POOR');
    const again = await act(officer, `/${known.id}/end`, { version: 2, day: '2024-06-02', reason: 'died' });
    expect(again.json().code).toBe('household.ended');
    await countersAreTheFold();
  });

  test('set a trait by hand with its reason, and take it back', async () => {
    const path = `/${known.id}/flags/merit`;
    await act(officer, path, { version: 1, value: true, reason: 'Bằng Tổ quốc ghi công' });
    const set = (await page(officer, known.id)).flags.find((each: { flag: string }) => each.flag === 'merit');
    expect(set).toEqual({ flag: 'merit', value: true, overridden: true, reason: 'Bằng Tổ quốc ghi công' });
    expect((await recordOf(2024))?.closing?.flags.merit).toBe(true);
    await countersAreTheFold();
    await act(officer, path, { version: 2, value: null, reason: 'Nhầm người' });
    expect((await recordOf(2024))?.closing?.flags.merit).toBe(false);
    await countersAreTheFold();
  });

  test('sent twice are done once, and leave one entry that tells no sensitive value', async () => {
    const url = `/api/households/${known.id}/corrections`;
    const payload = { commandId: newId(), version: 1, changes: { address: 'Thôn 1, nhà sau trường' } };
    const answers = [
      await officer({ method: 'POST', url, payload }),
      await officer({ method: 'POST', url, payload }),
    ];
    expect(answers.map((answer) => answer.json().version)).toEqual([2, 2]);
    const log = await sql<{ act: string; detail: string }>`select act, detail from audit_entry
      where subject_id = ${known.id} order by sequence`.execute(database.db);
    expect(log.rows).toEqual([
      { act: 'household.register', detail: '{"day":"2023-01-10","members":3}' },
      { act: 'household.correct', detail: '{"fields":["address"]}' },
    ]);
    const told = await sql<{ text: string }>`select (select string_agg(detail::text, '') from audit_entry) ||
      (select string_agg(detail::text, '') from household_event) ||
      (select string_agg(outcome::text, '') from command_receipt) as text`.execute(database.db);
    expect(told.rows[0]?.text).not.toContain(NUMBER);
  });
});

async function addSecondVillage(database: DatabaseHandle): Promise<void> {
  await database.withSession(async (session) => {
    await session.query(`insert into territory_unit (id, level) values ($1, 'village')`, [SECOND_VILLAGE.id]);
    await session.query(
      `insert into territory_unit_version (unit_id, valid_from, level, code, name, type, area_type, parent_id, path,
         search_key, sort_key, source)
       values ($1, '2021-01-01', 'village', null, 'Thôn 3', 'village', null, $2, $3, 'thon 3', 'thon 3', 'kiểm thử')`,
      [SECOND_VILLAGE.id, commune.id, SECOND_VILLAGE.path],
    );
  });
}
