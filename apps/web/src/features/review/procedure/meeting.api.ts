import { meetingEnded, meetingList, meetingView } from '@benvung/contract/review-meeting';
import { paperMade } from '@benvung/contract/shared';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '../../../platform/http.ts';
import { send } from './procedure.api.ts';

export const meetingsQuery = (round: string) =>
  queryOptions({
    queryKey: ['procedure', 'meetings', round],
    queryFn: ({ signal }) => request(`/api/rounds/${round}/meetings`, meetingList, { signal }),
  });

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['procedure', 'meeting', id],
    queryFn: ({ signal }) => request(`/api/review-meetings/${id}`, meetingView, { signal }),
  });

export const sendPlan = (round: string, body: object) =>
  send(`/api/rounds/${round}/meetings`, meetingView, body);
export const sendAttendance = (id: string, body: object) =>
  send(`/api/review-meetings/${id}/attendance`, meetingView, body, 'PUT');
export const sendAttendanceSheet = (id: string, commandId: string) =>
  send(`/api/review-meetings/${id}/attendance-paper`, paperMade, { commandId });
export const sendVote = (id: string, caseId: string, body: object) =>
  send(`/api/review-meetings/${id}/votes/${caseId}`, z.object({ agreed: z.int().nullable() }), body, 'PUT');
export const sendMeetingEnd = (id: string, act: 'close' | 'reopen', body: object) =>
  send(`/api/review-meetings/${id}/${act}`, meetingEnded, body);
