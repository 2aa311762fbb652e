import type { CrossAreaCases } from './cross-area-case.ts';
import { openOtherRound, YEAR } from './prepare-round.ts';
import type { World } from './world.ts';

/** A round of "Xã Hương Phú" by a name of its own, and a match that waits in it. */
const ROUNDS = {
  toClose: ['00000000-0000-7000-8000-000000000031', 2031, 'OPEN'],
  toReopen: ['00000000-0000-7000-8000-000000000032', 2032, 'CLOSED'],
  toLock: ['00000000-0000-7000-8000-000000000033', 2033, 'CLOSED'],
  toMatch: ['00000000-0000-7000-8000-000000000034', 2034, 'OPEN'],
} as const;
const MATCH = '00000000-0000-7000-8000-000000000041';

const prepareRound =
  (name: keyof typeof ROUNDS) =>
  ({ database, places: { otherCommune } }: World): Promise<void> =>
    database.withSession(async (session) => {
      const [id, year, status] = ROUNDS[name];
      await session.query(
        `insert into review_round (id, year, kind, commune_id, status, standard_id, standard_hash, reference_day,
           opened_on, source, demonstration, version, scope_path)
         values ($1, $2, 'PERIODIC', $3, $4, 'VN-2022', '', '2024-10-15', '2024-10-15', 'kiểm thử', false, 1, $5)
         on conflict do nothing`,
        [id, year, otherCommune.id, status, otherCommune.path],
      );
    });

async function prepareMatch({ database, places: { otherCommune } }: World): Promise<void> {
  await database.withSession((session) =>
    session.query(
      `insert into review_match (id, year, commune_id, listed, certainty, evidence, scope_path)
       values ($1, 2034, $2, '{"householdId": "00000000-0000-7000-8000-000000000051", "headName": "Hồ Văn Lạ"}',
         'probable', '{"found": [], "commonMembers": 0}', $3)`,
      [MATCH, otherCommune.id, otherCommune.path],
    ),
  );
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
    prepare: prepareRound('toClose'),
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
  'POST /api/rounds/:id/matches': {
    prepare: prepareRound('toMatch'),
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/rounds/${ROUNDS.toMatch[0]}/matches`,
      payload: { commandId: newId() },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/matches/:id/decision': {
    prepare: prepareMatch,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/matches/${MATCH}/decision`,
      payload: { commandId: newId(), decision: 'different' },
    }),
    expected: { refused: ['shared.not-found'] },
  },
};
