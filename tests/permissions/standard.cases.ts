import type { CrossAreaCases } from './cross-area-case.ts';

export const standardCases: CrossAreaCases = {
  'GET /api/ethnic-groups': { open: 'the catalogue is the same for everyone' },
  'GET /api/standards': { open: 'law is the same for everyone' },
  'GET /api/standards/:id': { open: 'law is the same for everyone' },
};
