import {
  assignCommand,
  assigned,
  assignmentBoard,
  endAssignmentCommand,
  ownWork,
} from '@benvung/contract/review-assignment';
import { commandBase, paperMade } from '@benvung/contract/shared';
import { ok } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { actingOf } from '../case/take-case-steps.ts';
import { assignEnumerator, endAssignment, makeAssignmentPaper } from './assign.ts';
import { readAssignments, readOwnWork } from './read-assignments.ts';

const byId = z.object({ id: z.uuid() });
const OFFICERS = ['officer', 'administrator'] as const;

export const assignmentRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/rounds/:id/assignments',
    access: ['officer', 'approver', 'inspector', 'administrator'],
    summary:
      'Phân công rà soát viên, khối lượng, tiến độ và chất lượng / Assignments, load, progress and quality',
    params: byId,
    response: assignmentBoard,
    act: 'review.read-enumerators',
    handler: async ({ db, clock, principal, audit }, { params: { id } }) => {
      const read = await readAssignments(db, { roundId: id, today: clock.today(), principal });
      if (!read.ok) return read;
      const { board, named, scopePath } = read.value;
      if (named && board.enumerators.length > 0)
        audit({
          act: 'review.read-enumerators',
          subject: { kind: 'round', id },
          scopePath,
          detail: { year: board.round.year },
        });
      return ok(board);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds/:id/assignments',
    access: OFFICERS,
    summary:
      'Giao một thôn, hoặc một số hộ, cho rà soát viên / Give a village, or some households, to an enumerator',
    params: byId,
    body: assignCommand,
    response: assigned,
    act: 'review.assign',
    handler: async ({ db, areas, clock, principal, audit }, { params, body }) => {
      const { commandId: _, ...told } = body;
      const acting = actingOf(clock, principal);
      const given = await assignEnumerator(db, { ...told, roundId: params.id, areas, acting });
      if (!given.ok) return given;
      const { scopePath, ...counts } = given.value;
      audit({
        act: 'review.assign',
        subject: { kind: 'round', id: params.id },
        scopePath,
        detail: { village: body.villageId, ...counts },
      });
      return ok(counts);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds/:id/assignment-paper',
    access: OFFICERS,
    summary: 'Lập quyết định phân công rà soát viên / Make the decision on the enumerators',
    params: byId,
    body: commandBase,
    response: paperMade,
    act: 'review.make-assignment-paper',
    handler: async ({ db, clock, principal, audit, origin }, { params }) => {
      const acting = actingOf(clock, principal, origin);
      const made = await makeAssignmentPaper(db, { roundId: params.id, acting });
      if (!made.ok) return made;
      const { id, year, scopePath } = made.value;
      audit({
        act: 'review.make-assignment-paper',
        subject: { kind: 'round', id: params.id },
        scopePath,
        detail: { year },
      });
      return ok({ documentId: id });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-assignments/:id/end',
    access: OFFICERS,
    summary: 'Kết thúc một phân công / End an assignment',
    params: byId,
    body: endAssignmentCommand,
    act: 'review.end-assignment',
    handler: async ({ db, clock, principal, audit }, { params, body }) => {
      const { version, reason } = body;
      const acting = actingOf(clock, principal);
      const ended = await endAssignment(db, { id: params.id, version, reason, acting });
      if (!ended.ok) return ended;
      audit({
        act: 'review.end-assignment',
        subject: { kind: 'assignment', id: params.id },
        scopePath: ended.value.scopePath,
        detail: { reason },
      });
      return ok(undefined);
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/my-review-work',
    access: ['enumerator', 'officer'],
    summary: 'Việc rà soát của tôi / What I am to ask, and what is left',
    response: ownWork,
    handler: async ({ db, clock, principal }) =>
      ok(await readOwnWork(db, { accountId: principal.accountId, today: clock.today() })),
  });
};
