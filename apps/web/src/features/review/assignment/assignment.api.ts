import { type AssignCommand, assigned, assignmentBoard, ownWork } from '@benvung/contract/review-assignment';
import { entryList } from '@benvung/contract/review-entry';
import { paperMade } from '@benvung/contract/shared';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request, send } from '../../../platform/http.ts';

export const ASSIGNMENT_KEYS = [
  ['desk', 'assignments'],
  ['desk', 'own-work'],
] as const;

export const assignmentsQuery = (round: string) =>
  queryOptions({
    queryKey: ['desk', 'assignments', round],
    queryFn: ({ signal }) => request(`/api/rounds/${round}/assignments`, assignmentBoard, { signal }),
  });

export const ownWorkQuery = () =>
  queryOptions({
    queryKey: ['desk', 'own-work'],
    queryFn: ({ signal }) => request('/api/my-review-work', ownWork, { signal }),
  });

/** A page of the households of a village, to give some of them apart. */
export const villageHouseholdsQuery = (round: string, village: number, page: number) =>
  queryOptions({
    queryKey: ['desk', 'assignments', round, 'households', village, page],
    queryFn: ({ signal }) =>
      request(`/api/rounds/${round}/entries${query({ village, page })}`, entryList, { signal }),
    placeholderData: keepPreviousData,
  });

export const sendAssignment = (round: string, body: AssignCommand) =>
  request(`/api/rounds/${round}/assignments`, assigned, { method: 'POST', body });

export const sendEnd = (id: string, body: { commandId: string; version: number; reason: string }) =>
  send(`/api/review-assignments/${id}/end`, { method: 'POST', body });

export const sendAssignmentPaper = (round: string, commandId: string) =>
  request(`/api/rounds/${round}/assignment-paper`, paperMade, {
    method: 'POST',
    body: { commandId },
  });
