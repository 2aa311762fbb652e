import { roundView } from '@benvung/contract/review';
import {
  draftSaved,
  type EntryContent,
  entryForm,
  entryList,
  entryRecorded,
  entryView,
  type Interview,
  type PaperTotals,
  totalsRecorded,
} from '@benvung/contract/review-entry';
import { compileStandard } from '@benvung/domain/standard/compile-standard';
import { compileQuestionnaire } from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import { povertyStandardSchema } from '@benvung/regulations/poverty-standard.schema';
import { questionnaireSchema } from '@benvung/regulations/questionnaire.schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import type { ExportChoice } from '../../../platform/export/export-menu.tsx';
import { query, request, requestFile } from '../../../platform/http.ts';

export const entryListKey = (roundId: string) => ['entries', roundId] as const;

export const roundsQuery = (unit: number, year: number, kind: 'PERIODIC' | 'AD_HOC' = 'PERIODIC') =>
  queryOptions({
    queryKey: ['rounds', unit, year, kind],
    queryFn: ({ signal }) =>
      request(`/api/rounds${query({ unit, year, kind })}`, z.object({ rounds: z.array(roundView) }), {
        signal,
      }),
  });

export const entriesQuery = (roundId: string, village: number | undefined) =>
  queryOptions({
    queryKey: [...entryListKey(roundId), village ?? null],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/rounds/${roundId}/entries${query({ village })}`, entryList, { signal }),
  });

/** A village's households and how far entry is, as a file. */
export const exportEntries = (roundId: string, village: number, { format, purpose }: ExportChoice) =>
  requestFile(`/api/rounds/${roundId}/entries/file${query({ village, format, purpose })}`);

/** The questionnaire and the standards of a round, made ready to ask and to compute with; they do not change. */
export const entryFormQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['entry-form', roundId],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const form = await request(`/api/rounds/${roundId}/entry-form`, entryForm, { signal });
      const standards = form.standards.map(({ standard, hash }) =>
        compileStandard(povertyStandardSchema.parse(standard), hash),
      );
      return {
        asked: compileQuestionnaire(questionnaireSchema.parse(form.questionnaire), form.questionnaireHash),
        standards,
      };
    },
  });
export type EntryFormData = Awaited<ReturnType<NonNullable<ReturnType<typeof entryFormQuery>['queryFn']>>>;

const entryAddress = (roundId: string, householdId: string) =>
  `/api/rounds/${roundId}/entries/${householdId}`;

/** Never from a cache: what was typed elsewhere meanwhile must be seen. */
export const fetchEntry = (roundId: string, householdId: string) =>
  request(entryAddress(roundId, householdId), entryView);

export interface DraftToSend {
  readonly villageId: number;
  readonly draftVersion: number;
  readonly content: EntryContent | null;
  readonly missing: number;
  readonly at: string | null;
}

export const sendDraft = (roundId: string, householdId: string, draft: DraftToSend) =>
  request(`${entryAddress(roundId, householdId)}/draft`, draftSaved, { method: 'PUT', body: draft });

export interface EntryToSend {
  readonly villageId: number;
  readonly version: number;
  readonly content: EntryContent;
}

export const sendEntry = (
  { roundId, householdId }: { roundId: string; householdId: string },
  entry: EntryToSend,
  commandId: string,
) =>
  request(entryAddress(roundId, householdId), entryRecorded, {
    method: 'POST',
    body: { commandId, ...entry },
  });

export type TotalsRow = PaperTotals & {
  readonly householdId: string;
  readonly version: number;
  /** Who was at the house, where it was typed. */
  readonly visitor?: Pick<Interview, 'enumeratorId' | 'enumerator'> | undefined;
};

export const sendTotals = (roundId: string, rows: readonly TotalsRow[], commandId: string) =>
  request(`/api/rounds/${roundId}/totals`, totalsRecorded, { method: 'POST', body: { commandId, rows } });
