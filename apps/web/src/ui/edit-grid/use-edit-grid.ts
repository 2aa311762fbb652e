import { type ClipboardEvent, type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { movePosition, type Position, rangeBetween } from '../grid/grid-position.ts';
import {
  type CellChange,
  cellId,
  type EditGridLabels,
  type EditPlan,
  isEditable,
  type RefusedCell,
  textAt,
} from './edit-grid-model.ts';
import {
  type EditHistory,
  type EditTable,
  EMPTY_HISTORY,
  nextEditable,
  nextMarked,
  planClear,
  planEdit,
  planFillDown,
  planPaste,
  redo,
  remember,
  undo,
} from './plan-edit.ts';
import { readTabSeparated, writeTabSeparated } from './tab-separated.ts';

const PAGE = 12;

/** How an editor was opened: by typing over the cell (arrows then leave it), or by F2 (arrows move in the text). */
export interface Editing {
  readonly text: string;
  readonly typedOver: boolean;
}

interface State {
  readonly active: Position;
  readonly anchor: Position;
  /** Counts moves by keys, so that the focus follows them and only them. */
  readonly moves: number;
  readonly editing: Editing | null;
  readonly preview: EditPlan | null;
  readonly refused: ReadonlyMap<string, RefusedCell>;
  readonly said: string;
}

const START: State = {
  active: { row: 0, column: 0 },
  anchor: { row: 0, column: 0 },
  moves: 0,
  editing: null,
  preview: null,
  refused: new Map(),
  said: '',
};

/** Keys are the input method's own while it composes (229: before it says so). */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.keyCode === 229;

export type EditGridState = ReturnType<typeof useEditGrid>;

export function useEditGrid(
  table: EditTable,
  labels: EditGridLabels,
  onChange: (changes: readonly CellChange[]) => void,
) {
  const [state, setState] = useState<State>(START);
  const history = useRef<EditHistory>(EMPTY_HISTORY);
  const tabLeaves = useRef(false);
  const { rows, columns } = table;
  const active = {
    row: Math.max(0, Math.min(state.active.row, rows.length - 1)),
    column: Math.max(0, Math.min(state.active.column, columns.length - 1)),
  };
  const range = rangeBetween(state.anchor, active);
  const patch = (change: Partial<State>) => setState((last) => ({ ...last, ...change }));
  const say = (said: string) => patch({ said });

  function goTo(to: Position, widen = false): void {
    setState((last) => ({
      ...last,
      active: to,
      anchor: widen ? last.anchor : to,
      moves: last.moves + 1,
      editing: null,
    }));
  }

  function keep(plan: EditPlan): void {
    setState((last) => {
      const refused = new Map(last.refused);
      for (const change of plan.changes) refused.delete(cellId(change.row, change.column));
      for (const cell of plan.refused) refused.set(cellId(cell.row, cell.column), cell);
      return { ...last, refused, preview: null, moves: last.moves + 1 };
    });
    if (plan.changes.length === 0) return;
    history.current = remember(history.current, plan.changes);
    onChange(plan.changes);
  }

  /** What was typed in the active cell, read by its column; a refused text stays, in red, with its reason. */
  function commit(typed: string): void {
    const row = rows[active.row];
    const column = columns[active.column];
    if (row === undefined || column === undefined) return;
    const id = cellId(row.key, column.key);
    const plan = planEdit(table, [{ ...active, typed }]);
    patch({ said: plan.refused[0]?.reason ?? '' });
    if (plan.changes.length === 0 && plan.refused.length === 0 && state.refused.has(id)) {
      const refused = new Map(state.refused);
      refused.delete(id);
      patch({ refused });
    }
    keep(plan);
  }

  function leaveEditor(typed: string | null, to: Position | null): void {
    if (typed !== null) commit(typed);
    goTo(to ?? active);
  }

  function stepInTime(way: typeof undo, said: string): void {
    const step = way(history.current);
    if (step === null) {
      say(labels.nothingToUndo);
      return;
    }
    history.current = step.history;
    onChange(step.changes);
    const first = step.changes[0];
    const at = {
      row: rows.findIndex((row) => row.key === first?.row),
      column: columns.findIndex((column) => column.key === first?.column),
    };
    if (at.row >= 0 && at.column >= 0) goTo(at);
    say(said);
  }

  function beginEditing(typedOver: boolean): boolean {
    const row = rows[active.row];
    const column = columns[active.column];
    if (row === undefined || column === undefined) return false;
    if (!isEditable(row, column)) {
      say(labels.readOnly);
      return false;
    }
    const refused = state.refused.get(cellId(row.key, column.key));
    const text = typedOver ? '' : (refused?.typed ?? textAt(row, column));
    // At once, so that the key that opened the editor lands in it, whatever the input method makes of it.
    flushSync(() => patch({ editing: { text, typedOver }, said: '' }));
    return true;
  }

  /** Where a key that ends the editor leads. */
  function positionAfter(key: string, shift: boolean): Position | null {
    if (key === 'Enter') return { ...active, row: clampRow(active.row + (shift ? -1 : 1), rows.length) };
    if (key === 'Tab') return nextEditable(table, active, shift ? -1 : 1);
    return movePosition(
      active,
      { key, ctrl: false },
      { rows: rows.length, columns: columns.length, page: PAGE },
    );
  }

  function commandKey(event: KeyboardEvent): boolean {
    switch (event.key.toLowerCase()) {
      case 'd':
        keep(planFillDown(table, range));
        return true;
      case 'z':
        stepInTime(undo, labels.undone);
        return true;
      case 'y':
        stepInTime(redo, labels.redone);
        return true;
      case 'a':
        patch({
          anchor: { row: 0, column: 0 },
          active: { row: rows.length - 1, column: columns.length - 1 },
        });
        return true;
      default:
        return false;
    }
  }

  function tab(event: KeyboardEvent): boolean {
    const to = tabLeaves.current ? null : nextEditable(table, active, event.shiftKey ? -1 : 1);
    if (to === null) return false;
    goTo(to);
    return true;
  }

  function plainKey(event: KeyboardEvent): boolean {
    switch (event.key) {
      case 'Tab':
        return tab(event);
      case 'Enter':
        goTo({ ...active, row: clampRow(active.row + (event.shiftKey ? -1 : 1), rows.length) });
        return true;
      case 'F2':
        beginEditing(false);
        return true;
      case 'F8': {
        const to = nextMarked(table, state.refused, { from: active, step: event.shiftKey ? -1 : 1 });
        if (to === null) say(labels.nothingToLookAt);
        else goTo(to);
        return true;
      }
      case 'Delete':
        keep(planClear(table, range));
        return true;
      case 'Escape':
        tabLeaves.current = true;
        say(labels.tabLeaves);
        return false;
      default:
        if (event.key.length !== 1) return false;
        beginEditing(true);
        return false;
    }
  }

  function previewKey(event: KeyboardEvent): boolean {
    if (event.key === 'Enter' && state.preview !== null) keep(state.preview);
    else if (event.key === 'Escape') patch({ preview: null, moves: state.moves + 1 });
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || isComposing(event)) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (state.preview !== null) {
      if (previewKey(event)) event.preventDefault();
      return;
    }
    const move = movePosition(
      active,
      { key: event.key, ctrl },
      { rows: rows.length, columns: columns.length, page: PAGE },
    );
    if (event.key !== 'Tab' && event.key !== 'Escape' && event.key !== 'Shift') tabLeaves.current = false;
    if (move !== null) goTo(move, event.shiftKey);
    else if (!(ctrl ? commandKey(event) : plainKey(event))) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onCopy(event: ClipboardEvent): void {
    if (state.editing !== null || document.getSelection()?.isCollapsed === false) return;
    const copied = writeTabSeparated(
      rows
        .slice(range.top, range.bottom + 1)
        .map((row) =>
          columns
            .slice(range.left, range.right + 1)
            .map((column) => ({ text: textAt(row, column), numeric: column.numeric === true })),
        ),
    );
    event.preventDefault();
    event.clipboardData.setData('text/plain', copied.text);
    event.clipboardData.setData('text/html', copied.html);
  }

  function onPaste(event: ClipboardEvent): void {
    if (state.editing !== null) return;
    const text = event.clipboardData.getData('text/plain');
    if (text === '') return;
    event.preventDefault();
    const plan = planPaste(table, range, readTabSeparated(text));
    if (plan.changes.length + plan.refused.length <= 1 && plan.leftOut === 0) {
      patch({ said: plan.refused[0]?.reason ?? '' });
      keep(plan);
    } else if (plan.changes.length + plan.refused.length === 0) say(labels.pasteNothing);
    else
      patch({
        preview: plan,
        said: labels.pasteChanges(plan.changes.length, plan.refused.length, plan.leftOut),
      });
  }

  const select = useCallback((to: Position, widen: boolean) => {
    tabLeaves.current = false;
    setState((last) => ({ ...last, active: to, anchor: widen ? last.anchor : to, editing: null }));
  }, []);

  return {
    active,
    range,
    moves: state.moves,
    editing: state.editing,
    preview: state.preview,
    refused: state.refused,
    said: state.said,
    onKeyDown,
    onCopy,
    onPaste,
    select,
    beginEditing,
    leaveEditor,
    keepPreview: () => state.preview !== null && keep(state.preview),
    dropPreview: () => patch({ preview: null, moves: state.moves + 1 }),
    positionAfter,
  };
}

const clampRow = (row: number, rows: number): number => Math.max(0, Math.min(rows - 1, row));
