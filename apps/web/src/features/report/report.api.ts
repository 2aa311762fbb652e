import { officialTable, tableCellHouseholds, tableForms } from '@benvung/contract/report';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request } from '../../platform/http.ts';

export interface TableOf {
  readonly number: number;
  readonly unit: number;
  readonly year: number;
  /** A map's day, or null: as it was. */
  readonly map: string | null;
  /** A local standard; left out: the nation's. */
  readonly standard?: string | undefined;
}

/** Rows without a unit of their own. */
const REST_ROWS = ['notAssignable', 'villageUnknown'] as const;
export type RestRow = (typeof REST_ROWS)[number];
export const isRest = (kind: string | undefined): kind is RestRow =>
  (REST_ROWS as readonly (string | undefined)[]).includes(kind);

export interface CellOf extends TableOf {
  readonly rest: RestRow | null;
  readonly column: string;
  readonly line: string | null;
  readonly page: number;
}

export const formsQuery = queryOptions({
  queryKey: ['tables', 'forms'],
  staleTime: 5 * 60_000,
  queryFn: ({ signal }) => request('/api/tables', tableForms, { signal }),
});

/** A unit by its id; a bare number would be read as a code of that day. */
const unitKey = (id: number): string => `id:${id}`;

/** Address of a table; with a format, of its file. */
export function tableAddress(of: TableOf, format?: 'xlsx' | 'csv' | 'json'): string {
  const { number, unit, year, map, standard } = of;
  const file = format === undefined ? '' : '/file';
  return `/api/tables/${number}${file}${query({ unit: unitKey(unit), year, map, standard, format })}`;
}

/** The last figures stay on the screen, greyed, until the new ones are there. */
export const tableQuery = (of: TableOf) =>
  queryOptions({
    queryKey: ['tables', of],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(tableAddress(of), officialTable, { signal }),
  });

export const cellQuery = (of: CellOf) =>
  queryOptions({
    queryKey: ['tables', 'cell', of],
    queryFn: ({ signal }) => {
      const { number, unit, year, map, standard, rest, column, line, page } = of;
      const asked = { unit: unitKey(unit), year, map, standard, rest, column, line, page };
      const path = `/api/tables/${number}/households${query(asked)}`;
      return request(path, tableCellHouseholds, { signal });
    },
  });
