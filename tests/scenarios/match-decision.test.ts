import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../../apps/server/src/platform/testing/test-database.ts';
import { openRounds, putReviewRecords } from '../../apps/server/src/review/review.public.ts';
import { testRecord } from '../../apps/server/src/review/review.test-support.ts';
import { makeWorld, type World } from '../permissions/world.ts';

const [KNOWN, ANEW] = ['0190a0c0-0000-7000-8000-00000000d001', '0190a0c0-0000-7000-8000-00000000d002'];
const HEADS = [
  [KNOWN, '0190a0c0-0000-7000-8000-00000000d011', 'Hồ Thị Hoà'],
  [ANEW, '0190a0c0-0000-7000-8000-00000000d012', 'HỒ THỊ HÒA'],
] as const;
const today = '2024-10-15';

describeOnEachDatabase('a match a person says is the same', (open) => {
  let world: World;
  let roundId: string;
  const query = async (text: string, values: unknown[] = []) =>
    (await world.database.withSession((session) => session.query(text, values))).rows;

  beforeAll(async () => {
    world = await makeWorld(await open());
    const { otherCommune: commune, otherVillage: village } = world.places;
    for (const [id, person, name] of HEADS) {
      await query(
        `insert into household (origin_commune_id, id, version, village_id, scope_path, head_person_id, head_name,
           head_search_key, head_sort_key, persons, flag_overrides, demonstration, created_at, updated_at)
         values ($1, $2, 1, $3, $4, $5, $6, 'ho thi hoa', 'a', 1, '{}', false, '2023-01-01', '2023-01-01')`,
        [commune.id, id, village.id, village.path, person, name],
      );
      await query(
        `insert into household_residence (origin_commune_id, household_id, valid_from, village_id, reason, scope_path)
         values ($1, $2, '2023-01-01', $3, 'imported', $4)`,
        [commune.id, id, village.id, village.path],
      );
      await query(
        `insert into person (origin_commune_id, id, version, household_id, scope_path, full_name, search_key, sort_key,
           relation, birth_date) values ($1, $2, 1, $3, $4, $5, 'ho thi hoa', 'a', 'head', '1961')`,
        [commune.id, person, id, village.path, name],
      );
      await query(
        `insert into household_membership (origin_commune_id, household_id, person_id, valid_from, relation, reason,
           scope_path) values ($1, $2, $3, '2023-01-01', 'head', 'imported', $4)`,
        [commune.id, id, person, village.path],
      );
    }
    const opened = await openRounds(world.database.db, {
      year: 2024,
      kind: 'PERIODIC',
      communes: [{ communeId: commune.id, scopePath: commune.path }],
      standardId: 'VN-2022',
      standardHash: 'x',
      localStandard: null,
      referenceDay: '2024-12-31',
      today,
      source: 'kiểm thử',
      demonstration: false,
      carryOver: false,
    });
    if (!opened.ok) throw new Error(opened.problem.code);
    const round = opened.value[0]!;
    roundId = round.id;
    const place = { originCommuneId: commune.id, scopePath: village.path };
    const villageId = village.id;
    const put = await putReviewRecords(
      world.database.db,
      [
        testRecord(round, {
          ...place,
          householdId: KNOWN,
          stage: 'listed',
          opening: sampleOpening({ communeId: commune.id, villageId }),
          closing: null,
        }),
        testRecord(round, {
          ...place,
          householdId: ANEW,
          opening: null,
          arrivalReason: 'newEntry',
          closing: sampleClosing({ class: 'NEAR_POOR', villageId }),
        }),
      ],
      { today },
    );
    expect(put).toMatchObject({ ok: true });
    await query(
      `insert into review_facts (origin_commune_id, household_id, year, scope_path, facts)
       values ($1, $2, 2024, $3, '{"facts": null, "evidence": {"kind": "none"}, "note": "phiếu 12"}')`,
      [commune.id, ANEW, village.path],
    );
  });
  afterAll(() => world.app.close());

  test('ends the household written anew in the known one, which takes over the year’s answers', async () => {
    const post = (url: string, payload: object) =>
      world.owner({ method: 'POST', url, payload: { commandId: world.newId(), ...payload } });
    const proposed = await post(`/api/rounds/${roundId}/matches`, {});
    const [match] = proposed.json().matches;
    expect(match).toMatchObject({ householdId: ANEW, candidateHouseholdId: KNOWN });
    const decided = await post(`/api/matches/${match.id}/decision`, { decision: 'same' });
    expect([decided.statusCode, decided.json().decision]).toEqual([200, 'same']);

    expect(
      await query(
        'select id, ended_on, ended_reason, merged_into_id, persons from household where id = any($1) order by id',
        [[KNOWN, ANEW]],
      ),
    ).toEqual([
      { id: KNOWN, ended_on: null, ended_reason: null, merged_into_id: null, persons: 1 },
      { id: ANEW, ended_on: today, ended_reason: 'mergedInto', merged_into_id: KNOWN, persons: 0 },
    ]);
    expect(await query('select household_id, opening_class, final_class from review_record')).toEqual([
      { household_id: KNOWN, opening_class: 'POOR', final_class: 'NEAR_POOR' },
    ]);
    expect(
      await query(`select household_id, facts->>'note' as note from review_facts where household_id = $1`, [
        KNOWN,
      ]),
    ).toEqual([{ household_id: KNOWN, note: 'phiếu 12' }]);
    expect(await query('select household_id, kind from household_event order by household_id')).toEqual([
      { household_id: KNOWN, kind: 'mergedIn' },
      { household_id: ANEW, kind: 'ended' },
    ]);
    const page = await world.owner({ method: 'GET', url: `/api/households/${ANEW}` });
    expect(page.json()).toMatchObject({
      ended: { on: today, reason: 'mergedInto' },
      members: [{ fullName: 'HỒ THỊ HÒA', left: { on: today } }],
    });
  });

  test('is taken back while the round is open: both stand as they did, and the pair waits again', async () => {
    const pairs = async (state: string) =>
      (await world.owner({ method: 'GET', url: `/api/rounds/${roundId}/matches?state=${state}` })).json();
    const [decided] = (await pairs('decided')).pairs;
    expect(decided).toMatchObject({ decision: 'same', undoable: true });
    const undo = () =>
      world.owner({
        method: 'POST',
        url: `/api/matches/${decided.id}/undo`,
        payload: { commandId: world.newId() },
      });
    const records = () =>
      query('select household_id, opening_class, final_class from review_record order by household_id');
    expect((await undo()).json()).toMatchObject({ decision: null });
    expect(await records()).toEqual([
      { household_id: KNOWN, opening_class: 'POOR', final_class: null },
      { household_id: ANEW, opening_class: null, final_class: 'NEAR_POOR' },
    ]);
    expect(
      await query('select id, ended_on, persons from household where id = any($1) order by id', [
        [KNOWN, ANEW],
      ]),
    ).toEqual([
      { id: KNOWN, ended_on: null, persons: 1 },
      { id: ANEW, ended_on: null, persons: 1 },
    ]);
    expect(await query('select household_id from review_facts')).toEqual([{ household_id: ANEW }]);
    const waiting = await pairs('undecided');
    expect(waiting).toMatchObject({ counts: { undecided: 1, certain: 1 }, arrived: 1, missing: 1 });
    expect(waiting.pairs[0]).toMatchObject({
      listed: { head: 'HỒ THỊ HÒA', class: 'NEAR_POOR', members: [{ birthYear: 1961, common: true }] },
      candidate: { head: 'Hồ Thị Hoà', class: 'POOR' },
    });
    expect((await undo()).json().code).toBe('review.match-not-decided');
  });

  test('is not taken back once something was built on it', async () => {
    const decide = await world.owner({
      method: 'POST',
      url: `/api/rounds/${roundId}/matches/decisions`,
      payload: {
        commandId: world.newId(),
        decision: 'same',
        ids: [(await query('select id from review_match'))[0]!.id],
      },
    });
    expect(decide.json()).toEqual({ decided: 1 });
    await query(`update household set phone = '0901', version = version + 1 where id = $1`, [KNOWN]);
    const undone = await world.owner({
      method: 'POST',
      url: `/api/matches/${(await query('select id from review_match'))[0]!.id}/undo`,
      payload: { commandId: world.newId() },
    });
    expect(undone.json().code).toBe('review.match-built-on');
  });
});
