import {
  actedOnMany,
  actOnMany as actOnManyBody,
  correctHousehold as correctHouseholdBody,
  endHousehold as endHouseholdBody,
  flag,
  mergeHouseholds as mergeHouseholdsBody,
  moveHousehold as moveHouseholdBody,
  overrideFlag as overrideFlagBody,
  registerHousehold as registerHouseholdBody,
  splitHousehold as splitHouseholdBody,
} from '@benvung/contract/household-acts';
import { ok } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { actOnMany } from './act-on-many.ts';
import { correctHousehold } from './correct-household.ts';
import { defineAct, groundOf } from './define-act.ts';
import { endHousehold } from './end-household.ts';
import { mergeHouseholds } from './merge-households.ts';
import { moveHousehold } from './move-household.ts';
import { overrideFlag } from './override-flag.ts';
import { registerHousehold } from './register-household.ts';
import { splitHousehold } from './split-household.ts';

const householdId = z.object({ id: z.uuid() });

/** What an officer does with whole households. */
export const householdActRoutes: FeatureRoutes = (app) => {
  defineAct(app, {
    path: '/api/households',
    act: 'household.register',
    summary: 'Ghi một hộ mới cùng thành viên / Register a household with its members',
    params: z.object({}),
    body: registerHouseholdBody,
    status: 201,
    detail: ({ body }) => ({ day: body.day, members: body.members.length }),
    run: (ground, { body }) => registerHousehold(ground, body),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/households/bulk',
    access: ['officer'],
    act: 'household.act-on-many',
    summary: 'Một việc cho nhiều hộ, hoặc xem trước việc đó / One act on many households, or trying it out',
    body: actOnManyBody,
    response: actedOnMany,
    handler: async (context, { body }) => {
      const { acts, ...outcome } = await actOnMany(groundOf(context), body);
      const { kind, ...detail } = body.act;
      for (const { id, scopePath } of acts)
        context.audit({ act: `household.${kind}`, subject: { kind: 'household', id }, scopePath, detail });
      return ok(outcome);
    },
  });

  defineAct(app, {
    path: '/api/households/:id/corrections',
    act: 'household.correct',
    summary: 'Sửa thông tin của hộ / Correct what is written of a household',
    params: householdId,
    body: correctHouseholdBody,
    detail: ({ body }) => ({ fields: Object.keys(body.changes) }),
    run: (ground, { params, body }) => correctHousehold(ground, { ...body, id: params.id }),
  });

  defineAct(app, {
    path: '/api/households/:id/moves',
    act: 'household.move',
    summary: 'Chuyển hộ đến thôn khác / Move a household to another village',
    params: householdId,
    body: moveHouseholdBody,
    detail: ({ body }) => ({ day: body.day, village: body.villageId }),
    run: (ground, { params, body }) => moveHousehold(ground, { ...body, id: params.id }),
  });

  defineAct(app, {
    path: '/api/households/:id/splits',
    act: 'household.split',
    summary: 'Tách hộ / Split members off as a household of their own',
    params: householdId,
    body: splitHouseholdBody,
    detail: ({ body }) => ({ day: body.day, persons: Object.keys(body.leaving) }),
    run: (ground, { params, body }) => splitHousehold(ground, { ...body, id: params.id }),
  });

  defineAct(app, {
    path: '/api/households/:id/merges',
    act: 'household.merge',
    summary: 'Nhập một hộ vào hộ này / Take another household into this one',
    params: householdId,
    body: mergeHouseholdsBody,
    detail: ({ body }) => ({ day: body.day }),
    run: (ground, { params, body }) => mergeHouseholds(ground, { ...body, id: params.id }),
  });

  defineAct(app, {
    path: '/api/households/:id/end',
    act: 'household.end',
    summary: 'Khép hồ sơ một hộ / Close the file of a household',
    params: householdId,
    body: endHouseholdBody,
    detail: ({ body }) => ({ day: body.day, reason: body.reason }),
    run: (ground, { params, body }) => endHousehold(ground, { ...body, id: params.id }),
  });

  defineAct(app, {
    path: '/api/households/:id/flags/:flag',
    act: 'household.override-flag',
    summary: 'Sửa tay một đặc điểm của hộ, hoặc bỏ sửa / Set a trait by hand, or take it back',
    params: householdId.extend({ flag }),
    body: overrideFlagBody,
    detail: ({ params, body }) => ({ flag: params.flag, taken: body.value === null, reason: body.reason }),
    run: (ground, { params, body }) => overrideFlag(ground, { ...body, ...params }),
  });
};
