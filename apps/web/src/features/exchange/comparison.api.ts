import {
  comparisonList,
  comparisonView,
  type DifferenceView,
  difference,
  differenceList,
  openedNumbers,
} from '@benvung/contract/exchange-comparison';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ExportChoice } from '../../platform/export/export-menu.tsx';
import { query, request, requestFile } from '../../platform/http.ts';

const WORKING_MS = 1_500;

export const comparisonsQuery = queryOptions({
  queryKey: ['comparisons', 'list'],
  queryFn: ({ signal }) => request('/api/comparisons', comparisonList, { signal }),
});

export const comparisonQuery = (id: string) =>
  queryOptions({
    queryKey: ['comparisons', id],
    staleTime: 0,
    queryFn: ({ signal }) => request(`/api/comparisons/${id}`, comparisonView, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'waiting' || state.data?.state === 'checking' ? WORKING_MS : false,
  });

export type DifferenceKind = DifferenceView['kind'];

export const differencesQuery = (id: string, kind: DifferenceKind, page: number) =>
  queryOptions({
    queryKey: ['comparisons', id, 'differences', kind, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/comparisons/${id}/differences${query({ kind, page })}`, differenceList, { signal }),
  });

export const compareFile = (
  { unit, file }: { readonly unit: number; readonly file: File },
  commandId: string,
) =>
  request(`/api/comparisons${query({ unit, file: file.name, commandId })}`, comparisonView, {
    method: 'POST',
    bytes: file,
  });

export interface Decision {
  readonly number: number;
  readonly decision: 'theirs' | 'ours' | 'later';
  readonly reason: string;
}

export const decideDifference = (id: string, decision: Decision, commandId: string) =>
  request(`/api/comparisons/${id}/decisions`, difference, {
    method: 'POST',
    body: { commandId, ...decision },
  });

export const exportDifferences = (id: string, { format, purpose, closed }: ExportChoice) =>
  requestFile(
    `/api/comparisons/${id}/file${query({ format, purpose, numbers: closed.length === 0 ? null : 1 })}`,
  );

/** The identity numbers of some differences, for a reason that is logged. */
export const openNumbers = (id: string, numbers: readonly number[], reason: string) =>
  request(`/api/comparisons/${id}/disclosures`, openedNumbers, {
    method: 'POST',
    body: { numbers, reason },
  });

export type OpenedNumbers = ReadonlyMap<
  number,
  { readonly ours: string | null; readonly theirs: string | null }
>;
