import type { CrossAreaCases } from './cross-area-case.ts';

export const standardCases: CrossAreaCases = {
  'GET /api/standards': { open: 'law is the same for everyone' },
  'GET /api/standards/:id': { open: 'law is the same for everyone' },
};
