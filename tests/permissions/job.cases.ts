import type { CrossAreaCases } from './cross-area-case.ts';

const JOB = '00000000-0000-7000-8000-000000000061';

export const jobCases: CrossAreaCases = {
  'GET /api/jobs': { open: 'shows the work of the person who asks, and nobody else’s' },
  'POST /api/jobs/seen': { open: 'marks the work of the person who asks, and nobody else’s' },
  'POST /api/jobs/:id/stop': {
    prepare: ({ database, places: { otherCommune } }) =>
      database.withSession(async (session) => {
        await session.query(
          `insert into job (id, kind, state, payload, done, account_id, scope_path, created_at, updated_at)
           select $1, 'sample', 'waiting', '{}', 0, id, $2, '2024-10-15', '2024-10-15'
           from account where username = 'nguoi.nha' on conflict do nothing`,
          [JOB, otherCommune.path],
        );
      }),
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/jobs/${JOB}/stop`,
      payload: { commandId: newId() },
    }),
    expected: { refused: ['shared.not-found'] },
  },
};
