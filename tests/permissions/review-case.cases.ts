import type { CrossAreaCases } from './cross-area-case.ts';
import {
  HEAD,
  PLAIN_ROUND,
  PROCEDURE_ROUND,
  prepareProcedureRounds,
  prepareStandingCase,
} from './prepare-procedure.ts';
import type { World } from './world.ts';

const CASE = '00000000-0000-7000-8000-000000000073';
const RECOGNISED = '00000000-0000-7000-8000-00000000007f';

/** Someone of "Xã Hương Phú" asked to be reviewed. */
async function prepareCase(world: World): Promise<void> {
  await prepareProcedureRounds(world);
  await prepareStandingCase(world, CASE);
}

export const reviewCaseCases: CrossAreaCases = {
  'GET /api/review-board': {
    prepare: prepareCase,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/review-board?unit=${places.otherCommune.id}&year=${PROCEDURE_ROUND.year}`,
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/review-law': { open: 'law is the same for everyone' },
  'POST /api/review-law': { open: 'holds for the whole nation: only who administers it may' },
  'GET /api/review-deadlines': {
    prepare: prepareCase,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/review-deadlines?unit=${places.otherCommune.id}`,
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/review-calendar': {
    prepare: prepareCase,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/review-calendar?unit=${places.otherCommune.id}&month=2026-10`,
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/review-cases': {
    prepare: prepareCase,
    request: () => ({ method: 'GET', url: `/api/review-cases?round=${PROCEDURE_ROUND.id}&column=requests` }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/review-cases/:id': {
    prepare: prepareCase,
    request: () => ({ method: 'GET', url: `/api/review-cases/${CASE}` }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/rounds/:id/procedure': {
    prepare: prepareProcedureRounds,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/rounds/${PLAIN_ROUND.id}/procedure`,
      payload: { commandId: newId() },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/review-requests': {
    prepare: prepareProcedureRounds,
    request: ({ newId, places }) => ({
      method: 'POST',
      url: '/api/review-requests',
      payload: {
        commandId: newId(),
        communeId: places.otherCommune.id,
        villageId: places.otherVillage.id,
        form: '01',
        householdId: null,
        head: HEAD,
        channel: 'office',
        asked: 'mất mùa',
      },
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'POST /api/review-cases/:id/acts': {
    prepare: prepareCase,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/review-cases/${CASE}/acts`,
      payload: { commandId: newId(), version: 1, act: { act: 'screenIn', found: 'phiếu A' } },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/review-cases/:id/questionnaire-paper': {
    prepare: async (world) => {
      await prepareProcedureRounds(world);
      await prepareStandingCase(world, RECOGNISED, { class: 'POOR', verified: true, state: 'recognised' });
    },
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/review-cases/${RECOGNISED}/questionnaire-paper`,
      payload: { commandId: newId() },
    }),
    expected: { refused: ['shared.not-found'] },
  },
};
