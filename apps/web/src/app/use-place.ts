import type { UnitRef } from '@benvung/contract/shared';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { unitQuery } from '../features/territory/territory.api.ts';
import { useSession } from './session-context.ts';

export interface Place {
  readonly unit: UnitRef;
  /** The unit in the address, if the reader left their own area's page. */
  readonly chosen: number | undefined;
  /** The day whose map names units on this page. */
  readonly on: string;
  readonly ancestors: readonly UnitRef[];
  /** The page's search for another unit: an open cell and a page number belong to the old one. */
  readonly move: (search: Readonly<Record<string, unknown>>, unitId: number) => Record<string, unknown>;
}

/** The last day of a year, on which that year's tables name units. */
export const lastDayOf = (year: number): string => `${year}-12-31`;

/** Where the reader is: the unit of the address, else the person's own, on the day the page is about. */
export function usePlace(): Place {
  const session = useSession();
  const search = useSearch({ strict: false });
  const id = search['don-vi'] ?? session.home.id;
  const year = search.nam;
  const on = search['ban-do'] ?? (year === undefined ? session.today : lastDayOf(year));
  const detail = useQuery(unitQuery(id, on));
  const known = detail.data;
  const own = id === session.home.id ? session.home : null;
  const unit = known ?? own ?? { id, code: null, level: 'commune' as const, name: '…' };
  return {
    unit,
    chosen: search['don-vi'],
    on,
    ancestors: known?.ancestors ?? [],
    move: ({ o: _o, trang: _trang, ...rest }, unitId) => ({ ...rest, 'don-vi': unitId }),
  };
}
