import type { UnitRef } from '@benvung/contract/shared';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { unitQuery } from '../features/territory/territory.api.ts';
import { useSession } from './session-context.ts';

export interface Place {
  readonly unit: UnitRef;
  /** The unit in the address, if the reader left their own area's page. */
  readonly chosen: number | undefined;
  /** The day whose map names units on this page. */
  readonly on: string;
  readonly ancestors: readonly UnitRef[];
  /** The unit stands in the page's path (`/ra-soat/2024/123`), not in its search. */
  readonly inPath: boolean;
  /** The page's search for another unit: an open cell and a page number belong to the old one. */
  readonly move: (search: Readonly<Record<string, unknown>>, unitId: number) => Record<string, unknown>;
}

/** The last day of a year, on which that year's tables name units. */
export const lastDayOf = (year: number): string => `${year}-12-31`;

const idOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,14}$/u.test(text) ? Number(text) : undefined;

/** Where the reader is: the unit of the address, else the person's own, on the day the page is about. */
export function usePlace(): Place {
  const session = useSession();
  const search = useSearch({ strict: false });
  const inPath = useParams({ strict: false });
  const ownPath = idOf(inPath.donVi);
  const id = ownPath ?? search['don-vi'] ?? session.home.id;
  const year = search.nam ?? idOf(inPath.nam);
  const end = year === undefined ? session.today : lastDayOf(year);
  // A page of a round that runs is about today's map; a table of the year is about its end.
  const on = search['ban-do'] ?? (ownPath !== undefined && end > session.today ? session.today : end);
  const detail = useQuery(unitQuery(id, on));
  const known = detail.data;
  const own = id === session.home.id ? session.home : null;
  const unit = known ?? own ?? { id, code: null, level: 'commune' as const, name: '…' };
  return {
    unit,
    chosen: ownPath ?? search['don-vi'],
    on,
    ancestors: known?.ancestors ?? [],
    inPath: ownPath !== undefined,
    move: ({ o: _o, trang: _trang, ho: _ho, ...rest }, unitId) =>
      ownPath === undefined ? { ...rest, 'don-vi': unitId } : rest,
  };
}
