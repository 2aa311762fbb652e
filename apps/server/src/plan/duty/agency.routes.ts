import {
  addAgency,
  agencyKept,
  changeAgency,
  dutyDesks,
  setAgencyMembers,
} from '@benvung/contract/plan-duty';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { findAgency } from './agency.store.ts';
import { findDutyUnit } from './duty.routes.ts';
import { changeAgencyOf, makeAgency, setMembers } from './keep-agency.ts';
import { readDesks } from './read-desks.ts';

const byId = z.object({ id: z.uuid() });
const KEEPERS = ['officer', 'approver', 'administrator'] as const;

/** The bodies of a unit that duties are sent to, and who stands at their desks. */
export const agencyRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/duty-desks',
    access: 'staff',
    summary: 'Các bàn việc của một đơn vị / The desks duties of a unit go to',
    query: z.object({ unit: z.coerce.number().int() }),
    response: dutyDesks,
    handler: async (context, { query }) => {
      const { db, clock, principal } = context;
      const unit = await findDutyUnit(context, query.unit);
      if (!unit.ok) return unit;
      return ok(await readDesks(db, unit.value, { principal, today: clock.today() }));
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/agencies',
    access: KEEPERS,
    summary: 'Thêm cơ quan của một đơn vị / Add an agency of a unit',
    body: addAgency,
    response: agencyKept,
    status: 201,
    act: 'plan.add-agency',
    handler: async (context, { body }) => {
      const unit = await findDutyUnit(context, body.unit);
      if (!unit.ok) return unit;
      const made = await makeAgency(context.db, unit.value, body);
      if (!made.ok) return made;
      context.audit({
        act: 'plan.add-agency',
        subject: { kind: 'agency', id: made.value.id },
        scopePath: unit.value.path,
        detail: { name: body.name },
      });
      return ok({ id: made.value.id, version: 1 });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/agencies/:id',
    access: KEEPERS,
    summary: 'Sửa cơ quan, hoặc ngừng nhận việc / Change an agency, or close its desk',
    params: byId,
    body: changeAgency,
    response: agencyKept,
    act: 'plan.change-agency',
    handler: async ({ db, clock, audit }, { params, body }) => {
      const agency = await findAgency(db, params.id);
      if (agency === undefined) return refuse('shared.not-found');
      const changed = await changeAgencyOf(db, agency, { ...body, at: clock.now() });
      if (!changed.ok) return changed;
      audit({
        act: 'plan.change-agency',
        subject: { kind: 'agency', id: agency.id },
        scopePath: agency.scopePath,
        detail: { name: body.name, closed: body.closed },
      });
      return ok({ id: agency.id, version: changed.value.version });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/agencies/:id/members',
    access: ['administrator'],
    summary: 'Ai ngồi ở bàn việc của cơ quan / Who stands at an agency’s desk',
    params: byId,
    body: setAgencyMembers,
    response: agencyKept,
    act: 'plan.set-agency-members',
    handler: async ({ db, clock, audit }, { params, body }) => {
      const agency = await findAgency(db, params.id);
      if (agency === undefined) return refuse('shared.not-found');
      const at = { at: clock.now(), today: clock.today() };
      const kept = await setMembers(db, agency, { accounts: body.accounts, ...at });
      if (!kept.ok) return kept;
      audit({
        act: 'plan.set-agency-members',
        subject: { kind: 'agency', id: agency.id },
        scopePath: agency.scopePath,
        detail: { name: agency.name, accounts: body.accounts.length },
      });
      return ok({ id: agency.id, version: agency.version });
    },
  });
};
