import {
  deskView,
  ledgerView,
  missingHouseholds,
  missingTold,
  openingPlan,
  openRoundsCommand,
  roundHistory,
  roundsOpened,
  tellMissingCommand,
} from '@benvung/contract/review-desk';
import { day } from '@benvung/contract/shared';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { queryYear } from '../platform/http/query-year.ts';
import { listLastKnownUnits } from '../territory/territory.public.ts';
import { actingOf } from './case/take-case-steps.ts';
import { findDeskUnit } from './find-desk-unit.ts';
import { countMissing, listMissing } from './missing-households.store.ts';
import { openRoundsIn } from './open-rounds-in.ts';
import { readDesk } from './read-desk.ts';
import { readLedger } from './read-ledger.ts';
import { readOpeningPlan } from './read-opening-plan.ts';
import { findRoundById, lockRound } from './review-round.store.ts';
import { listRoundEvents } from './round-event.store.ts';
import { tellMissing } from './tell-missing.ts';

const byId = z.object({ id: z.uuid() });
const unitAndYear = z.object({
  unit: z.coerce.number().int(),
  year: queryYear,
});
const PAGE_SIZE = 100;

export const deskRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/desk',
    access: 'staff',
    summary: 'Bàn rà soát của một đơn vị trong năm / The round desk of a unit in a year',
    query: unitAndYear,
    response: deskView,
    handler: async ({ db, areas, clock }, { query }) => {
      const today = clock.today();
      const unit = await findDeskUnit(db, { id: query.unit, areas, today });
      return unit.ok ? ok(await readDesk(db, { unit: unit.value, year: query.year, today })) : unit;
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/ledger',
    access: 'staff',
    summary: 'Sổ biến động: đầu kỳ − ra + vào = cuối kỳ / The movement ledger of a unit in a year',
    query: unitAndYear,
    response: ledgerView,
    handler: async ({ db, areas, clock }, { query }) => {
      const today = clock.today();
      const unit = await findDeskUnit(db, { id: query.unit, areas, today });
      return unit.ok ? ok(await readLedger(db, { unit: unit.value, year: query.year, today })) : unit;
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/rounds/:id/history',
    access: 'staff',
    summary: 'Việc đã làm với một đợt rà soát / What was done to a round',
    params: byId,
    response: roundHistory,
    handler: async ({ db }, { params }) => {
      const round = await findRoundById(db, params.id);
      if (round === undefined) return refuse('shared.not-found');
      const events = await listRoundEvents(db, round);
      return ok({
        decidedBy: round.decidedBy,
        source: round.source,
        events: events.map(({ detail, ...event }) => ({
          ...event,
          reason: typeof detail.reason === 'string' ? detail.reason : null,
          lines: Array.isArray(detail.changes) ? detail.changes.length : null,
        })),
      });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/round-opening',
    access: 'staff',
    summary: 'Mở đợt sẽ làm gì: xã nào mở được, mang sang bao nhiêu hộ / What opening rounds would do',
    query: unitAndYear.extend({ day }),
    response: openingPlan,
    handler: async ({ db, areas, clock, language }, { query }) => {
      const today = clock.today();
      const unit = await findDeskUnit(db, { id: query.unit, areas, today });
      if (!unit.ok) return unit;
      if (unit.value.level === 'nation') return refuse('review.unit-not-found', { unit: query.unit });
      const { year, day: referenceDay } = query;
      return ok(await readOpeningPlan(db, { unit: unit.value, year, referenceDay, today, language }));
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/round-opening',
    access: ['officer', 'approver', 'administrator'],
    summary: 'Mở đợt rà soát ở một hay nhiều xã / Open the rounds of one or several communes',
    body: openRoundsCommand,
    response: roundsOpened,
    status: 201,
    act: 'review.open-round',
    handler: async ({ db, areas, principal, clock, audit, origin }, { body }) => {
      const opened = await openRoundsIn(db, {
        ...body,
        areas,
        today: clock.today(),
        demonstration: clock.fixed,
        said: { actor: principal.username, at: clock.now() },
        ...(body.inProcedure ? { procedure: actingOf(clock, principal, origin) } : {}),
      });
      if (!opened.ok) return opened;
      let carriedOver = 0;
      for (const round of opened.value) {
        carriedOver += (await countMissing(db, round)).pending;
        audit({
          act: 'review.open-round',
          subject: { kind: 'round', id: round.id },
          scopePath: round.scopePath,
          detail: { year: round.year },
        });
      }
      return ok({ opened: opened.value.length, carriedOver });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/rounds/:id/missing',
    access: 'staff',
    summary:
      'Hộ của danh sách năm trước chưa có kết quả, hoặc không còn / Last year’s households without a result',
    params: byId,
    query: z.object({
      state: z.enum(['pending', 'gone']),
      page: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
    response: missingHouseholds,
    handler: async ({ db, clock }, { params, query }) => {
      const round = await findRoundById(db, params.id);
      if (round === undefined) return refuse('shared.not-found');
      const page = query.page ?? 1;
      const { state } = query;
      const found = await listMissing(db, round, { state, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
      const { pending, gone } = await countMissing(db, round);
      const ids = [...new Set(found.map(({ villageId }) => villageId))];
      const villages = await listLastKnownUnits(db, ids, clock.today());
      return ok({
        households: found.map(({ villageId, ...household }) => ({
          ...household,
          village: villages.get(villageId)?.name ?? '',
        })),
        counts: { pending, gone },
        page: { page, pageSize: PAGE_SIZE, total: state === 'pending' ? pending : gone },
      });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds/:id/missing',
    access: ['officer', 'administrator'],
    summary: 'Ghi lý do hộ không còn trong danh sách / Tell why households are gone',
    params: byId,
    body: tellMissingCommand,
    response: missingTold,
    act: 'review.tell-missing',
    handler: async ({ db, clock, audit, principal }, { params, body }) => {
      const round = await lockRound(db, params.id);
      if (round === undefined) return refuse('shared.not-found');
      const acting = actingOf(clock, principal);
      const done = await tellMissing(db, { round, told: body.households, acting });
      if (done.ok)
        audit({
          act: 'review.tell-missing',
          subject: { kind: 'round', id: round.id },
          scopePath: round.scopePath,
          detail: { year: round.year, households: done.value.told },
        });
      return done;
    },
  });
};
