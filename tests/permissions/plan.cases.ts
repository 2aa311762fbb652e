import type { CrossAreaCases } from './cross-area-case.ts';

export const planCases: CrossAreaCases = {
  'GET /api/programmes': { open: 'law is the same for everyone' },
  'POST /api/plan-checks': {
    open: 'the caller brings the document and alone gets the answer; nothing is kept',
  },
};
