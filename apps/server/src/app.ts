import Fastify, { type FastifyInstance, type FastifyReply, type FastifyServerOptions } from 'fastify';
import { accessRoutes, type SignInSettings } from './access/access.routes.ts';
import { calendarFeedRoutes } from './access/calendar-feed.routes.ts';
import { findPrincipal } from './access/find-principal.ts';
import { mailAddressRoutes } from './access/mail-address.routes.ts';
import { calendarSources } from './calendar-list.ts';
import { batchRoutes as documentBatchRoutes } from './document/batch.routes.ts';
import { documentRoutes } from './document/document.routes.ts';
import { numberingRoutes } from './document/numbering.routes.ts';
import { printRoutes } from './document/print.routes.ts';
import { registerFileRoutes } from './document/register-file.routes.ts';
import { scanRoutes } from './document/scan.routes.ts';
import { documentTemplateRoutes } from './document/template/template.routes.ts';
import { batchRoutes } from './exchange/batches/batch.routes.ts';
import { comparisonRoutes } from './exchange/comparison/comparison.routes.ts';
import { exchangeRoutes } from './exchange/exchange.routes.ts';
import { duplicateRoutes } from './household/duplicate.routes.ts';
import { householdRoutes } from './household/household.routes.ts';
import { householdActRoutes } from './household/household-acts.routes.ts';
import { memberActRoutes } from './household/member-acts.routes.ts';
import { agencyRoutes } from './plan/duty/agency.routes.ts';
import { dutyRoutes } from './plan/duty/duty.routes.ts';
import { planRoutes } from './plan/plan.routes.ts';
import { planPaperRoutes } from './plan/structure/plan-paper.routes.ts';
import { planStructureRoutes } from './plan/structure/plan-structure.routes.ts';
import { targetRoutes } from './plan/target/target.routes.ts';
import { describeApi } from './platform/http/api-document.ts';
import type { AppParts, FeatureRoutes } from './platform/http/app-parts.ts';
import { healthRoutes } from './platform/http/health.routes.ts';
import { installHttpBase } from './platform/http/http-base.ts';
import { replyWithProblem } from './platform/http/problem-reply.ts';
import { PLAIN_SECURITY_HEADERS } from './platform/http/security-headers.ts';
import { isScreenAddress, serveWebFiles } from './platform/http/web-files.ts';
import { jobRoutes } from './platform/jobs/job.routes.ts';
import { programmeRoutes } from './programme/programme.routes.ts';
import { reportRoutes } from './report/report.routes.ts';
import { publicRoutes } from './review/public/public.routes.ts';
import { reviewRoutes } from './review/review.routes.ts';
import { standardRoutes } from './standard/standard.routes.ts';
import { territoryRoutes } from './territory/territory.routes.ts';

/** Every feature's routes beside `access`; a feature adds one line here. */
const routes: readonly FeatureRoutes[] = [
  agencyRoutes,
  dutyRoutes,
  healthRoutes,
  mailAddressRoutes,
  batchRoutes,
  calendarFeedRoutes(calendarSources),
  comparisonRoutes,
  documentRoutes,
  registerFileRoutes,
  printRoutes,
  scanRoutes,
  numberingRoutes,
  documentBatchRoutes,
  documentTemplateRoutes,
  exchangeRoutes,
  householdRoutes,
  duplicateRoutes,
  householdActRoutes,
  jobRoutes,
  memberActRoutes,
  publicRoutes,
  planRoutes,
  planPaperRoutes,
  planStructureRoutes,
  programmeRoutes,
  reportRoutes,
  reviewRoutes,
  standardRoutes,
  targetRoutes,
  territoryRoutes,
];

export interface AppOptions extends SignInSettings {
  readonly webFolder?: string;
  readonly logger?: FastifyServerOptions['logger'];
  /** Addresses whose word on https, host and caller is believed, with commas; this machine unless told. */
  readonly trustedProxies?: string | undefined;
  /** Whether requests a minute are limited, as they are for everyone who is served; tests ask faster than people. */
  readonly limits?: boolean;
}

const PLUGIN_MILLISECONDS = 120_000;

/** The whole HTTP application, not yet listening: tests call `app.inject`. */
export async function buildApp(parts: AppParts, options: AppOptions = {}): Promise<FastifyInstance> {
  const trustProxy = options.trustedProxies ?? 'loopback';
  const app = Fastify({
    logger: options.logger ?? false,
    trustProxy,
    bodyLimit: 1_048_576,
    // a slow or busy machine starts late, not never
    pluginTimeout: PLUGIN_MILLISECONDS,
    frameworkErrors: (_error, request, reply) => {
      // No hook runs for an address that cannot be read, so neither does the one that sets these.
      replyWithProblem(request, (reply as unknown as FastifyReply).headers(PLAIN_SECURITY_HEADERS), {
        code: 'shared.not-found',
      });
    },
  });
  await installHttpBase(app, parts, findPrincipal, options.limits);
  await describeApi(app, parts.version);
  for (const add of [accessRoutes(options), ...routes])
    await app.register(async (scope) => add(scope, parts));
  if (options.webFolder !== undefined) await serveWebFiles(app, options.webFolder);
  app.setNotFoundHandler((request, reply) => {
    if (options.webFolder !== undefined && isScreenAddress(request.method, request.url))
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return replyWithProblem(request, reply, { code: 'shared.not-found' });
  });
  return app;
}
