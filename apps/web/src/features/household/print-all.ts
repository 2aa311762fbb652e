import type { HouseholdList } from '@benvung/contract/household';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchHouseholds, type HouseholdsAsked } from './household.api.ts';

/** More rows than this are better printed from Excel; the browser would lay them out for minutes. */
export const MOST_PRINTED = 2_000;
const ROWS_A_QUESTION = 200;

type Filters = Omit<HouseholdsAsked, 'page'>;

async function fetchEvery(filters: Filters): Promise<HouseholdList> {
  const first = await fetchHouseholds({ ...filters, page: 1 }, ROWS_A_QUESTION);
  const { total } = first.page;
  const households = [...first.households];
  for (let page = 2; households.length < total && page <= MOST_PRINTED / ROWS_A_QUESTION; page += 1) {
    const next = await fetchHouseholds({ ...filters, page }, ROWS_A_QUESTION);
    if (next.households.length === 0) break;
    households.push(...next.households);
  }
  return { ...first, households };
}

/** Prints the whole list under its filters: `every` stands in place of the page while the paper is laid out. */
export function usePrintAll(filters: Filters) {
  const [every, setEvery] = useState<HouseholdList | null>(null);
  const fetching = useMutation({ mutationFn: () => fetchEvery(filters), onSuccess: setEvery });
  useEffect(() => {
    if (every === null) return;
    const done = () => setEvery(null);
    addEventListener('afterprint', done);
    const frame = requestAnimationFrame(() => print());
    return () => {
      removeEventListener('afterprint', done);
      cancelAnimationFrame(frame);
    };
  }, [every]);
  return { every, start: () => fetching.mutate(), isFetching: fetching.isPending, error: fetching.error };
}
