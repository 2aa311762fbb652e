import {
  householdClass,
  householdList,
  householdView,
  openSensitiveFields,
  reviewOfHousehold,
  sensitiveFields,
} from '@benvung/contract/household';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { findHousehold } from './household.store.ts';
import { openFieldsOf } from './open-sensitive-fields.ts';
import { readHousehold } from './read-household.ts';
import { readHouseholdList } from './read-household-list.ts';
import { readReview } from './read-review.ts';

const byId = z.object({ id: z.uuid() });
const listQuery = z.object({
  unit: z.coerce.number().int(),
  year: z.coerce.number().int().optional(),
  class: householdClass.optional(),
  movement: z.string().max(40).optional(),
  q: z.string().max(100).default(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(100),
});

/** Reading households. A household of another area does not exist for the reader. */
export const householdRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/households',
    access: 'signedIn',
    summary: 'Danh sách hộ của một địa bàn / The households of an area',
    query: listQuery,
    response: householdList,
    handler: async ({ db, areas, clock }, { query }) =>
      readHouseholdList(
        db,
        { ...query, year: query.year ?? null, class: query.class ?? null, movement: query.movement ?? null },
        { areas, today: clock.today() },
      ),
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/households/:id',
    access: 'signedIn',
    summary: 'Một hộ / One household',
    params: byId,
    response: householdView,
    handler: async ({ db, clock }, { params }) => {
      const household = await readHousehold(db, params.id, clock.today());
      return household === undefined ? refuse('shared.not-found') : ok(household);
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/households/:id/reviews/:year',
    access: 'signedIn',
    summary: 'Kết quả rà soát một năm của hộ, có giải thích / A year’s review, explained',
    params: byId.extend({ year: z.coerce.number().int() }),
    query: z.object({ lang: z.enum(['vi', 'en']).default('vi') }),
    response: reviewOfHousehold,
    handler: async ({ db }, { params, query }) => {
      const review = await readReview(db, { id: params.id, year: params.year, language: query.lang });
      return review === undefined ? refuse('shared.not-found') : ok(review);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/households/:id/disclosures',
    access: ['officer', 'approver', 'inspector', 'administrator'],
    act: 'household.read-sensitive',
    summary: 'Mở thông tin nhạy cảm, ghi lý do / Open sensitive fields for a stated reason',
    params: byId,
    body: openSensitiveFields,
    response: sensitiveFields,
    rateLimit: { max: 120, seconds: 60 },
    handler: async ({ db, audit }, { params, body }) => {
      const household = await findHousehold(db, params.id);
      if (household === undefined) return refuse('shared.not-found');
      audit({
        act: 'household.read-sensitive',
        subject: { kind: 'household', id: household.id },
        scopePath: household.scopePath,
        detail: { fields: body.fields, reason: body.reason },
      });
      return ok(await openFieldsOf(db, household, body.fields));
    },
  });
};
