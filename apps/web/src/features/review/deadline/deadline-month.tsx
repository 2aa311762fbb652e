import type { CalendarDay, DeadlineMonth } from '@benvung/contract/review-deadline';
import { addDays, addMonths } from '@benvung/domain/shared/day';
import type { Month } from '@benvung/domain/shared/month-grid';
import { formatCount, formatDay, formatWeekday } from '../../../platform/formats.ts';
import { type Translate, useLanguage, useWords } from '../../../platform/i18n.ts';
import { MonthHead } from '../../../platform/month-head.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { MonthGrid } from '../../../ui/month-grid.tsx';
import { deadlineWords } from './deadline.words.ts';
import styles from './deadline-month.module.css';

interface DeadlineMonthProps {
  readonly data: DeadlineMonth;
  readonly selected: string;
  readonly onSelect: (day: string) => void;
  readonly onMonth: (month: Month) => void;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** A month of deadlines: how much of what is due on each day, and which days are off. */
export function DeadlineMonthGrid({ data, selected, onSelect, onMonth }: DeadlineMonthProps) {
  const t = useWords(deadlineWords);
  const language = useLanguage();
  const { month, today, days } = data;
  const byDay = new Map(days.map((one) => [one.day, one]));
  const weeks = Array.from({ length: days.length / 7 }, (_, at) =>
    days.slice(at * 7, at * 7 + 7).map(({ day }) => day),
  );
  const title = t('monthOf', { month: month.slice(5), year: month.slice(0, 4) });
  const isLate = ({ day, duties }: CalendarDay) =>
    day < today && duties.some(({ kind }) => kind !== 'postingEnds');
  const labelOf = (day: string) => {
    const one = byDay.get(day);
    if (one === undefined) return formatDay(day);
    const told = one.duties.map(({ kind, lines }) => `${t(`kind.${kind}`)}: ${t('lines', { count: lines })}`);
    return [
      formatWeekday(day, language),
      ...(one.working ? [] : [offText(one, t)]),
      ...(isLate(one) ? [t('span.late')] : []),
      ...(told.length === 0 ? [t('nothingDue')] : told),
    ].join('. ');
  };
  return (
    <div className={styles.month}>
      <MonthHead className={styles.head} {...{ month, today, title, t, onMonth, onSelect }} />
      {days.some(({ provisional }) => provisional) ? (
        <p className={styles.hint}>
          {t('provisional')}: {t('provisionalHint')}
        </p>
      ) : null}
      <MonthGrid
        caption={title}
        weekdays={WEEKDAYS.map((at) => ({ short: t(`weekday.${at}`), long: t(`weekdayLong.${at}`) }))}
        {...{ weeks, month, today, selected, labelOf, onSelect }}
        isOff={(day) => byDay.get(day)?.working === false}
        shift={(day, { days: by = 0, months = 0 }) => addDays(addMonths(day, months), by)}
        renderDay={(day) => <DayContent one={byDay.get(day)} late={isLate} />}
      />
      <p className={styles.hint}>{t('gridKeys')}</p>
    </div>
  );
}

const offText = ({ note }: CalendarDay, t: Translate<(typeof deadlineWords)['vi']>): string => {
  if (note === null) return t('weekend');
  return /^\d{4}-/u.test(note) ? t('workedOn', { day: formatDay(note) }) : note;
};

interface DayContentProps {
  readonly one: CalendarDay | undefined;
  readonly late: (one: CalendarDay) => boolean;
}

function DayContent({ one, late }: DayContentProps) {
  const t = useWords(deadlineWords);
  if (one === undefined) return null;
  const lines = one.duties.reduce((sum, duty) => sum + duty.lines, 0);
  return (
    <>
      {one.note !== null ? (
        <span className={styles.note}>
          {one.working ? t('workedFor', { day: formatDay(one.note) }) : offText(one, t)}
        </span>
      ) : null}
      {one.duties.map(({ kind, count }) => (
        <span key={kind} className={styles.duty} data-late={late(one) && kind !== 'postingEnds'}>
          {t(`kind.${kind}`)}: {formatCount(count)}
        </span>
      ))}
      {lines === 0 ? null : (
        <span className={styles.total} data-late={late(one)}>
          <Glyph shape={late(one) ? 'error' : 'ring'} size={12} />
          {formatCount(lines)}
        </span>
      )}
    </>
  );
}
