import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { TableSearch } from '../search.ts';

export interface TableAddress {
  /** Where a change of the page's state leads, as a link. */
  readonly addressOf: (change: TableSearch) => string;
  /** Goes there; with a number, to that table. */
  readonly change: (change: TableSearch, number?: number) => void;
  readonly goTo: (href: string) => void;
}

/** Everything the table page shows is in its address, so that a copied link is the view. */
export function useTableAddress(number: number): TableAddress {
  const router = useRouter();
  const navigate = useNavigate();
  const search = useSearch({ from: '/bieu/$so' });
  const key = JSON.stringify(search);

  const addressOf = useCallback(
    (change: TableSearch) =>
      router.buildLocation({
        to: '/bieu/$so',
        params: { so: String(number) },
        search: { ...(JSON.parse(key) as TableSearch), ...change },
      }).href,
    [router, number, key],
  );
  const change = useCallback(
    (next: TableSearch, so = number) =>
      void navigate({
        to: '/bieu/$so',
        params: { so: String(so) },
        search: { ...(JSON.parse(key) as TableSearch), ...next },
        resetScroll: false,
      }),
    [navigate, number, key],
  );
  const goTo = useCallback((href: string) => void router.navigate({ href, resetScroll: false }), [router]);
  return { addressOf, change, goTo };
}
