import { auditAsked, auditPage, auditVerdict } from '@benvung/contract/audit';
import { listFileAsked } from '@benvung/contract/exchange';
import { ok, refuse } from '@benvung/domain/shared/result';
import { givenBy, listFile, MOST_FILE_ROWS } from '../exchange/list-file.public.ts';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { LANES, laneOf, NATION_PATH } from '../platform/audit/audit-entry.ts';
import { AUDIT_PROBLEM_TEXTS, verifyLanes } from '../platform/audit/verify-audit.ts';
import { inAreaScope } from '../platform/database/area-scope.ts';
import type { AppParts, FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse } from '../platform/http/file-reply.ts';
import { findTrailRow, listTrail } from './audit-trail.store.ts';
import { placeOf, printedTrail, searchOf, trailLines } from './audit-trail.ts';

type App = Parameters<FeatureRoutes>[0];

const access = ['administrator', 'inspector'] as const;
const PAGE_SIZE = 100;
const MOST_PROBLEMS_SHOWN = 50;

/** The log as administrators and inspectors read it: the acts of their areas. */
export function auditRoutes(app: App, parts: AppParts): void {
  const { clock } = parts;

  defineRoute(app, {
    method: 'GET',
    path: '/api/audit',
    access,
    summary: 'Nhật ký của địa bàn / The log of one’s areas',
    query: auditAsked,
    response: auditPage,
    handler: async ({ db, language }, { query }) => {
      const rows = await listTrail(db, searchOf(query, PAGE_SIZE + 1));
      const shown = rows.slice(0, PAGE_SIZE);
      const last = shown.at(-1);
      const next = rows.length > PAGE_SIZE && last !== undefined ? placeOf(last) : null;
      return ok({ entries: await trailLines(db, shown, { day: clock.today(), language }), next });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/audit/file',
    access,
    act: 'access.export-audit',
    summary: 'Xuất nhật ký ra Excel, CSV hoặc JSON / The log as a file',
    query: auditAsked.extend(listFileAsked.shape),
    response: fileResponse,
    handler: async ({ db, language, audit, principal }, { query }) => {
      const rows = await listTrail(db, searchOf(query, MOST_FILE_ROWS + 1));
      if (rows.length > MOST_FILE_ROWS)
        return refuse('exchange.list-too-long', { total: `${MOST_FILE_ROWS}+`, most: MOST_FILE_ROWS });
      const lines = await trailLines(db, rows, { day: clock.today(), language });
      audit({ act: 'access.export-audit', detail: { entries: rows.length } });
      const list = { ...printedTrail(lines, language), ...givenBy({ principal, clock }) };
      return ok(await listFile(`nhat-ky-${clock.today()}`, list, query));
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/audit/verification',
    access,
    act: 'access.verify-audit',
    summary: 'Kiểm tra chuỗi nhật ký / Verify the log',
    response: auditVerdict,
    rateLimit: { max: 12, seconds: 60 },
    transaction: 'own',
    handler: async ({ database, principal, areas, language }) => {
      const lanes = lanesOf(areas);
      const verdict = await verifyLanes(database, lanes);
      const at = clock.now();
      const by = { accountId: principal.accountId, actor: principal.username, at };
      const { entries } = verdict;
      const detail = { entries, problems: verdict.problems.length };
      const scopePath = areas[0] ?? NATION_PATH;
      const [broken] = verdict.problems;
      const first = await inAreaScope(database, { paths: areas }, async (db) => {
        const row = broken === undefined ? undefined : await findTrailRow(db, broken);
        const lines = row === undefined ? [] : await trailLines(db, [row], { day: clock.today(), language });
        await writeAudit(db, by, [{ act: 'access.verify-audit', scopePath, detail }]);
        return lines[0] ?? null;
      });
      const problems = verdict.problems.slice(0, MOST_PROBLEMS_SHOWN).map((problem) => ({
        ...problem,
        text: AUDIT_PROBLEM_TEXTS[problem.kind][language],
      }));
      return ok({ ok: verdict.ok, entries, lanes: lanes.length, checkedAt: at, problems, first });
    },
  });
}

/** All chains for the nation; elsewhere those that hold the acts of one's provinces. */
const lanesOf = (areas: readonly string[]): number[] =>
  areas.includes(NATION_PATH)
    ? Array.from({ length: LANES }, (_unused, lane) => lane)
    : [...new Set(areas.map(laneOf))].sort((a, b) => a - b);
