import { householdList } from '@benvung/contract/household';
import { correctionList, matchView, roundView } from '@benvung/contract/review';
import {
  deskView,
  ledgerView,
  matchesDecided,
  matchPairs,
  missingHouseholds,
  missingTold,
  openingPlan,
  populationBaseView,
  roundHistory,
  roundsOpened,
} from '@benvung/contract/review-desk';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import type { ExportChoice } from '../../platform/export/export-menu.tsx';
import { query, request, requestFile } from '../../platform/http.ts';

/** Everything an act on a round may change is asked for again under these. */
export const DESK_KEYS = [['desk'], ['home']] as const;

export const deskQuery = (unit: number, year: number) =>
  queryOptions({
    queryKey: ['desk', 'rows', unit, year],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/desk${query({ unit, year })}`, deskView, { signal }),
  });

export const historyQuery = (round: string) =>
  queryOptions({
    queryKey: ['desk', 'history', round],
    queryFn: ({ signal }) => request(`/api/rounds/${round}/history`, roundHistory, { signal }),
  });

export const planQuery = (unit: number, year: number, day: string) =>
  queryOptions({
    queryKey: ['desk', 'plan', unit, year, day],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/round-opening${query({ unit, year, day })}`, openingPlan, { signal }),
  });

export const baseQuery = (commune: number, year: number) =>
  queryOptions({
    queryKey: ['desk', 'base', commune, year],
    queryFn: ({ signal }) =>
      request(`/api/population-base${query({ commune, year })}`, populationBaseView, { signal }),
  });

export const pairsQuery = (round: string, state: 'undecided' | 'decided', page: number) =>
  queryOptions({
    queryKey: ['desk', 'pairs', round, state, page],
    queryFn: ({ signal }) =>
      request(`/api/rounds/${round}/matches${query({ state, page })}`, matchPairs, { signal }),
  });

export const missingQuery = (round: string, state: 'pending' | 'gone', page: number) =>
  queryOptions({
    queryKey: ['desk', 'missing', round, state, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/rounds/${round}/missing${query({ state, page })}`, missingHouseholds, { signal }),
  });

/** A list of the round's desk as a file. */
export const exportRoundList = (
  round: string,
  list: 'matches' | 'missing' | 'corrections',
  { format, purpose }: ExportChoice,
) => requestFile(`/api/rounds/${round}/${list}/file${query({ format, purpose })}`);

export const ledgerQuery = (unit: number, year: number) =>
  queryOptions({
    queryKey: ['desk', 'ledger', unit, year],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/ledger${query({ unit, year })}`, ledgerView, { signal }),
  });

export const correctionsQuery = (round: string, page: number) =>
  queryOptions({
    queryKey: ['desk', 'corrections', round, page],
    queryFn: ({ signal }) =>
      request(`/api/rounds/${round}/corrections${query({ page })}`, correctionList, { signal }),
  });

/** Households of a commune's year by a head's name, to choose one. */
export const foundQuery = (unit: number, year: number, q: string) =>
  queryOptions({
    queryKey: ['desk', 'found', unit, year, q],
    enabled: q.trim().length > 1,
    queryFn: ({ signal }) =>
      request(`/api/households${query({ unit, year, q, pageSize: 20 })}`, householdList, { signal }),
  });

const post = <Schema extends z.ZodType>(path: string, schema: Schema, body: object) =>
  request(path, schema, { method: 'POST', body });

export const sendOpening = (body: object) => post('/api/round-opening', roundsOpened, body);
export const sendRoundAct = (round: string, act: 'close' | 'reopen', body: object) =>
  post(`/api/rounds/${round}/${act}`, roundView, body);
export const sendLock = (year: number, body: object) =>
  post(`/api/years/${year}/lock`, z.object({ locked: z.int() }), body);
export const sendBase = (body: object) => post('/api/population-base', z.object({ changed: z.int() }), body);
export const sendProposal = (round: string, body: object) =>
  post(`/api/rounds/${round}/matches`, z.object({ matches: z.array(matchView) }), body);
export const sendDecision = (match: string, body: object) =>
  post(`/api/matches/${match}/decision`, matchView, body);
export const sendDecisions = (round: string, body: object) =>
  post(`/api/rounds/${round}/matches/decisions`, matchesDecided, body);
export const sendUndo = (match: string, body: object) => post(`/api/matches/${match}/undo`, matchView, body);
export const sendMissing = (round: string, body: object) =>
  post(`/api/rounds/${round}/missing`, missingTold, body);
