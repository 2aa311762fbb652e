import { savedViews, type ViewFilters, viewRemoved, viewSaved } from '@benvung/contract/saved-views';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../platform/http.ts';

export const savedViewsQuery = queryOptions({
  queryKey: ['saved-views'],
  queryFn: ({ signal }) => request('/api/saved-views', savedViews, { signal }),
});

export const keepView = (body: { readonly name: string; readonly filters: ViewFilters }, commandId: string) =>
  request('/api/saved-views', viewSaved, { method: 'POST', body: { ...body, commandId } });

export const dropView = (id: string, commandId: string) =>
  request(`/api/saved-views/${id}/removal`, viewRemoved, { method: 'POST', body: { commandId } });
