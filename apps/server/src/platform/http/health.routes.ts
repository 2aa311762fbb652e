import { sql } from 'kysely';
import { z } from 'zod';
import type { FeatureRoutes } from './app-parts.ts';

const health = z.object({
  status: z.enum(['ok', 'failing']),
  version: z.string(),
  database: z.string(),
});

/** GET /healthz: 200 when the database answers, 503 when it does not. */
export const healthRoutes: FeatureRoutes = (app, { database, version }) => {
  const schema = { tags: ['platform'], security: [], response: { 200: health, 503: health } };
  app.get('/healthz', { schema }, async (_request, reply) => {
    const answered = await sql`select 1`.execute(database.db).then(
      () => true,
      () => false,
    );
    return reply
      .code(answered ? 200 : 503)
      .send({ status: answered ? 'ok' : 'failing', version, database: database.version });
  });
};
