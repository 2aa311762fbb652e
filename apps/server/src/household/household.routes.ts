import {
  householdChanges,
  householdList,
  householdRecord,
  householdView,
  identityFound,
  identitySearch,
  openSensitiveFields as openSensitiveFieldsBody,
  reviewOfHousehold as reviewOfHouseholdView,
  sensitiveFields,
} from '@benvung/contract/household';
import { plainIdentityNumber } from '@benvung/domain/household/identity-number';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { listReviewsOfHouseholds } from '../review/review.public.ts';
import { findUsableScorecard } from '../standard/standard.public.ts';
import { designationViewsOn } from '../territory/territory.public.ts';
import { findByIdentityNumber, findHousehold } from './household.store.ts';
import { itemsOf, listHouseholdsOfUnit } from './list-households.ts';
import { listQuery, listWanted } from './list-query.ts';
import { lowIncomeWorkerRoutes } from './low-income-workers.routes.ts';
import { openSensitiveFields } from './open-sensitive-fields.ts';
import { readRecord } from './read-record.ts';
import { listRecentChanges } from './recent-changes.ts';
import { findReviewFacts } from './review-facts.store.ts';
import { reviewOfHousehold } from './review-of-household.ts';
import { savedViewRoutes } from './saved-view.routes.ts';
import { viewHousehold } from './view-household.ts';

const householdId = z.object({ id: z.uuid() });

export const householdRoutes: FeatureRoutes = (app, parts) => {
  savedViewRoutes(app, parts);
  lowIncomeWorkerRoutes(app, parts);

  defineRoute(app, {
    method: 'GET',
    path: '/api/households',
    access: 'staff',
    summary: 'Các hộ của một đơn vị / The households of a unit',
    query: listQuery,
    response: householdList,
    handler: ({ db, areas, clock }, { query }) =>
      listHouseholdsOfUnit(db, {
        ...listWanted(query, areas, clock.today()),
        page: query.page,
        pageSize: query.pageSize,
      }),
  });

  // Asking by a number is an act of its own, as opening closed fields is; the number itself is not logged.
  defineRoute(app, {
    method: 'POST',
    path: '/api/households/identity-search',
    access: ['enumerator', 'officer', 'approver', 'inspector'],
    act: 'household.find-by-identity',
    summary: 'Tìm hộ theo đúng số định danh / Find the household of an identity number',
    body: identitySearch,
    response: identityFound,
    handler: async ({ db, audit, clock }, { body }) => {
      const found = await findByIdentityNumber(db, plainIdentityNumber(body.identityNumber));
      const { households, elsewhere } = found;
      audit({
        act: 'household.find-by-identity',
        detail: { households: households.map(({ id }) => id), elsewhere },
      });
      return ok({
        households: await itemsOf(db, households, { year: null, today: clock.today() }),
        elsewhere,
      });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/household-changes',
    access: 'staff',
    summary: 'Vừa thay đổi ở các hộ của một đơn vị / What changed lately in the households of a unit',
    query: z.object({ unit: z.coerce.number().int().min(1) }),
    response: householdChanges,
    handler: ({ db, areas, clock, language }, { query }) =>
      listRecentChanges(db, { unitId: query.unit, areas, today: clock.today(), language }),
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/households/:id',
    access: 'staff',
    summary: 'Một hộ: thành viên, xếp loại qua các năm, lịch sử / One household',
    params: householdId,
    response: householdView,
    handler: async ({ db, clock, language }, { params }) => {
      const household = await findHousehold(db, params.id);
      if (household === undefined) return refuse('shared.not-found');
      return ok(await viewHousehold(db, household, { today: clock.today(), language }));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/households/:id/record',
    access: ['officer'],
    summary: 'Hồ sơ của hộ để sửa; trường kín vẫn kín / What an officer corrects, closed fields stay closed',
    params: householdId,
    response: householdRecord,
    handler: async ({ db, clock, language }, { params }) => {
      const household = await findHousehold(db, params.id);
      if (household === undefined) return refuse('shared.not-found');
      return ok(await readRecord(db, household, { today: clock.today(), language }));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/households/:id/reviews/:year',
    access: 'staff',
    summary: 'Câu trả lời và lời giải thích của một năm / The answers and the reason of one year',
    params: householdId.extend({ year: z.coerce.number().int() }),
    query: z.object({ standard: z.string().max(40).optional() }),
    response: reviewOfHouseholdView,
    handler: async ({ db, language }, { params, query }) => {
      const household = await findHousehold(db, params.id);
      if (household === undefined) return refuse('shared.not-found');
      const reviews = (await listReviewsOfHouseholds(db, [household])).get(household.id) ?? [];
      const review = reviews.find(
        ({ record }) =>
          record.year === params.year &&
          (query.standard === undefined || record.standardId === query.standard),
      );
      if (review === undefined) return refuse('shared.not-found');
      const { scorecardId, originCommuneId, year } = review.record;
      const frozen = await findReviewFacts(db, { originCommuneId, householdId: household.id, year });
      const scorecard = scorecardId === null ? undefined : await findUsableScorecard(db, scorecardId);
      const on = review.round.referenceDay;
      const unitId = review.record.closing?.villageId || review.record.communeId;
      const place = { on, designations: await designationViewsOn(db, { unitId, on, language }) };
      return ok(reviewOfHousehold({ review, frozen, scorecard, place }, language));
    },
  });

  // Each opening is an act of its own and is answered anew: a kept outcome would hold the opened values.
  defineRoute(app, {
    method: 'POST',
    path: '/api/households/:id/disclosures',
    access: ['enumerator', 'officer', 'approver', 'inspector'],
    act: 'household.read-sensitive',
    summary: 'Xem trường kín, ghi lý do / Open sensitive fields for a stated reason',
    params: householdId,
    body: openSensitiveFieldsBody,
    response: sensitiveFields,
    rateLimit: { max: 120, seconds: 60 },
    handler: async ({ db, audit, language }, { params, body }) => {
      const household = await findHousehold(db, params.id);
      if (household === undefined) return refuse('shared.not-found');
      const fields = [...new Set(body.fields)];
      const opened = await openSensitiveFields(db, household, { fields, language });
      audit({
        act: 'household.read-sensitive',
        subject: { kind: 'household', id: household.id },
        scopePath: household.scopePath,
        detail: { fields, reason: body.reason, persons: opened.members.length },
      });
      return ok(opened);
    },
  });
};
