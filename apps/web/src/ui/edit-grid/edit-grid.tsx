import { Button } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
} from 'react';
import { usePrinting } from '../grid/use-printing.ts';
import { CellEditor } from './cell-editor.tsx';
import styles from './edit-grid.module.css';
import {
  type CellChange,
  cellId,
  type EditColumn,
  type EditGridLabels,
  type EditPlan,
  type EditRow,
  NO_PLAN,
  type RefusedCell,
} from './edit-grid-model.ts';
import { EditGridRow, REFUSED, type RowLook } from './edit-grid-row.tsx';
import { type EditGridState, useEditGrid } from './use-edit-grid.ts';

/** From this many rows on, only those in sight are drawn (all of them when printing). */
const DRAW_ALL_UP_TO = 60;
const ROW_HEIGHT = 33;

/** A table walked by keys. */
const FLAT = { role: 'grid', 'aria-multiselectable': true } as const;
const TREE = { role: 'treegrid', 'aria-multiselectable': true } as const;

export interface EditGridProps {
  readonly caption: string;
  readonly columns: readonly EditColumn[];
  /** A row that did not change should be the same object, so that it is not drawn again. */
  readonly rows: readonly EditRow[];
  readonly labels: EditGridLabels;
  /** Applied by the page to its rows; also what undoing and redoing ask for. */
  readonly onChange: (changes: readonly CellChange[]) => void;
  readonly onActiveRow?: (row: string) => void;
  /** Opens or closes a row of a tree. */
  readonly onToggle?: (row: string) => void;
}

/**
 * Cells as in a spreadsheet: arrows, Enter, Tab, F2, Delete, Ctrl+C, V, D, Z, Y, A, F8; one Tab stop. In a tree ← → and
 * Enter close and open a row from its name.
 */
export function EditGrid({ caption, columns, rows, labels, onChange, onActiveRow, onToggle }: EditGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const noteId = useId();
  const table = useMemo(() => ({ columns, rows }), [columns, rows]);
  const grid = useEditGrid(table, labels, onChange);
  const { active } = grid;
  const isTree = rows[0]?.tree !== undefined;
  const printing = usePrinting();
  const windowed = !printing && rows.length > DRAW_ALL_UP_TO;
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: windowed,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    // The active row stays drawn wherever one scrolls, so that the focus does.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), active.row])].sort((a, b) => a - b),
  });
  useFollowFocus(grid, {
    box,
    toRow: windowed ? (row) => virtual.scrollToIndex(row, { align: 'auto' }) : null,
  });
  const activeKey = rows[active.row]?.key;
  useEffect(() => {
    if (activeKey !== undefined) onActiveRow?.(activeKey);
  }, [activeKey, onActiveRow]);

  const looks = useLooks(grid, columns);
  const items = windowed ? virtual.getVirtualItems() : null;
  const shown = items === null ? rows.map((_, index) => index) : items.map((item) => item.index);
  const editor = grid.editing === null ? null : <ActiveEditor grid={grid} columns={columns} rows={rows} />;
  const total = columns.reduce((sum, column) => sum + column.width, 0);

  return (
    <div className={styles.frame}>
      {grid.preview === null ? null : <PasteBar grid={grid} labels={labels} />}
      <div ref={box} className={styles.box}>
        <table
          {...(isTree ? TREE : FLAT)}
          className={styles.table}
          style={{ minWidth: total }}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length}
          onKeyDown={(event) => {
            if (!toggledByKey(event, { grid, columns, rows, onToggle })) grid.onKeyDown(event);
          }}
          onCopy={grid.onCopy}
          onPaste={grid.onPaste}
          onMouseDown={(event) => {
            pressedCell(event, grid);
            if (event.target instanceof Element && event.target.closest('[data-toggle]') !== null)
              onToggle?.(rows[cellOf(event)?.row ?? -1]?.key ?? '');
          }}
          onDoubleClick={(event) => {
            if (cellOf(event) !== null) grid.beginEditing(false);
          }}
        >
          <caption className="visually-hidden">{caption}</caption>
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} style={{ width: column.width }} />
            ))}
          </colgroup>
          <thead className={styles.head}>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={`${column.numeric ? styles.numericHead : ''} ${column.rowHeader ? styles.rowName : ''}`}
                >
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((index, at) => (
              <Drawn key={rows[index]?.key} gap={gapBefore(items, at)} columns={columns.length}>
                <EditGridRow
                  row={rows[index]!}
                  index={index}
                  columns={columns}
                  look={looks(rows[index]!, index)}
                  noteId={noteId}
                  editor={index === active.row ? editor : null}
                  measure={windowed ? virtual.measureElement : null}
                />
              </Drawn>
            ))}
            <Gap
              height={items === null ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0)}
              columns={columns.length}
            />
          </tbody>
        </table>
      </div>
      <p id={noteId} className={styles.note}>
        {noteOf(grid, table)}
      </p>
      <p role="status" className="visually-hidden">
        {grid.said}
      </p>
    </div>
  );
}

/** The focus follows moves made by keys; a row out of sight is scrolled to and drawn first. */
function useFollowFocus(
  { active, moves, editing }: EditGridState,
  { box, toRow }: { box: { readonly current: HTMLDivElement | null }; toRow: ((row: number) => void) | null },
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a counted move takes the focus
  useEffect(() => {
    if (moves === 0 || editing !== null) return;
    toRow?.(active.row);
    const find = () =>
      box.current?.querySelector<HTMLElement>(`[data-cell="${active.row}:${active.column}"]`);
    const drawn = find();
    if (drawn) {
      drawn.focus();
      return;
    }
    // A row that has to be drawn first; not when the focus has gone on meanwhile, into an editor or away.
    const again = requestAnimationFrame(() => {
      if (document.activeElement === document.body) find()?.focus();
    });
    return () => cancelAnimationFrame(again);
  }, [moves, active.row, active.column]);
}

function useLooks({ active, range, refused, preview }: EditGridState, columns: readonly EditColumn[]) {
  return useMemo(() => {
    const refusedOf = packByRow([...refused.values()].map((cell) => [cell.row, cell.column, cell.typed]));
    const { changes, refused: pastedRefused } = preview ?? NO_PLAN;
    const pastedOf = packByRow([
      ...changes.map((cell): Place => [cell.row, cell.column, cell.after]),
      ...pastedRefused.map((cell): Place => [cell.row, cell.column, `${REFUSED}${cell.typed}`]),
    ]);
    const last = columns.length - 1;
    return (row: EditRow, index: number): RowLook => {
      const inRange = index >= range.top && index <= range.bottom;
      return {
        activeColumn: index === active.row ? Math.min(active.column, last) : -1,
        selectedFrom: inRange ? range.left : -1,
        selectedTo: inRange ? range.right : -2,
        refused: refusedOf.get(row.key) ?? '',
        pasted: pastedOf.get(row.key) ?? '',
      };
    };
  }, [
    active.row,
    active.column,
    range.top,
    range.bottom,
    range.left,
    range.right,
    refused,
    preview,
    columns,
  ]);
}

type Place = readonly [row: string, column: string, text: string];

function packByRow(places: readonly Place[]): Map<string, string> {
  const rows = new Map<string, string>();
  for (const [row, column, text] of places) {
    const before = rows.get(row);
    rows.set(row, `${before === undefined ? '' : `${before}\f`}${column}\n${text}`);
  }
  return rows;
}

/** Why the active cell is to be looked at; the same words are read out with the cell. */
function noteOf(
  { active, refused }: EditGridState,
  { rows, columns }: Pick<EditGridProps, 'rows' | 'columns'>,
): string {
  const row = rows[active.row];
  const column = columns[active.column];
  if (row === undefined || column === undefined) return '';
  return refused.get(cellId(row.key, column.key))?.reason ?? row.cells[column.key]?.mark?.note ?? '';
}

function ActiveEditor({
  grid,
  rows,
  columns,
}: { grid: EditGridState } & Pick<EditGridProps, 'rows' | 'columns'>) {
  const { active, editing } = grid;
  const row = rows[active.row];
  const column = columns[active.column];
  if (row === undefined || column === undefined || editing === null) return null;
  const header = columns.find((each) => each.rowHeader);
  const name = header === undefined ? '' : `${row.cells[header.key]?.text ?? ''}, `;
  return (
    <CellEditor
      label={`${name}${column.title}`}
      text={editing.text}
      typedOver={editing.typedOver}
      numeric={column.numeric === true}
      hint={column.hint}
      positionAfter={grid.positionAfter}
      onLeave={grid.leaveEditor}
    />
  );
}

function PasteBar({ grid, labels }: { grid: EditGridState; labels: EditGridLabels }) {
  const { changes, refused, leftOut }: EditPlan = grid.preview ?? NO_PLAN;
  const reasons = [...new Set(refused.map((cell: RefusedCell) => `${cell.typed}: ${cell.reason}`))].slice(
    0,
    3,
  );
  return (
    <section
      className={styles.pasteBar}
      aria-label={labels.pasteChanges(changes.length, refused.length, leftOut)}
    >
      <div>
        <strong>{labels.pasteChanges(changes.length, refused.length, leftOut)}</strong>
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </div>
      <Button onClick={grid.keepPreview}>{labels.paste(changes.length)}</Button>
      <Button variant="outline" onClick={grid.dropPreview}>
        {labels.discard}
      </Button>
    </section>
  );
}

function Drawn({ gap, columns, children }: { gap: number; columns: number; children: ReactNode }) {
  return (
    <>
      <Gap height={gap} columns={columns} />
      {children}
    </>
  );
}

function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty strip, nothing in it takes the focus
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

/** What stands undrawn between this row and the one drawn before it. */
function gapBefore(items: readonly { start: number; end: number }[] | null, at: number): number {
  if (items === null) return 0;
  return (items[at]?.start ?? 0) - (at === 0 ? 0 : (items[at - 1]?.end ?? 0));
}

interface Toggling extends Pick<EditGridProps, 'columns' | 'rows'> {
  readonly grid: EditGridState;
  readonly onToggle: ((row: string) => void) | undefined;
}

/** → opens, ← closes, Enter does either, when the name of a row with rows below it is active. */
function toggledByKey(event: KeyboardEvent, { grid, columns, rows, onToggle }: Toggling): boolean {
  const row = rows[grid.active.row];
  const open = row?.tree?.open ?? null;
  if (onToggle === undefined || row === undefined || open === null || grid.editing !== null) return false;
  if (columns[grid.active.column]?.rowHeader !== true || event.ctrlKey || event.altKey || event.shiftKey)
    return false;
  const meant = event.key === 'Enter' || event.key === (open ? 'ArrowLeft' : 'ArrowRight');
  if (!meant) return false;
  event.preventDefault();
  event.stopPropagation();
  onToggle(row.key);
  return true;
}

function cellOf(event: MouseEvent): { row: number; column: number } | null {
  const cell = event.target instanceof Element ? event.target.closest('[data-cell]') : null;
  const [row, column] = (cell?.getAttribute('data-cell') ?? '').split(':').map(Number);
  return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column };
}

function pressedCell(event: MouseEvent, grid: EditGridState): void {
  if (event.target instanceof HTMLInputElement || event.button !== 0) return;
  const at = cellOf(event);
  if (at !== null) grid.select(at, event.shiftKey);
}
