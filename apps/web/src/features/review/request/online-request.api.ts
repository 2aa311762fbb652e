import { householdList } from '@benvung/contract/household';
import {
  type DecideOnlineRequestCommand,
  onlineRequestDecided,
  onlineRequestList,
  onlineRequestView,
  requestChannelSet,
} from '@benvung/contract/review-online-request';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request } from '../../../platform/http.ts';

/** What a decision on a request may change: its case begins. */
export const ONLINE_REQUEST_KEYS = [['onlineRequests'], ['procedure'], ['desk'], ['home']] as const;

export const onlineRequestsQuery = (unit: number, year: number, page: number) =>
  queryOptions({
    queryKey: ['onlineRequests', 'list', unit, year, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/online-requests${query({ unit, year, page })}`, onlineRequestList, { signal }),
  });

export const onlineRequestQuery = (id: string) =>
  queryOptions({
    queryKey: ['onlineRequests', 'one', id],
    queryFn: ({ signal }) => request(`/api/online-requests/${id}`, onlineRequestView, { signal }),
  });

const MOST_ALIKE = 20;

/** Households of the commune with anyone of that name. */
export const householdsLikeQuery = (unit: number, name: string) =>
  queryOptions({
    queryKey: ['onlineRequests', 'like', unit, name],
    queryFn: ({ signal }) =>
      request(`/api/households${query({ unit, q: name, pageSize: MOST_ALIKE })}`, householdList, { signal }),
  });

export const decideOnlineRequest = (
  {
    id,
    ...told
  }: {
    readonly id: string;
    readonly version: number;
    readonly decision: DecideOnlineRequestCommand['decision'];
  },
  commandId: string,
) =>
  request(`/api/online-requests/${id}/decision`, onlineRequestDecided, {
    method: 'POST',
    body: { ...told, commandId },
  });

export const setRequestChannel = (
  told: { readonly communeId: number; readonly open: boolean },
  commandId: string,
) =>
  request('/api/online-request-channel', requestChannelSet, { method: 'PUT', body: { ...told, commandId } });
