import type { CrossAreaCases } from './cross-area-case.ts';
import { PROCEDURE_ROUND, prepareProcedureRounds } from './prepare-procedure.ts';
import type { World } from './world.ts';

const ASSIGNMENT = '00000000-0000-7000-8000-000000000081';
const FINDING = '00000000-0000-7000-8000-000000000082';

/** A village of "Xã Hương Phú" that was given to someone, and a sign of quality in it. */
async function prepareQuality(world: World): Promise<void> {
  await prepareProcedureRounds(world);
  const { otherCommune, otherVillage } = world.places;
  await world.database.withSession(async (session) => {
    await session.query(
      `insert into review_assignment (origin_commune_id, id, round_id, village_id, name, assigned_on, assigned_by,
         version, scope_path)
       values ($1, $2, $3, $4, 'Hồ Văn Hỏi', '2024-10-15', 'kiểm thử', 1, $5) on conflict do nothing`,
      [otherCommune.id, ASSIGNMENT, PROCEDURE_ROUND.id, otherVillage.id, otherVillage.path],
    );
    await session.query(
      `insert into review_finding (origin_commune_id, id, round_id, year, village_id, check_code, subject, facts, state,
         found_on, version, scope_path)
       values ($1, $2, $3, $4, $5, 'scoresBunch', $6, '{}', 'open', '2024-10-15', 1, $7) on conflict do nothing`,
      [
        otherCommune.id,
        FINDING,
        PROCEDURE_ROUND.id,
        PROCEDURE_ROUND.year,
        otherVillage.id,
        String(otherVillage.id),
        otherVillage.path,
      ],
    );
  });
}

const ofUnit = (path: string) => ({
  prepare: prepareQuality,
  request: ({ places }: World) => ({
    method: 'GET' as const,
    url: `${path}?unit=${places.otherCommune.id}&year=${PROCEDURE_ROUND.year}`,
  }),
  expected: { refused: ['review.unit-not-found'] },
});

export const reviewQualityCases: CrossAreaCases = {
  'GET /api/review-quality': ofUnit('/api/review-quality'),
  'GET /api/review-findings': ofUnit('/api/review-findings'),
  'POST /api/review-quality/checks': {
    prepare: prepareQuality,
    request: ({ newId, places }) => ({
      method: 'POST',
      url: '/api/review-quality/checks',
      payload: { commandId: newId(), unit: places.otherCommune.id, year: PROCEDURE_ROUND.year },
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'POST /api/review-findings/:id/acts': {
    prepare: prepareQuality,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/review-findings/${FINDING}/acts`,
      payload: { commandId: newId(), version: 1, act: 'explain', reason: 'thôn nhỏ' },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/rounds/:id/assignments': {
    prepare: prepareQuality,
    request: () => ({ method: 'GET', url: `/api/rounds/${PROCEDURE_ROUND.id}/assignments` }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/rounds/:id/assignments': {
    prepare: prepareQuality,
    request: ({ newId, places }) => ({
      method: 'POST',
      url: `/api/rounds/${PROCEDURE_ROUND.id}/assignments`,
      payload: {
        commandId: newId(),
        villageId: places.otherVillage.id,
        householdIds: null,
        accountId: null,
        name: 'Hồ Thị Hỏi',
        position: null,
        untilDay: null,
        reason: 'đổi người',
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/rounds/:id/assignment-paper': {
    prepare: prepareQuality,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/rounds/${PROCEDURE_ROUND.id}/assignment-paper`,
      payload: { commandId: newId() },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/review-assignments/:id/end': {
    prepare: async (world) => {
      await prepareQuality(world);
      await world.database.withSession((session) =>
        session.query(`update review_assignment set ended_on = null, version = 1 where id = $1`, [
          ASSIGNMENT,
        ]),
      );
    },
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/review-assignments/${ASSIGNMENT}/end`,
      payload: { commandId: newId(), version: 1, reason: 'ốm' },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/my-review-work': { open: 'answers what was given to the caller’s own account alone' },
};
