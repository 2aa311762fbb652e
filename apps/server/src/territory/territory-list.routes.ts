import { territoryListQuery, territoryListReport, territoryLoads } from '@benvung/contract/territory';
import { ok, refuse } from '@benvung/domain/shared/result';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { receiptKeeperOf } from '../platform/http/command-receipt.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { uploadedFile } from '../platform/http/file-reply.ts';
import { isInside } from '../platform/http/principal.ts';
import { followTerritory } from './follow-territory.ts';
import { loadTerritoryList } from './load-territory-list.ts';
import { withUpload } from './place-list.routes.ts';
import { readTerritoryList } from './read-territory-list.ts';
import { rowProblemView } from './row-text.ts';
import { listLoads } from './territory.store.ts';

const LOAD = 'territory.load-list';
const UPLOAD_BYTES = 32 * 1024 ** 2;
const MOST_CHANGES = 1_000;

/** Newer lists of units: for the whole nation, so by those who administer it. */
export const territoryListRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/territory/loads',
    access: ['administrator'],
    summary: 'Các danh mục đã nạp / The lists loaded so far',
    response: territoryLoads,
    handler: async ({ db }) => ok({ loads: await listLoads(db) }),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/territory/lists',
    access: ['administrator'],
    act: LOAD,
    summary: 'Nạp danh mục hành chính mới, hoặc chạy thử / Load a newer list of units, or try it',
    query: territoryListQuery,
    body: uploadedFile,
    bodyLimit: UPLOAD_BYTES,
    response: territoryListReport,
    transaction: 'own',
    rateLimit: { max: 30, seconds: 60 },
    handler: async ({ database, clock, areas, principal, language }, input) => {
      if (!isInside(areas, NATION_PATH)) return refuse('shared.outside-area');
      const { query, body } = input;
      const read = await withUpload({ file: query.file, body }, (path) =>
        readTerritoryList(path, {
          day: query.day,
          source: query.source === '' ? undefined : query.source,
          ...(query.complete === 'true' ? { complete: true } : {}),
        }),
      );
      if (!read.ok) return read;
      const { accountId, username: actor } = principal;
      const [dryRun, at] = [query.dryRun === 'true', clock.now()];
      const loaded = await loadTerritoryList(database, read.value, {
        actor,
        accountId,
        at,
        dryRun,
        receipts: (db) => receiptKeeperOf(db, { act: LOAD, accountId, at }, input),
      });
      const empty = { versions: 0, newUnits: 0, ended: 0, villages: 0, changes: [] };
      if (!loaded.ok) {
        const { rows, ...problem } = loaded.problem;
        if (rows === undefined) return { ok: false, problem };
        const problems = rows.map((row) => rowProblemView(row, language));
        return ok({ ...empty, written: false, dryRun, day: read.value.day, problems });
      }
      if (!dryRun) await followTerritory(database, clock.today());
      const changes = loaded.value.changes
        .slice(0, MOST_CHANGES)
        .map((change) => ({ ...change, others: [...change.others] }));
      return ok({ ...loaded.value, changes, written: !dryRun, dryRun, day: read.value.day, problems: [] });
    },
  });
};
