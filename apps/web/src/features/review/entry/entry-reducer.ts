import { newId } from '../../../platform/new-id.ts';
import {
  type EntryContext,
  type EntryTyped,
  type Field,
  fieldKey,
  leaveBox,
  typeInto,
} from './entry-model.ts';

const UNDO_STEPS = 20;

interface Remembered {
  readonly typed: EntryTyped;
  readonly at: string;
}

/** A form while it is typed: what stands in it, where one is, and the steps back. */
export interface EntryState {
  readonly typed: EntryTyped;
  readonly at: string | null;
  /** What stood there when the box was entered: one box is one step back, and what Escape restores. */
  readonly entered: Remembered | null;
  readonly done: readonly Remembered[];
  readonly undone: readonly Remembered[];
  /** The id the next new line of the roster will have. */
  readonly nextPersonId: string;
  /** Grows with every change: what is to be kept. */
  readonly changes: number;
}

export type EntryAct =
  | { readonly act: 'enter'; readonly field: Field }
  | { readonly act: 'type'; readonly field: Field; readonly text: string; readonly context: EntryContext }
  | { readonly act: 'leave'; readonly field: Field; readonly context: EntryContext }
  | { readonly act: 'restore' }
  | { readonly act: 'undo' }
  | { readonly act: 'redo' }
  | { readonly act: 'replace'; readonly typed: EntryTyped };

export const beginEntry = (typed: EntryTyped, at: string | null): EntryState => ({
  typed,
  at,
  entered: null,
  done: [],
  undone: [],
  nextPersonId: newId(),
  changes: 0,
});

export function entryReducer(state: EntryState, act: EntryAct): EntryState {
  switch (act.act) {
    case 'enter': {
      const at = fieldKey(act.field);
      return { ...state, at, entered: { typed: state.typed, at } };
    }
    case 'type':
      return afterTyping(state, act);
    case 'leave': {
      const typed = leaveBox(state.typed, act.field, act.context);
      return { ...state, typed, entered: null };
    }
    case 'restore':
      return state.entered === null || state.entered.typed === state.typed
        ? state
        : { ...state, typed: state.entered.typed, changes: state.changes + 1 };
    case 'undo':
      return step(state, 'done', 'undone');
    case 'redo':
      return step(state, 'undone', 'done');
    default:
      return {
        ...state,
        typed: act.typed,
        entered: null,
        done: [...state.done, { typed: state.typed, at: state.at ?? '' }].slice(-UNDO_STEPS),
        undone: [],
        changes: state.changes + 1,
      };
  }
}

function afterTyping(
  state: EntryState,
  { field, text, context }: Extract<EntryAct, { act: 'type' }>,
): EntryState {
  const at = fieldKey(field);
  const typed = typeInto(state.typed, field, text, context);
  const before = state.entered ?? { typed: state.typed, at };
  const begun = state.done.at(-1)?.typed !== before.typed;
  const newLine = field.kind === 'member' && field.personId === state.nextPersonId;
  return {
    ...state,
    typed,
    at,
    entered: before,
    done: begun ? [...state.done, before].slice(-UNDO_STEPS) : state.done,
    undone: [],
    nextPersonId: newLine ? newId() : state.nextPersonId,
    changes: state.changes + 1,
  };
}

function step(state: EntryState, from: 'done' | 'undone', to: 'done' | 'undone'): EntryState {
  const last = state[from].at(-1);
  if (last === undefined) return state;
  return {
    ...state,
    typed: last.typed,
    at: last.at,
    entered: null,
    [from]: state[from].slice(0, -1),
    [to]: [...state[to], { typed: state.typed, at: last.at }],
    changes: state.changes + 1,
  };
}
