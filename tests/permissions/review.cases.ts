import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import { upsertPopulationBase } from '../../apps/server/src/review/population-base.store.ts';
import { testRecord } from '../../apps/server/src/review/review.test-support.ts';
import { upsertRecords } from '../../apps/server/src/review/review-record.store.ts';
import type { CrossAreaCases } from './cross-area-case.ts';
import { openOtherRound, YEAR } from './prepare-round.ts';
import type { World } from './world.ts';

const CORRECTED = '00000000-0000-7000-8000-000000000052';
/** A round of "Xã Hương Phú" by a name of its own, and a match that waits in it. */
const ROUNDS = {
  toClose: ['00000000-0000-7000-8000-000000000031', 2031, 'OPEN'],
  toReopen: ['00000000-0000-7000-8000-000000000032', 2032, 'CLOSED'],
  toLock: ['00000000-0000-7000-8000-000000000033', 2033, 'CLOSED'],
  toCorrect: ['00000000-0000-7000-8000-000000000035', 2035, 'LOCKED'],
  toMiss: ['00000000-0000-7000-8000-000000000036', 2036, 'OPEN'],
  toMatch: ['00000000-0000-7000-8000-000000000034', 2034, 'OPEN'],
} as const;
const MATCH = '00000000-0000-7000-8000-000000000041';
const BULK_MATCH = '00000000-0000-7000-8000-000000000043';
const UNDONE_MATCH = '00000000-0000-7000-8000-000000000044';

const prepareRound =
  (name: keyof typeof ROUNDS) =>
  ({ database, places: { otherCommune } }: World): Promise<void> =>
    database.withSession(async (session) => {
      const [id, year, status] = ROUNDS[name];
      await session.query(
        `insert into review_round (id, year, kind, commune_id, status, standard_id, standard_hash, reference_day,
           opened_on, source, demonstration, version, scope_path)
         values ($1, $2, 'PERIODIC', $3, $4, 'VN-2022', '', '2024-10-01', '2024-09-01', 'kiểm thử', false, 1, $5)
         on conflict do nothing`,
        [id, year, otherCommune.id, status, otherCommune.path],
      );
    });

async function prepareCorrection(world: World): Promise<void> {
  await prepareRound('toCorrect')(world);
  const { otherCommune, otherVillage } = world.places;
  await world.database.withSession((session) =>
    session.query(
      `insert into household (origin_commune_id, id, version, village_id, scope_path, head_name, head_search_key,
         head_sort_key, persons, flag_overrides, demonstration, created_at, updated_at)
       values ($1, $2, 1, $3, $4, 'Hồ Văn Lạ', 'ho van la', 'a', 4, '{}', false, '2023-01-01', '2023-01-01')
       on conflict do nothing`,
      [otherCommune.id, CORRECTED, otherVillage.id, otherVillage.path],
    ),
  );
  const [id, year] = ROUNDS.toCorrect;
  const round = { id, year, standardId: 'VN-2022', communeId: otherCommune.id };
  const place = { originCommuneId: otherCommune.id, scopePath: otherVillage.path, version: 1 };
  const closing = sampleClosing({ class: 'NOT_POOR', villageId: otherVillage.id });
  await upsertRecords(world.database.db, [
    testRecord(round, { ...place, householdId: CORRECTED, opening: null, closing }),
  ]);
  await world.database.withSession((session) =>
    session.query(
      `insert into review_correction (id, year, commune_id, household_id, standard_id, reason, before_state,
         after_state, actor, at, scope_path)
       values ('00000000-0000-7000-8000-000000000042', 2035, $1, $2, 'VN-2022', 'Chấm thiếu điểm', 'null', $3,
         'nguoi.nha', '2036-01-05T00:00:00Z', $4) on conflict do nothing`,
      [
        otherCommune.id,
        CORRECTED,
        JSON.stringify({ householdId: CORRECTED, year: 2035, standardId: 'VN-2022', goneReason: 'died' }),
        otherCommune.path,
      ],
    ),
  );
}

async function prepareMatch(
  { database, places: { otherCommune } }: World,
  id: string = MATCH,
  decision: string | null = null,
): Promise<void> {
  await database.withSession((session) =>
    session.query(
      `insert into review_match (id, year, commune_id, listed, candidate_origin_commune_id, candidate_household_id,
         certainty, evidence, scope_path, decision)
       values ($1, 2034, $2, '{"householdId": "00000000-0000-7000-8000-000000000051", "headName": "Hồ Văn Lạ"}',
         $2, '00000000-0000-7000-8000-000000000052', 'probable', '{"found": [], "commonMembers": 0}', $3, $4) on conflict do nothing`,
      [id, otherCommune.id, otherCommune.path, decision],
    ),
  );
}

/** The same household waits on the list of another year. */
async function prepareMissing(world: World): Promise<void> {
  await prepareCorrection(world);
  await prepareRound('toMiss')(world);
  const { otherCommune, otherVillage } = world.places;
  const [id, year] = ROUNDS.toMiss;
  const round = { id, year, standardId: 'VN-2022', communeId: otherCommune.id };
  await upsertRecords(world.database.db, [
    testRecord(round, {
      originCommuneId: otherCommune.id,
      scopePath: otherVillage.path,
      version: 1,
      householdId: CORRECTED,
      stage: 'listed',
      opening: sampleOpening({ communeId: otherCommune.id, villageId: otherVillage.id }),
      closing: null,
    }),
  ]);
}

export const reviewCases: CrossAreaCases = {
  'GET /api/rounds': {
    prepare: openOtherRound,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/rounds?unit=${places.otherCommune.id}&year=${YEAR}`,
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/rounds/standards': {
    prepare: openOtherRound,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/rounds/standards?unit=${places.otherCommune.id}&day=2024-12-14`,
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'POST /api/rounds': {
    request: ({ places, newId }) => ({
      method: 'POST',
      url: '/api/rounds',
      payload: {
        commandId: newId(),
        communeId: places.otherCommune.id,
        year: 2030,
        referenceDay: '2024-10-15',
        source: 'kiểm thử',
      },
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'POST /api/rounds/:id/close': {
    prepare: async (world) => {
      await prepareRound('toClose')(world);
      const { id: communeId, path: scopePath } = world.places.otherCommune;
      await upsertPopulationBase(world.database.db, [
        {
          year: ROUNDS.toClose[1],
          communeId,
          villageId: 0,
          households: 100,
          persons: null,
          minorityHouseholds: null,
          minorityPersons: null,
          localMinorityHouseholds: null,
          localMinorityPersons: null,
          source: 'kiểm thử',
          onDay: '2024-10-15',
          demonstration: false,
          scopePath,
        },
      ]);
    },
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/rounds/${ROUNDS.toClose[0]}/close`,
      payload: { commandId: newId() },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/rounds/:id/reopen': {
    prepare: prepareRound('toReopen'),
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/rounds/${ROUNDS.toReopen[0]}/reopen`,
      payload: { commandId: newId(), reason: 'Bỏ sót một thôn' },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/years/:year/lock': {
    prepare: prepareRound('toLock'),
    request: ({ places, newId }) => ({
      method: 'POST',
      url: '/api/years/2033/lock',
      payload: { commandId: newId(), unitId: places.otherCommune.id },
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/rounds/:id/corrections': {
    prepare: prepareCorrection,
    request: () => ({ method: 'GET', url: `/api/rounds/${ROUNDS.toCorrect[0]}/corrections` }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/rounds/:id/corrections/file': {
    prepare: prepareCorrection,
    request: () => ({
      method: 'GET',
      url: `/api/rounds/${ROUNDS.toCorrect[0]}/corrections/file?format=csv&purpose=kiem+thu`,
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/rounds/:id/corrections': {
    prepare: prepareCorrection,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/rounds/${ROUNDS.toCorrect[0]}/corrections`,
      payload: {
        commandId: newId(),
        householdId: CORRECTED,
        version: 1,
        reason: 'Chấm thiếu điểm',
        change: { class: 'POOR' },
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/rounds/:id/matches': {
    prepare: prepareRound('toMatch'),
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/rounds/${ROUNDS.toMatch[0]}/matches`,
      payload: { commandId: newId() },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/rounds/:id/matches': {
    prepare: prepareRound('toMatch'),
    request: () => ({ method: 'GET', url: `/api/rounds/${ROUNDS.toMatch[0]}/matches?state=undecided` }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/rounds/:id/matches/file': {
    prepare: prepareRound('toMatch'),
    request: () => ({
      method: 'GET',
      url: `/api/rounds/${ROUNDS.toMatch[0]}/matches/file?format=csv&purpose=kiem+thu`,
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/rounds/:id/matches/decisions': {
    prepare: async (world) => {
      await prepareRound('toMatch')(world);
      await prepareMatch(world, BULK_MATCH);
    },
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/rounds/${ROUNDS.toMatch[0]}/matches/decisions`,
      payload: { commandId: newId(), ids: [BULK_MATCH], decision: 'different' },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/matches/:id/undo': {
    prepare: async (world) => {
      await prepareRound('toMatch')(world);
      await prepareMatch(world, UNDONE_MATCH, 'different');
    },
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/matches/${UNDONE_MATCH}/undo`,
      payload: { commandId: newId() },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/desk': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/desk?unit=${places.otherCommune.id}&year=${YEAR}`,
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/ledger': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/ledger?unit=${places.otherCommune.id}&year=${YEAR}`,
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/rounds/:id/history': {
    prepare: prepareRound('toClose'),
    request: () => ({ method: 'GET', url: `/api/rounds/${ROUNDS.toClose[0]}/history` }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/round-opening': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/round-opening?unit=${places.otherCommune.id}&year=2029&day=2024-12-14`,
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'POST /api/round-opening': {
    request: ({ places, newId }) => ({
      method: 'POST',
      url: '/api/round-opening',
      payload: {
        commandId: newId(),
        communeIds: [places.otherCommune.id],
        year: 2029,
        referenceDay: '2024-12-14',
        source: 'kiểm thử',
        decidedBy: 'Chủ tịch UBND xã',
      },
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/rounds/:id/missing': {
    prepare: prepareRound('toClose'),
    request: () => ({ method: 'GET', url: `/api/rounds/${ROUNDS.toClose[0]}/missing?state=pending` }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/rounds/:id/missing/file': {
    prepare: prepareRound('toClose'),
    request: () => ({
      method: 'GET',
      url: `/api/rounds/${ROUNDS.toClose[0]}/missing/file?format=csv&purpose=kiem+thu`,
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/rounds/:id/missing': {
    prepare: prepareMissing,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/rounds/${ROUNDS.toMiss[0]}/missing`,
      payload: {
        commandId: newId(),
        households: [{ householdId: CORRECTED, version: 1, reason: 'died' }],
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/population-base': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/population-base?commune=${places.otherCommune.id}&year=${YEAR}`,
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'POST /api/population-base': {
    request: ({ places, newId }) => ({
      method: 'POST',
      url: '/api/population-base',
      payload: {
        commandId: newId(),
        communeId: places.otherCommune.id,
        year: YEAR,
        source: 'Công an xã',
        onDay: '2024-10-01',
        lines: [
          {
            villageId: 0,
            version: 0,
            figures: {
              households: 100,
              persons: 400,
              minorityHouseholds: null,
              minorityPersons: null,
              localMinorityHouseholds: null,
              localMinorityPersons: null,
            },
          },
        ],
      },
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'POST /api/matches/:id/decision': {
    prepare: (world) => prepareMatch(world),
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/matches/${MATCH}/decision`,
      payload: { commandId: newId(), decision: 'different' },
    }),
    expected: { refused: ['shared.not-found'] },
  },
};
