import {
  type SimulatedHouseholds,
  type SimulationPart,
  scorecardLoaded,
  scorecardView,
  simulatedHouseholds,
  simulationPart,
  standardList,
  standardView,
} from '@benvung/contract/standard';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ExportChoice } from '../../platform/export/export-menu.tsx';
import { query, request, requestFile } from '../../platform/http.ts';
import { getLanguage } from '../../platform/i18n.ts';

/** Law changes with a release; only scorecards are loaded meanwhile. */
const staleTime = 5 * 60_000;

export const standardsQuery = queryOptions({
  queryKey: ['standards'],
  staleTime,
  queryFn: ({ signal }) => request('/api/standards', standardList, { signal }),
});

export const standardQuery = (id: string) =>
  queryOptions({
    queryKey: ['standards', id],
    staleTime,
    queryFn: ({ signal }) => request(`/api/standards/${encodeURIComponent(id)}`, standardView, { signal }),
  });

export const scorecardQuery = (id: string) =>
  queryOptions({
    queryKey: ['scorecards', id],
    staleTime,
    queryFn: ({ signal }) => request(`/api/scorecards/items${query({ id })}`, scorecardView, { signal }),
  });

/** The filled template; without a card, filled with the trial one as an example. */
export const templateAddress = (id?: string): string => `/api/scorecards/template${query({ id })}`;

export interface CardToSend {
  readonly file: File;
  readonly dryRun: boolean;
}

export const sendScorecard = ({ file, dryRun }: CardToSend, commandId: string) =>
  request(`/api/scorecards${query({ commandId, dryRun: String(dryRun) })}`, scorecardLoaded, {
    method: 'POST',
    bytes: file,
  });

export interface SimulationAsked {
  readonly unit: number;
  readonly year: number;
  readonly standard: string;
}

export type Simulation = Pick<SimulationPart, 'standard' | 'counts' | 'notSimulated' | 'done'>;

/** Asks part by part, so that nobody else waits, and tells how far it is. */
export const simulationQuery = (asked: SimulationAsked, tell: (done: number, total: number) => void) =>
  queryOptions({
    queryKey: ['simulation', asked],
    staleTime,
    queryFn: async ({ signal }): Promise<Simulation> => {
      const parts: SimulationPart[] = [];
      let after: string | null = null;
      do {
        const part: SimulationPart = await request(
          `/api/simulations${query({ ...asked, after })}`,
          simulationPart,
          { signal },
        );
        parts.push(part);
        const done = parts.reduce((sum, each) => sum + each.done, 0);
        tell(done, parts[0]?.total ?? done);
        after = part.next;
      } while (after !== null);
      return {
        standard: (parts[0] as SimulationPart).standard,
        counts: parts.flatMap((part) => part.counts),
        notSimulated: parts.flatMap((part) => part.notSimulated),
        done: parts.reduce((sum, each) => sum + each.done, 0),
      };
    },
  });

export interface ChangeAsked extends SimulationAsked {
  readonly from: string;
  readonly to: string;
}

/** The households of one change as a file. */
export const exportChange = (asked: ChangeAsked, { format, purpose }: ExportChoice) =>
  requestFile(`/api/simulations/households/file${query({ ...asked, format, purpose })}`);

export const changeQuery = (asked: ChangeAsked) =>
  infiniteQueryOptions({
    queryKey: ['simulation', 'households', asked],
    staleTime,
    initialPageParam: null as string | null,
    getNextPageParam: (page: SimulatedHouseholds) => page.next,
    queryFn: ({ signal, pageParam }): Promise<SimulatedHouseholds> =>
      request(
        `/api/simulations/households${query({ ...asked, after: pageParam, lang: getLanguage() })}`,
        simulatedHouseholds,
        { signal },
      ),
  });
