import type { EntryRecorded, EntryView } from '@benvung/contract/review-entry';
import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useReducer, useRef, useState } from 'react';
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
  formBoxes,
  stayingOf,
  withoutBlankLines,
} from './entry-model.ts';
import { beginEntry, type EntryState, entryReducer } from './entry-reducer.ts';
import { EntrySheet } from './entry-sheet.tsx';
import { keepFormTime, useFormTimer } from './form-times.ts';
import type { RenderClass } from './live-result.tsx';
import { SaveWord } from './save-word.tsx';
import { isUnreadable } from './to-look-at.ts';
import { type DraftPlace, type LocalDraft, useDraft } from './use-draft.ts';
import { focusBox, rememberForm, useSheetKeys } from './use-sheet-keys.ts';

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
      rememberForm(content.household);
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
    onNext: props.onNext,
    onPrevious: props.onPrevious,
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
