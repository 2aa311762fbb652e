import { wholePlan } from '../../packages/domain/src/plan/structure/plan.test-support.ts';
import type { CrossAreaCase, CrossAreaCases } from './cross-area-case.ts';
import { householdOf, writeHousehold } from './household.cases.ts';
import type { World } from './world.ts';

/** A plan of the other commune in each state, a year each. */
const STATES = {
  draft: 'draft',
  toSave: 'draft',
  toSubmit: 'draft',
  toDiscard: 'draft',
  toReturn: 'submitted',
  toApprove: 'submitted',
  toIssue: 'approved',
  toAmend: 'issued',
} as const;
type Wanted = keyof typeof STATES;
/** A household no other case speaks of. */
const HOUSEHOLD = 97;
const placeOf = (wanted: Wanted): number => Object.keys(STATES).indexOf(wanted) + 1;
const idOf = (wanted: Wanted): string => `00000000-0000-7000-8000-0000000040${10 + placeOf(wanted)}`;
/** Years that no other case speaks of. */
const yearOf = (wanted: Wanted): number => 2010 + placeOf(wanted);
const contentOf = (year: number) => {
  const there = <Row extends object>(row: Row) =>
    JSON.parse(JSON.stringify(row).replaceAll('2024-', `${year}-`)) as Row;
  return { ...there(wholePlan), subject: `Giảm nghèo xã Hương Phú năm ${year}` };
};

const prepare = ({ database, places: { otherCommune } }: World): Promise<void> =>
  database.withSession(async (session) => {
    for (const [wanted, state] of Object.entries(STATES) as [Wanted, string][]) {
      const year = yearOf(wanted);
      await session.query(
        `insert into plan (id, unit_id, kind, year_from, year_to, programme, created_at, created_by, issued, scope_path)
         values ($1, $2, 'annual', $3, $3, 'NTP-2021', '2023-10-15', 'nguoi.nha', $4, $5) on conflict do nothing`,
        [idOf(wanted), otherCommune.id, year, state === 'issued', otherCommune.path],
      );
      await session.query(
        `insert into plan_version (plan_id, number, state, content, saved_at, saved_by, version, issued, scope_path)
         values ($1, 1, $2, $3, '2023-10-15', 'nguoi.nha', 1, $4, $5) on conflict do nothing`,
        [idOf(wanted), state, JSON.stringify(contentOf(year)), state === 'issued', otherCommune.path],
      );
    }
  });

interface Asked {
  readonly wanted: Wanted;
  readonly rest?: string;
  readonly payload?: object;
}

const unseen = (method: 'GET' | 'POST', { wanted, rest = '', payload }: Asked): CrossAreaCase => ({
  prepare,
  request: ({ newId }) => ({
    method,
    url: `/api/plans/${idOf(wanted)}${rest}`,
    ...(method === 'GET' ? {} : { payload: { commandId: newId(), version: 1, ...payload } }),
  }),
  expected: { refused: ['shared.not-found'] },
});

const signatory = { name: 'Trần Văn Anh', position: 'Chủ tịch', authority: 'TM' };

export const planStructureCases: CrossAreaCases = {
  'GET /api/plans': {
    prepare,
    request: ({ places: { otherCommune } }) => ({
      method: 'GET',
      url: `/api/plans?unit=${otherCommune.id}&year=${yearOf('draft')}`,
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/plans/:id': unseen('GET', { wanted: 'draft' }),
  'POST /api/plan-proposals': {
    open: 'the caller brings the document and alone gets the answer; nothing is kept',
  },
  'POST /api/plans': {
    request: ({ places: { otherCommune }, newId }) => ({
      method: 'POST',
      url: '/api/plans',
      payload: {
        commandId: newId(),
        unit: otherCommune.id,
        kind: 'annual',
        yearFrom: 2022,
        yearTo: 2022,
        programme: 'NTP-2021',
        content: contentOf(2022),
      },
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'POST /api/plans/:id/content': unseen('POST', {
    wanted: 'toSave',
    rest: '/content',
    payload: { content: contentOf(yearOf('toSave')) },
  }),
  'POST /api/plans/:id/submission': unseen('POST', { wanted: 'toSubmit', rest: '/submission' }),
  'POST /api/plans/:id/return': unseen('POST', {
    wanted: 'toReturn',
    rest: '/return',
    payload: { reason: 'Thiếu căn cứ' },
  }),
  'POST /api/plans/:id/approval': unseen('POST', { wanted: 'toApprove', rest: '/approval' }),
  'POST /api/plans/:id/amendment': unseen('POST', {
    wanted: 'toAmend',
    rest: '/amendment',
    payload: { reason: 'Bổ sung vốn' },
  }),
  'POST /api/plans/:id/discarding': unseen('POST', {
    wanted: 'toDiscard',
    rest: '/discarding',
    payload: { reason: 'Lập nhầm năm' },
  }),
  'POST /api/plans/:id/issue': unseen('POST', {
    wanted: 'toIssue',
    rest: '/issue',
    payload: { signatory, day: '2024-10-15', withHouseholds: false },
  }),
  'POST /api/plans/:id/papers': unseen('POST', {
    wanted: 'draft',
    rest: '/papers',
    payload: { kind: 'assignment', withHouseholds: false, signatory },
  }),
  'GET /api/plans/:id/households': unseen('GET', { wanted: 'draft', rest: '/households' }),
  'POST /api/plans/:id/households': {
    prepare: async (world) => {
      await prepare(world);
      await writeHousehold(world, HOUSEHOLD);
    },
    request: ({ newId, places: { otherCommune } }) => ({
      method: 'POST',
      url: `/api/plans/${idOf('draft')}/households`,
      payload: {
        commandId: newId(),
        rows: [
          {
            householdId: householdOf(HOUSEHOLD),
            originCommuneId: otherCommune.id,
            solution: 'Hỗ trợ nhà ở',
            inCharge: 'Hội Nông dân xã',
          },
        ],
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
};
