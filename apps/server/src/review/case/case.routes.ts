import {
  boardView,
  caseActCommand,
  caseChanged,
  caseList,
  caseView,
  procedureBegun,
  receiveRequestCommand,
} from '@benvung/contract/review-case';
import { commandBase, paperMade } from '@benvung/contract/shared';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { findHousehold } from '../../household/household.public.ts';
import { timeInVietnam } from '../../platform/clock.ts';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { isInside } from '../../platform/http/principal.ts';
import { queryYear } from '../../platform/http/query-year.ts';
import { findUnitOn } from '../../territory/territory.public.ts';
import { findDeskUnit } from '../find-desk-unit.ts';
import { actOnCase } from './act-on-case.ts';
import { beginProcedure } from './begin-procedure.ts';
import type { StoredCase } from './case.store.ts';
import { makeQuestionnairePaper } from './make-questionnaire.ts';
import { readBoard } from './read-board.ts';
import { isColumn, readCase, readCaseList } from './read-case.ts';
import { receiveRequest } from './receive-request.ts';
import { actingOf } from './take-case-steps.ts';

const byId = z.object({ id: z.uuid() });
const OFFICERS = ['officer', 'administrator'] as const;
const changed = ({ id, standing, version }: StoredCase) => ({ id, state: standing.state, version });

export const caseRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/review-board',
    access: 'staff',
    summary: 'Bảng rà soát: mỗi hồ sơ đang ở bước nào / The review board: where every case stands',
    query: z.object({
      unit: z.coerce.number().int(),
      year: queryYear,
      kind: z.enum(['PERIODIC', 'AD_HOC']).optional(),
    }),
    response: boardView,
    handler: async ({ db, areas, clock, language }, { query }) => {
      const today = clock.today();
      const unit = await findDeskUnit(db, { id: query.unit, areas, today });
      if (!unit.ok) return unit;
      const { year, kind = 'PERIODIC' } = query;
      if (unit.value.level === 'nation') return refuse('review.unit-not-found', { unit: query.unit });
      return readBoard(db, {
        unit: unit.value,
        year,
        kind,
        today,
        time: timeInVietnam(clock.now()),
        language,
      });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-cases',
    access: 'staff',
    summary: 'Hồ sơ rà soát của một đợt, theo bước / Cases of a round, by step',
    query: z.object({
      round: z.uuid(),
      village: z.coerce.number().int().optional(),
      column: z.string().max(20).optional(),
      page: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    response: caseList,
    handler: ({ db, clock, principal }, { query }) => {
      const { column = '' } = query;
      return readCaseList(db, {
        roundId: query.round,
        villageId: query.village ?? null,
        column: column === 'requests' || isColumn(column) ? column : null,
        page: query.page ?? 1,
        acting: actingOf(clock, principal),
      });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-cases/:id',
    access: 'staff',
    summary: 'Một hồ sơ rà soát: kết quả, lịch sử, bước tiếp / One review case: result, history, next step',
    params: byId,
    response: caseView,
    act: 'review.read-case',
    handler: async ({ db, clock, principal, audit }, { params }) => {
      const found = await readCase(db, {
        id: params.id,
        acting: actingOf(clock, principal),
        mayAct: principal.grants.some(({ role }) => role === 'officer' || role === 'administrator'),
      });
      if (!found.ok) return found;
      audit({
        act: 'review.read-case',
        subject: { kind: 'case', id: params.id },
        scopePath: found.value.scopePath,
      });
      return ok(found.value.view);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds/:id/procedure',
    access: OFFICERS,
    summary: 'Bắt đầu trình tự rà soát của một đợt / A round goes by the procedure from now on',
    params: byId,
    body: commandBase,
    response: procedureBegun,
    act: 'review.begin-procedure',
    handler: async ({ db, clock, principal, audit, origin }, { params }) => {
      const begun = await beginProcedure(db, params.id, actingOf(clock, principal, origin));
      if (!begun.ok) return begun;
      const { round, cases } = begun.value;
      audit({
        act: 'review.begin-procedure',
        subject: { kind: 'round', id: round.id },
        scopePath: round.scopePath,
        detail: { year: round.year, cases },
      });
      return ok({ cases });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-requests',
    access: ['officer', 'enumerator'],
    summary: 'Nhận giấy đề nghị rà soát (mẫu 01, mẫu 04) / Receive a request to be reviewed',
    body: receiveRequestCommand,
    response: caseChanged,
    status: 201,
    act: 'review.receive-request',
    handler: async ({ db, areas, clock, principal, audit }, { body }) => {
      const today = clock.today();
      const [commune, village] = [
        await findUnitOn(db, body.communeId, today),
        await findUnitOn(db, body.villageId, today),
      ];
      if (commune?.level !== 'commune' || village === undefined || !isInside(areas, village.path))
        return refuse('review.unit-not-found', { unit: body.villageId });
      if (village.level !== 'village' || !village.path.startsWith(commune.path))
        return refuse('review.village-not-of-commune', { village: body.villageId });
      const household = body.householdId === null ? undefined : await findHousehold(db, body.householdId);
      if (body.householdId !== null && household === undefined) return refuse('shared.not-found');
      const received = await receiveRequest(db, {
        ...body,
        commune,
        village,
        household: household ?? null,
        acting: actingOf(clock, principal),
        demonstration: clock.fixed,
      });
      if (!received.ok) return received;
      audit({
        act: 'review.receive-request',
        subject: { kind: 'case', id: received.value.id },
        scopePath: village.path,
        detail: { form: body.form },
      });
      return ok(changed(received.value));
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-cases/:id/acts',
    access: OFFICERS,
    summary: 'Làm một bước trên hồ sơ, hoặc hoàn tác / Take a step on a case, or take it back',
    params: byId,
    body: caseActCommand,
    response: caseChanged,
    act: 'review.act-on-case',
    handler: async ({ db, clock, principal, audit }, { params, body }) => {
      const acted = await actOnCase(db, {
        id: params.id,
        version: body.version,
        act: body.act,
        acting: actingOf(clock, principal),
      });
      if (!acted.ok) return acted;
      audit({
        act: 'review.act-on-case',
        subject: { kind: 'case', id: params.id },
        scopePath: acted.value.scopePath,
        detail: { step: body.act.act, state: acted.value.standing.state },
      });
      return ok(changed(acted.value));
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-cases/:id/questionnaire-paper',
    access: OFFICERS,
    summary: 'Lập phiếu rà soát đã điền của một hộ / Make the filled questionnaire of a household',
    params: byId,
    body: commandBase,
    response: paperMade,
    act: 'review.make-questionnaire-paper',
    handler: async ({ db, clock, principal, audit, origin }, { params }) => {
      const acting = actingOf(clock, principal, origin);
      const made = await makeQuestionnairePaper(db, { caseId: params.id, acting });
      if (!made.ok) return made;
      audit({
        act: 'review.make-questionnaire-paper',
        subject: { kind: 'case', id: params.id },
        scopePath: made.value.scopePath,
        detail: { year: made.value.year },
      });
      return ok({ documentId: made.value.id });
    },
  });
};
