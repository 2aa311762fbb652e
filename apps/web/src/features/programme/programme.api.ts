import { programmeList } from '@benvung/contract/programme';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../platform/http.ts';

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: ({ signal }) => request('/api/programmes', programmeList, { signal }),
});
