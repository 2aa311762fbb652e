import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Filters } from '../features/household/household-filters.tsx';
import { useKeptColumns } from '../features/household/kept-columns.ts';
import { hiddenInAddress, hiddenOfAddress } from './saved-view.ts';

/** What the list of households is narrowed, ordered and shown by: all of it in the address, but for a name sought. */
export function useListFilters() {
  const search = useSearch({ from: '/ho' });
  const navigate = useNavigate({ from: '/ho' });
  const soughtName = useLocation({ select: (location) => location.state.soughtName ?? '' });
  const filters: Filters = useMemo(
    () => ({
      year: search.nam,
      class: search.loai,
      standard: search.chuan,
      movement: search['dien-bien'],
      stage: search.buoc,
      unverified: search['chua-kiem-chung'] === 1,
      soughtName,
    }),
    [search, soughtName],
  );
  const change = useCallback(
    (next: Partial<Filters>) => {
      const all = { ...filters, ...next };
      void navigate({
        search: (last) => ({
          ...last,
          nam: all.year,
          loai: all.class,
          chuan: all.standard,
          'dien-bien': all.movement,
          buoc: all.stage,
          'chua-kiem-chung': all.unverified ? 1 : undefined,
          trang: undefined,
        }),
        state: (last) => ({ ...last, soughtName: all.soughtName }),
        replace: 'soughtName' in next,
        resetScroll: false,
      });
    },
    [filters, navigate],
  );
  const toPage = (trang: number) =>
    void navigate({ search: (last) => ({ ...last, trang }), state: (last) => ({ ...last, soughtName }) });
  const toSort = (xep: string) =>
    void navigate({
      search: (last) => ({ ...last, xep: xep === 'head' ? undefined : xep, trang: undefined }),
      state: (last) => ({ ...last, soughtName }),
      resetScroll: false,
    });
  const [kept, keep] = useKeptColumns();
  const hidden = useMemo(() => hiddenOfAddress(search.an) ?? kept, [search.an, kept]);
  const hide = (next: readonly string[]) => {
    keep(next);
    void navigate({
      search: (last) => ({ ...last, an: hiddenInAddress(next) }),
      state: (last) => ({ ...last, soughtName }),
      replace: true,
      resetScroll: false,
    });
  };
  return {
    filters,
    page: search.trang ?? 1,
    sort: search.xep ?? 'head',
    hidden,
    change,
    toPage,
    toSort,
    hide,
  };
}
