import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import type { FeatureRoutes } from './app-parts.ts';

const health = z.object({
  status: z.enum(['ok', 'failing']),
  version: z.string(),
  database: z.string(),
});

/** An embedded database may be busy with one step of an import for some seconds. */
const LONGEST_WAIT_MILLISECONDS = 10_000;

/** GET /healthz: 200 when the database answers, 503 when it does not. */
export const healthRoutes: FeatureRoutes = (app, { database, version }) => {
  const schema = {
    summary: 'Hệ thống có đang chạy / Whether the system runs',
    tags: ['platform'],
    security: [],
    response: { 200: health, 503: health },
  };
  app.get('/healthz', { schema }, async (_request, reply) => {
    const asked = sql`select 1`.execute(database.db).then(
      () => true,
      () => false,
    );
    const answered = await Promise.race([
      asked,
      setTimeout(LONGEST_WAIT_MILLISECONDS, false, { ref: false }),
    ]);
    return reply
      .code(answered ? 200 : 503)
      .send({ status: answered ? 'ok' : 'failing', version, database: database.version });
  });
};
