import {
  decideOnlineRequestCommand,
  onlineRequestDecided,
  onlineRequestList,
  onlineRequestView,
  requestChannelSet,
  setRequestChannelCommand,
} from '@benvung/contract/review-online-request';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { Db } from '../../platform/database/database.ts';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { isInside } from '../../platform/http/principal.ts';
import { queryYear } from '../../platform/http/query-year.ts';
import { findUnitOn, listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import { actingOf } from '../case/take-case-steps.ts';
import { findUnitOfReader } from '../find-unit-of-reader.ts';
import { decideOnlineRequest } from './decide-online-request.ts';
import { findOnlineRequest, listOnlineRequests, type StoredOnlineRequest } from './online-request.store.ts';
import { isChannelOpen, setChannel } from './request-channel.ts';

const byId = z.object({ id: z.uuid() });
const PAGE_SIZE = 100;

export const onlineRequestRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/online-requests',
    access: ['officer'],
    summary: 'Đề nghị gửi trên trang công khai / Requests that were sent from the public page',
    query: z.object({
      unit: z.coerce.number().int(),
      year: queryYear,
      page: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    response: onlineRequestList,
    handler: async (context, { query }) => {
      const { db, clock, origin } = context;
      const unit = await findUnitOfReader(context, query.unit);
      if (!unit.ok) return unit;
      const { path } = unit.value;
      const page = query.page ?? 1;
      const { requests, waiting, total } = await listOnlineRequests(db, {
        path,
        year: query.year,
        offset: (page - 1) * PAGE_SIZE,
        limit: PAGE_SIZE,
      });
      const villages = await villagesOf(db, requests, clock.today());
      return ok({
        requests: requests.map((one) => lineOf(one, villages)),
        waiting,
        channel: await channelOf(db, unit.value, origin),
        page: { page, pageSize: PAGE_SIZE, total },
      });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/online-requests/:id',
    access: ['officer'],
    summary:
      'Một đề nghị trực tuyến, với những gì hộ đã ghi / One online request, with what the household wrote',
    params: byId,
    response: onlineRequestView,
    act: 'review.read-online-request',
    handler: async ({ db, clock, audit }, { params }) => {
      const one = await findOnlineRequest(db, params.id);
      if (one === undefined) return refuse('shared.not-found');
      const { number, scopePath } = one;
      const subject = { kind: 'onlineRequest', id: one.id };
      audit({ act: 'review.read-online-request', subject, scopePath, detail: { number } });
      const { address, phone, identityNumber, asked, decidedBy, reason, caseId, version } = one;
      return ok({
        ...lineOf(one, await villagesOf(db, [one], clock.today())),
        ...{ address, phone, identityNumber, asked, decidedBy, reason, caseId, version },
        communeId: one.originCommuneId,
      });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/online-requests/:id/decision',
    access: ['officer'],
    summary: 'Nhận hoặc từ chối một đề nghị trực tuyến / Take an online request in, or refuse it in writing',
    params: byId,
    body: decideOnlineRequestCommand,
    response: onlineRequestDecided,
    act: 'review.decide-online-request',
    handler: async ({ db, clock, principal, audit }, { params, body }) => {
      const acting = actingOf(clock, principal);
      const told = { ...body, id: params.id, acting, demonstration: clock.fixed };
      const decided = await decideOnlineRequest(db, told);
      if (!decided.ok) return decided;
      const { id, number, state, version, caseId, scopePath } = decided.value;
      audit({
        act: 'review.decide-online-request',
        subject: { kind: 'onlineRequest', id },
        scopePath,
        detail: { number, state },
      });
      return ok({ id, state, version, caseId });
    },
  });

  defineRoute(app, {
    method: 'PUT',
    path: '/api/online-request-channel',
    access: ['officer'],
    summary: 'Mở hoặc đóng kênh nhận đề nghị trực tuyến của xã / Open or close a commune’s online requests',
    body: setRequestChannelCommand,
    response: requestChannelSet,
    act: 'review.set-request-channel',
    handler: async ({ db, areas, clock, audit }, { body }) => {
      const today = clock.today();
      const commune = await findUnitOn(db, body.communeId, today);
      if (commune?.level !== 'commune' || !isInside(areas, commune.path))
        return refuse('review.unit-not-found', { unit: body.communeId });
      await setChannel(db, commune, { open: body.open, today });
      audit({
        act: 'review.set-request-channel',
        subject: { kind: 'unit', id: String(commune.id) },
        scopePath: commune.path,
        detail: { open: body.open },
      });
      return ok({ open: body.open });
    },
  });
};

type Villages = ReadonlyMap<number, UnitOnDay>;

const villagesOf = (db: Db, requests: readonly StoredOnlineRequest[], today: string): Promise<Villages> =>
  listLastKnownUnits(
    db,
    requests.map(({ villageId }) => villageId),
    today,
  );

const lineOf = (
  { id, number, form, state, head, villageId, sentOn, decidedOn }: StoredOnlineRequest,
  villages: Villages,
) => ({ id, number, form, state, head, village: villages.get(villageId)?.name ?? '', sentOn, decidedOn });

/** Of a commune: whether it takes requests, and the address of its page. */
const channelOf = async (db: Db, { id, level, code }: UnitOnDay, origin: string) =>
  level === 'commune' && code !== null
    ? { communeId: id, open: await isChannelOpen(db, id), address: `${origin}/de-nghi/${code}` }
    : null;
