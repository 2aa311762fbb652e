import { homeView } from '@benvung/contract/review';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request } from '../../platform/http.ts';

export const homeQuery = (unit: number) =>
  queryOptions({
    queryKey: ['home', unit],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/home${query({ unit: `id:${unit}` })}`, homeView, { signal }),
  });
