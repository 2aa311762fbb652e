import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scorecardLoaded, scorecardUpload, scorecardView } from '@benvung/contract/standard';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse, uploadedFile } from '../platform/http/file-reply.ts';
import { isInside } from '../platform/http/principal.ts';
import { findUsableScorecard } from './list-scorecards.ts';
import { regulations } from './read-regulations.ts';
import { writeScorecardFile } from './scorecard-template.ts';
import { takeScorecard, viewScorecard } from './take-scorecard.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SCORECARD_BYTES = 4 * 1024 ** 2;

export const scorecardRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/scorecards/items',
    access: 'staff',
    summary: 'Một thang điểm với các mục / One scorecard with its items',
    query: z.object({ id: z.string().max(200) }),
    response: scorecardView,
    handler: async ({ db }, { query }) => {
      const card = await findUsableScorecard(db, query.id);
      return card === undefined ? refuse('shared.not-found') : ok(viewScorecard(card));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/scorecards/template',
    access: 'staff',
    summary: 'Tệp Excel mẫu của thang điểm, có thể điền sẵn một thang / The Excel template of a scorecard',
    query: z.object({ id: z.string().max(200).optional() }),
    response: fileResponse,
    handler: async ({ db }, { query }) => {
      const card =
        query.id === undefined
          ? regulations().scorecards.find(({ scorecard }) => scorecard.status === 'synthetic')?.scorecard
          : await findUsableScorecard(db, query.id);
      if (card === undefined) return refuse('shared.not-found');
      const content = await inFolder(async (path) => {
        await writeScorecardFile(path, card);
        return readFile(path);
      });
      return ok({ name: 'mau-thang-diem.xlsx', type: XLSX, content });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/scorecards',
    access: ['administrator'],
    act: 'standard.load-scorecard',
    summary: 'Nạp một thang điểm từ Excel, hoặc chạy thử / Load a scorecard from Excel, or try it',
    query: scorecardUpload,
    body: uploadedFile,
    bodyLimit: SCORECARD_BYTES,
    response: scorecardLoaded,
    rateLimit: { max: 30, seconds: 60 },
    handler: async ({ db, principal, areas, clock, audit }, { query, body }) => {
      // A card serves the whole nation: who loads it answers for the nation.
      if (!isInside(areas, NATION_PATH)) return refuse('shared.outside-area');
      return inFolder(async (path) => {
        await writeFile(path, body);
        const taken = await takeScorecard(db, {
          path,
          dryRun: query.dryRun === 'true',
          loadedBy: principal.username,
          loadedAt: new Date(clock.now()),
        });
        if (taken.ok && taken.value.card !== null)
          audit({
            act: taken.value.written ? 'standard.load-scorecard' : 'standard.try-scorecard',
            subject: { kind: 'scorecard', id: taken.value.card.id },
            scopePath: NATION_PATH,
            detail: { status: taken.value.card.status, replaces: taken.value.replaces ?? '' },
          });
        return taken;
      });
    },
  });
};

async function inFolder<Value>(work: (path: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'benvung-scorecard-'));
  try {
    return await work(join(folder, 'thang-diem.xlsx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
