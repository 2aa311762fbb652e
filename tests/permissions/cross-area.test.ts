import { isStaff, ROLES } from '@benvung/contract/access';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../apps/server/src/app.ts';
import { featureCommands } from '../../apps/server/src/command-list.ts';
import { startCommand } from '../../apps/server/src/main.ts';
import { backupCommands } from '../../apps/server/src/platform/backup/backup.commands.ts';
import { type CliCommand, EXIT } from '../../apps/server/src/platform/cli/command.ts';
import { helpCommand } from '../../apps/server/src/platform/cli/help.ts';
import { machineClock } from '../../apps/server/src/platform/clock.ts';
import type { DeclaredRoute } from '../../apps/server/src/platform/http/route-declaration.ts';
import { describeOnEachDatabase } from '../../apps/server/src/platform/testing/test-database.ts';
import { accessCases } from './access.cases.ts';
import { batchCases } from './batch.cases.ts';
import { comparisonCases } from './comparison.cases.ts';
import type { CrossAreaCases } from './cross-area-case.ts';
import { documentCases } from './document.cases.ts';
import { exchangeCases } from './exchange.cases.ts';
import { householdCases } from './household.cases.ts';
import { jobCases } from './job.cases.ts';
import { commandMatrix, permissionMatrix } from './permission-matrix.ts';
import { permissionPage } from './permission-page.ts';
import { planCases } from './plan.cases.ts';
import { dutyCases } from './plan-duty.cases.ts';
import { planStructureCases } from './plan-structure.cases.ts';
import { planTargetCases } from './plan-target.cases.ts';
import { reportCases } from './report.cases.ts';
import { reviewCases } from './review.cases.ts';
import { reviewCaseCases } from './review-case.cases.ts';
import { reviewEntryCases } from './review-entry.cases.ts';
import { reviewOnlineRequestCases } from './review-online-request.cases.ts';
import { reviewPostingCases } from './review-posting.cases.ts';
import { reviewProcedureCases } from './review-procedure.cases.ts';
import { reviewQualityCases } from './review-quality.cases.ts';
import { standardCases } from './standard.cases.ts';
import { territoryCases } from './territory.cases.ts';
import { makeWorld, type World } from './world.ts';

/** Each feature adds its cases here. */
const cases: CrossAreaCases = {
  ...accessCases,
  ...batchCases,
  ...comparisonCases,
  ...documentCases,
  ...dutyCases,
  ...exchangeCases,
  ...householdCases,
  ...jobCases,
  ...planCases,
  ...planStructureCases,
  ...planTargetCases,
  ...reportCases,
  ...reviewCases,
  ...reviewCaseCases,
  ...reviewEntryCases,
  ...reviewQualityCases,
  ...reviewOnlineRequestCases,
  ...reviewPostingCases,
  ...reviewProcedureCases,
  ...standardCases,
  ...territoryCases,
};

const commands: readonly CliCommand[] = [
  startCommand(async () => EXIT.ok),
  ...featureCommands,
  ...backupCommands,
  helpCommand([]),
];

const nameOf = (route: DeclaredRoute) => `${route.method} ${route.path}`;

/** The routes are known without a database: nothing is asked of it before a request. */
const withoutDatabase = await buildApp({ database: {} as never, clock: machineClock(), version: '0' });
await withoutDatabase.ready();
const routes: readonly DeclaredRoute[] = withoutDatabase.httpBase.routes;
const undeclared = withoutDatabase.httpBase.undeclared;
await withoutDatabase.close();
const closed = routes.filter((route) => route.access !== 'public');
const narrowed = routes.filter((route) => 'request' in (cases[nameOf(route)] ?? {}));

test('every endpoint has a cross-area case, and every case an endpoint', () => {
  expect(Object.keys(cases).sort()).toEqual(routes.map(nameOf).sort());
});

test('every endpoint has a line in the permission matrix, which says the same as its declaration', () => {
  const declared = Object.fromEntries(
    routes.map((route) => {
      const { access } = route;
      const allowed =
        access === 'public'
          ? 'anyone'
          : access === 'signedIn'
            ? 'everyone'
            : ROLES.filter((role) => (access === 'staff' ? isStaff(role) : access.includes(role)));
      return [nameOf(route), allowed];
    }),
  );
  const written = Object.entries(permissionMatrix).map(([name, allowed]) => [
    name,
    typeof allowed === 'string' ? allowed : ROLES.filter((role) => allowed.includes(role)),
  ]);
  expect(declared).toEqual(Object.fromEntries(written));
});

test('every command has a line in the permission matrix', () => {
  expect(commands.map(({ name }) => name).sort()).toEqual(Object.keys(commandMatrix).sort());
});

test('docs/permissions.md is what these tests hold the system to', async () => {
  await expect(permissionPage(routes, cases, commands)).toMatchFileSnapshot('../../docs/permissions.md');
});

test('nothing answers past the declared routes but health, the API document and its pages', () => {
  const allowed = /^(HEAD,)?GET (\/healthz|\/api\/openapi\.json|\/api\/docs(\/.*)?)$/;
  expect(undeclared.filter((route) => !allowed.test(route))).toEqual([]);
});

test('no endpoint with people’s areas is called open without a reason', () => {
  for (const route of routes) {
    const known = cases[nameOf(route)];
    if (known !== undefined && 'open' in known) expect(known.open.length, nameOf(route)).toBeGreaterThan(10);
  }
});

test('every command that changes something can be sent twice; what is secret leaves no receipt, and neither reading nor keeping a draft changes anything', () => {
  const once = routes.filter((route) => route.method !== 'GET' && !route.takesCommand).map(nameOf);
  expect(once.sort()).toEqual([
    'DELETE /api/me/calendar',
    'DELETE /api/session',
    'POST /api/accounts/:id/one-time-password',
    'POST /api/audit/verification',
    'POST /api/comparisons/:id/disclosures',
    'POST /api/document-templates/check',
    'POST /api/document-templates/preview',
    'POST /api/households/:id/disclosures',
    'POST /api/households/identity-search',
    'POST /api/households/likenesses',
    'POST /api/me/calendar',
    'POST /api/me/password',
    'POST /api/me/recovery-codes',
    'POST /api/me/second-factor',
    'POST /api/me/second-factor/confirmation',
    'POST /api/me/second-factor/removal',
    'POST /api/plan-checks',
    'POST /api/plan-proposals',
    'POST /api/public/verification',
    'POST /api/session',
    'POST /api/session/second-step',
    'POST /api/table-files',
    'PUT /api/rounds/:id/entries/:householdId/draft',
  ]);
});

test('only what concerns the way into an account works without the database’s own narrowing', () => {
  const unnarrowed = routes.filter((route) => route.transaction === 'unnarrowed').map((route) => route.path);
  for (const path of unnarrowed)
    expect(path).toMatch(/^\/api\/(accounts|me|access-policy|administration)(\/|$)/);
});

const anyParameters = (path: string) => path.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');

describeOnEachDatabase('an endpoint', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(await open());
  });
  afterAll(() => world.app.close());

  describe.each(closed.map((route) => ({ route, name: nameOf(route) })))('$name', ({ route }) => {
    const { method } = route;
    const url = anyParameters(route.path);
    const allowed = permissionMatrix[nameOf(route)] ?? [];

    test('is closed to someone not signed in', async () => {
      const answer = await world.app.inject({ method, url });
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'shared.not-signed-in']);
    });

    if (method !== 'GET')
      test('is closed to a page that does not know the session’s token', async () => {
        const answer = await world.owner({ method, url, headers: { 'x-csrf-token': 'guessed' } });
        expect([answer.statusCode, answer.json().code]).toEqual([403, 'shared.foreign-request']);
      });

    const others = typeof allowed === 'string' ? [] : ROLES.filter((role) => !allowed.includes(role));
    test.each(others)('is closed to someone who is only %s', async (role) => {
      const answer = await (await world.only(role))({ method, url });
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'shared.not-allowed']);
    });
  });

  describe.each(narrowed.map((route) => ({ route, name: nameOf(route) })))('$name', ({ name }) => {
    const known = cases[name]!;
    if ('open' in known) return;
    const { expected } = known;
    beforeAll(() => known.prepare?.(world));

    test('gives a person of another commune nothing', async () => {
      const answer = await world.stranger(known.request(world));
      if ('refused' in expected) {
        expect(answer.statusCode).toBeGreaterThanOrEqual(400);
        expect(expected.refused).toContain(answer.json().code);
      } else {
        expect(answer.statusCode).toBeLessThan(300);
        for (const text of expected.hidden(world)) expect(answer.body).not.toContain(text);
      }
    });

    test('answers those whose it is', async () => {
      const answer = await (known.by === 'superior' ? world.superior : world.owner)(known.request(world));
      expect(answer.statusCode, answer.body).toBeLessThan(300);
      if ('hidden' in expected)
        for (const text of expected.hidden(world)) expect(answer.body).toContain(text);
    });
  });
});
