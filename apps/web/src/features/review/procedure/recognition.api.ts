import {
  casesSubmitted,
  certificateList,
  certificatesIssued,
  certificateView,
  decisionView,
  opinionGiven,
  recognised,
  recognitionDesk,
  submissionView,
} from '@benvung/contract/review-recognition';
import { paperMade } from '@benvung/contract/shared';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { query, request } from '../../../platform/http.ts';
import { send } from './procedure.api.ts';

export const recognitionQuery = (unit: number, year: number) =>
  queryOptions({
    queryKey: ['procedure', 'recognition', unit, year],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/recognition-desk${query({ unit, year })}`, recognitionDesk, { signal }),
  });

export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['procedure', 'submission', id],
    queryFn: ({ signal }) => request(`/api/review-submissions/${id}`, submissionView, { signal }),
  });

export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ['procedure', 'decision', id],
    queryFn: ({ signal }) => request(`/api/review-decisions/${id}`, decisionView, { signal }),
  });

/** Certificates that a decision issued or renewed. */
export const certificatesQuery = (
  { unit, year, decision }: { readonly unit: number; readonly year: number; readonly decision: string },
  page: number,
) =>
  queryOptions({
    queryKey: ['procedure', 'certificates', decision, page],
    queryFn: ({ signal }) =>
      request(`/api/review-certificates${query({ unit, year, decision, page })}`, certificateList, {
        signal,
      }),
  });

export const certificateQuery = (id: string) =>
  queryOptions({
    queryKey: ['procedure', 'certificate', id],
    queryFn: ({ signal }) => request(`/api/review-certificates/${id}`, certificateView, { signal }),
  });

export const sendSubmission = (round: string, body: object) =>
  send(`/api/rounds/${round}/submissions`, casesSubmitted, body);
export const sendOpinion = (id: string, body: object) =>
  send(`/api/review-submissions/${id}/opinion`, opinionGiven, body);
export const sendOutsideOpinion = (id: string, body: object) =>
  send(`/api/review-submissions/${id}/outside-opinion`, opinionGiven, body);
export const sendRecall = (id: string, body: object) =>
  send(`/api/review-submissions/${id}/recall`, z.object({ cases: z.int() }), body);
export const sendReportPaper = (round: string, commandId: string) =>
  send(`/api/rounds/${round}/report-paper`, paperMade, { commandId });
export const sendRecognition = (round: string, body: object) =>
  send(`/api/rounds/${round}/recognitions`, recognised, body);
export const sendCertificates = (decision: string, body: object) =>
  send(`/api/review-decisions/${decision}/certificates`, certificatesIssued, body);
export const sendCertificateAct = (id: string, act: 'revocation' | 'reissue', body: object) =>
  send(`/api/review-certificates/${id}/${act}`, z.object({ id: z.uuid(), number: z.string() }), body);
