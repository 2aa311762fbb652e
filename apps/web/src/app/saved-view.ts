import { type ViewFilters, viewFilters } from '@benvung/contract/saved-views';
import type { Filters } from '../features/household/household-filters.tsx';
import type { HouseholdListSearch } from './search.ts';

interface Shown {
  readonly filters: Filters;
  readonly sort: string;
  /** The unit of the address; left out: wherever the person is at home. */
  readonly unit: number | undefined;
  readonly hidden: readonly string[];
}

const NONE_HIDDEN = 'khong';

/** Columns left out, as an address holds them. */
export const hiddenInAddress = (hidden: readonly string[]): string =>
  hidden.length === 0 ? NONE_HIDDEN : hidden.join('.');

export const hiddenOfAddress = (an: string | undefined): readonly string[] | null =>
  an === undefined ? null : an === NONE_HIDDEN ? [] : an.split('.');

/** What is kept of a list under a name: everything its address holds but the page. A name that was sought is not kept. */
export function viewOf({ filters, sort, unit, hidden }: Shown): ViewFilters {
  const { soughtName: _name, unverified, ...rest } = filters;
  const told = {
    ...rest,
    unit,
    sort: sort === 'head' ? undefined : sort,
    unverified: unverified || undefined,
    hidden: [...hidden],
  };
  const kept = viewFilters.safeParse(
    Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)),
  );
  return kept.success ? kept.data : {};
}

export const searchOf = (view: ViewFilters): HouseholdListSearch => ({
  'don-vi': view.unit,
  nam: view.year,
  loai: view.class,
  chuan: view.standard,
  'dien-bien': view.movement,
  buoc: view.stage,
  'chua-kiem-chung': view.unverified === true ? 1 : undefined,
  xep: view.sort,
  an: view.hidden === undefined ? undefined : hiddenInAddress(view.hidden),
});
