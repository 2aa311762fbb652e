import { boardView, caseChanged, caseList, caseView, procedureBegun } from '@benvung/contract/review-case';
import { paperMade } from '@benvung/contract/shared';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { query, request } from '../../../platform/http.ts';

/** What an act on cases may change. */
export const PROCEDURE_KEYS = [['procedure'], ['desk'], ['home']] as const;
/** The same of an act that leaves a numbered document. */
export const NUMBERED_KEYS = [...PROCEDURE_KEYS, ['documents']] as const;

export const send = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  body: object,
  method: 'POST' | 'PUT' = 'POST',
) => request(path, schema, { method, body });

export const boardQuery = (unit: number, year: number, kind: 'PERIODIC' | 'AD_HOC') =>
  queryOptions({
    queryKey: ['procedure', 'board', unit, year, kind],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/review-board${query({ unit, year, kind })}`, boardView, { signal }),
  });

export interface CaseListWanted {
  readonly round: string;
  readonly village: number | undefined;
  readonly column: string;
  readonly page: number;
}

export const casesQuery = (wanted: CaseListWanted) =>
  queryOptions({
    queryKey: ['procedure', 'cases', wanted],
    queryFn: ({ signal }) => request(`/api/review-cases${query({ ...wanted })}`, caseList, { signal }),
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['procedure', 'case', id],
    queryFn: ({ signal }) => request(`/api/review-cases/${id}`, caseView, { signal }),
  });

export const sendProcedure = (round: string, commandId: string) =>
  send(`/api/rounds/${round}/procedure`, procedureBegun, { commandId });
export const sendRequest = (body: object) => send('/api/review-requests', caseChanged, body);
export const sendFilledForm = (id: string, commandId: string) =>
  send(`/api/review-cases/${id}/questionnaire-paper`, paperMade, { commandId });
export const sendCaseAct = (id: string, body: object) =>
  send(`/api/review-cases/${id}/acts`, caseChanged, body);
