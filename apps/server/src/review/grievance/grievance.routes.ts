import {
  grievanceActCommand,
  grievanceChanged,
  grievanceList,
  grievanceNoted,
  grievanceView,
  noteGrievanceCommand,
} from '@benvung/contract/review-posting';
import { RECEIPT_CODE_LENGTH } from '@benvung/domain/review/public/public-code';
import { groupedCode } from '@benvung/domain/shared/printed-code';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { isInside } from '../../platform/http/principal.ts';
import { queryYear } from '../../platform/http/query-year.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { actingOf } from '../case/take-case-steps.ts';
import { findPosting } from '../posting/posting.store.ts';
import { newPublicCode } from '../public/public-code.ts';
import { actOnGrievance } from './act-on-grievance.ts';
import { makeAnswerDocument } from './answer-document.ts';
import { findGrievance } from './grievance.store.ts';
import { handles, readGrievance, readGrievanceList } from './read-grievances.ts';
import { receiveGrievance } from './receive-grievance.ts';

const byId = z.object({ id: z.uuid() });
const PAGE_SIZE = 100;
/** Those who see that there is a grievance; what it says is for whoever handles it. */
const READERS = ['enumerator', 'officer', 'approver', 'inspector', 'administrator'] as const;
const OVERSEE: readonly string[] = ['officer', 'approver', 'inspector', 'administrator'];

export const grievanceRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/review-grievances',
    access: READERS,
    summary:
      'Phản ánh của một đơn vị trong năm, gấp nhất trước / Grievances of a unit, the most urgent first',
    query: z.object({
      unit: z.coerce.number().int(),
      year: queryYear,
      page: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    response: grievanceList,
    handler: async ({ db, areas, clock, principal }, { query }) => {
      const today = clock.today();
      const unit = (await listLastKnownUnits(db, [query.unit], today)).get(query.unit);
      if (unit === undefined || !isInside(areas, unit.path))
        return refuse('review.unit-not-found', { unit: query.unit });
      const page = query.page ?? 1;
      const oversees = principal.grants.some(({ role }) => OVERSEE.includes(role));
      const { grievances, open, total } = await readGrievanceList(
        db,
        {
          path: unit.path,
          year: query.year,
          ofAccount: oversees ? null : principal.accountId,
          offset: (page - 1) * PAGE_SIZE,
          limit: PAGE_SIZE,
        },
        today,
      );
      return ok({ grievances, open, page: { page, pageSize: PAGE_SIZE, total } });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-grievances/:id',
    access: READERS,
    summary: 'Một phản ánh và các bước đã làm / One grievance and what was done',
    params: byId,
    response: grievanceView,
    act: 'review.read-grievance',
    handler: async ({ db, clock, principal, audit }, { params }) => {
      const found = await readGrievance(db, { id: params.id, principal, today: clock.today() });
      if (!found.ok) return found;
      const { view, scopePath, personal } = found.value;
      const subject = { kind: 'grievance', id: params.id };
      audit({ act: 'review.read-grievance', subject, scopePath, detail: { number: view.number, personal } });
      return ok(view);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-grievances',
    access: ['officer'],
    summary: 'Ghi phản ánh nhận tại xã, tại cuộc họp, qua bưu điện / Note a grievance for someone',
    body: noteGrievanceCommand,
    response: grievanceNoted,
    status: 201,
    act: 'review.note-grievance',
    handler: async ({ db, clock, principal, audit }, { body }) => {
      const posting = await findPosting(db, body.postingId);
      if (posting === undefined) return refuse('shared.not-found');
      const receiptCode = newPublicCode(RECEIPT_CODE_LENGTH);
      const acting = actingOf(clock, principal);
      const received = await receiveGrievance(db, { ...body, posting, receiptCode, acting });
      if (!received.ok) return received;
      const { id, number, dueOn, scopePath, category } = received.value;
      audit({
        act: 'review.note-grievance',
        subject: { kind: 'grievance', id },
        scopePath,
        detail: { number, category },
      });
      return ok({ id, number, dueOn, receiptCode: groupedCode(receiptCode) });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-grievances/:id/acts',
    access: ['enumerator', 'officer'],
    summary: 'Giao, phúc tra, trả lời, kết thúc một phản ánh / Take a step with a grievance',
    params: byId,
    body: grievanceActCommand,
    response: grievanceChanged,
    act: 'review.act-on-grievance',
    handler: async ({ db, clock, principal, audit, origin }, { params, body }) => {
      const seen = await findGrievance(db, params.id);
      if (seen === undefined || !handles(principal, seen)) return refuse('shared.not-found');
      const isOfficer = principal.grants.some(
        ({ role, path }) => role === 'officer' && seen.scopePath.startsWith(path),
      );
      if (!isOfficer && body.act.act !== 'verify') return refuse('shared.not-allowed');
      const acting = actingOf(clock, principal);
      const demonstration = clock.fixed;
      const acted = await actOnGrievance(db, { ...body, id: params.id, acting, demonstration });
      if (!acted.ok) return acted;
      if (body.act.act === 'answer') {
        const { username } = principal;
        const written = await makeAnswerDocument(db, acted.value, { origin, acting, username, audit });
        if (!written.ok) return written;
      }
      const { id, state, version, scopePath, number } = acted.value;
      audit({
        act: 'review.act-on-grievance',
        subject: { kind: 'grievance', id },
        scopePath,
        detail: { number, step: body.act.act },
      });
      return ok({ id, state, version });
    },
  });
};
