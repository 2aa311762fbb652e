import type { HomeView } from '@benvung/contract/review';
import { latestReminder } from '@benvung/domain/report/remind-later';
import { addDays } from '@benvung/domain/shared/day';
import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { DayField } from '../../platform/day-field.tsx';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { TextField } from '../../ui/text-field.tsx';
import { remindLater } from './review.api.ts';
import { reviewWords } from './review.words.ts';
import styles from './tasks.module.css';

type Task = HomeView['tasks'][number];

interface PutOffProps {
  readonly task: Task;
  readonly text: string;
  readonly unit: number;
  readonly today: string;
  readonly onClose: () => void;
}

/** "Nhắc lại ngày …": the task leaves this person's list until the day, for a reason that is kept. */
export function PutOff({ task, text, unit, today, onClose }: PutOffProps) {
  const t = useWords(reviewWords);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const latest = latestReminder(today, task.dueOn);
  const [until, setUntil] = useState<string | null>(() => {
    const soon = addDays(today, 3);
    return soon < latest ? soon : latest;
  });
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const command = useCommand({
    send: (body: { until: string; reason: string }, commandId) =>
      remindLater({ unit, kind: task.kind, ...body }, commandId),
    changes: [['home']],
    done: () => t('putOffDone', { day: formatDay(until ?? today) }),
    onDone: onClose,
  });
  const wrongDay = until === null || until <= today || until > latest;
  function submit(event: FormEvent) {
    event.preventDefault();
    // a day is read when its field is left
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    setPressed(true);
    if (!wrongDay && until !== null && reason.trim() !== '')
      command.mutate({ until, reason: reason.normalize('NFC').trim() });
  }
  return (
    <form
      ref={form}
      className={styles.putOff}
      noValidate
      aria-label={t('putOffFor', { task: text })}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
      }}
    >
      <DayField
        id={`${id}-day`}
        label={t('putOffUntil')}
        description={t('putOffLatest', { day: formatDay(latest) })}
        value={until}
        today={today}
        onChange={setUntil}
        error={pressed && wrongDay ? t('putOffDayWrong', { day: formatDay(latest) }) : undefined}
      />
      <TextField
        id={`${id}-reason`}
        label={t('putOffReason')}
        description={t('putOffReasonHint')}
        maxLength={300}
        value={reason}
        onChange={setReason}
        error={pressed && reason.trim() === '' ? t('putOffReasonMissing') : undefined}
      />
      <div className={styles.putOffActs}>
        <Button type="submit" variant="outline" loading={command.isPending}>
          {t('putOffNow')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      {command.isError ? <ProblemNotice error={command.error} /> : null}
    </form>
  );
}

interface LaterProps {
  readonly home: HomeView;
  readonly textOf: (task: Task) => string;
}

/** What this person put off: until when and why, each with its way back. */
export function Later({ home, textOf }: LaterProps) {
  const t = useWords(reviewWords);
  const back = useCommand({
    send: (kind: string, commandId) =>
      remindLater({ unit: home.unit.id, kind, until: null, reason: '' }, commandId),
    changes: [['home']],
    done: () => t('putBackDone'),
  });
  if (home.later.length === 0) return null;
  return (
    <details className={styles.laterFold}>
      <summary>{t('laterTasks', { count: home.later.length })}</summary>
      {back.isError ? <ProblemNotice error={back.error} /> : null}
      <ul className={styles.laterList}>
        {home.later.map((task) => (
          <li key={task.kind}>
            <span>
              {textOf(task)} · {t('putOffTold', { day: formatDay(task.until), reason: task.reason })}
            </span>
            <Button
              variant="outline"
              size="xs"
              aria-label={t('putBackFor', { task: textOf(task) })}
              onClick={() => back.mutate(task.kind)}
            >
              {t('putBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
