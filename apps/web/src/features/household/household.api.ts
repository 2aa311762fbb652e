import {
  householdList,
  householdView,
  identityFound,
  type openSensitiveFields,
  reviewOfHousehold,
  sensitiveFields,
} from '@benvung/contract/household';
import { type correctionCommand, correctionMade } from '@benvung/contract/review';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { query, request } from '../../platform/http.ts';
import { getLanguage } from '../../platform/i18n.ts';

export interface HouseholdsAsked {
  readonly unit: number;
  readonly year?: number | undefined;
  readonly class?: string | undefined;
  /** A local standard the class is one of. */
  readonly standard?: string | undefined;
  readonly movement?: string | undefined;
  readonly stage?: string | undefined;
  readonly unverified?: 1 | undefined;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly page: number;
}

export const PAGE_SIZE = 100;

export const householdsQuery = (asked: HouseholdsAsked) =>
  queryOptions({
    queryKey: ['households', asked],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => fetchHouseholds(asked, PAGE_SIZE, signal),
  });

export const fetchHouseholds = (asked: HouseholdsAsked, pageSize: number, signal?: AbortSignal) =>
  request(
    `/api/households${query({ ...asked, pageSize })}`,
    householdList,
    signal === undefined ? {} : { signal },
  );

/** Who bears exactly this number: it travels in the body, and asking is logged. */
export const findByIdentityNumber = (identityNumber: string) =>
  request('/api/households/identity-search', identityFound, { method: 'POST', body: { identityNumber } });

export const householdQuery = (id: string) =>
  queryOptions({
    queryKey: ['household', id],
    queryFn: ({ signal }) => request(`/api/households/${id}`, householdView, { signal }),
  });

/** Under the nation's standard, or the local one that is named. */
export const reviewOfHouseholdQuery = (id: string, year: number, standard?: string) =>
  queryOptions({
    queryKey: ['household', id, 'review', year, standard ?? null],
    queryFn: ({ signal }) =>
      request(
        `/api/households/${id}/reviews/${year}${query({ standard, lang: getLanguage() })}`,
        reviewOfHousehold,
        {
          signal,
        },
      ),
  });

/** Opens closed fields for a stated reason; the answer is never kept in the cache. */
export const openClosedFields = (id: string, asked: z.infer<typeof openSensitiveFields>) =>
  request(`/api/households/${id}/disclosures`, sensitiveFields, { method: 'POST', body: asked });

/** Corrects a result of a locked year (đính chính). */
export const correctResult = (
  roundId: string,
  body: Omit<z.input<typeof correctionCommand>, 'commandId'>,
  commandId: string,
) =>
  request(`/api/rounds/${roundId}/corrections${query({ lang: getLanguage() })}`, correctionMade, {
    method: 'POST',
    body: { ...body, commandId },
  });
