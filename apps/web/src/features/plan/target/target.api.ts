import {
  type AdjustTargets,
  type RecordActual,
  targetAnnexRead,
  targetCascade,
  targetHistory,
  targetsChanged,
} from '@benvung/contract/plan-target';
import type { TargetAct } from '@benvung/domain/plan/target/negotiate-target';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request } from '../../../platform/http.ts';
import { newId } from '../../../platform/new-id.ts';

/** Asked for again after every act. */
export const TARGET_KEYS = [['targets']] as const;

export const cascadeQuery = (unit: number, year: number, indicators: string | undefined) =>
  queryOptions({
    queryKey: ['targets', 'cascade', unit, year, indicators ?? ''],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(
        `/api/plan-targets${query({ unit, year, ...(indicators === undefined ? {} : { indicators }) })}`,
        targetCascade,
        { signal },
      ),
  });

export const historyQuery = (asked: { unit: number; year: number; indicator: string }) =>
  queryOptions({
    queryKey: ['targets', 'history', asked.unit, asked.year, asked.indicator],
    queryFn: ({ signal }) => request(`/api/plan-targets/history${query(asked)}`, targetHistory, { signal }),
  });

const post = (path: string, commandId: string, body: object) =>
  request(`/api/plan-targets${path}`, targetsChanged, { method: 'POST', body: { commandId, ...body } });

export type LinesToWrite = Omit<AdjustTargets, 'commandId'>;
export const adjustTargets = (input: LinesToWrite, commandId: string) => post('', commandId, input);

export interface Named {
  readonly unitId: number;
  readonly indicator: string;
  readonly version: number;
}

export interface ActInput {
  readonly year: number;
  readonly act: Extract<TargetAct, 'lock' | 'unlock' | 'propose' | 'fix' | 'reopen'>;
  readonly targets: readonly Named[];
  readonly reason?: string;
}
export const actOnTargets = (input: ActInput, commandId: string) => post('/acts', commandId, input);

export interface AnswerInput {
  readonly year: number;
  readonly act: 'ask' | 'agree';
  readonly target: Named;
  readonly asked?: number | null;
  readonly reason?: string;
}
export const answerTarget = (input: AnswerInput, commandId: string) => post('/answers', commandId, input);

export const recordActual = (input: Omit<RecordActual, 'commandId'>, commandId: string) =>
  post('/actuals', commandId, input);

export interface AnnexInput {
  readonly unit: number;
  readonly year: number;
  readonly indicator: string;
  readonly file: string;
  readonly content: Blob;
}

/** Reads an annex; nothing is written by it. */
export const readAnnex = ({ content, ...asked }: AnnexInput) =>
  request(
    `/api/plan-target-annexes${query({ ...asked, file: asked.file.slice(0, 200), commandId: newId() })}`,
    targetAnnexRead,
    { method: 'POST', bytes: content },
  );
