import {
  attendanceCommand,
  endMeetingCommand,
  meetingEnded,
  meetingList,
  meetingView,
  planMeetingCommand,
  voteCommand,
} from '@benvung/contract/review-meeting';
import { commandBase, paperMade } from '@benvung/contract/shared';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { isInside } from '../../platform/http/principal.ts';
import { findUnitOn } from '../../territory/territory.public.ts';
import { actingOf } from '../case/take-case-steps.ts';
import { closeMeeting, planMeeting, recordAttendance, recordVote, reopenMeeting } from './hold-meeting.ts';
import { makeAttendanceSheet } from './make-attendance-sheet.ts';
import { readMeeting, readMeetings } from './read-meeting.ts';

const byId = z.object({ id: z.uuid() });
/** Who runs a meeting: the commune's officer, and the village's enumerator as its secretary. */
const HOLDERS = ['officer', 'enumerator'] as const;

export const meetingRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/rounds/:id/meetings',
    access: 'staff',
    summary: 'Các cuộc họp thôn của một đợt / The village meetings of a round',
    params: byId,
    response: meetingList,
    handler: ({ db, clock }, { params }) => readMeetings(db, { roundId: params.id, today: clock.today() }),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds/:id/meetings',
    access: HOLDERS,
    summary: 'Mở cuộc họp thôn / Call a village meeting',
    params: byId,
    body: planMeetingCommand,
    response: meetingView,
    status: 201,
    act: 'review.plan-meeting',
    handler: async ({ db, areas, clock, principal, language, audit }, { params, body }) => {
      const village = await findUnitOn(db, body.villageId, clock.today());
      if (village?.level !== 'village' || !isInside(areas, village.path))
        return refuse('review.unit-not-found', { unit: body.villageId });
      const { heldOn, beginsAt, place } = body;
      const planned = await planMeeting(db, { roundId: params.id, village, heldOn, beginsAt, place });
      if (!planned.ok) return planned;
      const { id, scopePath } = planned.value;
      audit({ act: 'review.plan-meeting', subject: { kind: 'meeting', id }, scopePath, detail: { heldOn } });
      return readMeeting(db, { id, acting: actingOf(clock, principal), language });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-meetings/:id',
    access: 'staff',
    summary: 'Một cuộc họp thôn: thành phần, từng hộ, kết quả / One village meeting',
    params: byId,
    response: meetingView,
    handler: ({ db, clock, principal, language }, { params }) =>
      readMeeting(db, { id: params.id, acting: actingOf(clock, principal), language }),
  });

  defineRoute(app, {
    method: 'PUT',
    path: '/api/review-meetings/:id/attendance',
    access: HOLDERS,
    summary: 'Ghi thành phần, số người có mặt / Record who attends',
    params: byId,
    body: attendanceCommand,
    response: meetingView,
    act: 'review.record-attendance',
    handler: async (
      { db, clock, principal, language, audit },
      { params, body: { commandId: _, ...told } },
    ) => {
      const acting = actingOf(clock, principal);
      const recorded = await recordAttendance(db, { id: params.id, ...told, acting });
      if (!recorded.ok) return recorded;
      const { scopePath, present } = recorded.value;
      audit({
        act: 'review.record-attendance',
        subject: { kind: 'meeting', id: params.id },
        scopePath,
        detail: { present },
      });
      return readMeeting(db, { id: params.id, acting, language });
    },
  });

  defineRoute(app, {
    method: 'PUT',
    path: '/api/review-meetings/:id/votes/:caseId',
    access: HOLDERS,
    summary: 'Ghi số người đồng ý với kết quả của một hộ / Record the vote on one household',
    params: byId.extend({ caseId: z.uuid() }),
    body: voteCommand,
    response: z.object({ agreed: z.number().int().nullable() }),
    act: 'review.record-vote',
    handler: async ({ db, clock, principal, audit }, { params, body }) => {
      const { agreed, opinion } = body;
      const told = {
        id: params.id,
        caseId: params.caseId,
        agreed,
        opinion,
        acting: actingOf(clock, principal),
      };
      const recorded = await recordVote(db, told);
      if (!recorded.ok) return recorded;
      const { scopePath } = recorded.value;
      audit({
        act: 'review.record-vote',
        subject: { kind: 'case', id: params.caseId },
        scopePath,
        detail: { agreed },
      });
      return ok({ agreed });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-meetings/:id/attendance-paper',
    access: HOLDERS,
    summary: 'Lập danh sách người dự họp để ký / Make the sheet that those who come sign',
    params: byId,
    body: commandBase,
    response: paperMade,
    act: 'review.make-attendance-sheet',
    handler: async ({ db, clock, principal, audit, origin }, { params }) => {
      const acting = actingOf(clock, principal, origin);
      const made = await makeAttendanceSheet(db, { meetingId: params.id, acting });
      if (!made.ok) return made;
      const { id, scopePath, heldOn } = made.value.meeting;
      const subject = { kind: 'meeting', id };
      audit({ act: 'review.make-attendance-sheet', subject, scopePath, detail: { heldOn } });
      return ok({ documentId: made.value.id });
    },
  });

  for (const [word, act, end, summary] of [
    ['close', 'review.close-meeting', closeMeeting, 'Kết thúc họp, kết quả vào từng hồ sơ / End the meeting'],
    ['reopen', 'review.reopen-meeting', reopenMeeting, 'Mở lại cuộc họp, có lý do / Reopen a meeting'],
  ] as const)
    defineRoute(app, {
      method: 'POST',
      path: `/api/review-meetings/:id/${word}`,
      access: HOLDERS,
      summary,
      params: byId,
      body: endMeetingCommand,
      response: meetingEnded,
      act,
      handler: async ({ db, clock, principal, audit, origin }, { params, body }) => {
        const { version, notes = '', reason = '' } = body;
        const ended = await end(db, {
          id: params.id,
          version,
          notes,
          reason,
          acting: actingOf(clock, principal, origin),
        });
        if (!ended.ok) return ended;
        const { meeting, agreed, rejected } = ended.value;
        audit({
          act,
          subject: { kind: 'meeting', id: meeting.id },
          scopePath: meeting.scopePath,
          detail: { agreed, rejected, reason },
        });
        return ok({ id: meeting.id, agreed, rejected });
      },
    });
};
