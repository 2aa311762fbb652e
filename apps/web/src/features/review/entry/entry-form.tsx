import type { EntryRecorded, EntryView } from '@benvung/contract/review-entry';
import { Button } from '@mantine/core';
import {
  type Dispatch,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { useLanguage, useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Notice } from '../../../ui/notice.tsx';
import { showToast } from '../../../ui/toasts.tsx';
import { type EntryFormData, entryListKey, fetchEntry, sendEntry } from './entry.api.ts';
import styles from './entry.module.css';
import { entryWords } from './entry.words.ts';
import {
  type EntryContext,
  type EntryTyped,
  type Field,
  type FormBox,
  fieldText,
  formBoxes,
  nextBox,
  previousBox,
  stayingOf,
  withoutBlankLines,
} from './entry-model.ts';
import { beginEntry, type EntryAct, type EntryState, entryReducer } from './entry-reducer.ts';
import { EntrySheet } from './entry-sheet.tsx';
import { keepFormTime, useFormTimer } from './form-times.ts';
import type { RenderClass } from './live-result.tsx';
import { SaveWord } from './save-word.tsx';
import { isUnreadable, toLookAt } from './to-look-at.ts';
import { type DraftPlace, type LocalDraft, useDraft } from './use-draft.ts';

export interface EntryFormProps {
  readonly view: EntryView;
  readonly form: EntryFormData;
  /** What this browser still holds of it. */
  readonly local: LocalDraft | undefined;
  readonly accountId: string;
  readonly heading: ReactNode;
  readonly renderClass: RenderClass;
  readonly classWord: (householdClass: string) => string;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  readonly onList: () => void;
  readonly onRecorded: (recorded: EntryRecorded) => void;
}

/** What the form before this one said of its house and village: Ctrl+D takes it over. */
let formBefore: EntryTyped['content']['household'] = {};

/** A paper form, typed: all questions in the order of the paper, the keyboard alone. */
export function EntryForm(props: EntryFormProps) {
  const { view, form, local } = props;
  const t = useWords(entryWords);
  const language = useLanguage();
  const { round, household } = view;
  const context: EntryContext = useMemo(
    () => ({
      asked: form.asked,
      surveyDay: round.surveyDay,
      today: view.today,
      language,
      enumerators: view.enumerators,
    }),
    [form.asked, round.surveyDay, view.today, language, view.enumerators],
  );
  const [state, dispatch] = useReducer(entryReducer, props, beginAt);
  const { content } = state.typed;
  const staying = useMemo(() => stayingOf(content), [content]);
  const evaluation = useMemo(
    () => form.asked.evaluate(staying, round.surveyDay),
    [form.asked, staying, round.surveyDay],
  );
  const boxes = useMemo(
    () => formBoxes({ asked: form.asked, content, evaluation, nextPersonId: state.nextPersonId }),
    [form.asked, content, evaluation, state.nextPersonId],
  );
  const place: DraftPlace = useMemo(
    () => ({
      accountId: props.accountId,
      roundId: round.id,
      householdId: household.id,
      villageId: household.villageId,
    }),
    [props.accountId, round.id, household.id, household.villageId],
  );
  const draft = useDraft(
    place,
    { typed: state.typed, at: state.at, missing: evaluation.missing.length, changes: state.changes },
    { draft: view.draft, takenUp: local?.window },
  );
  const readTime = useFormTimer(state.changes);
  const [unreadable, setUnreadable] = useState(0);
  const record = useCommand({
    send: (entry: Parameters<typeof sendEntry>[1], commandId) =>
      sendEntry({ roundId: round.id, householdId: household.id }, entry, commandId),
    changes: [entryListKey(round.id), ['home'], ['household', household.id]],
    done: (recorded) => recordedText(recorded, state.typed, { t, props }),
    onDone: async (recorded) => {
      formBefore = content.household;
      keepFormTime(readTime());
      for (const text of recorded.warnings) showToast({ text, kind: 'error' });
      await draft.close();
      props.onRecorded(recorded);
    },
  });
  const sheet = useRef<HTMLDivElement>(null);
  const save = () => {
    const bad = boxes.filter(({ key, field }) => isUnreadable(state.typed, { key, field }, context));
    setUnreadable(bad.length);
    if (bad[0] !== undefined) focusBox(sheet.current, bad[0].key);
    else if (!record.isPending)
      record.mutate({
        villageId: household.villageId,
        version: view.recordVersion,
        content: { ...withoutBlankLines(staying), left: content.left },
      });
  };
  const takeOther = async () => {
    const now = await fetchEntry(round.id, household.id);
    dispatch({ act: 'replace', typed: { content: now.draft?.content ?? now.offered, texts: {} } });
    draft.keepThis(now.draft?.draftVersion ?? 0);
  };
  const keepThis = async () => {
    const now = await fetchEntry(round.id, household.id);
    draft.keepThis(now.draft?.draftVersion ?? 0);
  };
  const keys = useSheetKeys({
    state,
    dispatch,
    boxes,
    context,
    sheet,
    evaluation,
    save,
    saveNow: draft.saveNow,
    props,
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for the boxes and buttons inside it
    <div className={styles.form} onKeyDown={keys}>
      <div className={styles.top}>
        {props.heading}
        <div className={styles.ways}>
          <Button size="compact-sm" variant="subtle" onClick={props.onPrevious}>
            {t('previous')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={props.onNext}>
            {t('next')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() =>
              void draft.discard().then(() => {
                showToast({ text: t('discarded') });
                props.onList();
              })
            }
          >
            {t('discard')}
          </Button>
        </div>
      </div>
      {round.status === 'OPEN' ? null : (
        <Notice kind="warning" title={t('closedRound', { year: round.year })} />
      )}
      {form.asked.questionnaire.status === 'unverified' ? (
        <p className={styles.unverified}>{t('unverified')}</p>
      ) : null}
      {draft.state.kind === 'changed' ||
      (local !== undefined && isOlder(local, view) && state.changes === 0) ? (
        <Notice
          kind="warning"
          title={draft.state.kind === 'changed' ? t('changedTitle') : t('draftDiffers')}
          actions={
            <>
              <Button variant="outline" onClick={() => void keepThis()}>
                {t('keepThis')}
              </Button>
              <Button variant="outline" onClick={() => void takeOther()}>
                {t('takeOther')}
              </Button>
            </>
          }
        />
      ) : null}
      <EntrySheet
        ref={sheet}
        state={state}
        boxes={boxes}
        context={context}
        evaluation={evaluation}
        staying={staying}
        form={form}
        areaType={round.areaType}
        renderClass={props.renderClass}
        dispatch={dispatch}
        onLeaveBox={draft.saveNow}
        onOpenBox={(key) => focusBox(sheet.current, key)}
      />
      <div className={styles.foot}>
        <div className={styles.refusals}>
          {draft.state.kind === 'failed' ? (
            <ProblemNotice error={draft.state.error} onRetry={draft.saveNow} />
          ) : null}
          {record.isError ? <ProblemNotice error={record.error} /> : null}
          {unreadable > 0 ? <Notice kind="error" title={t('unreadable', { count: unreadable })} /> : null}
        </div>
        <p className={styles.keys}>{t('keys')}</p>
        <SaveWord state={draft.state} />
        <Button data-key="save" onClick={save} loading={record.isPending}>
          {t('save')}
        </Button>
      </div>
    </div>
  );
}

/** A local copy of before the server's: both were typed, so a person chooses. */
const isOlder = (local: LocalDraft, view: EntryView): boolean =>
  local.draftVersion !== (view.draft?.draftVersion ?? 0);

function beginAt({ view, local }: EntryFormProps): EntryState {
  const { draft, offered } = view;
  if (local !== undefined) {
    const begun = beginEntry(local.typed, local.at);
    // What only this browser holds is sent on.
    return isOlder(local, view) ? begun : { ...begun, changes: 1 };
  }
  return beginEntry({ content: draft?.content ?? offered, texts: {} }, draft?.at ?? null);
}

function recordedText(
  recorded: EntryRecorded,
  { content }: EntryTyped,
  { t, props }: { t: ReturnType<typeof useWords<(typeof entryWords)['vi']>>; props: EntryFormProps },
): string {
  const name = content.members[0]?.answers.fullName;
  const head = props.view.household.head || (typeof name === 'string' ? name : '');
  return recorded.class === null || recorded.class === 'UNDETERMINED'
    ? t('recordedOpen', { head })
    : t('recorded', { head, class: props.classWord(recorded.class) });
}

function focusBox(sheet: HTMLElement | null, key: string): void {
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
  readonly props: EntryFormProps;
}

/** The keys of the form. Nothing is done while an input method composes; letters and Backspace are never commands. */
function useSheetKeys(told: SheetKeys) {
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
      const { boxes, state, context, dispatch, save, saveNow, props } = latest.current;
      const from = event.target instanceof HTMLElement ? (event.target.dataset.key ?? '') : '';
      const box = boxes.find(({ key }) => key === from);
      const ctrl = event.ctrlKey || event.metaKey;
      const done = handle();
      if (done) event.preventDefault();

      function handle(): boolean {
        if (event.altKey) {
          if (event.key === 'PageDown') props.onNext();
          else if (event.key === 'PageUp') props.onPrevious();
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
