import { type Dispatch, useCallback, useEffect, useRef } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { showToast } from '../../../ui/toasts.tsx';
import { entryWords } from './entry.words.ts';
import {
  type EntryContext,
  type EntryTyped,
  type Field,
  type FormBox,
  fieldText,
  type formBoxes,
  nextBox,
  previousBox,
} from './entry-model.ts';
import type { EntryAct, EntryState } from './entry-reducer.ts';
import { toLookAt } from './to-look-at.ts';

/** What the form before this one said of its house and village: Ctrl+D takes it over. */
let formBefore: EntryTyped['content']['household'] = {};

export function rememberForm(household: EntryTyped['content']['household']): void {
  formBefore = household;
}

/** Puts the cursor into a box of the form, its text chosen. */
export function focusBox(sheet: HTMLElement | null, key: string): void {
  const box = sheet?.querySelector<HTMLInputElement>(`[data-key="${CSS.escape(key)}"]`);
  box?.focus();
  box?.select();
}

interface SheetKeys {
  readonly state: EntryState;
  readonly dispatch: Dispatch<EntryAct>;
  readonly boxes: readonly FormBox[];
  readonly context: EntryContext;
  readonly sheet: { readonly current: HTMLDivElement | null };
  readonly evaluation: Parameters<typeof formBoxes>[0]['evaluation'];
  readonly save: () => void;
  readonly saveNow: () => Promise<void>;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
}

/** The keys of the form. Nothing is done while an input method composes; letters and Backspace are never commands. */
export function useSheetKeys(told: SheetKeys) {
  const t = useWords(entryWords);
  const latest = useRef(told);
  latest.current = told;
  const { at } = told.state;
  const jump = useRef(false);

  // Steps back and forward lead to where they were made.
  useEffect(() => {
    if (!jump.current || at === null) return;
    jump.current = false;
    focusBox(latest.current.sheet.current, at);
  }, [at]);

  // A form taken up again opens where it was left; otherwise at the first box that is still to be answered.
  useEffect(() => {
    const { state, boxes, sheet, context } = latest.current;
    const left = state.at !== null && boxes.some(({ key }) => key === state.at) ? state.at : null;
    const first = boxes.find(
      (box) => !box.skipped && fieldText(state.typed, box.field, context).typed === '',
    );
    const key = left ?? first?.key ?? boxes[0]?.key;
    if (key !== undefined) focusBox(sheet.current, key);
  }, []);

  const go = useCallback((key: string | null) => {
    const { sheet } = latest.current;
    if (key !== null) {
      focusBox(sheet.current, key);
      return;
    }
    document.querySelector<HTMLElement>('[data-key="save"]')?.focus();
  }, []);

  const asAbove = useCallback((box: FormBox) => {
    const { state, context, dispatch } = latest.current;
    const source = sourceAbove(state.typed, box.field);
    if (source === undefined) return;
    const text = fieldText({ content: source, texts: {} }, box.field, context).typed;
    if (text !== '') dispatch({ act: 'type', field: box.field, text, context });
  }, []);

  const lookAt = useCallback(
    (from: string, step: 1 | -1) => {
      const { boxes, state, context, evaluation } = latest.current;
      const marked = toLookAt(boxes, state.typed, { context, evaluation });
      const order = boxes.map(({ key }) => key).filter((key) => marked.has(key));
      const here = boxes.findIndex(({ key }) => key === from);
      const place = (key: string) => boxes.findIndex((box) => box.key === key);
      const next =
        step === 1
          ? (order.find((key) => place(key) > here) ?? order[0])
          : (order.findLast((key) => place(key) < here) ?? order.at(-1));
      if (next === undefined) showToast({ text: t('nothingToLookAt') });
      else go(next);
    },
    [go, t],
  );

  return useCallback(
    (event: React.KeyboardEvent) => {
      if (event.nativeEvent.isComposing || event.keyCode === 229) return;
      const { boxes, state, context, dispatch, save, saveNow, onNext, onPrevious } = latest.current;
      const from = event.target instanceof HTMLElement ? (event.target.dataset.key ?? '') : '';
      const box = boxes.find(({ key }) => key === from);
      const ctrl = event.ctrlKey || event.metaKey;
      const done = handle();
      if (done) event.preventDefault();

      function handle(): boolean {
        if (event.altKey) {
          if (event.key === 'PageDown') onNext();
          else if (event.key === 'PageUp') onPrevious();
          else return false;
          return true;
        }
        if (ctrl) return control(event.key.toLowerCase());
        if (event.key === 'F8') {
          lookAt(from, event.shiftKey ? -1 : 1);
          return true;
        }
        if (box === undefined) return false;
        if (event.key === 'Enter') {
          const step = { typed: state.typed, nextPersonId: state.nextPersonId, context };
          go(
            event.shiftKey
              ? (previousBox(boxes, from, state.nextPersonId) ?? from)
              : nextBox(boxes, from, step),
          );
          return true;
        }
        if (event.key === 'Escape') {
          dispatch({ act: 'restore' });
          return true;
        }
        return arrow(event.key, box);
      }

      function control(key: string): boolean {
        if (key === 'enter') save();
        else if (key === 's') void saveNow();
        else if (key === 'd' && box !== undefined) asAbove(box);
        else if (key === 'z' || key === 'y') {
          jump.current = true;
          dispatch({ act: key === 'z' ? 'undo' : 'redo' });
        } else return false;
        return true;
      }

      /** Up and down the lines of the roster; between the boxes below it. */
      function arrow(key: string, { field }: FormBox): boolean {
        if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
        const step = key === 'ArrowDown' ? 1 : -1;
        const column = boxes.filter(
          (each) =>
            each.field.kind === field.kind &&
            (field.kind !== 'member' ||
              (each.field.kind === 'member' && each.field.question === field.question)),
        );
        const next = column[column.findIndex((each) => each.key === from) + step];
        if (next === undefined) return false;
        go(next.key);
        return true;
      }
    },
    [go, asAbove, lookAt],
  );
}

/** The form as Ctrl+D reads it: the line above in the roster, otherwise the form typed before this one. */
function sourceAbove({ content }: EntryTyped, field: Field): EntryTyped['content'] | undefined {
  if (field.kind === 'household') return { ...content, household: formBefore };
  if (field.kind !== 'member') return undefined;
  const at = content.members.findIndex(({ personId }) => personId === field.personId);
  const above = at < 0 ? content.members.at(-1) : content.members[at - 1];
  return above === undefined
    ? undefined
    : { ...content, members: [{ personId: field.personId, answers: above.answers }] };
}
