import type { CrossAreaCases } from './cross-area-case.ts';

export const standardCases: CrossAreaCases = {
  'GET /api/ethnic-groups': { open: 'the catalogue is the same for everyone' },
  'GET /api/standards': { open: 'law is the same for everyone' },
  'GET /api/standards/:id': { open: 'law is the same for everyone' },
  'GET /api/scorecards/items': { open: 'law is the same for everyone' },
  'GET /api/scorecards/template': { open: 'law is the same for everyone' },
  'POST /api/scorecards': { open: 'a scorecard belongs to no area; administrators alone load one' },
  'GET /api/simulations': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/simulations?unit=${places.otherCommune.id}&year=2024&standard=VN-2027`,
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/simulations/households': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/simulations/households?unit=${places.otherCommune.id}&year=2024&standard=VN-2027&from=POOR&to=NEAR_POOR`,
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/simulations/households/file': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/simulations/households/file?unit=${places.otherCommune.id}&year=2024&standard=VN-2027&from=POOR&to=NEAR_POOR&purpose=kiem+thu`,
    }),
    expected: { refused: ['shared.outside-area'] },
  },
};
