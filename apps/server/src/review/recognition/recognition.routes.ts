import {
  casesSubmitted,
  decisionView,
  opinionCommand,
  opinionGiven,
  reasonedCommand,
  recogniseCommand,
  recognised,
  recognitionDesk,
  submissionView,
  submitCasesCommand,
} from '@benvung/contract/review-recognition';
import { ok } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { queryYear } from '../../platform/http/query-year.ts';
import { actingOf } from '../case/take-case-steps.ts';
import { findDeskUnit } from '../find-desk-unit.ts';
import { readDecision, readRecognitionDesk, readSubmission } from './read-recognition.ts';
import { recogniseCases } from './recognise-cases.ts';
import { giveOpinion, recallSubmission, submitCases } from './submit-cases.ts';

const byId = z.object({ id: z.uuid() });

export const recognitionRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/recognition-desk',
    access: 'signedIn',
    summary: 'Trình và công nhận: gì đang chờ ở bàn nào / Submission and recognition: what waits where',
    query: z.object({ unit: z.coerce.number().int(), year: queryYear }),
    response: recognitionDesk,
    handler: async ({ db, areas, clock, principal }, { query }) => {
      const unit = await findDeskUnit(db, { id: query.unit, areas, today: clock.today() });
      if (!unit.ok) return unit;
      return readRecognitionDesk(db, {
        unit: unit.value,
        year: query.year,
        acting: actingOf(clock, principal),
      });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds/:id/submissions',
    access: ['officer', 'approver'],
    summary: 'Trình xin ý kiến các hồ sơ đã hết niêm yết / Submit cases whose posting is over',
    params: byId,
    body: submitCasesCommand,
    response: casesSubmitted,
    status: 201,
    act: 'review.submit-cases',
    handler: async ({ db, clock, principal, audit, origin }, { params, body }) => {
      const submitted = await submitCases(db, {
        roundId: params.id,
        number: body.number || null,
        acting: actingOf(clock, principal, origin),
      });
      if (!submitted.ok) return submitted;
      const { submission, cases } = submitted.value;
      audit({
        act: 'review.submit-cases',
        subject: { kind: 'submission', id: submission.id },
        scopePath: submission.scopePath,
        detail: { cases: cases.length },
      });
      return ok({ id: submission.id, cases: cases.length, dueOn: submission.dueOn });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-submissions/:id',
    access: 'signedIn',
    summary: 'Một hồ sơ trình với các hộ của nó / One submission with its households',
    params: byId,
    response: submissionView,
    handler: ({ db, clock, principal }, { params }) =>
      readSubmission(db, {
        id: params.id,
        today: clock.today(),
        areas: principal.grants.filter(({ role }) => role === 'approver').map(({ path }) => path),
      }),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-submissions/:id/opinion',
    access: ['approver'],
    summary: 'Cho ý kiến: đồng ý, trả lại một số hộ kèm lý do / Give the superior’s opinion',
    params: byId,
    body: opinionCommand,
    response: opinionGiven,
    act: 'review.give-opinion',
    handler: async (
      { db, areas, clock, principal, audit, origin },
      { params, body: { commandId: _, ...told } },
    ) => {
      const given = await giveOpinion(db, {
        id: params.id,
        ...told,
        areas,
        acting: actingOf(clock, principal, origin),
      });
      if (!given.ok) return given;
      const { submission, cases } = given.value;
      const returned = told.returned.length;
      audit({
        act: 'review.give-opinion',
        subject: { kind: 'submission', id: submission.id },
        scopePath: submission.scopePath,
        detail: { cleared: cases.length - returned, returned },
      });
      return ok({ cleared: cases.length - returned, returned });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-submissions/:id/recall',
    access: ['officer', 'approver'],
    summary: 'Rút hồ sơ trình chưa có ý kiến / Take back a submission nobody has answered',
    params: byId,
    body: reasonedCommand,
    response: z.object({ cases: z.number().int() }),
    act: 'review.recall-submission',
    handler: async ({ db, clock, principal, audit, origin }, { params, body: { version, reason } }) => {
      const recalled = await recallSubmission(db, {
        id: params.id,
        version,
        reason,
        acting: actingOf(clock, principal, origin),
      });
      if (!recalled.ok) return recalled;
      const { submission, cases } = recalled.value;
      audit({
        act: 'review.recall-submission',
        subject: { kind: 'submission', id: submission.id },
        scopePath: submission.scopePath,
        detail: { cases: cases.length, reason },
      });
      return ok({ cases: cases.length });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds/:id/recognitions',
    access: ['approver'],
    summary: 'Ban hành quyết định công nhận / Issue the recognition decision',
    params: byId,
    body: recogniseCommand,
    response: recognised,
    status: 201,
    act: 'review.recognise',
    handler: async ({ db, clock, principal, audit, origin }, { params, body: { commandId: _, ...told } }) => {
      const done = await recogniseCases(db, {
        roundId: params.id,
        ...told,
        acting: actingOf(clock, principal, origin),
      });
      if (!done.ok) return done;
      const { id, scopePath, number, counts } = done.value.decision;
      audit({
        act: 'review.recognise',
        subject: { kind: 'decision', id },
        scopePath,
        detail: { number, cases: done.value.cases.length },
      });
      return ok({ id, counts });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-decisions/:id',
    access: 'signedIn',
    summary: 'Một quyết định công nhận với các danh sách / A recognition decision with its lists',
    params: byId,
    response: decisionView,
    handler: ({ db, clock }, { params }) => readDecision(db, { id: params.id, today: clock.today() }),
  });
};
