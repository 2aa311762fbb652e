import type { HouseholdRecord } from '@benvung/contract/household';
import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { formatInstant, formatTime } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { Block } from '../../ui/block.tsx';
import { type FieldError, FormErrors } from '../../ui/form-errors.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './edit.module.css';
import { editWords } from './household-edit.words.ts';
import { isConflict } from './use-act.ts';

interface ActFormProps {
  readonly title: string;
  readonly lead?: string;
  readonly button: string;
  readonly errors: readonly FieldError[];
  readonly attempt: number;
  readonly pending: boolean;
  readonly problem: unknown;
  /** Who came between, after a conflict. */
  readonly last?: HouseholdRecord['last'];
  readonly restoredAt?: string | null;
  readonly onDrop?: () => void;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every act: title, what is wrong, the fields, one filled button. Ctrl+Enter presses it. */
export function ActForm(props: ActFormProps) {
  const { title, lead, button, errors, attempt, pending, problem, last, restoredAt, onDrop } = props;
  const t = useWords(editWords);
  const form = useRef<HTMLFormElement>(null);
  const wrong = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== null && problem !== undefined) wrong.current?.focus();
  }, [problem]);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current
      ?.querySelector<HTMLElement>('input, select, textarea, button')
      ?.focus({ preventScroll: true });
  }, []);

  const onSubmit = useRef(props.onSubmit);
  onSubmit.current = props.onSubmit;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    // a day is read when its field is left; what it read is there in the next turn
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    setTimeout(() => {
      const unread = form.current?.querySelector<HTMLElement>('[data-unread]');
      if (unread) unread.focus();
      else onSubmit.current();
    });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.current?.requestSubmit();
    } else if (event.key === 'Escape' && !event.nativeEvent.isComposing) props.onClose();
  }

  return (
    <Block title={title}>
      <form ref={form} className={styles.form} noValidate onSubmit={submit} onKeyDown={onKeyDown}>
        {lead === undefined ? null : <p className={styles.note}>{lead}</p>}
        {restoredAt == null ? null : (
          <Notice kind="note" title={t('restored', { time: formatInstant(restoredAt) })} />
        )}
        <FormErrors title={t('toMend', { count: errors.length })} errors={errors} attempt={attempt} />
        {problem === null || problem === undefined ? null : (
          <div ref={wrong} tabIndex={-1} className={styles.wrong}>
            {isConflict(problem) && last != null ? (
              <Notice
                kind="warning"
                title={t('conflictMild', { actor: last.actor, time: formatTime(last.at), text: last.text })}
              />
            ) : (
              <ProblemNotice error={problem} />
            )}
          </div>
        )}
        {props.children}
        <div className={`${styles.buttons} ${styles.foot}`}>
          <Button type="submit" loading={pending}>
            {button}
          </Button>
          <Button variant="outline" onClick={props.onClose}>
            {t('close')}
          </Button>
          {onDrop === undefined ? null : (
            <Button variant="subtle" onClick={onDrop}>
              {t('dropDraft')}
            </Button>
          )}
          {props.more}
        </div>
      </form>
    </Block>
  );
}
