import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { copyRange } from './copy-grid.ts';
import styles from './grid.module.css';
import { GridHead, headerRowCount } from './grid-head.tsx';
import { drawnRow, type GridGroup, type GridModel, type GridRow, rowsOf } from './grid-model.ts';
import { GridGroupBody, packStates, type RowState } from './grid-rows.tsx';
import { type GridCursor, useGridKeys } from './use-grid-keys.ts';
import { usePrinting } from './use-printing.ts';

/** From this many groups on, only those in sight are drawn (all of them when printing). */
const DRAW_ALL_UP_TO = 80;

interface GridProps {
  readonly model: GridModel;
  /** Called for a plain click or Enter on a cell that opens; other clicks stay the browser's. */
  readonly onOpen: (href: string) => void;
  /** The cell whose content is open beside the grid. */
  readonly openHref?: string | null;
  readonly onUp?: () => void;
  readonly dotted?: boolean;
  readonly children?: ReactNode;
}

interface Placed {
  readonly group: GridGroup;
  readonly firstRow: number;
  readonly index: number;
}

function place(groups: readonly GridGroup[]): Placed[] {
  let firstRow = 0;
  return groups.map((group, index) => {
    const placed = { group, firstRow, index };
    firstRow += group.rows.length;
    return placed;
  });
}

function statesOf(placed: Placed, cursor: GridCursor, rows: readonly GridRow[]): string {
  const { active, range } = cursor;
  const single = range.top === range.bottom && range.left === range.right;
  return packStates(
    placed.group.rows.map((_, at): RowState => {
      const row = placed.firstRow + at;
      const here = drawnRow(rows, active.row, active.column) === row;
      const inRange = !single && row >= range.top && row <= range.bottom;
      return {
        tabStop: here ? active.column : -1,
        selectedFrom: inRange ? range.left : -1,
        selectedTo: inRange ? range.right : -2,
      };
    }),
  );
}

export function Grid({ model, onOpen, openHref = null, onUp, dotted = false, children }: GridProps) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(model), [model]);
  const placed = useMemo(() => place(model.groups), [model]);
  const printing = usePrinting();
  const { cursor, onKeyDown, moveTo } = useGridKeys(rows.length, model.columns);
  const windowed = !printing && placed.length > DRAW_ALL_UP_TO;
  const virtual = useVirtualizer({
    count: placed.length,
    enabled: windowed,
    getScrollElement: () => box.current,
    estimateSize: (index) => 32 * (placed[index]?.group.rows.length ?? 1),
    overscan: 12,
  });

  const { active, moves } = cursor;
  const groupOfActive = placed.findLastIndex((one) => one.firstRow <= active.row);
  useEffect(() => {
    if (moves === 0) return;
    if (windowed) virtual.scrollToIndex(groupOfActive, { align: 'auto' });
    const at = `${drawnRow(rows, active.row, active.column)}:${active.column}`;
    const focus = () => box.current?.querySelector<HTMLElement>(`[data-cell="${at}"]`)?.focus();
    focus();
    const again = requestAnimationFrame(focus);
    return () => cancelAnimationFrame(again);
  }, [moves, active.row, active.column, rows, windowed, groupOfActive, virtual]);

  function pressed(event: KeyboardEvent) {
    if (event.altKey && event.key === 'ArrowUp' && onUp !== undefined) {
      event.preventDefault();
      onUp();
      return;
    }
    onKeyDown(event);
  }

  function clicked(event: MouseEvent) {
    const cell = event.target instanceof Element ? event.target.closest('td,th') : null;
    const focusable = cell?.hasAttribute('data-cell') ? cell : cell?.querySelector('[data-cell]');
    const [row, column] = (focusable?.getAttribute('data-cell') ?? '').split(':').map(Number);
    if (row !== undefined && column !== undefined && !Number.isNaN(row)) moveTo({ row, column });
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (link === null || !plain) return;
    event.preventDefault();
    onOpen(link.getAttribute('href') ?? '');
  }

  function copied(event: ClipboardEvent) {
    if (document.getSelection()?.isCollapsed === false) return;
    const { text, html } = copyRange(model, cursor.range, false);
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
  }

  const items = windowed ? virtual.getVirtualItems() : null;
  const shown = items === null ? placed : items.map((item) => placed[item.index]!);
  const before = items?.[0]?.start ?? 0;
  const after = items === null ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const headerRows = headerRowCount(model);

  return (
    <div ref={box} className={`${styles.box} ${dotted ? styles.restated : ''}`}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked by keys is a grid
        role="grid"
        className={styles.table}
        aria-rowcount={headerRows + rows.length}
        aria-colcount={model.columns}
        aria-readonly="true"
        aria-multiselectable="true"
        onKeyDown={pressed}
        onClick={clicked}
        onCopy={copied}
      >
        <caption className="visually-hidden">{model.caption}</caption>
        <GridHead model={model} />
        <Spacer height={before} columns={model.columns} />
        {shown.map((one) => (
          <GridGroupBody
            key={one.group.key}
            group={one.group}
            firstRow={one.firstRow}
            pinned={model.pinned}
            states={statesOf(one, cursor, rows)}
            openHref={openHref}
            headerRows={headerRows}
            index={one.index}
            {...(windowed ? { measure: virtual.measureElement } : {})}
          />
        ))}
        <Spacer height={after} columns={model.columns} />
      </table>
      {children}
    </div>
  );
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
      </tr>
    </tbody>
  );
}
