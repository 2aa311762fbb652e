import type { DutyMonth } from '@benvung/contract/plan-duty';
import { addDays, addMonths } from '@benvung/domain/shared/day';
import type { Month } from '@benvung/domain/shared/month-grid';
import { formatCount, formatWeekday } from '../../../platform/formats.ts';
import { useLanguage, useWords } from '../../../platform/i18n.ts';
import { MonthHead } from '../../../platform/month-head.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { MonthGrid } from '../../../ui/month-grid.tsx';
import styles from './duty.module.css';
import { dutyWords } from './duty.words.ts';

interface DutyMonthProps {
  readonly data: DutyMonth;
  readonly selected: string;
  readonly onSelect: (day: string) => void;
  readonly onMonth: (month: Month) => void;
}

const WEEK = 7;

/** A month of duties and reports: how many are due on each day, and what of them is not done. */
export function DutyMonthGrid({ data, selected, onSelect, onMonth }: DutyMonthProps) {
  const t = useWords(dutyWords);
  const language = useLanguage();
  const { month, today, days } = data;
  const by = new Map(days.map((one) => [one.day, one]));
  const weeks = Array.from({ length: days.length / WEEK }, (_, at) =>
    days.slice(at * WEEK, at * WEEK + WEEK).map(({ day }) => day),
  );
  const title = t('monthOf', { month: month.slice(5), year: month.slice(0, 4) });
  const told = (day: string): string[] => {
    const one = by.get(day);
    if (one === undefined || one.tasks + one.reports === 0) return [];
    return [
      ...(one.tasks === 0 ? [] : [t('tasksOn', { count: formatCount(one.tasks) })]),
      ...(one.reports === 0 ? [] : [t('reportsOn', { count: formatCount(one.reports) })]),
    ];
  };
  const toDo = (day: string): number => by.get(day)?.toDo ?? 0;
  const labelOf = (day: string): string => {
    const due = told(day);
    return [
      formatWeekday(day, language),
      ...(by.get(day)?.working === false ? [t('off')] : []),
      ...(due.length === 0 ? [t('nothingOn')] : [...due, t('toDoOn', { count: formatCount(toDo(day)) })]),
    ].join('. ');
  };
  return (
    <div className={styles.month}>
      <MonthHead className={styles.row} {...{ month, today, title, t, onMonth, onSelect }} />
      <MonthGrid
        caption={title}
        weekdays={(weeks[0] ?? []).map((day) => weekdayNames(day, language))}
        {...{ weeks, month, today, selected, labelOf, onSelect }}
        isOff={(day) => by.get(day)?.working === false}
        shift={(day, { days: count = 0, months = 0 }) => addDays(addMonths(day, months), count)}
        renderDay={(day) => <DayContent told={told(day)} toDo={toDo(day)} late={day < today} />}
      />
      <p className={styles.second}>{t('gridKeys')}</p>
    </div>
  );
}

/** The day's name as the language's own calendar writes it: T2, thứ Hai. */
function weekdayNames(day: string, language: 'vi' | 'en') {
  const at = new Date(`${day}T12:00:00Z`);
  const name = (weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(at);
  return { short: name('short').replace('Th ', 'T'), long: name('long') };
}

function DayContent({
  told,
  toDo,
  late,
}: {
  readonly told: readonly string[];
  readonly toDo: number;
  readonly late: boolean;
}) {
  const t = useWords(dutyWords);
  if (told.length === 0) return null;
  const isLate = late && toDo > 0;
  return (
    <span className={styles.day} data-late={isLate}>
      <span className={styles.dayWords}>
        {told.map((text) => (
          <span key={text}>{text}</span>
        ))}
        {toDo === 0 ? null : <span>{t('toDoOn', { count: formatCount(toDo) })}</span>}
      </span>
      <span className={styles.dayFigure}>
        <Glyph shape={isLate ? 'error' : toDo === 0 ? 'check' : 'ring'} size={12} /> {formatCount(toDo)}
      </span>
    </span>
  );
}
