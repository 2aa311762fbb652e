import type { CrossAreaCases } from './cross-area-case.ts';

export const accessCases: CrossAreaCases = {
  'POST /api/session': { open: 'who signs in has no area yet' },
  'GET /api/session': {
    request: () => ({ method: 'GET', url: '/api/session' }),
    expected: { hidden: (world) => ['nguoi.nha', world.places.otherCommune.name] },
  },
  'DELETE /api/session': { open: 'ends the caller’s own session, named by the cookie alone' },
  'GET /api/public/info': { open: 'the same for everyone' },
};
