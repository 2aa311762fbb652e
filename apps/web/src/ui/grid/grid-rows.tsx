import { memo, type Ref } from 'react';
import styles from './grid.module.css';
import type { GridCell, GridGroup, GridRow } from './grid-model.ts';

export interface RowState {
  /** Column of the Tab stop in this row, or −1. */
  readonly tabStop: number;
  readonly selectedFrom: number;
  readonly selectedTo: number;
}

interface GroupProps {
  readonly group: GridGroup;
  readonly firstRow: number;
  readonly pinned: 0 | 1 | 2;
  /** One a row, joined: a string, so that an unchanged group is not drawn again. */
  readonly states: string;
  readonly openHref: string | null;
  readonly headerRows: number;
  readonly measure?: Ref<HTMLTableSectionElement>;
  readonly index?: number;
}

export const packStates = (states: readonly RowState[]): string =>
  states.map((state) => `${state.tabStop},${state.selectedFrom},${state.selectedTo}`).join(';');

function unpackState(states: string, at: number): RowState {
  const [tabStop = -1, selectedFrom = -1, selectedTo = -2] = (states.split(';')[at] ?? '')
    .split(',')
    .map(Number);
  return { tabStop, selectedFrom, selectedTo };
}

export const GridGroupBody = memo(function GridGroupBody(props: GroupProps) {
  const { group, firstRow, measure, index } = props;
  const look = group.look === undefined ? '' : styles[group.look];
  return (
    <tbody ref={measure} data-index={index} className={`${styles.body} ${look}`}>
      {group.rows.map((row, at) => (
        <tr key={row.key} aria-rowindex={props.headerRows + firstRow + at + 1}>
          {drawCells(row, firstRow + at, props, unpackState(props.states, at))}
        </tr>
      ))}
    </tbody>
  );
});

function drawCells(row: GridRow, rowIndex: number, props: GroupProps, state: RowState) {
  return row.cells.map((cell, column) =>
    cell === null ? null : (
      <DrawnCell
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        key={column}
        cell={cell}
        at={`${rowIndex}:${column}`}
        column={column}
        pinned={props.pinned}
        tabStop={state.tabStop === column}
        selected={column >= state.selectedFrom && column <= state.selectedTo}
        opened={cell.href !== undefined && cell.href === props.openHref}
      />
    ),
  );
}

interface DrawnCellProps {
  readonly cell: GridCell;
  readonly at: string;
  readonly column: number;
  readonly pinned: 0 | 1 | 2;
  readonly tabStop: boolean;
  readonly selected: boolean;
  readonly opened: boolean;
}

/** Class of a column that stays when the table scrolls sideways. */
export function pinnedClass(column: number, pinned: 0 | 1 | 2): string {
  if (column >= pinned) return '';
  const place = pinned === 1 ? 'pinnedOnly' : column === 0 ? 'pinnedFirst' : 'pinnedSecond';
  return `${styles.pinned} ${styles[place]}`;
}

function DrawnCell({ cell, at, column, pinned, tabStop, selected, opened }: DrawnCellProps) {
  const className = [
    styles.cell,
    cell.numeric ? styles.numeric : cell.text.length <= 12 && !cell.rowHeader ? styles.short : '',
    cell.rowHeader ? styles.rowName : '',
    selected ? styles.selected : '',
    opened ? styles.opened : '',
    pinnedClass(column, pinned),
  ].join(' ');
  const stop = tabStop ? 0 : -1;
  const inner =
    cell.href === undefined ? (
      cell.text
    ) : (
      <a className={styles.link} href={cell.href} tabIndex={stop} data-cell={at}>
        {cell.text}
      </a>
    );
  const shared = {
    className,
    rowSpan: cell.rowSpan ?? 1,
    'aria-colindex': column + 1,
    'aria-selected': selected,
    ...(cell.href === undefined ? { tabIndex: stop, 'data-cell': at } : {}),
  };
  return cell.rowHeader ? (
    <th scope="row" {...shared}>
      {inner}
    </th>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid of keys
    // biome-ignore lint/a11y/useFocusableInteractive: the cell, or the link in it, has the tab index
    <td role="gridcell" {...shared}>
      {inner}
    </td>
  );
}
