import { personalFileAsked } from '@benvung/contract/exchange';
import { undoMerge as undoMergeBody } from '@benvung/contract/household-acts';
import {
  askLikenesses as askLikenessesBody,
  dismissDuplicate,
  duplicateComparison,
  duplicateDecided,
  duplicateList,
  duplicatesFound,
  likenesses,
  reopenDuplicate,
  searchDuplicates as searchDuplicatesBody,
} from '@benvung/contract/household-duplicates';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { givenBy, listFile, MOST_FILE_ROWS } from '../exchange/list-file.public.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse } from '../platform/http/file-reply.ts';
import { isInside } from '../platform/http/principal.ts';
import { findUnitOn, findUnitPath } from '../territory/territory.public.ts';
import { askLikenesses } from './ask-likenesses.ts';
import { decideDuplicate } from './decide-duplicate.ts';
import { defineAct, groundOf } from './define-act.ts';
import { findDuplicate } from './duplicate.store.ts';
import { searchDuplicates } from './find-duplicates.ts';
import { printedPairs } from './printed-pairs.ts';
import { undoMerge } from './undo-merge.ts';
import { compareDuplicate, viewDuplicates } from './view-duplicates.ts';

const pairState = z.enum(['proposed', 'dismissed', 'merged']).default('proposed');
const pairOf = z.object({ id: z.uuid(), otherId: z.uuid() });

/** The desk of households that may be written twice. */
export const duplicateRoutes: FeatureRoutes = (app) => {
  readRoutes(app);
  decideRoutes(app);

  defineRoute(app, {
    method: 'POST',
    path: '/api/households/likenesses',
    access: ['officer', 'enumerator'],
    act: 'household.ask-likenesses',
    summary: 'Người sắp ghi đã có ở hộ nào chưa / Who is known already, before someone is written',
    body: askLikenessesBody,
    response: likenesses,
    handler: (context, { body }) => askLikenesses(groundOf(context), body),
  });

  defineAct(app, {
    path: '/api/households/:id/merges/:mergeId/undo',
    act: 'household.undo-merge',
    summary: 'Hoàn tác việc nhập hộ, khi chưa có gì dựa vào / Undo a merge while nothing was built on it',
    params: z.object({ id: z.uuid(), mergeId: z.uuid() }),
    body: undoMergeBody,
    detail: () => ({}),
    run: (ground, { params, body }) => undoMerge(ground, { ...params, version: body.version }),
  });
};

const readRoutes = (app: FastifyInstance): void => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/duplicates',
    access: 'staff',
    summary: 'Các cặp hộ nghi trùng của một đơn vị / Households of a unit that may be one',
    query: z.object({
      unit: z.coerce.number().int().min(1),
      state: pairState,
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    }),
    response: duplicateList,
    handler: async ({ db, areas, clock, language }, { query }) => {
      const path = await findUnitPath(db, query.unit, clock.today());
      if (path === undefined) return refuse('shared.not-found');
      if (!isInside(areas, path)) return refuse('shared.outside-area');
      const { state, page } = query;
      return ok(
        await viewDuplicates(db, { path, state, page, pageSize: 100 }, { today: clock.today(), language }),
      );
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/duplicates/file',
    access: ['officer', 'approver', 'inspector', 'administrator'],
    act: 'household.export-duplicates',
    summary: 'Xuất các cặp hộ nghi trùng, ghi mục đích / The pairs as a file, for a stated purpose',
    query: personalFileAsked.extend({ unit: z.coerce.number().int().min(1), state: pairState }),
    response: fileResponse,
    rateLimit: { max: 20, seconds: 60 },
    handler: async ({ db, areas, clock, principal, audit }, { query }) => {
      const today = clock.today();
      const unit = await findUnitOn(db, query.unit, today);
      if (unit === undefined) return refuse('shared.not-found');
      if (!isInside(areas, unit.path)) return refuse('shared.outside-area');
      const { state, format, purpose } = query;
      const sought = { path: unit.path, state, page: 1, pageSize: MOST_FILE_ROWS };
      const { pairs, page } = await viewDuplicates(db, sought, { today, language: 'vi' });
      if (page.total > MOST_FILE_ROWS)
        return refuse('exchange.list-too-long', { total: page.total, most: MOST_FILE_ROWS });
      audit({
        act: 'household.export-duplicates',
        subject: { kind: 'unit', id: String(unit.id) },
        scopePath: unit.path,
        detail: { state, format, purpose, pairs: pairs.length },
      });
      const list = {
        ...printedPairs(pairs),
        ...givenBy({ principal, clock }),
        place: unit.name,
        facts: [`Mục đích: ${purpose}`],
        signed: true,
      };
      return ok(await listFile(`ho-nghi-trung-${unit.code ?? unit.id}`, list, query));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/duplicates/:id/:otherId',
    access: 'staff',
    summary: 'Hai hộ nghi trùng, cạnh nhau / Two households side by side',
    params: pairOf,
    response: duplicateComparison,
    handler: async ({ db, clock, language }, { params }) => {
      const pair = await findDuplicate(db, params.id, params.otherId);
      if (pair === undefined) return refuse('shared.not-found');
      const view = await compareDuplicate(db, pair, { today: clock.today(), language });
      return view === undefined ? refuse('shared.not-found') : ok(view);
    },
  });
};

const decideRoutes = (app: FastifyInstance): void => {
  defineRoute(app, {
    method: 'POST',
    path: '/api/duplicates/search',
    access: ['officer'],
    act: 'household.search-duplicates',
    summary: 'Dò lại hộ trùng trong một đơn vị / Look for duplicates in a unit again',
    body: searchDuplicatesBody,
    response: duplicatesFound,
    handler: async ({ db, areas, clock }, { body }) => {
      const path = await findUnitPath(db, body.unit, clock.today());
      if (path === undefined || !isInside(areas, path)) return refuse('shared.outside-area');
      return ok(await searchDuplicates(db, { path, at: clock.now() }));
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/duplicates/:id/:otherId/dismissal',
    access: ['officer'],
    act: 'household.dismiss-duplicate',
    summary: 'Hai hộ này không trùng, ghi lý do / These are two households, for this reason',
    params: pairOf,
    body: dismissDuplicate,
    response: duplicateDecided,
    handler: (context, { params, body }) =>
      decideDuplicate(context, { ...params, ...body, to: 'dismissed', reason: body.reason }),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/duplicates/:id/:otherId/reopening',
    access: ['officer'],
    act: 'household.reopen-duplicate',
    summary: 'Bỏ quyết định “không trùng” / Take a dismissal back',
    params: pairOf,
    body: reopenDuplicate,
    response: duplicateDecided,
    handler: (context, { params, body }) =>
      decideDuplicate(context, { ...params, ...body, to: 'proposed', reason: null }),
  });
};
