import type { HouseholdView } from '@benvung/contract/household';
import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import { sql } from 'kysely';
import { samplePlaces, writeSamplePlaces } from '../access/testing/sample-places.ts';
import { type SignedIn, signedInAs } from '../access/testing/signed-in.ts';
import { buildApp } from '../app.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { settableClock } from '../platform/testing/settable-clock.ts';
import {
  listReviewsOfHouseholds,
  openRounds,
  putReviewRecords,
  type ReviewRound,
  rebuildCounters,
  type StoredReviewRecord,
} from '../review/review.public.ts';
import { testRecord } from '../review/review.test-support.ts';
import { getStandard } from '../standard/standard.public.ts';

export const TODAY = '2024-10-15';
export const NUMBER = '046079001234';
const { commune, otherCommune, province, village } = samplePlaces;
export const SECOND_VILLAGE = { id: 790003, path: `${commune.path}790003/` };

export interface Known {
  readonly id: string;
  readonly head: string;
  readonly child: string;
  readonly grandchild: string;
}

/** The whole application over the sample map with a third village, a locked round of 2023 and an open one of 2024. */
export interface ActsWorld {
  readonly app: Awaited<ReturnType<typeof buildApp>>;
  readonly parts: Parameters<typeof signedInAs>[1];
  readonly officer: SignedIn;
  readonly ofProvince: SignedIn;
  readonly ofOther: SignedIn;
  roundOf(year: number, communeId: number): ReviewRound;
  /** Registers Nga, her son and grandson in "Thôn 1" and reviews them: recognised in 2023, scored in 2024. */
  register(): Promise<Known>;
  act(who: SignedIn, path: string, body: object): ReturnType<SignedIn>;
  page(who: SignedIn, id: string): Promise<HouseholdView>;
  recordOf(year: number, id: string): Promise<StoredReviewRecord | undefined>;
  /** Years whose kept counters were not the fold of their records. */
  wrongCounters(): Promise<number[]>;
}

export const registrationOf = (people: Known) => ({
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

export const somePeople = (): Known => ({ id: newId(), head: newId(), child: newId(), grandchild: newId() });

export async function makeActsWorld(database: DatabaseHandle): Promise<ActsWorld> {
  await writeSamplePlaces(database);
  await addSecondVillage(database);
  const parts = { database, clock: settableClock('2024-10-15T02:00:00.000Z', TODAY), version: '0.0.0' };
  const app = await buildApp(parts);
  await app.ready();
  const officerOf = (username: string, unitId: number) =>
    signedInAs(app, parts, { username, grants: [{ role: 'officer', unitId }] });
  const officer = await officerOf('can.bo', commune.id);
  const rounds = await openRoundsOfBoth(database);
  const roundOf = (year: number, communeId: number) => rounds.get(`${year} ${communeId}`)!;
  const act: ActsWorld['act'] = (who, path, body) =>
    who({ method: 'POST', url: `/api/households${path}`, payload: { commandId: newId(), ...body } });
  return {
    app,
    parts,
    officer,
    ofProvince: await officerOf('cua.tinh', province.id),
    ofOther: await officerOf('xa.kia', otherCommune.id),
    roundOf,
    act,
    page: async (who, id) => (await who({ url: `/api/households/${id}` })).json(),
    register: async () => {
      const people = somePeople();
      const done = await act(officer, '', registrationOf(people));
      if (done.statusCode !== 201) throw new Error(done.body);
      await setStatus(database, 2023, 'OPEN');
      await putResult(database, people.id, { round: roundOf(2023, commune.id), stage: 'recognised' });
      await putResult(database, people.id, { round: roundOf(2024, commune.id), stage: 'scored' });
      await setStatus(database, 2023, 'LOCKED');
      return people;
    },
    recordOf: async (year, id) => {
      const found = await listReviewsOfHouseholds(database.db, [{ originCommuneId: commune.id, id }]);
      return found.get(id)?.find(({ record }) => record.year === year)?.record;
    },
    wrongCounters: async () => {
      const communeIds = [commune.id, otherCommune.id];
      const wrong: number[] = [];
      for (const year of [2023, 2024])
        if (await rebuildCounters(database.db, { year, communeIds, today: TODAY })) wrong.push(year);
      return wrong;
    },
  };
}

async function openRoundsOfBoth(database: DatabaseHandle): Promise<Map<string, ReviewRound>> {
  const rounds = new Map<string, ReviewRound>();
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
  return rounds;
}

async function setStatus(database: DatabaseHandle, year: number, status: string): Promise<void> {
  await sql`update review_round set status = ${status} where year = ${year}`.execute(database.db);
}

async function putResult(
  database: DatabaseHandle,
  householdId: string,
  { round, stage }: { round: ReviewRound; stage: StoredReviewRecord['stage'] },
): Promise<void> {
  const opening = { class: 'POOR' as const, persons: 3, communeId: commune.id, villageId: village.id };
  const record = testRecord(round, {
    originCommuneId: commune.id,
    householdId,
    scopePath: village.path,
    stage,
    opening,
    closing: sampleClosing({ persons: 3, villageId: village.id }),
    computedClass: 'POOR',
    incomeScore: 110,
    deprivationScore: 30,
    evidence: 'signedForm',
  });
  const put = await putReviewRecords(database.db, [record], { today: TODAY });
  if (!put.ok) throw new Error(put.problem.code);
}

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
