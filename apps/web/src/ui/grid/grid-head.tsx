import { useMemo } from 'react';
import { columnWidths } from './column-widths.ts';
import styles from './grid.module.css';
import type { GridModel } from './grid-model.ts';
import { pinnedClass } from './grid-rows.tsx';

export const headerRowCount = (model: GridModel): number =>
  model.header.length + (model.numbers.length > 0 ? 1 : 0);

/** The least width of each column. */
export function GridColumns({ model }: { readonly model: GridModel }) {
  const widths = useMemo(() => columnWidths(model), [model]);
  return (
    <colgroup className={styles.columns}>
      {widths.map((width, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <col key={column} style={{ width }} />
      ))}
    </colgroup>
  );
}

export function GridHead({ model }: { readonly model: GridModel }) {
  return (
    <thead className={styles.head}>
      {model.header.map((cells, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header row is its level
        <tr key={level} aria-rowindex={level + 1}>
          {cells.map((cell, at) => (
            <th
              key={cell.key}
              scope={cell.colSpan > 1 ? 'colgroup' : 'col'}
              colSpan={cell.colSpan}
              rowSpan={cell.rowSpan}
              className={level === 0 ? pinnedClass(at, model.pinned) : ''}
            >
              {cell.text}
            </th>
          ))}
        </tr>
      ))}
      {model.numbers.length === 0 ? null : (
        <tr aria-rowindex={model.header.length + 1}>
          {model.numbers.map((text, column) => (
            <td
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              key={column}
              className={`${styles.numberCell} ${pinnedClass(column, model.pinned)}`}
            >
              {text}
            </td>
          ))}
        </tr>
      )}
    </thead>
  );
}
