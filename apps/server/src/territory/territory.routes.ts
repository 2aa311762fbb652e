import { day, unitRef } from '@benvung/contract/shared';
import {
  assignVillage as assignCommand,
  createVillage,
  mapDays,
  unitDetail,
  unitList,
} from '@benvung/contract/territory';
import { ok, refuse } from '@benvung/domain/shared/result';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { LEVELS } from '@benvung/domain/territory/admin-unit';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { isInside } from '../platform/http/principal.ts';
import { assignVillage } from './assign-village.ts';
import { createVillages } from './create-villages.ts';
import { placeListRoutes } from './place-list.routes.ts';
import { listLineage, listMapDays } from './territory.public.ts';
import {
  findUnitOn,
  listChildrenOn,
  listSuccessionsOf,
  listVersions,
  searchUnitsOn,
} from './territory.store.ts';

const MOST_UNITS = 500;

/** Names and codes of units are public: everyone signed in reads them all. */
export const territoryRoutes: FeatureRoutes = (app, parts) => {
  readRoutes(app);
  villageRoutes(app);
  placeListRoutes(app, parts);
};

const readRoutes = (app: Parameters<FeatureRoutes>[0]): void => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/territory/units',
    access: 'signedIn',
    summary: 'Tìm đơn vị hành chính vào một ngày / Find units on a day',
    query: z.object({
      on: day.optional(),
      parent: z.coerce.number().int().optional(),
      q: z.string().max(100).optional(),
      level: z.enum(LEVELS).optional(),
      mine: z.enum(['1']).optional(),
      limit: z.coerce.number().int().min(1).max(MOST_UNITS).default(50),
    }),
    response: unitList,
    handler: async ({ db, clock, areas }, { query }) => {
      const on = query.on ?? clock.today();
      const paths = query.mine === '1' ? { paths: areas } : {};
      const key = searchKey(query.q ?? '');
      const { parent: parentId, level, limit } = query;
      return ok({ on, units: await searchUnitsOn(db, { day: on, key, level, parentId, limit, ...paths }) });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/territory/units/:id',
    access: 'signedIn',
    summary:
      'Một đơn vị: cấp trên, các thời kỳ, trước và sau sắp xếp / One unit with its ancestors, past and future',
    params: z.object({ id: z.coerce.number().int() }),
    query: z.object({ on: day.optional() }),
    response: unitDetail,
    handler: async ({ db, clock }, { params, query }) => {
      const versions = await listVersions(db, params.id);
      const on = query.on ?? clock.today();
      const unit = (await findUnitOn(db, params.id, on)) ?? versions.at(-1);
      if (unit === undefined) return refuse('shared.not-found');
      const known =
        on >= unit.validFrom && (unit.validTo === null || on < unit.validTo) ? on : unit.validFrom;
      const named = ({
        day: at,
        kind,
        whole,
        source,
        ...ref
      }: Awaited<ReturnType<typeof listSuccessionsOf>>['successors'][number]) => ({
        day: at,
        kind,
        whole,
        source,
        unit: ref,
      });
      const { predecessors, successors } = await listSuccessionsOf(db, params.id);
      return ok({
        ...unit,
        on: known,
        hasChildren: (await listChildrenOn(db, params.id, known)).length > 0,
        ancestors: (await listLineage(db, unit, known)).slice(0, -1),
        versions,
        predecessors: predecessors.map(named),
        successors: successors.map(named),
      });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/territory/maps',
    access: 'signedIn',
    summary: 'Các ngày bản đồ thay đổi / The days on which the map changed',
    response: mapDays,
    handler: async ({ db }) =>
      ok({
        days: (await listMapDays(db)).map((one) => ({ day: one, label: one.split('-').reverse().join('/') })),
      }),
  });
};

const villageRoutes = (app: Parameters<FeatureRoutes>[0]): void => {
  defineRoute(app, {
    method: 'POST',
    path: '/api/territory/villages',
    access: ['officer', 'administrator'],
    act: 'territory.create-village',
    summary: 'Lập thôn, tổ dân phố / Make a village',
    body: createVillage,
    response: unitRef,
    status: 201,
    handler: async ({ db, areas, audit, clock }, { body }) => {
      const commune = await findUnitOn(db, body.communeId, clock.today());
      if (commune === undefined || !isInside(areas, commune.path)) return refuse('shared.outside-area');
      const { communeId, name, validFrom, decision: source } = body;
      const created = await createVillages({ db }, [{ communeId, name, validFrom, source }]);
      if (!created.ok) return created;
      const [village] = created.value;
      audit({
        act: 'territory.create-village',
        subject: { kind: 'unit', id: String(village!.id) },
        scopePath: commune.path,
        detail: { name: village!.name, validFrom },
      });
      return ok({ id: village!.id, code: null, level: 'village' as const, name: village!.name });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/territory/villages/:id/assign',
    access: ['officer', 'administrator'],
    act: 'territory.assign-village',
    summary: 'Phân thôn của xã bị chia về đơn vị mới / Say where a village of a split commune went',
    params: z.object({ id: z.coerce.number().int() }),
    body: assignCommand,
    response: unitRef,
    handler: async ({ db, areas, audit, clock }, { params, body }) => {
      const today = clock.today();
      const village = await findUnitOn(db, params.id, today);
      if (village === undefined) return refuse('shared.not-found');
      const holder = await findUnitOn(db, village.parentId ?? 0, today);
      if (holder === undefined || !isInside(areas, holder.path)) return refuse('shared.outside-area');
      const { communeId, decision: source } = body;
      const assigned = await assignVillage(db, { villageId: params.id, communeId, source, today });
      if (!assigned.ok) return assigned;
      audit({
        act: 'territory.assign-village',
        subject: { kind: 'unit', id: String(params.id) },
        scopePath: holder.path,
        detail: { communeId, from: assigned.value.from },
      });
      return ok({ id: village.id, code: null, level: 'village' as const, name: village.name });
    },
  });
};
