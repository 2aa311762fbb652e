import { administrationView } from '@benvung/contract/administration';
import { ok } from '@benvung/domain/shared/result';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { listUnverifiedLaw } from '../standard/standard.public.ts';
import { countAccounts, countFailedJobs, findLastActs } from './administration.store.ts';

const WEEK_MS = 7 * 24 * 3600 * 1000;

/** What an administrator looks at first: the state of the system, and of the accounts of their own areas. */
export const administrationRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/administration',
    access: ['administrator'],
    transaction: 'unnarrowed',
    summary:
      'Tình trạng hệ thống: sao lưu, việc hỏng, tài khoản, dữ liệu luật chưa kiểm chứng / State of the system',
    response: administrationView,
    handler: async ({ db, areas, clock, language }) => {
      const now = clock.now();
      const since = new Date(Date.parse(now) - WEEK_MS).toISOString();
      const acts = await findLastActs(db, ['platform.backup', 'platform.restore']);
      const { standards, scorecards } = await listUnverifiedLaw(db);
      return ok({
        lastBackupAt: acts.get('platform.backup') ?? null,
        lastRestoreAt: acts.get('platform.restore') ?? null,
        failedJobs: await countFailedJobs(db, areas, since),
        accounts: await countAccounts(db, { areas, day: clock.today(), now }),
        draftStandards: standards.map(({ id, title }) => ({ id, title: title[language] })),
        scorecards: scorecards.map(({ id, formCode, standardId, status }) => ({
          id,
          formCode,
          standardId,
          status,
        })),
      });
    },
  });
};
