import type {
  EntryContent,
  EntryList,
  EntryRecorded,
  EntryView,
  TotalsRecorded,
} from '@benvung/contract/review-entry';
import { unknownFacts } from '@benvung/domain/household/unknown-facts';
import { findQuestionnaire } from '@benvung/regulations/find-questionnaire';
import { beforeAll, describe, expect, test } from 'vitest';
import { samplePlaces } from '../../access/testing/sample-places.ts';
import { type SignedIn, signedInAs } from '../../access/testing/signed-in.ts';
import {
  type ActsWorld,
  type Known,
  makeActsWorld,
  NUMBER,
} from '../../household/household-acts.test-support.ts';
import { findReviewFacts, putReviewFacts } from '../../household/review-facts.store.ts';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';
import { regulations } from '../../standard/standard.public.ts';
import { findRecord } from '../review-record.store.ts';

const { commune, village } = samplePlaces;
const HASH = findQuestionnaire(regulations(), 'VN-2022')!.hash;
const PAPER = { incomeScore: 130, deprivationScore: 20, class: null };
/** Three lacks the answers tell: water, toilet, housing. */
const LACKING = {
  water: 'surface',
  toilet: 'noToilet',
  wall: false,
  pillar: false,
  roof: true,
  area: 60,
  internet: true,
  devices: ['smartphone'],
};

describeOnEachDatabase('forms typed from paper', (open) => {
  let database: DatabaseHandle;
  let world: ActsWorld;
  let typist: SignedIn;
  let other: SignedIn;
  let roundId: string;

  beforeAll(async () => {
    database = await open();
    world = await makeActsWorld(database);
    roundId = world.roundOf(2024, commune.id).id;
    typist = await signedInAs(world.app, world.parts, {
      username: 'ra.soat',
      grants: [{ role: 'enumerator', unitId: commune.id }],
    });
    other = world.officer;
  });

  const address = (id: string, rest = '') => `/api/rounds/${roundId}/entries/${id}${rest}`;
  const openOf = async (id: string, who = typist): Promise<EntryView> =>
    (await who({ method: 'GET', url: address(id) })).json() as EntryView;
  const contentOf = (view: EntryView, household: EntryContent['household'] = {}): EntryContent => ({
    ...view.offered,
    household,
    paper: PAPER,
  });
  const record = (view: EntryView, content: EntryContent, who = typist) =>
    who({
      method: 'POST',
      url: address(view.household.id),
      payload: {
        commandId: newId(),
        villageId: view.household.villageId,
        version: view.recordVersion,
        content,
      },
    });
  const listOf = async (who = typist): Promise<EntryList> =>
    (
      await who({ method: 'GET', url: `/api/rounds/${roundId}/entries?village=${village.id}` })
    ).json() as EntryList;
  const stored = (id: string) => findRecord(database.db, { roundId, householdId: id, standardId: 'VN-2022' });

  describe('a household of the list', () => {
    let people: Known;
    beforeAll(async () => {
      people = await world.register();
    });

    test('is offered with whom the register knows, each with what the paper only confirms', async () => {
      const { offered, household, draft } = await openOf(people.id);
      expect(household.version).toBeGreaterThan(0);
      expect(draft).toBeNull();
      expect(offered.household).toEqual({});
      expect(offered.members[0]).toMatchObject({
        personId: people.head,
        answers: {
          fullName: 'Hồ Thị Nga',
          sex: 'female',
          birthDate: '1961',
          relation: 'head',
          ethnicity: '31',
          identityNumber: NUMBER,
        },
      });
      expect(offered.members[0]?.answers).not.toHaveProperty('labourStatus');
    });

    test('recorded, has a class by the paper, its facts, and the difference that was found', async () => {
      const view = await openOf(people.id);
      const content = contentOf(view, LACKING);
      const answer = await record(view, content);
      expect(answer.statusCode, answer.body).toBe(200);
      const recorded = answer.json() as EntryRecorded;
      expect(recorded).toMatchObject({ class: 'NEAR_POOR', state: 'toLookAt' });
      expect(recorded.differences).toMatchObject([{ kind: 'deprivationScore', paper: '20' }]);
      const record2024 = await stored(people.id);
      expect(record2024).toMatchObject({
        stage: 'scored',
        incomeScore: 130,
        deprivationScore: 20,
        evidence: 'signedForm',
        verified: true,
      });
      expect(record2024?.closing).toMatchObject({ class: 'NEAR_POOR', persons: 3, headEthnicity: '31' });
      expect(await world.wrongCounters()).toEqual([]);
      const shown = (await listOf()).households.find(({ householdId }) => householdId === people.id);
      expect(shown).toMatchObject({ state: 'toLookAt', incomeScore: 130, deprivationScore: 20 });
    });

    test('opened again, offers what was answered', async () => {
      const { offered, recorded } = await openOf(people.id);
      expect(recorded).toBe(true);
      expect(offered.household).toMatchObject(LACKING);
      expect(offered.paper).toEqual(PAPER);
    });

    test('whose roster changed has each change in its history, and no fact lost', async () => {
      const view = await openOf(people.id);
      const baby = {
        personId: newId(),
        answers: { fullName: 'Hồ Thị Bé', relation: 'grandchild', birthDate: '2024-02-01' },
      };
      const members = view.offered.members
        .filter(({ personId }) => personId !== people.grandchild)
        .map((each) =>
          each.personId === people.child
            ? { ...each, answers: { ...each.answers, healthInsurance: false } }
            : each,
        );
      const content = {
        ...contentOf(view, LACKING),
        members: [...members, baby],
        left: { [people.grandchild]: 'movedAway' as const },
        paper: { ...PAPER, class: 'POOR' as const },
      };
      const recorded = (await record(view, content)).json() as EntryRecorded;
      expect(recorded).toMatchObject({ class: 'POOR', computedClass: 'NEAR_POOR' });
      expect(recorded.differences.map(({ kind }) => kind)).toEqual(['deprivationScore', 'class']);
      expect((await stored(people.id))?.overrideReason).toContain(
        'Xếp loại lệch: máy hộ cận nghèo, giấy hộ nghèo',
      );
      const page = await world.page(other, people.id);
      expect(
        page.events
          .slice(0, 3)
          .map(({ kind }) => kind)
          .sort(),
      ).toEqual(['memberCorrected', 'memberJoined', 'memberLeft']);
      const head = page.members.find(({ relation }) => relation === 'head');
      expect(head?.fullName).toBe('Hồ Thị Nga');
      expect(await world.wrongCounters()).toEqual([]);
    });

    test('is not written over by someone who saw an older version', async () => {
      const view = await openOf(people.id);
      const stale = await record({ ...view, recordVersion: view.recordVersion - 1 }, contentOf(view));
      expect([stale.statusCode, stale.json().code]).toEqual([409, 'review.version-conflict']);
    });

    test('refuses an answer the question does not offer, naming the question', async () => {
      const view = await openOf(people.id);
      const wrong = await record(view, contentOf(view, { water: 'lemonade' }));
      expect(wrong.json()).toMatchObject({
        code: 'review.answer-not-offered',
        title: expect.stringMatching(/Câu \d+ /),
      });
    });
  });

  describe('a draft', () => {
    let people: Known;
    const save = async (id: string, draftVersion: number, content: EntryContent | null, who = typist) =>
      who({
        method: 'PUT',
        url: address(id, '/draft'),
        payload: { villageId: village.id, draftVersion, content, missing: 7, at: 'toilet' },
      });
    beforeAll(async () => {
      people = await world.register();
    });

    test('is given back to its typist on any machine, and to nobody else', async () => {
      const content = contentOf(await openOf(people.id), { toilet: null });
      expect((await save(people.id, 0, content)).json()).toMatchObject({ draftVersion: 1 });
      expect((await openOf(people.id)).draft).toMatchObject({ content, draftVersion: 1, at: 'toilet' });
      expect((await openOf(people.id, other)).draft).toBeNull();
      const row = (list: EntryList) => list.households.find(({ householdId }) => householdId === people.id);
      expect(row(await listOf())).toMatchObject({ state: 'inProgress', missing: 7, draftOf: null });
      expect(row(await listOf(other))).toMatchObject({
        state: 'inProgress',
        draftOf: expect.stringMatching(/./),
      });
    });

    test('typed in two windows is not lost in either: the second is told', async () => {
      const content = contentOf(await openOf(people.id), { toilet: 'septic' });
      expect((await save(people.id, 1, content)).json()).toMatchObject({ draftVersion: 2 });
      expect((await save(people.id, 1, content)).json(), 'the same again does no harm').toMatchObject({
        draftVersion: 2,
      });
      const late = await save(people.id, 1, { ...content, household: { toilet: 'noToilet' } });
      expect([late.statusCode, late.json().code]).toEqual([409, 'review.draft-changed']);
    });

    test('goes when its form is recorded, or when it is thrown away', async () => {
      const view = await openOf(people.id);
      expect((await record(view, contentOf(view))).statusCode).toBe(200);
      expect((await openOf(people.id)).draft).toBeNull();
      await save(people.id, 0, contentOf(view));
      expect((await save(people.id, 1, null)).statusCode).toBe(200);
      expect((await openOf(people.id)).draft).toBeNull();
    });

    test('of a household nobody registered becomes a household with its review', async () => {
      const id = newId();
      const head = {
        personId: newId(),
        answers: { fullName: 'Lý Văn Páo', relation: 'head', sex: 'male', birthDate: '1984' },
      };
      const content: EntryContent = {
        householdVersion: 0,
        questionnaireHash: HASH,
        members: [head],
        left: {},
        household: {},
        paper: { incomeScore: 100, deprivationScore: 40, class: null },
      };
      await save(id, 0, content);
      const typed = (await listOf()).households.find(({ householdId }) => householdId === id);
      expect(typed).toMatchObject({ head: 'Lý Văn Páo', registered: false, state: 'inProgress', version: 0 });
      const view = await openOf(id);
      const recorded = (await record(view, content)).json() as EntryRecorded;
      expect(recorded).toMatchObject({ class: 'POOR', version: 1 });
      expect(await stored(id)).toMatchObject({
        opening: null,
        arrivalReason: 'newEntry',
        closing: { class: 'POOR', persons: 1 },
      });
      expect(await world.wrongCounters()).toEqual([]);
    });
  });

  describe('totals alone', () => {
    let people: Known;
    const put = (rows: object[]) =>
      typist({ method: 'POST', url: `/api/rounds/${roundId}/totals`, payload: { commandId: newId(), rows } });
    beforeAll(async () => {
      people = await world.register();
    });

    test('one of the two is kept without a class; both give one', async () => {
      const version = (await stored(people.id))!.version;
      const first = (
        await put([
          { householdId: people.id, version, incomeScore: 130, deprivationScore: null, class: null },
        ])
      ).json() as TotalsRecorded;
      expect(first.rows[0]).toMatchObject({
        saved: true,
        row: { state: 'inProgress', incomeScore: 130, class: null },
      });
      expect(await world.wrongCounters()).toEqual([]);
      const both = (
        await put([
          {
            householdId: people.id,
            version: version + 1,
            incomeScore: 130,
            deprivationScore: 40,
            class: null,
          },
        ])
      ).json() as TotalsRecorded;
      expect(both.rows[0]).toMatchObject({
        saved: true,
        row: { state: 'done', class: 'POOR', version: version + 2 },
      });
      expect((await stored(people.id))?.closing).toMatchObject({
        class: 'POOR',
        deprivations: '????????????',
        persons: 3,
      });
      expect(await world.wrongCounters()).toEqual([]);
    });

    test('a row that is refused says why and keeps no other from being kept', async () => {
      const { version } = (await stored(people.id))!;
      const answer = (
        await put([
          { householdId: people.id, version: version - 1, incomeScore: 1, deprivationScore: 1, class: null },
          { householdId: newId(), version: 0, incomeScore: 1, deprivationScore: 1, class: null },
        ])
      ).json() as TotalsRecorded;
      expect(answer.rows).toMatchObject([
        { saved: false, code: 'review.version-conflict', title: expect.stringContaining('Người khác') },
        { saved: false, code: 'shared.not-found' },
      ]);
    });

    test('take the place of the totals that the stored facts rest on, so that the explanation follows', async () => {
      const { version, originCommuneId, year, scopePath } = (await stored(people.id))!;
      const key = { originCommuneId, householdId: people.id, year };
      const facts = unknownFacts('rural', '2024-10-01');
      const { db } = database;
      const before = { kind: 'signedForm', incomeScore: 105, deprivationScore: 20 } as const;
      const evidence = { ...before, deprivations: null, form: null };
      await putReviewFacts(db, [{ ...key, scopePath, facts, evidence, note: 'giữ' }]);
      await put([{ householdId: people.id, version, incomeScore: 135, deprivationScore: 40, class: null }]);
      expect(await findReviewFacts(db, key)).toMatchObject({
        facts,
        note: 'giữ',
        evidence: { kind: 'signedForm', incomeScore: 135, deprivationScore: 40 },
      });
    });

    test('a class the paper decided otherwise stands, with the difference as its reason', async () => {
      const { version } = (await stored(people.id))!;
      await put([
        { householdId: people.id, version, incomeScore: 130, deprivationScore: 40, class: 'NEAR_POOR' },
      ]);
      expect(await stored(people.id)).toMatchObject({
        computedClass: 'POOR',
        closing: { class: 'NEAR_POOR' },
        overrideReason: 'Xếp loại lệch: máy hộ nghèo, giấy hộ cận nghèo',
      });
    });
  });

  test('nothing is typed into a round that is closed', async () => {
    const people = await world.register();
    const view = await openOf(people.id);
    await database.withSession((session) =>
      session.query("update review_round set status = 'CLOSED' where id = $1", [roundId]),
    );
    expect((await record(view, contentOf(view))).json()).toMatchObject({ code: 'review.round-closed' });
    const draft = await typist({
      method: 'PUT',
      url: address(people.id, '/draft'),
      payload: { villageId: village.id, draftVersion: 0, content: contentOf(view), missing: 0, at: null },
    });
    expect(draft.json()).toMatchObject({ code: 'review.round-closed' });
  });
});
