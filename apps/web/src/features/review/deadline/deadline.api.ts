import { dutyList } from '@benvung/contract/review-deadline';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request } from '../../../platform/http.ts';

export const deadlinesQuery = (unit: number, page: number) =>
  queryOptions({
    queryKey: ['desk', 'deadlines', unit, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/review-deadlines${query({ unit, page })}`, dutyList, { signal }),
  });
