import { type JobView, jobCommand, jobList, jobView } from '@benvung/contract/jobs';
import { type Language, problemText } from '@benvung/contract/problem-texts';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { machineMilliseconds } from '../clock.ts';
import type { FeatureRoutes } from '../http/app-parts.ts';
import { defineRoute } from '../http/define-route.ts';
import { askToStop, listJobsOf, markSeen, type StoredJob } from './job.store.ts';

const KEPT_MS = 7 * 86_400_000;

export const jobRoutes: FeatureRoutes = (app, parts) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/jobs',
    access: 'signedIn',
    summary: 'Việc chạy nền của tôi / My long work',
    response: jobList,
    handler: async ({ db, principal, language }) => {
      const since = new Date(machineMilliseconds() - KEPT_MS).toISOString();
      const jobs = await listJobsOf(db, principal.accountId, since);
      return ok({ jobs: jobs.map((job) => viewOf(job, language)) });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/jobs/:id/stop',
    access: 'signedIn',
    act: 'job.stop',
    summary: 'Dừng một việc chạy nền / Stop long work',
    params: z.object({ id: z.uuid() }),
    body: jobCommand,
    response: jobView,
    handler: async ({ db, principal, clock, language, afterCommit }, { params }) => {
      const job = await askToStop(db, { id: params.id, accountId: principal.accountId, at: clock.now() });
      if (job === undefined) return refuse('shared.not-found');
      afterCommit(() => parts.jobs?.wake());
      return ok(viewOf(job, language));
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/jobs/seen',
    access: 'signedIn',
    act: 'job.seen',
    summary: 'Đã xem việc chạy nền / Long work was looked at',
    body: jobCommand,
    handler: async ({ db, principal, clock }) => {
      await markSeen(db, principal.accountId, clock.now());
      return ok(undefined);
    },
  });
};

function viewOf(job: StoredJob, language: Language): JobView {
  const problem = job.outcome?.problem;
  return {
    ...job,
    problem: problem === undefined ? null : { code: problem.code, title: problemText(problem, language) },
  };
}
