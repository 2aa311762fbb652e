import { createVillages } from '../../apps/server/src/territory/territory.public.ts';
import type { CrossAreaCases } from './cross-area-case.ts';

/** Two villages of "Xã Hương Phú" that nothing else is written about. */
const MERGED = [790_101, 790_102];
const PUBLIC = 'names, codes and maps of units are public reference data';

const outsideRows = (what: string) =>
  `${what} of a unit outside the loader's areas is refused row by row: see place-lists.db.test.ts`;

export const territoryCases: CrossAreaCases = {
  'GET /api/territory/units': { open: PUBLIC },
  'GET /api/territory/units/:id': { open: PUBLIC },
  'GET /api/territory/maps': { open: PUBLIC },
  'GET /api/territory/units/:id/designations': { open: 'designations of places are public decisions' },
  'GET /api/territory/designations': { open: 'designations of places are public decisions' },
  'GET /api/territory/units/:id/local-groups': {
    open: 'the catalogue of local groups is public reference data',
  },
  'POST /api/territory/designations': { open: outsideRows('a designation') },
  'POST /api/territory/local-groups': { open: outsideRows('a list') },
  'POST /api/territory/villages': {
    request: ({ places, newId }) => ({
      method: 'POST',
      url: '/api/territory/villages',
      payload: {
        commandId: newId(),
        communeId: places.otherCommune.id,
        name: 'Thôn Mới Lập',
        validFrom: '2024-10-15',
        decision: 'kiểm thử',
      },
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'POST /api/territory/villages/:id/assign': {
    open: 'a waiting village lies under a province; who may not assign it is told in tests/scenarios/territory.test.ts',
  },
  'POST /api/territory/villages/:id/rename': {
    request: ({ places, newId }) => ({
      method: 'POST',
      url: `/api/territory/villages/${places.otherVillage.id}/rename`,
      payload: { commandId: newId(), name: 'Thôn Hai', from: '2024-10-15', decision: 'kiểm thử' },
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'POST /api/territory/villages/merge': {
    prepare: async ({ database, places }) => {
      await database.withSession((_session, db) =>
        createVillages(
          { db },
          MERGED.map((id) => ({
            id,
            communeId: places.otherCommune.id,
            name: `Thôn Sáp Nhập ${id}`,
            validFrom: '2023-01-01',
            source: 'kiểm thử',
          })),
        ),
      );
    },
    request: ({ newId }) => ({
      method: 'POST',
      url: '/api/territory/villages/merge',
      payload: {
        commandId: newId(),
        villageIds: MERGED,
        name: 'Thôn Chung',
        day: '2024-10-15',
        decision: 'kiểm thử',
      },
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/territory/loads': { open: 'names of lists loaded; for administrators' },
  'POST /api/territory/lists': {
    open: 'only who administers the nation may: see tests/scenarios/territory.test.ts',
  },
};
