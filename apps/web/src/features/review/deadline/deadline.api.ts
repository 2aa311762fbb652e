import { dutyList } from '@benvung/contract/review-deadline';
import { reviewLawView } from '@benvung/contract/review-law';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request } from '../../../platform/http.ts';

export const deadlinesQuery = (unit: number, page: number) =>
  queryOptions({
    queryKey: ['desk', 'deadlines', unit, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/review-deadlines${query({ unit, page })}`, dutyList, { signal }),
  });

export const reviewLawQuery = () =>
  queryOptions({
    queryKey: ['review-law'],
    queryFn: ({ signal }) => request('/api/review-law', reviewLawView, { signal }),
  });
