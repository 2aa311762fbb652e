/**
 * How a feature declares a route (in its `<feature>.routes.ts`, listed in `app.ts`):
 *
 *     export const householdRoutes: FeatureRoutes = (app) => {
 *       defineRoute(app, {
 *         method: 'GET', path: '/api/households/:id', access: 'signedIn',
 *         summary: 'Một hộ / One household',
 *         params: z.object({ id: z.uuid() }),
 *         response: householdView,
 *         act: 'household.read',                         // only where sensitive fields are read
 *         handler: async ({ db, audit }, { params }) => {
 *           const household = await findHousehold(db, params.id);
 *           if (household === undefined) return refuse('shared.not-found');
 *           audit({ act: 'household.read', subject: { kind: 'household', id: params.id }, scopePath: household.scopePath });
 *           return ok(viewOf(household));
 *         },
 *       });
 *     };
 *
 * - `access`: 'public', 'signedIn', 'staff' (every role but an agency's: whatever shows an area), or roles. The handler
 *   runs in ONE transaction narrowed to the areas where the caller holds one of those roles; rows elsewhere do not exist
 *   for it, so a foreign id is `shared.not-found`.
 *   Reference tables (territory, accounts) are not narrowed by the database: check them with `isInside(areas, path)`.
 * - It answers `ok(value)` or `refuse(code, detail)`; a refusal rolls back and becomes problem+json. Codes live in
 *   `domain/<feature>/problems.ts`, texts in `contract/<feature>.problems.ts`, statuses in `problem-status.ts`.
 * - An unsafe method needs `act`, a session, the header `x-csrf-token`, and a body that extends `commandBase`.
 * - Download: `response: fileResponse`, answer `ok({ name, type, content })`. Upload: `body: uploadedFile`,
 *   `bodyLimit`, sent as application/octet-stream with the name and `commandId` in the query.
 * - Queries arrive as text: use `z.coerce.number()`. Responses are checked and hold no transforms; fields that the
 *   response schema does not name are dropped.
 * - Long work: `transaction: 'own'` gives `database` instead of `db`; open transactions with `inAreaScope`.
 * - `transaction: 'unnarrowed'` is for `access` alone: one transaction, receipts and audit as usual, nothing narrowed.
 * - Every route needs a case in the cross-area test (`tests/permissions/<feature>.cases.ts`).
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { z } from 'zod';
import { authorise } from './authorise.ts';
import { contentDisposition, type FileReply, fileResponse, redirectResponse } from './file-reply.ts';
import type { Access } from './principal.ts';
import { replyWithProblem } from './problem-reply.ts';
import { rateLimitOf } from './rate-limits.ts';
import type { RouteDeclaration } from './route-declaration.ts';
import { fastifySchemaOf } from './route-schema.ts';
import { runHandler } from './run-handler.ts';

type Nothing = z.ZodUndefined;

export function defineRoute<
  const A extends Access,
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  R extends z.ZodType = Nothing,
>(app: FastifyInstance, route: RouteDeclaration<A, P, Q, B, R>): void {
  const unsafe = route.method !== 'GET';
  if (unsafe && route.act === undefined)
    throw new Error(`${route.method} ${route.path} names no act for the log.`);
  const base = app.httpBase;
  base.routes.push({
    method: route.method,
    path: route.path,
    access: route.access,
    act: route.act ?? null,
    summary: route.summary,
    takesCommand: hasCommandId(route.body) || hasCommandId(route.query),
    transaction: route.transaction ?? 'scoped',
  });
  app.route({
    method: route.method,
    url: route.path,
    schema: fastifySchemaOf(route),
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    config: { declared: true, ...rateLimitOf(route, base.limits) },
    onRequest: (request, reply) =>
      authorise(
        base,
        { access: route.access, unsafe, whilePending: route.whilePending === true },
        request,
        reply,
      ),
    handler: async (request, reply) => {
      const result = await runHandler(base, route as never, request, reply);
      if (!result.ok) return replyWithProblem(request, reply, result.problem);
      reply.header('cache-control', 'no-store');
      if ((route.response as unknown) === fileResponse) return sendFile(reply, result.value as FileReply);
      if ((route.response as unknown) === redirectResponse)
        return reply.redirect((result.value as { location: string }).location, 302);
      if (route.response === undefined) return reply.code(204).send();
      return reply.code(route.status ?? 200).send(result.value);
    },
  });
}

const hasCommandId = (schema: unknown): boolean =>
  (schema as { shape?: Record<string, unknown> } | undefined)?.shape?.commandId !== undefined;

function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  return reply
    .type(file.type)
    .header('content-disposition', contentDisposition(file.name, file.inline))
    .send(file.content);
}
