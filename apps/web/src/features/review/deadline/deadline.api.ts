import { deadlineMonth, dutyList } from '@benvung/contract/review-deadline';
import { lawLoaded, reviewLawView } from '@benvung/contract/review-law';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request } from '../../../platform/http.ts';

/** What is due and late; of one day alone when it is told. */
export const deadlinesQuery = (unit: number, page: number, day?: string) =>
  queryOptions({
    queryKey: ['desk', 'deadlines', unit, page, day],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/review-deadlines${query({ unit, page, day })}`, dutyList, { signal }),
  });

export const deadlineMonthQuery = (unit: number, month: string) =>
  queryOptions({
    queryKey: ['desk', 'deadlines', 'month', unit, month],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/review-calendar${query({ unit, month })}`, deadlineMonth, { signal }),
  });

export const reviewLawQuery = () =>
  queryOptions({
    queryKey: ['review-law'],
    queryFn: ({ signal }) => request('/api/review-law', reviewLawView, { signal }),
  });

export const sendLaw = (body: { commandId: string; text: string; dryRun: boolean }) =>
  request('/api/review-law', lawLoaded, { method: 'POST', body });
