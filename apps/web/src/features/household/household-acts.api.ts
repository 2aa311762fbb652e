import { householdRecord } from '@benvung/contract/household';
import {
  actedOnMany,
  type actOnMany as actOnManyBody,
  type addMember,
  type changeHead,
  type correctHousehold,
  type correctMember,
  type endHousehold,
  type HouseholdActed,
  householdActed,
  type memberChanges,
  type mergeHouseholds,
  type moveHousehold,
  type overrideFlag,
  type registerHousehold,
  type removeMember,
  type splitHousehold,
} from '@benvung/contract/household-acts';
import { ethnicGroups } from '@benvung/contract/standard';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { query, request } from '../../platform/http.ts';
import { getLanguage } from '../../platform/i18n.ts';

export type MemberChanges = z.input<typeof memberChanges>;

/** What an officer corrects; asked for again whenever a form opens. */
export const recordQuery = (id: string) =>
  queryOptions({
    queryKey: ['household', id, 'record'],
    staleTime: 0,
    // a form begins on what the server holds now, never on what an earlier form left behind
    gcTime: 0,
    queryFn: ({ signal }) =>
      request(`/api/households/${id}/record${query({ lang: getLanguage() })}`, householdRecord, { signal }),
  });

export const ethnicGroupsQuery = queryOptions({
  queryKey: ['ethnic-groups'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => request('/api/ethnic-groups', ethnicGroups, { signal }),
});

type Body<Schema extends z.ZodType> = Omit<z.input<Schema>, 'commandId'>;

const post = (path: string, body: object): Promise<HouseholdActed> =>
  request(`/api/households${path}`, householdActed, { method: 'POST', body });

/** One act on many households; with `attempt` it only tells who can and who cannot. */
export const actOnMany = (body: Omit<z.input<typeof actOnManyBody>, 'commandId'>, commandId: string) =>
  request('/api/households/bulk', actedOnMany, { method: 'POST', body: { ...body, commandId } });

/** Each act of an officer on households, as it is sent. */
export const acts = {
  register: (body: Body<typeof registerHousehold>, commandId: string) => post('', { ...body, commandId }),
  correct: (id: string, body: Body<typeof correctHousehold>, commandId: string) =>
    post(`/${id}/corrections`, { ...body, commandId }),
  addMember: (id: string, body: Body<typeof addMember>, commandId: string) =>
    post(`/${id}/members`, { ...body, commandId }),
  correctMember: (id: string, personId: string, body: Body<typeof correctMember>, commandId: string) =>
    post(`/${id}/members/${personId}/corrections`, { ...body, commandId }),
  removeMember: (id: string, personId: string, body: Body<typeof removeMember>, commandId: string) =>
    post(`/${id}/members/${personId}/departure`, { ...body, commandId }),
  changeHead: (id: string, body: Body<typeof changeHead>, commandId: string) =>
    post(`/${id}/head`, { ...body, commandId }),
  move: (id: string, body: Body<typeof moveHousehold>, commandId: string) =>
    post(`/${id}/moves`, { ...body, commandId }),
  split: (id: string, body: Body<typeof splitHousehold>, commandId: string) =>
    post(`/${id}/splits`, { ...body, commandId }),
  merge: (id: string, body: Body<typeof mergeHouseholds>, commandId: string) =>
    post(`/${id}/merges`, { ...body, commandId }),
  end: (id: string, body: Body<typeof endHousehold>, commandId: string) =>
    post(`/${id}/end`, { ...body, commandId }),
  overrideFlag: (id: string, flag: string, body: Body<typeof overrideFlag>, commandId: string) =>
    post(`/${id}/flags/${flag}`, { ...body, commandId }),
} as const;
