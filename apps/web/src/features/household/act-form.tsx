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
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current
      ?.querySelector<HTMLElement>('input, select, textarea, button')
      ?.focus({ preventScroll: true });
  }, []);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!pending) props.onSubmit();
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
        {problem === null || problem === undefined ? null : isConflict(problem) && last != null ? (
          <Notice
            kind="warning"
            title={t('conflictMild', { actor: last.actor, time: formatTime(last.at), text: last.text })}
          />
        ) : (
          <ProblemNotice error={problem} />
        )}
        {props.children}
        <div className={styles.buttons}>
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
