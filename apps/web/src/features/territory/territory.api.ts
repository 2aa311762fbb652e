import { mapDays, unitDetail, unitList } from '@benvung/contract/territory';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request } from '../../platform/http.ts';

/** Units change a few times a decade: an answer for a day stays good. */
const staleTime = 10 * 60_000;

export const unitQuery = (id: number, on: string) =>
  queryOptions({
    queryKey: ['territory', 'unit', id, on],
    staleTime,
    queryFn: ({ signal }) => request(`/api/territory/units/${id}${query({ on })}`, unitDetail, { signal }),
  });

interface UnitsAsked {
  readonly on: string;
  readonly parent?: number;
  readonly q?: string;
  readonly level?: 'village';
  /** Only in the person's own areas. */
  readonly mine?: 1;
  readonly limit: number;
}

export const unitsQuery = (asked: UnitsAsked) =>
  queryOptions({
    queryKey: ['territory', 'units', asked],
    staleTime,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/territory/units${query({ ...asked })}`, unitList, { signal }),
  });

export const mapDaysQuery = queryOptions({
  queryKey: ['territory', 'maps'],
  staleTime,
  queryFn: ({ signal }) => request('/api/territory/maps', mapDays, { signal }),
});
