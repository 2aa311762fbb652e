import {
  batchIssues,
  batchList,
  batchView,
  type CellCorrectionView,
  type MatchDecisionView,
} from '@benvung/contract/exchange-batch';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ExportChoice } from '../../platform/export/export-menu.tsx';
import { query, request, requestFile } from '../../platform/http.ts';

const WORKING_MS = 1_500;
const ISSUES_A_PAGE = 300;

export const batchesQuery = (page: number) =>
  queryOptions({
    queryKey: ['batches', 'list', page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/batches${query({ page })}`, batchList, { signal }),
  });

const WORKING = ['waiting', 'checking', 'publishing'];

/** A batch, asked for again while it is being read or written. */
export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['batches', id],
    staleTime: 0,
    queryFn: ({ signal }) => request(`/api/batches/${id}`, batchView, { signal }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && WORKING.includes(state.data.state) ? WORKING_MS : false,
  });

/** The messages of one reading, by the job that read. */
export const issuesQuery = (id: string, reading: string) =>
  infiniteQueryOptions({
    queryKey: ['issues', id, reading],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) =>
      request(`/api/batches/${id}/issues${query({ from: pageParam, count: ISSUES_A_PAGE })}`, batchIssues, {
        signal,
      }),
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.issues.length, 0);
      return seen < last.total ? seen : undefined;
    },
  });

export interface FileToBring {
  readonly unit: number;
  readonly year: number;
  readonly opening: boolean;
  readonly file: File;
}

export const bringFile = ({ unit, year, opening, file }: FileToBring, commandId: string) =>
  request(
    `/api/batches${query({ unit, year, opening: String(opening), file: file.name, commandId })}`,
    batchView,
    { method: 'POST', bytes: file },
  );

export interface Reading {
  readonly encoding?: 'tcvn3' | 'vni' | 'windows-1258' | null;
  readonly sheets?: readonly string[] | null;
  readonly columns?: readonly { readonly header: string; readonly meaning: string | number | null }[];
  readonly corrections?: readonly CellCorrectionView[];
  readonly matches?: readonly MatchDecisionView[];
  readonly forget?: boolean;
  readonly later?: boolean;
}

export interface OfBatch {
  readonly id: string;
  readonly version: number;
}

export const readAgain = ({ id, version, ...reading }: OfBatch & Reading, commandId: string) =>
  request(`/api/batches/${id}/reading`, batchView, {
    method: 'POST',
    body: { commandId, version, ...reading },
  });

export type BatchAct = 'publication' | 'undoing' | 'discarding';

export const actOnBatch = ({ id, version, act }: OfBatch & { readonly act: BatchAct }, commandId: string) =>
  request(`/api/batches/${id}/${act}`, batchView, { method: 'POST', body: { commandId, version } });

export const batchFileAddress = (id: string, what: 'original' | 'marked' | 'wrong' | 'corrected'): string =>
  `/api/batches/${id}/file${query({ what })}`;

export const templateAddress = (layout: 'members' | 'households'): string =>
  `/api/import-templates${query({ layout })}`;

type ListFilters = Readonly<Record<string, string | number | null | undefined>>;

export const exportHouseholds = (filters: ListFilters, { format, purpose }: ExportChoice) =>
  requestFile(`/api/exports/household-list${query({ ...filters, purpose, format })}`);

/** The people of one household. */
export const exportMembersOfOne = (household: string, { format, purpose, closed }: ExportChoice) =>
  closed.length === 0
    ? requestFile(`/api/exports/household-members${query({ household, purpose, format })}`)
    : requestFile(
        `/api/exports/household-members-closed${query({ household, purpose, format, fields: closed.join(',') })}`,
      );

/** The people of the same list; with closed fields by a way of its own, open to fewer. */
export const exportMembers = (filters: ListFilters, { format, purpose, closed }: ExportChoice) =>
  closed.length === 0
    ? requestFile(`/api/exports/members${query({ ...filters, purpose, format })}`)
    : requestFile(
        `/api/exports/members-closed${query({ ...filters, purpose, format, fields: closed.join(',') })}`,
      );
