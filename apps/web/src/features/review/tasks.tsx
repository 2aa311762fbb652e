import type { HomeView } from '@benvung/contract/review';
import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { formatCount, formatDay } from '../../platform/formats.ts';
import { type Translate, useWords } from '../../platform/i18n.ts';
import { Glyph, type GlyphShape } from '../../ui/glyph.tsx';
import { Later, PutOff } from './put-off.tsx';
import { reviewWords } from './review.words.ts';
import styles from './tasks.module.css';

type Task = HomeView['tasks'][number];
type Say = Translate<(typeof reviewWords)['vi']>;

interface When {
  readonly text: string;
  readonly glyph: GlyphShape;
  readonly tone: 'late' | 'now' | 'later';
}

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** How pressing a task is: a word, a shape and a colour. */
export function whenDue(task: Task, today: string, t: Say): When {
  if (task.overdueDays !== null && task.overdueDays > 0) {
    return { text: t('overdue', { days: task.overdueDays }), glyph: 'error', tone: 'late' };
  }
  if (task.dueOn === null) return { text: t('noDue'), glyph: 'ring', tone: 'later' };
  const days = daysBetween(today, task.dueOn);
  return days <= 0
    ? { text: t('dueToday'), glyph: 'warning', tone: 'now' }
    : { text: t('dueIn', { days }), glyph: 'ring', tone: 'later' };
}

const MOST_TASKS = 7;

/** What others wait for: on the same day it comes before lists that empty with the round. */
const AWAITED: ReadonlySet<string> = new Set([
  'to-recognise',
  'to-submit',
  'to-meet',
  'duties-to-accept',
  'duties-asking',
]);

/** Most urgent first, at most seven: more is not a list of today. */
export function urgentFirst(tasks: readonly Task[]): readonly Task[] {
  const weight = (task: Task): string =>
    `${task.overdueDays === null ? 1 : 0}${String(9999 - (task.overdueDays ?? 0)).padStart(5, '0')}${task.dueOn ?? '9999'} ${AWAITED.has(task.kind) ? 0 : 1}`;
  return [...tasks]
    .sort((a, b) => (weight(a) < weight(b) ? -1 : weight(a) > weight(b) ? 1 : 0))
    .slice(0, MOST_TASKS);
}

/** The task's own verb and object. */
export function buttonOf(kind: string, t: Say): string {
  const key = `open.${kind}`;
  return isButton(key) ? t(key) : t('open');
}

/** What is to be done, in the reader's language. */
export function textOf({ kind, count, text }: Task, year: number, t: Say): string {
  const key = `task.${kind}`;
  if (!isTaskWord(key)) return text;
  return t(key, { count: count === null ? '' : formatCount(count), year } as never);
}

type TaskWord = Extract<keyof (typeof reviewWords)['vi'], `task.${string}`>;
const isTaskWord = (key: string): key is TaskWord => key in reviewWords.vi;

type ButtonWord = Extract<keyof (typeof reviewWords)['vi'], `open.${string}`>;
const isButton = (key: string): key is ButtonWord => key in reviewWords.vi;

/** Tasks whose button is an act, not a list to look at. */
const ACTS: ReadonlySet<string> = new Set([
  'round-not-begun',
  'communes-not-begun',
  'communes-to-lock',
  'matches',
  'to-enter',
  'closable',
  'base-missing',
]);

interface TasksProps {
  readonly home: HomeView;
  /** The reader may do none of it: an act has no button, a list may be seen. */
  readonly looksOnly: boolean;
  readonly onOpen: (link: string) => void;
}

/** ↑ and ↓ go from task to task. */
function moveAmongTasks(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const at = event.target instanceof HTMLElement ? event.target.closest('li') : null;
  if (step === 0 || at === null || event.target instanceof HTMLInputElement) return;
  const rows = [...event.currentTarget.querySelectorAll(':scope > li')];
  const next = rows[rows.indexOf(at) + step]?.querySelector<HTMLElement>('a, button');
  if (next == null) return;
  event.preventDefault();
  next.focus();
}

export function Tasks({ home, looksOnly, onOpen }: TasksProps) {
  const t = useWords(reviewWords);
  const [puttingOff, setPuttingOff] = useState<string | null>(null);
  const { tasks, year } = home;
  const said = (task: Task) => textOf(task, year, t);
  if (tasks.length === 0) return <Later home={home} textOf={said} />;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks" className="visually-hidden">
        {t('tasks')}
      </h2>
      <ul className={styles.tasks} onKeyDown={moveAmongTasks}>
        {urgentFirst(tasks).map((task, at) => (
          <li key={`${task.kind}-${task.link}-${task.text}`} className={styles.task}>
            <TaskLine
              {...{ task, home, looksOnly, onOpen }}
              first={at === 0}
              onPutOff={() => setPuttingOff((open) => (open === task.kind ? null : task.kind))}
            />
            {puttingOff === task.kind ? (
              <PutOff
                task={task}
                text={said(task)}
                unit={home.unit.id}
                today={home.today}
                onClose={() => setPuttingOff(null)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {tasks.length > MOST_TASKS ? (
        <p className={styles.rest}>{t('moreTasks', { count: tasks.length - MOST_TASKS })}</p>
      ) : null}
      <Later home={home} textOf={said} />
    </section>
  );
}

interface TaskLineProps extends TasksProps {
  readonly task: Task;
  readonly first: boolean;
  readonly onPutOff: () => void;
}

function TaskLine({ task, home, looksOnly, onOpen, first, onPutOff }: TaskLineProps) {
  const t = useWords(reviewWords);
  const when = whenDue(task, home.today, t);
  const said = textOf(task, home.year, t);
  return (
    <>
      <span className={`${styles.when} ${styles[when.tone]}`}>
        <Glyph shape={when.glyph} /> {when.text}
      </span>
      <span className={styles.text}>
        {said}
        {task.dueOn === null ? null : (
          <span className={styles.due}> · {t('due', { day: formatDay(task.dueOn) })}</span>
        )}
      </span>
      <span className={`${styles.acts} no-print`}>
        {looksOnly && ACTS.has(task.kind) ? null : (
          <Button
            component="a"
            href={task.link}
            variant={first ? 'filled' : 'outline'}
            onClick={(event: React.MouseEvent) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              onOpen(task.link);
            }}
          >
            {looksOnly && task.kind === 'undetermined' ? t('look') : buttonOf(task.kind, t)}
          </Button>
        )}
        {looksOnly ? null : (
          <Button variant="subtle" aria-label={t('putOffFor', { task: said })} onClick={onPutOff}>
            {t('putOff')}
          </Button>
        )}
      </span>
    </>
  );
}
