import { findQuestionnaire } from '@benvung/regulations/find-questionnaire';
import { testRecord } from '../../apps/server/src/review/review.test-support.ts';
import { upsertRecords } from '../../apps/server/src/review/review-record.store.ts';
import { regulations } from '../../apps/server/src/standard/standard.public.ts';
import type { CrossAreaCases } from './cross-area-case.ts';
import type { World } from './world.ts';

const ROUND = { id: '00000000-0000-7000-8000-000000000061', year: 2041 };
const ENTERED = '00000000-0000-7000-8000-000000000062';
const entryAddress = (rest = '') => `/api/rounds/${ROUND.id}${rest}`;
const entryContent = {
  householdVersion: 1,
  questionnaireHash: findQuestionnaire(regulations(), 'VN-2022')?.hash ?? '',
  members: [
    {
      personId: '00000000-0000-7000-8000-000000000063',
      answers: { fullName: 'Hồ Văn Nhập', relation: 'head' },
    },
  ],
  left: {},
  household: {},
  paper: { incomeScore: 130, deprivationScore: 20, class: null },
};

/** A household of "Xã Hương Phú" on the list of a round that is typed into. */
async function prepareEntry(world: World): Promise<void> {
  const { otherCommune, otherVillage } = world.places;
  await world.database.withSession((session) =>
    session.query(
      `insert into review_round (id, year, kind, commune_id, status, standard_id, standard_hash, reference_day,
         opened_on, source, demonstration, version, scope_path)
       values ($1, $2, 'PERIODIC', $3, 'OPEN', 'VN-2022', '', '2024-10-15', '2024-10-15', 'kiểm thử', false, 1, $4)
       on conflict do nothing`,
      [ROUND.id, ROUND.year, otherCommune.id, otherCommune.path],
    ),
  );
  await world.database.withSession((session) =>
    session.query(
      `insert into household (origin_commune_id, id, version, village_id, scope_path, head_name, head_search_key,
         head_sort_key, persons, flag_overrides, demonstration, created_at, updated_at)
       values ($1, $2, 1, $3, $4, 'Hồ Văn Nhập', 'ho van nhap', 'a', 1, '{}', false, '2023-01-01', '2023-01-01')
       on conflict do nothing`,
      [otherCommune.id, ENTERED, otherVillage.id, otherVillage.path],
    ),
  );
  const round = { ...ROUND, standardId: 'VN-2022', communeId: otherCommune.id };
  const opening = {
    class: 'POOR' as const,
    persons: 1,
    communeId: otherCommune.id,
    villageId: otherVillage.id,
  };
  const place = { originCommuneId: otherCommune.id, scopePath: otherVillage.path, version: 1 };
  await upsertRecords(world.database.db, [
    testRecord(round, { ...place, householdId: ENTERED, opening, closing: null, stage: 'listed' }),
  ]);
}

export const reviewEntryCases: CrossAreaCases = {
  'GET /api/rounds/:id/entries/file': {
    prepare: prepareEntry,
    request: ({ places }) => ({
      method: 'GET',
      url: entryAddress(`/entries/file?village=${places.otherVillage.id}&purpose=kiem+thu`),
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/rounds/:id/entries': {
    prepare: prepareEntry,
    request: ({ places }) => ({
      method: 'GET',
      url: entryAddress(`/entries?village=${places.otherVillage.id}`),
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/rounds/:id/entry-form': {
    prepare: prepareEntry,
    request: () => ({ method: 'GET', url: entryAddress('/entry-form') }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/rounds/:id/entries/:householdId': {
    prepare: prepareEntry,
    request: () => ({ method: 'GET', url: entryAddress(`/entries/${ENTERED}`) }),
    expected: { refused: ['shared.not-found'] },
  },
  'PUT /api/rounds/:id/entries/:householdId/draft': {
    prepare: prepareEntry,
    request: ({ places }) => ({
      method: 'PUT',
      url: entryAddress(`/entries/${ENTERED}/draft`),
      payload: {
        villageId: places.otherVillage.id,
        draftVersion: 0,
        content: entryContent,
        missing: 3,
        at: null,
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/rounds/:id/entries/:householdId': {
    prepare: prepareEntry,
    request: ({ places, newId }) => ({
      method: 'POST',
      url: entryAddress(`/entries/${newId()}`),
      payload: {
        commandId: newId(),
        villageId: places.otherVillage.id,
        version: 0,
        content: {
          ...entryContent,
          householdVersion: 0,
          members: entryContent.members.map((member) => ({ ...member, personId: newId() })),
        },
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/rounds/:id/totals': {
    prepare: prepareEntry,
    request: ({ newId }) => ({
      method: 'POST',
      url: entryAddress('/totals'),
      payload: {
        commandId: newId(),
        rows: [{ householdId: ENTERED, version: 1, incomeScore: 130, deprivationScore: 20, class: null }],
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
};
