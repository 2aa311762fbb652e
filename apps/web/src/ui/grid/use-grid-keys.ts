import { type KeyboardEvent, useCallback, useState } from 'react';
import { movePosition, type Position, type Range, rangeBetween } from './grid-position.ts';

export interface GridCursor {
  readonly active: Position;
  readonly range: Range;
  /** Counts keyboard moves, so that the focus follows them and only them. */
  readonly moves: number;
}

interface State {
  readonly active: Position;
  readonly anchor: Position;
  readonly moves: number;
}

const START: State = { active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 }, moves: 0 };

interface GridKeys {
  readonly cursor: GridCursor;
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
  readonly moveTo: (position: Position) => void;
}

/** One Tab stop for the whole grid; arrows move it, Shift with arrows widens the selection. */
export function useGridKeys(rows: number, columns: number): GridKeys {
  const [state, setState] = useState<State>(START);

  const onKeyDown = useCallback(
    (event: KeyboardEvent): boolean => {
      if (event.altKey || event.nativeEvent.isComposing) return false;
      const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey };
      const to = movePosition(state.active, press, { rows, columns, page: 12 });
      if (to === null) return false;
      event.preventDefault();
      setState((last) => ({
        active: to,
        anchor: event.shiftKey ? last.anchor : to,
        moves: last.moves + 1,
      }));
      return true;
    },
    [state.active, rows, columns],
  );

  const moveTo = useCallback((position: Position) => {
    setState((last) => ({ active: position, anchor: position, moves: last.moves }));
  }, []);

  const active = {
    row: Math.min(state.active.row, Math.max(0, rows - 1)),
    column: Math.min(state.active.column, Math.max(0, columns - 1)),
  };
  return {
    cursor: { active, range: rangeBetween(state.anchor, active), moves: state.moves },
    onKeyDown,
    moveTo,
  };
}
