import {
  type GrievanceActCommand,
  grievanceChanged,
  grievanceList,
  grievanceNoted,
  grievanceView,
  photoView,
  postingDesk,
  postingOpened,
  postingPlan,
  postingView,
  postingWithdrawn,
  sheetMade,
} from '@benvung/contract/review-posting';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request } from '../../../platform/http.ts';

/** Everything a step with a posting or a grievance may change. */
export const POSTING_KEYS = [['postings'], ['grievances'], ['home'], ['desk']] as const;

export const postingsQuery = (unit: number, year: number, page: number) =>
  queryOptions({
    queryKey: ['postings', 'desk', unit, year, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/review-postings${query({ unit, year, page })}`, postingDesk, { signal }),
  });

export const postingQuery = (id: string) =>
  queryOptions({
    queryKey: ['postings', 'one', id],
    queryFn: ({ signal }) => request(`/api/review-postings/${id}`, postingView, { signal }),
  });

export const planQuery = (round: string, village: number) =>
  queryOptions({
    queryKey: ['postings', 'plan', round, village],
    staleTime: 0,
    queryFn: ({ signal }) =>
      request(`/api/review-postings/plan${query({ round, village })}`, postingPlan, { signal }),
  });

export interface PostingToOpen {
  readonly roundId: string;
  readonly villageId: number;
  readonly hash: string;
  readonly places: readonly string[];
}

export const openPosting = (posting: PostingToOpen, commandId: string) =>
  request('/api/review-postings', postingOpened, { method: 'POST', body: { ...posting, commandId } });

export const makeSheet = (id: string, commandId: string) =>
  request(`/api/review-postings/${id}/sheet`, sheetMade, { method: 'POST', body: { commandId } });

export const photoAddress = (posting: string, photo: string): string =>
  `/api/review-postings/${posting}/photos/${photo}`;

export const withdrawPosting = (
  { id, reason }: { readonly id: string; readonly reason: string },
  commandId: string,
) =>
  request(`/api/review-postings/${id}/withdrawal`, postingWithdrawn, {
    method: 'POST',
    body: { reason, commandId },
  });

export const addPhoto = (
  { posting, place, file }: { readonly posting: string; readonly place: string; readonly file: File },
  commandId: string,
) =>
  request(`/api/review-postings/${posting}/photos${query({ place, commandId })}`, photoView, {
    method: 'POST',
    bytes: file,
  });

export const grievancesQuery = (unit: number, year: number, page: number) =>
  queryOptions({
    queryKey: ['grievances', 'list', unit, year, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/review-grievances${query({ unit, year, page })}`, grievanceList, { signal }),
  });

export const grievanceQuery = (id: string) =>
  queryOptions({
    queryKey: ['grievances', 'one', id],
    queryFn: ({ signal }) => request(`/api/review-grievances/${id}`, grievanceView, { signal }),
  });

export interface GrievanceToNote {
  readonly postingId: string;
  readonly category: 'household' | 'absent' | 'process';
  readonly channel: 'office' | 'meeting' | 'post';
  readonly number: number | null;
  readonly householdName: string | null;
  readonly about: string;
  readonly complainantName: string | null;
  readonly phone: string | null;
}

export const noteGrievance = (grievance: GrievanceToNote, commandId: string) =>
  request('/api/review-grievances', grievanceNoted, { method: 'POST', body: { ...grievance, commandId } });

export const actOnGrievance = (
  {
    id,
    version,
    act,
  }: { readonly id: string; readonly version: number; readonly act: GrievanceActCommand['act'] },
  commandId: string,
) =>
  request(`/api/review-grievances/${id}/acts`, grievanceChanged, {
    method: 'POST',
    body: { version, act, commandId },
  });
