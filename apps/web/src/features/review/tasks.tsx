import { ROLE_LABELS, type Role } from '@benvung/contract/access';
import type { HomeView } from '@benvung/contract/review';
import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { formatCount, formatDay } from '../../platform/formats.ts';
import { type Translate, useLanguage, useWords } from '../../platform/i18n.ts';
import { Glyph, type GlyphShape } from '../../ui/glyph.tsx';
import { Later, PutOff } from './put-off.tsx';
import { reviewWords } from './review.words.ts';
import { doersOf, isOwnTurn } from './task-doers.ts';
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
  'to-post',
  'duties-to-accept',
  'duties-asking',
]);

/** Most urgent first, at most seven: more is not a list of today. What is not one's own turn gives way when there are more. */
export function urgentFirst(
  tasks: readonly Task[],
  isOwn: (task: Task) => boolean = () => true,
): readonly Task[] {
  const weight = (task: Task): string =>
    `${task.overdueDays === null ? 1 : 0}${String(9999 - (task.overdueDays ?? 0)).padStart(5, '0')}${task.dueOn ?? '9999'} ${isOwn(task) ? 0 : 1} ${AWAITED.has(task.kind) ? 0 : 1}`;
  const sorted = [...tasks].sort((a, b) => (weight(a) < weight(b) ? -1 : weight(a) > weight(b) ? 1 : 0));
  const kept = [...new Set([...sorted.filter(isOwn), ...sorted])].slice(0, MOST_TASKS);
  return sorted.filter((task) => kept.includes(task));
}

/** The task's own verb and object; who only follows it looks. */
export function buttonOf(kind: string, t: Say, own = true): string {
  const words = own ? [`open.${kind}`] : [`see.${kind}`, `open.${kind}`];
  const key = words.find(isButton);
  return key === undefined ? t('open') : t(key);
}

/** What is to be done, in the reader's language. */
export function textOf({ kind, count, text }: Task, year: number, t: Say): string {
  const key = `task.${kind}`;
  if (!isTaskWord(key)) return text;
  return t(key, { count: count === null ? '' : formatCount(count), year } as never);
}

type TaskWord = Extract<keyof (typeof reviewWords)['vi'], `task.${string}`>;
const isTaskWord = (key: string): key is TaskWord => key in reviewWords.vi;

type ButtonWord = Extract<keyof (typeof reviewWords)['vi'], `${'open' | 'see'}.${string}`>;
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
  'posting-photo',
]);

interface TasksProps {
  readonly home: HomeView;
  /** Roles the reader holds: of what is another's turn an act has no button, and a list may be seen. */
  readonly held: ReadonlySet<Role>;
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

export function Tasks({ home, held, onOpen }: TasksProps) {
  const t = useWords(reviewWords);
  const [puttingOff, setPuttingOff] = useState<string | null>(null);
  const { tasks, year } = home;
  const said = (task: Task) => textOf(task, year, t);
  const isOwn = (task: Task) => isOwnTurn(task, home.unit.level, held);
  const shown = urgentFirst(tasks, isOwn);
  const first = shown.find(isOwn);
  if (tasks.length === 0) return <Later home={home} textOf={said} />;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks" className="visually-hidden">
        {t('tasks')}
      </h2>
      <ul className={styles.tasks} onKeyDown={moveAmongTasks}>
        {shown.map((task) => (
          <li key={`${task.kind}-${task.link}-${task.text}`} className={styles.task}>
            <TaskLine
              {...{ task, home, held, onOpen }}
              own={isOwn(task)}
              first={task === first}
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
  /** It is the reader's turn. */
  readonly own: boolean;
  readonly first: boolean;
  readonly onPutOff: () => void;
}

function TaskLine({ task, home, held, onOpen, own, first, onPutOff }: TaskLineProps) {
  const t = useWords(reviewWords);
  const language = useLanguage();
  const doer = own ? undefined : doersOf(task, home.unit.level)?.[0];
  const looksOnly = [...held].every((role) => role === 'viewer' || role === 'inspector');
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
        {doer === undefined || looksOnly ? null : (
          <span className={styles.due}> · {t('turnOf', { role: ROLE_LABELS[doer][language] })}</span>
        )}
      </span>
      <span className={`${styles.acts} no-print`}>
        {!own && ACTS.has(task.kind) ? null : (
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
            {buttonOf(task.kind, t, own)}
          </Button>
        )}
        {looksOnly && !own ? null : (
          <Button variant="subtle" aria-label={t('putOffFor', { task: said })} onClick={onPutOff}>
            {t('putOff')}
          </Button>
        )}
      </span>
    </>
  );
}
