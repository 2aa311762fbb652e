import {
  madePaper,
  type PLAN_PAPERS,
  type PlanView,
  planHouseholds,
  planList,
  planProposal,
  planView,
  type StartPlan,
} from '@benvung/contract/plan-structure';
import { programmeList } from '@benvung/contract/programme';
import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { ProblemError, query, request } from '../../../platform/http.ts';
import { useLanguage } from '../../../platform/i18n.ts';
import type { Brought } from '../plan.api.ts';
import { cascadeQuery } from '../target/target.api.ts';

export const plansQuery = (unit: number, year: number, page: number) =>
  queryOptions({
    queryKey: ['plans', 'list', unit, year, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/plans${query({ unit, year, page })}`, planList, { signal }),
  });

export const planQuery = (id: string, number?: number) =>
  queryOptions({
    queryKey: ['plans', id, number ?? 0],
    queryFn: ({ signal }) => request(`/api/plans/${id}${query({ number })}`, planView, { signal }),
  });

export const planHouseholdsQuery = (id: string, page: number) =>
  queryOptions({
    queryKey: ['plans', id, 'households', page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/plans/${id}/households${query({ page })}`, planHouseholds, { signal }),
  });

export const startPlan = (plan: Omit<StartPlan, 'commandId'>, commandId: string) =>
  request('/api/plans', planView, { method: 'POST', body: { commandId, ...plan } });

type Target = Pick<PlanView, 'id' | 'version'>;

export const savePlan = ({ id, version, content }: Target & { content: PlanContent }, commandId: string) =>
  request(`/api/plans/${id}/content`, planView, { method: 'POST', body: { commandId, version, content } });

/** Somebody else changed the plan since it was read. */
export const isVersionConflict = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'plan.version-conflict';

/** The last part of each simple act's address. */
const STEP_PATHS = {
  submit: 'submission',
  return: 'return',
  approve: 'approval',
  amend: 'amendment',
  discard: 'discarding',
} as const;
export type SimpleAct = keyof typeof STEP_PATHS;

export const stepPlan = (
  { id, version, act, reason }: Target & { act: SimpleAct; reason?: string | undefined },
  commandId: string,
) =>
  request(`/api/plans/${id}/${STEP_PATHS[act]}`, planView.nullable(), {
    method: 'POST',
    body: { commandId, version, ...(reason === undefined ? {} : { reason }) },
  });

export interface Signing {
  readonly name: string;
  readonly position: string;
}

/** A deputy signs for the head; everybody else on behalf of the body (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7). */
export const signatoryOf = ({ name, position }: Signing) =>
  name.trim() === ''
    ? null
    : { name, position, authority: position.trim().toLowerCase().startsWith('phó') ? 'KT' : 'TM' };

interface Issue extends Target {
  readonly signing: Signing;
  readonly day: string;
  readonly withHouseholds: boolean;
}

export const issuePlan = ({ id, signing, ...rest }: Issue, commandId: string) =>
  request(`/api/plans/${id}/issue`, planView, {
    method: 'POST',
    body: { commandId, ...rest, signatory: signatoryOf(signing) },
  });

interface Paper extends Target {
  readonly kind: (typeof PLAN_PAPERS)[number];
  readonly owner?: string | undefined;
  readonly withHouseholds: boolean;
  readonly signing: Signing;
}

export const makePaper = ({ id, signing, owner, ...rest }: Paper, commandId: string) =>
  request(`/api/plans/${id}/papers`, madePaper, {
    method: 'POST',
    body: { commandId, ...rest, ...(owner === undefined ? {} : { owner }), signatory: signatoryOf(signing) },
  });

export interface HouseholdSolution {
  readonly householdId: string;
  readonly originCommuneId: number;
  readonly solution: string;
  readonly inCharge: string;
}

export const saveSolutions = (
  { id, rows }: { readonly id: string; readonly rows: readonly HouseholdSolution[] },
  commandId: string,
) =>
  request(`/api/plans/${id}/households`, z.object({ saved: z.int() }), {
    method: 'POST',
    body: { commandId, rows },
  });

/** Has a document read into a draft plan; the server keeps nothing of it. */
export const proposePlan = ({ name, content }: Brought) =>
  request(`/api/plan-proposals${query({ file: name.slice(0, 200) })}`, planProposal, {
    method: 'POST',
    bytes: content,
  });

/** The nodes of a programme in the order of its tree, as documents call them. */
export const programmeNodesQuery = (programme: string) =>
  queryOptions({
    queryKey: ['programmes', 'nodes', programme],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const { programmes } = await request('/api/programmes', programmeList, { signal });
      return programmes.find(({ id }) => id === programme)?.nodes ?? [];
    },
  });

export const programmeChoicesQuery = queryOptions({
  queryKey: ['programmes', 'choices'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => request('/api/programmes', programmeList, { signal }),
});

/** Indicators that the target cascade knows, in the reader's language. */
export function useIndicators(unit: number, year: number): readonly { code: string; name: string }[] {
  const language = useLanguage();
  const cascade = useQuery(cascadeQuery(unit, year, undefined));
  return (cascade.data?.indicators ?? []).map(({ code, name }) => ({ code, name: name[language] }));
}
