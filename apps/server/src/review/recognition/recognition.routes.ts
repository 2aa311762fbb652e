import {
  casesSubmitted,
  decisionView,
  opinionCommand,
  opinionGiven,
  outsideOpinionCommand,
  reasonedCommand,
  recogniseCommand,
  recognised,
  recognitionDesk,
  submissionView,
  submitCasesCommand,
} from '@benvung/contract/review-recognition';
import { commandBase, paperMade } from '@benvung/contract/shared';
import { ok } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { AuditNote } from '../../platform/audit/audit-entry.ts';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { queryYear } from '../../platform/http/query-year.ts';
import { actingOf } from '../case/take-case-steps.ts';
import { findDeskUnit } from '../find-desk-unit.ts';
import { giveOpinion, recordOutsideOpinion } from './give-opinion.ts';
import { makeReportPaper } from './make-report.ts';
import { readDecision, readRecognitionDesk, readSubmission } from './read-recognition.ts';
import { recogniseCases } from './recognise-cases.ts';
import { recallSubmission, type Submitted, submitCases } from './submit-cases.ts';

const byId = z.object({ id: z.uuid() });

/** The answer to who gave or recorded an opinion, and its line in the log. */
function tellOpinion(
  { submission, cases }: Submitted,
  { act, audit }: { readonly act: string; readonly audit: (note: AuditNote) => void },
) {
  const returned = cases.filter(({ standing }) => standing.state === 'returned').length;
  const number = submission.opinionNumber ?? '';
  const told = { number, cleared: cases.length - returned, returned };
  audit({
    act,
    subject: { kind: 'submission', id: submission.id },
    scopePath: submission.scopePath,
    detail: told,
  });
  return told;
}

export const recognitionRoutes: FeatureRoutes = (app, parts) => {
  const wake = () => parts.jobs?.wake();

  defineRoute(app, {
    method: 'GET',
    path: '/api/recognition-desk',
    access: 'staff',
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
    handler: async ({ db, clock, principal, audit, origin, afterCommit }, { params, body }) => {
      const submitted = await submitCases(db, {
        roundId: params.id,
        number: body.number,
        signatory: body.signatory,
        acting: actingOf(clock, principal, origin),
      });
      if (!submitted.ok) return submitted;
      const { submission, cases, jobId } = submitted.value;
      if (jobId !== null) afterCommit(wake);
      audit({
        act: 'review.submit-cases',
        subject: { kind: 'submission', id: submission.id },
        scopePath: submission.scopePath,
        detail: { number: submission.number ?? '', cases: cases.length },
      });
      const { id, number, dueOn } = submission;
      return ok({ id, number: number ?? '', cases: cases.length, dueOn });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-submissions/:id',
    access: 'staff',
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
      { db, areas, clock, principal, audit, origin, afterCommit },
      { params, body: { commandId: _, ...told } },
    ) => {
      const given = await giveOpinion(db, {
        id: params.id,
        ...told,
        areas,
        acting: actingOf(clock, principal, origin),
      });
      if (!given.ok) return given;
      if (given.value.jobId !== null) afterCommit(wake);
      return ok(tellOpinion(given.value, { act: 'review.give-opinion', audit }));
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-submissions/:id/outside-opinion',
    access: ['officer', 'approver'],
    summary: 'Ghi ý kiến theo văn bản đến của cấp trên / Record the superior’s opinion from its paper',
    params: byId,
    body: outsideOpinionCommand,
    response: opinionGiven,
    act: 'review.record-opinion',
    handler: async ({ db, clock, principal, audit }, { params, body: { commandId: _, ...told } }) => {
      const acting = actingOf(clock, principal);
      const recorded = await recordOutsideOpinion(db, { id: params.id, ...told, acting });
      if (!recorded.ok) return recorded;
      return ok(tellOpinion(recorded.value, { act: 'review.record-opinion', audit }));
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
    path: '/api/rounds/:id/report-paper',
    access: ['officer', 'approver'],
    summary: 'Lập báo cáo kết quả rà soát / Make the report on the results of the review',
    params: byId,
    body: commandBase,
    response: paperMade,
    act: 'review.make-report-paper',
    handler: async ({ db, clock, principal, audit, origin }, { params }) => {
      const acting = actingOf(clock, principal, origin);
      const made = await makeReportPaper(db, { roundId: params.id, acting });
      if (!made.ok) return made;
      const { id, year, households, scopePath } = made.value;
      audit({
        act: 'review.make-report-paper',
        subject: { kind: 'round', id: params.id },
        scopePath,
        detail: { year, households },
      });
      return ok({ documentId: id });
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
    handler: async (
      { db, clock, principal, audit, origin, afterCommit },
      { params, body: { commandId: _, ...told } },
    ) => {
      const done = await recogniseCases(db, {
        roundId: params.id,
        ...told,
        acting: actingOf(clock, principal, origin),
      });
      if (!done.ok) return done;
      const { id, scopePath, number, counts } = done.value.decision;
      if (done.value.jobId !== null) afterCommit(wake);
      audit({
        act: 'review.recognise',
        subject: { kind: 'decision', id },
        scopePath,
        detail: { number, cases: done.value.cases.length },
      });
      return ok({ id, number, counts });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-decisions/:id',
    access: 'staff',
    summary: 'Một quyết định công nhận với các danh sách / A recognition decision with its lists',
    params: byId,
    response: decisionView,
    handler: ({ db, clock }, { params }) => readDecision(db, { id: params.id, today: clock.today() }),
  });
};
