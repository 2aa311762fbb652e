import type { CaseStanding } from '@benvung/domain/review/case/decide-case-act';
import { type StoredCase, upsertCases } from '../../apps/server/src/review/case/case.store.ts';
import type { CrossAreaCases } from './cross-area-case.ts';
import type { World } from './world.ts';

export const PROCEDURE_ROUND = { id: '00000000-0000-7000-8000-000000000071', year: 2043 };
const PLAIN_ROUND = { id: '00000000-0000-7000-8000-000000000072', year: 2044 };
const CASE = '00000000-0000-7000-8000-000000000073';
const HEAD = 'Hồ Văn Trình Tự';

export async function prepareProcedureRounds({ database, places: { otherCommune } }: World): Promise<void> {
  for (const [{ id, year }, procedure] of [
    [PROCEDURE_ROUND, 'QD-24-2021'],
    [PLAIN_ROUND, null],
  ] as const)
    await database.withSession((session) =>
      session.query(
        `insert into review_round (id, year, kind, commune_id, status, standard_id, standard_hash, reference_day,
           opened_on, source, demonstration, version, scope_path, procedure_id)
         values ($1, $2, 'PERIODIC', $3, 'OPEN', 'VN-2022', '', '2024-10-15', '2024-10-15', 'kiểm thử', false, 1, $4, $5)
         on conflict do nothing`,
        [id, year, otherCommune.id, otherCommune.path, procedure],
      ),
    );
}

/** A case of "Xã Hương Phú", asked for unless it stands elsewhere. */
export async function prepareStandingCase(
  { database, places: { otherCommune, otherVillage } }: World,
  id: string,
  standing: Partial<CaseStanding> = {},
  ties: Partial<StoredCase> = {},
): Promise<void> {
  await upsertCases(database.db, [
    {
      originCommuneId: otherCommune.id,
      id,
      roundId: PROCEDURE_ROUND.id,
      householdOrigin: otherCommune.id,
      householdId: id,
      villageId: otherVillage.id,
      year: PROCEDURE_ROUND.year,
      scopePath: otherVillage.path,
      headName: HEAD,
      request: { form: '01', channel: 'office', asked: '' },
      postingId: null,
      submissionId: null,
      decisionId: null,
      lastOn: '2024-10-15',
      version: 1,
      updatedAt: '2024-10-15T02:00:00Z',
      ...ties,
      standing: {
        state: 'requested',
        origin: 'form01',
        roundKind: 'PERIODIC',
        requestedOn: '2024-10-15',
        opening: null,
        class: null,
        verified: false,
        surveyedBy: null,
        postingEndsOn: null,
        last: { act: 'receive', from: null },
        ...standing,
      },
    },
  ]);
}

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
  'GET /api/review-deadlines': {
    prepare: prepareCase,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/review-deadlines?unit=${places.otherCommune.id}`,
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
};
