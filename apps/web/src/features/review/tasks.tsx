import type { HomeView } from '@benvung/contract/review';
import { Button } from '@mantine/core';
import { formatCount, formatDay } from '../../platform/formats.ts';
import { type Translate, useWords } from '../../platform/i18n.ts';
import { Glyph, type GlyphShape } from '../../ui/glyph.tsx';
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

/** Most urgent first, at most seven: more is not a list of today. */
export function urgentFirst(tasks: readonly Task[]): readonly Task[] {
  const weight = (task: Task): string =>
    `${task.overdueDays === null ? 1 : 0}${String(9999 - (task.overdueDays ?? 0)).padStart(5, '0')}${task.dueOn ?? '9999'}`;
  return [...tasks].sort((a, b) => (weight(a) < weight(b) ? -1 : weight(a) > weight(b) ? 1 : 0)).slice(0, 7);
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
  'closable',
  'base-missing',
]);

interface TasksProps {
  readonly tasks: readonly Task[];
  readonly today: string;
  /** Of the running round. */
  readonly year: number;
  /** The reader may do none of it: an act has no button, a list may be seen. */
  readonly looksOnly: boolean;
  readonly onOpen: (link: string) => void;
}

export function Tasks({ tasks, today, year, looksOnly, onOpen }: TasksProps) {
  const t = useWords(reviewWords);
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks" className="visually-hidden">
        {t('tasks')}
      </h2>
      <ul className={styles.tasks}>
        {urgentFirst(tasks).map((task, at) => {
          const when = whenDue(task, today, t);
          return (
            <li key={`${task.kind}-${task.link}-${task.text}`} className={styles.task}>
              <span className={`${styles.when} ${styles[when.tone]}`}>
                <Glyph shape={when.glyph} /> {when.text}
              </span>
              <span className={styles.text}>
                {textOf(task, year, t)}
                {task.dueOn === null ? null : (
                  <span className={styles.due}> · {t('due', { day: formatDay(task.dueOn) })}</span>
                )}
              </span>
              {looksOnly && ACTS.has(task.kind) ? null : (
                <Button
                  component="a"
                  href={task.link}
                  variant={at === 0 ? 'filled' : 'outline'}
                  onClick={(event: React.MouseEvent) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    onOpen(task.link);
                  }}
                >
                  {looksOnly && task.kind === 'undetermined' ? t('look') : buttonOf(task.kind, t)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
