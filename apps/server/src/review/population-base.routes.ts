import { populationBaseCommand, populationBaseView } from '@benvung/contract/review-desk';
import { BASE_FIELDS, EMPTY_BASE } from '@benvung/domain/review/population-base';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { queryYear } from '../platform/http/query-year.ts';
import { listUnitsUnder } from '../territory/territory.public.ts';
import { changePopulationBase } from './change-population-base.ts';
import { findDeskUnit } from './find-desk-unit.ts';
import { listBaseLines, type StoredBaseLine } from './population-base.store.ts';
import { refOf } from './read-opening-plan.ts';
import { listRoundsOfCommunes } from './review-round.store.ts';

export const populationBaseRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/population-base',
    access: 'staff',
    summary: 'Tổng số hộ, nhân khẩu của xã và các thôn / Totals of households and persons of a commune',
    query: z.object({
      commune: z.coerce.number().int(),
      year: queryYear,
    }),
    response: populationBaseView,
    handler: async ({ db, areas, clock }, { query }) => {
      const today = clock.today();
      const commune = await findDeskUnit(db, { id: query.commune, areas, today });
      if (!commune.ok) return commune;
      if (commune.value.level !== 'commune') return refuse('review.unit-not-found', { unit: query.commune });
      const { id, path } = commune.value;
      const villages = await listUnitsUnder(db, { path, level: 'village', day: today });
      const stored = new Map((await listBaseLines(db, query.year, id)).map((line) => [line.villageId, line]));
      const last = new Map(
        (await listBaseLines(db, query.year - 1, id)).map((line) => [line.villageId, line.households]),
      );
      const [round] = await listRoundsOfCommunes(db, query.year, [id]);
      const places = [{ id: 0, name: commune.value.name }, ...villages];
      const [first] = stored.values();
      return ok({
        commune: refOf(commune.value),
        year: query.year,
        open: round?.status !== 'LOCKED',
        lines: places.map(({ id: villageId, name }) => ({
          villageId,
          name,
          version: stored.get(villageId)?.version ?? 0,
          figures: figuresOf(stored.get(villageId)),
          lastHouseholds: last.get(villageId) ?? null,
        })),
        source: first?.source ?? '',
        onDay: first?.onDay ?? null,
      });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/population-base',
    access: ['officer', 'administrator'],
    summary: 'Ghi tổng số hộ, nhân khẩu của xã và các thôn / Write totals of a commune and its villages',
    body: populationBaseCommand,
    response: z.object({ changed: z.int() }),
    act: 'review.change-population-base',
    handler: async ({ db, areas, principal, clock, audit }, { body }) => {
      const today = clock.today();
      const commune = await findDeskUnit(db, { id: body.communeId, areas, today });
      if (!commune.ok) return commune;
      if (commune.value.level !== 'commune') return refuse('review.unit-not-found', { unit: body.communeId });
      const changed = await changePopulationBase(db, {
        ...body,
        commune: commune.value,
        demonstration: clock.fixed,
        today,
        said: { actor: principal.username, at: clock.now() },
      });
      if (changed.ok)
        audit({
          act: 'review.change-population-base',
          subject: { kind: 'unit', id: String(commune.value.id) },
          scopePath: commune.value.path,
          detail: { year: body.year, lines: changed.value.changed },
        });
      return changed;
    },
  });
};

const figuresOf = (line: StoredBaseLine | undefined) =>
  line === undefined
    ? EMPTY_BASE
    : { ...EMPTY_BASE, ...Object.fromEntries(BASE_FIELDS.map((field) => [field, line[field]])) };
