import { unitRef } from '@benvung/contract/shared';
import {
  assignVillage as assignCommand,
  createVillage,
  mergeVillages as mergeCommand,
  mergedVillages,
  renameVillage as renameCommand,
} from '@benvung/contract/territory';
import { ok, refuse } from '@benvung/domain/shared/result';
import { checkVillageName } from '@benvung/domain/territory/village-acts';
import { z } from 'zod';
import { followVillageMerger } from '../household/household.public.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { isInside } from '../platform/http/principal.ts';
import { findClosedYearOf, followVillageMergerInReviews } from '../review/review.public.ts';
import { regulations } from '../standard/standard.public.ts';
import { assignVillage } from './assign-village.ts';
import { createVillages } from './create-villages.ts';
import { mergeVillages, moveFactsInto } from './merge-villages.ts';
import { renameVillage } from './rename-village.ts';
import { findUnitOn, listUnitsOn, listVersions } from './territory.store.ts';

type App = Parameters<FeatureRoutes>[0];
const village = (id: number, name: string) => ({ id, code: null, level: 'village' as const, name });
const unitSubject = (id: number) => ({ kind: 'unit', id: String(id) });
const villageId = z.object({ id: z.coerce.number().int() });

/** What a commune decides of its villages: dated, additive, nothing of the past is rewritten. */
export const villageRoutes: FeatureRoutes = (app) => {
  createRoute(app);
  renameRoute(app);
  mergeRoute(app);
  assignRoute(app);
};

const createRoute = (app: App): void =>
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
      const parent = (await findUnitOn(db, communeId, validFrom)) ?? commune;
      const checked = checkVillageName(
        { name, day: validFrom, parent, others: [] },
        regulations().villageTypes,
      );
      if (!checked.ok) return checked;
      const created = await createVillages({ db }, [{ communeId, name, validFrom, source }]);
      if (!created.ok) return created;
      const [made] = created.value;
      audit({
        act: 'territory.create-village',
        subject: unitSubject(made!.id),
        scopePath: commune.path,
        detail: { name: made!.name, validFrom },
      });
      return ok(village(made!.id, made!.name));
    },
  });

const renameRoute = (app: App): void =>
  defineRoute(app, {
    method: 'POST',
    path: '/api/territory/villages/:id/rename',
    access: ['officer', 'administrator'],
    act: 'territory.rename-village',
    summary: 'Đổi tên thôn, tổ dân phố từ một ngày / Rename a village from a day on',
    params: villageId,
    body: renameCommand,
    response: unitRef,
    handler: async ({ db, areas, audit, clock }, { params, body }) => {
      const unit = await findUnitOn(db, params.id, clock.today());
      if (unit === undefined || unit.level !== 'village') return refuse('shared.not-found');
      if (!isInside(areas, unit.path)) return refuse('shared.outside-area');
      const { name, from, decision: source } = body;
      const renamed = await renameVillage(db, { villageId: unit.id, name, from, source });
      if (!renamed.ok) return renamed;
      audit({
        act: 'territory.rename-village',
        subject: unitSubject(unit.id),
        scopePath: unit.path,
        detail: { from, was: unit.name, name: renamed.value.name },
      });
      return ok(village(unit.id, renamed.value.name));
    },
  });

const mergeRoute = (app: App): void =>
  defineRoute(app, {
    method: 'POST',
    path: '/api/territory/villages/merge',
    access: ['officer', 'administrator'],
    act: 'territory.merge-villages',
    summary: 'Sáp nhập các thôn của một xã / Merge villages of a commune',
    body: mergeCommand,
    response: mergedVillages,
    status: 201,
    handler: async ({ db, areas, audit, clock }, { body }) => {
      const today = clock.today();
      const { name, day, decision: source } = body;
      const villageIds = [...new Set(body.villageIds)];
      const units = await listUnitsOn(db, villageIds, today);
      if (units.length < villageIds.length) return refuse('territory.village-unknown', { day: today });
      if (!units.every(({ path }) => isInside(areas, path))) return refuse('shared.outside-area');
      const versions = await Promise.all(villageIds.map((id) => listVersions(db, id)));
      const communeIds = [...new Set(versions.flat().flatMap(({ parentId }) => parentId ?? []))];
      const places = { villageIds, communeIds, day };
      const closed = await findClosedYearOf(db, places);
      if (closed !== undefined) return refuse('territory.villages-in-closed-round', { year: closed });
      const merged = await mergeVillages(db, { villageIds, name, day, today, source });
      if (!merged.ok) return merged;
      const { id, path } = merged.value;
      const households = await followVillageMerger(db, { villageIds, intoId: id, day });
      const followed = await followVillageMergerInReviews(db, { ...places, intoId: id, path, today });
      if (!followed.ok) return followed;
      await moveFactsInto(db, { villageIds, path });
      const records = followed.value.written;
      audit({
        act: 'territory.merge-villages',
        subject: unitSubject(id),
        scopePath: path,
        detail: { day, villageIds, name: merged.value.name, households, records },
      });
      return ok({ village: village(id, merged.value.name), households, records });
    },
  });

const assignRoute = (app: App): void =>
  defineRoute(app, {
    method: 'POST',
    path: '/api/territory/villages/:id/assign',
    access: ['officer', 'administrator'],
    act: 'territory.assign-village',
    summary: 'Phân thôn của xã bị chia về đơn vị mới / Say where a village of a split commune went',
    params: villageId,
    body: assignCommand,
    response: unitRef,
    handler: async ({ db, areas, audit, clock }, { params, body }) => {
      const today = clock.today();
      const waiting = await findUnitOn(db, params.id, today);
      if (waiting === undefined) return refuse('shared.not-found');
      const holder = await findUnitOn(db, waiting.parentId ?? 0, today);
      if (holder === undefined || !isInside(areas, holder.path)) return refuse('shared.outside-area');
      const { communeId, decision: source } = body;
      const assigned = await assignVillage(db, { villageId: params.id, communeId, source, today });
      if (!assigned.ok) return assigned;
      audit({
        act: 'territory.assign-village',
        subject: unitSubject(params.id),
        scopePath: holder.path,
        detail: { communeId, from: assigned.value.from },
      });
      return ok(village(waiting.id, waiting.name));
    },
  });
