import type { CrossAreaCases } from './cross-area-case.ts';

const PUBLIC = 'names, codes and maps of units are public reference data';

export const territoryCases: CrossAreaCases = {
  'GET /api/territory/units': { open: PUBLIC },
  'GET /api/territory/units/:id': { open: PUBLIC },
  'GET /api/territory/maps': { open: PUBLIC },
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
};
