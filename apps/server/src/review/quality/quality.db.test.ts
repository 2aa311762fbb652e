import type { AssignmentBoard, OwnWork } from '@benvung/contract/review-assignment';
import type { EntryView, Interview } from '@benvung/contract/review-entry';
import type { FindingList, QualityView } from '@benvung/contract/review-quality';
import { beforeAll, describe, expect, test } from 'vitest';
import { samplePlaces } from '../../access/testing/sample-places.ts';
import { type SignedIn, signedInAs } from '../../access/testing/signed-in.ts';
import {
  type ActsWorld,
  type Known,
  makeActsWorld,
  SECOND_VILLAGE,
} from '../../household/household-acts.test-support.ts';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { SettableClock } from '../../platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';

const { commune, village } = samplePlaces;
const YEAR = 2024;

describeOnEachDatabase('who asks, and how well', (open) => {
  let database: DatabaseHandle;
  let world: ActsWorld;
  let roundId: string;
  let people: Known;
  let head: SignedIn;
  let headId: string;
  let inspector: SignedIn;
  let officer: SignedIn;

  const act = (who: SignedIn, url: string, payload: object) =>
    who({ method: 'POST', url, payload: { commandId: newId(), ...payload } });
  const board = async () =>
    (await officer({ url: `/api/rounds/${roundId}/assignments` })).json<AssignmentBoard>();
  const assign = (changes: object) =>
    act(officer, `/api/rounds/${roundId}/assignments`, {
      villageId: village.id,
      householdIds: null,
      accountId: null,
      name: '',
      position: null,
      untilDay: '2024-11-10',
      reason: '',
      ...changes,
    });
  const record = async (interview?: Interview) => {
    (world.parts.clock as SettableClock).moveBy(60_000);
    const url = `/api/rounds/${roundId}/entries/${people.id}`;
    const view = (await head({ url })).json<EntryView>();
    const { interview: _, ...offered } = view.offered;
    return act(head, url, {
      villageId: view.household.villageId,
      version: view.recordVersion,
      content: {
        ...offered,
        paper: { incomeScore: 130, deprivationScore: null, class: null },
        ...(interview === undefined ? {} : { interview }),
      },
    });
  };
  const check = () => act(officer, '/api/review-quality/checks', { unit: commune.id, year: YEAR });
  const quality = async () =>
    (await officer({ url: `/api/review-quality?unit=${commune.id}&year=${YEAR}` })).json<QualityView>();
  const findings = async (who = inspector) =>
    who({ url: `/api/review-findings?unit=${commune.id}&year=${YEAR}` });
  const ofCheck = async (name: string) => (await quality()).checks.find((one) => one.check === name);

  beforeAll(async () => {
    database = await open();
    world = await makeActsWorld(database);
    officer = world.officer;
    roundId = world.roundOf(YEAR, commune.id).id;
    people = await world.register();
    const join = (username: string, role: string, unitId: number) =>
      signedInAs(world.app, world.parts, { username, grants: [{ role, unitId }] });
    head = await join('truong.thon', 'enumerator', village.id);
    await join('thon.khac', 'enumerator', SECOND_VILLAGE.id);
    inspector = await join('thanh.tra', 'inspector', commune.id);
    headId = (await board()).accounts.find(({ name }) => name === 'Người truong.thon')!.id;
  });

  describe('an enumerator', () => {
    test('is given a village, which nobody had', async () => {
      expect((await board()).unassigned).toMatchObject({ households: 1, villages: 1 });
      expect((await head({ url: '/api/my-review-work' })).json<OwnWork>().villages).toEqual([]);
      expect((await assign({})).json()).toMatchObject({ code: 'review.assignment-nobody' });
      const elsewhere = (await board()).accounts.find(({ name }) => name === 'Người thon.khac')!.id;
      expect((await assign({ accountId: elsewhere })).json()).toMatchObject({
        code: 'review.assignment-account-elsewhere',
      });
      expect((await assign({ name: 'Ông Páo' })).json()).toEqual({ given: 1, ended: 0 });
      expect((await assign({ accountId: headId })).json()).toMatchObject({
        code: 'review.assignment-reason-missing',
      });
      expect((await assign({ accountId: headId, reason: 'ông Páo ốm' })).json()).toEqual({
        given: 1,
        ended: 1,
      });
      const { villages, enumerators, unassigned } = await board();
      const mine = villages.find(({ unit }) => unit.id === village.id);
      expect(mine?.ended).toMatchObject([{ name: 'Ông Páo', endedReason: 'ông Páo ốm' }]);
      expect(enumerators).toMatchObject([{ accountId: headId, households: 1, done: 1, findings: null }]);
      expect(unassigned).toEqual({ households: 0, villages: 0 });
    });

    test('sees what is theirs alone', async () => {
      const { villages } = (await head({ url: '/api/my-review-work' })).json<OwnWork>();
      expect(villages).toMatchObject([
        {
          unit: { id: village.id },
          households: 1,
          done: 1,
          untilDay: '2024-11-10',
          left: [],
        },
      ]);
      expect((await officer({ url: '/api/my-review-work' })).json<OwnWork>().villages).toEqual([]);
    });

    test('stands in the decision on enumerators, a draft', async () => {
      const made = await act(officer, `/api/rounds/${roundId}/assignment-paper`, {});
      expect(made.statusCode, made.body).toBe(200);
      const rows = await database.withSession((session) =>
        session.query('select data from document where id = $1', [
          made.json<{ documentId: string }>().documentId,
        ]),
      );
      expect(rows.rows[0]).toMatchObject({
        data: { rows: [{ enumerator: 'Người truong.thon', households: 1, until: '2024-11-10' }] },
      });
    });
  });

  describe('the checks', () => {
    const HASTY: Interview = {
      enumeratorId: null,
      enumerator: 'Bà Mẩy',
      startedAt: '2024-10-10T23:00',
      endedAt: '2024-10-10T23:05',
      place: { latitude: 16.5, longitude: 107.2 },
    };

    test('say that they have no data where the paper says nothing', async () => {
      expect((await record()).statusCode).toBe(200);
      expect((await quality()).state).toMatchObject({ rounds: 1, unchecked: 1 });
      expect((await check()).json()).toEqual({ checked: 1, remaining: 0 });
      expect(await ofCheck('tooShort')).toMatchObject({ looked: 0, withoutData: 1, open: 0 });
      expect(await ofCheck('farFromHouse')).toMatchObject({ looked: 0, withoutData: 1 });
      expect((await quality()).state).toMatchObject({ unchecked: 0, behind: 0 });
    });

    test('tell of a form filled in at night, in five minutes, by another', async () => {
      const stranger = { ...HASTY, enumeratorId: newId() };
      expect((await record(stranger)).json()).toMatchObject({ code: 'review.assignment-account-elsewhere' });
      expect((await record(HASTY)).statusCode).toBe(200);
      expect((await quality()).state.behind).toBe(1);
      await check();
      const told = (await quality()).checks
        .filter(({ open: waiting }) => waiting > 0)
        .map((one) => one.check);
      expect(told).toEqual(expect.arrayContaining(['tooShort', 'oddHour', 'notByAssigned']));
      expect(await ofCheck('farFromHouse')).toMatchObject({ withoutData: 1 });
    });

    test('show names to inspectors alone, and never where a house is', async () => {
      const figures = JSON.stringify(await quality());
      expect(figures).not.toContain('Nga');
      expect(figures).not.toContain(people.id);
      expect((await findings(officer)).statusCode).toBe(403);
      const list = await findings();
      expect(list.body).toContain('Nga');
      expect(list.body).not.toContain('107.2');
      const view = await head({ url: `/api/rounds/${roundId}/entries/${people.id}` });
      expect(view.json<EntryView>().offered.interview).toMatchObject({ enumerator: 'Bà Mẩy', place: null });
    });

    test('name who asked to inspectors alone, beside the sums too, and that is logged', async () => {
      const seen = async (who: SignedIn) =>
        (await who({ url: `/api/review-quality?unit=${commune.id}&year=${YEAR}` })).json<QualityView>()
          .enumerators;
      const read = async () =>
        (
          await database.withSession((session) =>
            session.query(`select 1 from audit_entry where act = 'review.read-enumerators'`),
          )
        ).rows.length;
      const before = await read();
      const closed = await seen(officer);
      expect(closed.length).toBeGreaterThan(0);
      expect(closed.map(({ name }) => name)).toEqual(closed.map(() => null));
      expect(JSON.stringify(closed)).not.toMatch(/Mẩy|truong/u);
      expect((await board()).enumerators).toMatchObject([{ name: 'Người truong.thon', findings: null }]);
      expect(await read()).toBe(before);
      expect((await seen(inspector)).map(({ name }) => name)).toContain('Bà Mẩy');
      const inspected = await inspector({ url: `/api/rounds/${roundId}/assignments` });
      expect(inspected.json<AssignmentBoard>().enumerators[0]?.findings).toEqual(expect.any(Number));
      expect(await read()).toBe(before + 2);
    });

    test('are answered: explained, or sent back until the household was asked again', async () => {
      const { findings: all } = (await findings()).json<FindingList>();
      const one = all.find(({ check: name }) => name === 'tooShort')!;
      const odd = all.find(({ check: name }) => name === 'oddHour')!;
      const decide = (of: typeof one, change: object) =>
        act(inspector, `/api/review-findings/${of.id}/acts`, { version: of.version, ...change });
      expect((await decide(one, { act: 'sendBack', reason: '' })).json()).toMatchObject({
        code: 'review.finding-reason-missing',
      });
      expect((await decide(one, { act: 'sendBack', reason: 'hỏi lại tại nhà' })).statusCode).toBe(200);
      expect((await decide(one, { act: 'explain', reason: 'x' })).json()).toMatchObject({
        code: 'review.finding-closed',
      });
      expect((await decide(odd, { act: 'explain', reason: 'nhà đi làm rẫy, tối mới về' })).statusCode).toBe(
        200,
      );
      const [mine] = (await head({ url: '/api/my-review-work' })).json<OwnWork>().villages;
      expect(mine?.left).toMatchObject([{ id: people.id, again: 'hỏi lại tại nhà' }]);
      expect((await board()).enumerators).toMatchObject([{ toAskAgain: 1 }]);
      const again = { ...HASTY, startedAt: '2024-10-12T08:00', endedAt: '2024-10-12T08:40', place: null };
      expect((await record({ ...again, enumeratorId: headId, enumerator: null })).statusCode).toBe(200);
      await check();
      expect(await ofCheck('tooShort')).toMatchObject({ looked: 1, open: 0, sentBack: 0 });
      expect(await ofCheck('oddHour')).toMatchObject({ explained: 1, open: 0 });
      const place = await database.withSession((session) =>
        session.query('select latitude from review_interview where household_id = $1', [people.id]),
      );
      expect(place.rows).toEqual([{ latitude: 16.5 }]);
    });

    test('need the whole commune: someone of one village cannot run them', async () => {
      const ofVillage = await signedInAs(world.app, world.parts, {
        username: 'can.bo.thon',
        grants: [{ role: 'officer', unitId: village.id }],
      });
      await record(HASTY);
      const answer = await act(ofVillage, '/api/review-quality/checks', { unit: village.id, year: YEAR });
      expect(answer.json()).toMatchObject({ checked: 0 });
    });
  });
});
