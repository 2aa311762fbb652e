import type { FileFormat } from '@benvung/contract/exchange';
import { officialTable, tableCellHouseholds, tableForms } from '@benvung/contract/report';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ExportChoice } from '../../platform/export/export-menu.tsx';
import { query, request, requestFile } from '../../platform/http.ts';

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
export function tableAddress(of: TableOf, format?: FileFormat): string {
  const { number, unit, year, map, standard } = of;
  const file = format === undefined ? '' : '/file';
  return `/api/tables/${number}${file}${query({ unit: unitKey(unit), year, map, standard, format })}`;
}

/** A table that lists households by name: for a stated purpose. */
export const exportListTable = (of: TableOf, { format, purpose }: ExportChoice) =>
  requestFile(`${tableAddress(of, format)}&${query({ purpose }).slice(1)}`);

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
      const path = `/api/tables/${of.number}/households${query({ ...cellAsked(of), page: of.page })}`;
      return request(path, tableCellHouseholds, { signal });
    },
  });

const cellAsked = ({ unit, year, map, standard, rest, column, line }: CellOf) => ({
  unit: unitKey(unit),
  year,
  map,
  standard,
  rest,
  column,
  line,
});

export const exportCell = (of: CellOf, { format, purpose }: ExportChoice) =>
  requestFile(`/api/tables/${of.number}/households/file${query({ ...cellAsked(of), format, purpose })}`);
