import type { TableFileBody } from '@benvung/contract/exchange';
import { type ReactNode, useRef } from 'react';
import type { EditColumn, EditRow } from '../../ui/edit-grid/edit-grid-model.ts';
import { cellAt, type GridModel, rowsOf } from '../../ui/grid/grid-model.ts';
import { flatHeader } from '../../ui/grid/header-places.ts';
import { requestFile } from '../http.ts';
import { ExportMenu } from './export-menu.tsx';
import { cellOf, type FlatTable, readTable } from './read-table.ts';
import styles from './table-export.module.css';

interface Heading {
  readonly title: string;
  /** Whose figures these are; nothing where they are nobody's. */
  readonly place?: string;
  /** Lines under the title: year, filters, what is provisional. */
  readonly facts?: readonly string[];
}

const tableFile = (
  { title, place = '', facts = [] }: Heading,
  table: FlatTable,
  format: TableFileBody['format'],
) =>
  requestFile('/api/table-files', {
    method: 'POST',
    body: { format, title, place, facts: [...facts], ...table } satisfies TableFileBody,
  });

/** Figures in a table of their own, which leave as they stand here. Nothing that names people: such lists are asked of the server. */
export function TableExport({ children, ...heading }: Heading & { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.box}>
      <div ref={box}>{children}</div>
      <ExportMenu
        what="table"
        load={async ({ format }) => {
          const table = box.current?.querySelector('table');
          if (!table) throw new Error('no table to export');
          return tableFile(heading, readTable(table), format);
        }}
      />
    </div>
  );
}

/** The same for figures that are not drawn as a table; `read` gives all of them when they are asked for. */
export function RowsExport({
  read,
  ...heading
}: Heading & { readonly read: () => FlatTable | Promise<FlatTable> }) {
  return <ExportMenu what="table" load={async ({ format }) => tableFile(heading, await read(), format)} />;
}

/** The same for a grid, of which the screen draws only a part. */
export function GridExport({ model, ...heading }: Heading & { readonly model: GridModel }) {
  return <ExportMenu what="table" load={({ format }) => tableFile(heading, flatGrid(model), format)} />;
}

/** The same for a grid that is typed into: as it stands, with what is not saved yet. */
export function EditGridExport({
  columns,
  rows,
  ...heading
}: Heading & { readonly columns: readonly EditColumn[]; readonly rows: readonly EditRow[] }) {
  const read = (): FlatTable => ({
    columns: columns.map(({ title }) => title),
    rows: rows.map(({ cells }) => columns.map(({ key }) => cellOf(cells[key]?.text ?? ''))),
  });
  return <RowsExport {...heading} read={read} />;
}

function flatGrid(model: GridModel): FlatTable {
  const rows = rowsOf(model);
  return {
    columns: flatHeader(model),
    rows: rows.map((_row, at) =>
      Array.from({ length: model.columns }, (_unused, column) => {
        const cell = cellAt(rows, at, column);
        return cell === null ? null : (cell.raw ?? (cell.text === '' ? null : cell.text));
      }),
    ),
  };
}
