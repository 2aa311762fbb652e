import { findingChanged, findingList, qualityChecked, qualityView } from '@benvung/contract/review-quality';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request } from '../../../platform/http.ts';

export const QUALITY_KEYS = [
  ['desk', 'quality'],
  ['desk', 'findings'],
  ['desk', 'assignments'],
] as const;

export const qualityQuery = (unit: number, year: number) =>
  queryOptions({
    queryKey: ['desk', 'quality', unit, year],
    queryFn: ({ signal }) => request(`/api/review-quality${query({ unit, year })}`, qualityView, { signal }),
  });

export interface FindingsWanted {
  readonly unit: number;
  readonly year: number;
  readonly check: string | undefined;
  readonly state: string | undefined;
  readonly page: number;
}

export const findingsQuery = (wanted: FindingsWanted) =>
  queryOptions({
    queryKey: ['desk', 'findings', wanted],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/review-findings${query({ ...wanted })}`, findingList, { signal }),
  });

export const sendCheck = (body: { commandId: string; unit: number; year: number }) =>
  request('/api/review-quality/checks', qualityChecked, { method: 'POST', body });

export const sendFindingAct = (id: string, body: object) =>
  request(`/api/review-findings/${id}/acts`, findingChanged, { method: 'POST', body });
