import { householdActed, type mergeHouseholds } from '@benvung/contract/household-acts';
import {
  type askLikenesses,
  duplicateComparison,
  duplicateDecided,
  duplicateList,
  duplicatesFound,
  likenesses,
} from '@benvung/contract/household-duplicates';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ExportChoice } from '../../platform/export/export-menu.tsx';
import { query, request, requestFile } from '../../platform/http.ts';
import { getLanguage } from '../../platform/i18n.ts';

export type PairState = 'proposed' | 'dismissed' | 'merged';

export const duplicatesQuery = (asked: {
  readonly unit: number;
  readonly state: PairState;
  readonly page: number;
}) =>
  queryOptions({
    queryKey: ['duplicates', asked],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/duplicates${query({ ...asked, lang: getLanguage() })}`, duplicateList, { signal }),
  });

export const exportDuplicates = (
  asked: { readonly unit: number; readonly state: PairState },
  { format, purpose }: ExportChoice,
) => requestFile(`/api/duplicates/file${query({ ...asked, format, purpose })}`);

export interface PairId {
  readonly id: string;
  readonly otherId: string;
}
const pathOf = ({ id, otherId }: PairId): string => `/api/duplicates/${id}/${otherId}`;

export const comparisonQuery = (pair: PairId) =>
  queryOptions({
    queryKey: ['duplicates', 'pair', pair],
    queryFn: ({ signal }) => request(pathOf(pair), duplicateComparison, { signal }),
  });

const post = { method: 'POST' } as const;

export const dismissPair = (
  { version, reason, ...pair }: PairId & { readonly version: number; readonly reason: string },
  commandId: string,
) =>
  request(`${pathOf(pair)}/dismissal`, duplicateDecided, { ...post, body: { commandId, version, reason } });

export const reopenPair = ({ version, ...pair }: PairId & { readonly version: number }, commandId: string) =>
  request(`${pathOf(pair)}/reopening`, duplicateDecided, { ...post, body: { commandId, version } });

export const searchAgain = (unit: number, commandId: string) =>
  request('/api/duplicates/search', duplicatesFound, { ...post, body: { commandId, unit } });

export const mergePair = (
  { id, ...body }: { readonly id: string } & Omit<z.input<typeof mergeHouseholds>, 'commandId'>,
  commandId: string,
) => request(`/api/households/${id}/merges`, householdActed, { ...post, body: { ...body, commandId } });

export const undoMerge = (
  { id, mergeId, version }: { readonly id: string; readonly mergeId: string; readonly version: number },
  commandId: string,
) =>
  request(`/api/households/${id}/merges/${mergeId}/undo`, householdActed, {
    ...post,
    body: { commandId, version },
  });

/** Who is known already; a question, so that it is asked again whenever what is typed changes. */
export const askLikeness = (body: z.input<typeof askLikenesses>) =>
  request('/api/households/likenesses', likenesses, { ...post, body });
