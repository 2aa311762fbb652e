import { useMemo } from 'react';
import { columnWidths } from './column-widths.ts';
import styles from './grid.module.css';
import type { GridModel } from './grid-model.ts';
import { pinnedClass } from './grid-rows.tsx';
import { placeHeader } from './header-places.ts';

export const headerRowCount = (model: GridModel): number =>
  model.header.length + (model.numbers.length > 0 ? 1 : 0);

export function GridHead({ model }: { readonly model: GridModel }) {
  const placed = useMemo(() => placeHeader(model), [model]);
  const widths = useMemo(() => columnWidths(model), [model]);
  return (
    <thead className={styles.head}>
      {model.header.map((_, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header row is its level
        <tr key={level} aria-rowindex={level + 1}>
          {placed
            .filter((one) => one.level === level)
            .map(({ cell, column }) => (
              <th
                key={cell.key}
                scope={cell.colSpan > 1 ? 'colgroup' : 'col'}
                colSpan={cell.colSpan}
                rowSpan={cell.rowSpan}
                className={pinnedClass(column, model.pinned)}
                {...(cell.colSpan > 1 ? {} : { style: { minWidth: widths[column] } })}
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
