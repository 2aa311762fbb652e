import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { readKeptForTab, writeKeptForTab } from '../../platform/kept-text.ts';
import { type HouseholdsAsked, householdsQuery } from './household.api.ts';

/** The page of a list a household was opened from; kept for this tab, so that the next one is one key away. */
interface Trail {
  readonly asked: HouseholdsAsked;
  readonly ids: readonly string[];
  readonly total: number;
  readonly pageSize: number;
}

const NAME = 'ho.danh-sach';

export const keepTrail = (trail: Trail): void => writeKeptForTab(NAME, JSON.stringify(trail));

function readTrail(): Trail | null {
  try {
    return JSON.parse(readKeptForTab(NAME) ?? 'null') as Trail | null;
  } catch {
    return null;
  }
}

async function pageOf(client: QueryClient, trail: Trail, page: number): Promise<Trail> {
  const asked = { ...trail.asked, page };
  const list = await client.fetchQuery(householdsQuery(asked));
  return {
    asked,
    ids: list.households.map(({ id }) => id),
    total: list.page.total,
    pageSize: list.page.pageSize,
  };
}

/** Where a household stands in the list it was opened from, and how to reach the one before and after. */
export function useTrail(id: string, open: (id: string) => void) {
  const client = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another household may stand in another list
  const trail = useMemo(readTrail, [id]);
  const index = trail?.ids.indexOf(id) ?? -1;
  const at = trail === null || index < 0 ? null : (trail.asked.page - 1) * trail.pageSize + index + 1;
  const go = useCallback(
    async (step: 1 | -1) => {
      if (trail === null || at === null || at + step < 1 || at + step > trail.total) return;
      const within = trail.ids[index + step];
      if (within !== undefined) return open(within);
      const next = await pageOf(client, trail, trail.asked.page + step);
      keepTrail(next);
      const found = step === 1 ? next.ids[0] : next.ids.at(-1);
      if (found !== undefined) open(found);
    },
    [trail, at, index, open, client],
  );
  return { at, total: trail?.total ?? 0, go };
}
