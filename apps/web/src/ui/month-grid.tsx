import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './month-grid.module.css';

interface MonthGridProps {
  readonly caption: string;
  /** Names of the days of the week, Monday first: the letters of the head and what is read out. */
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  /** Whole weeks of days, `YYYY-MM-DD`. */
  readonly weeks: readonly (readonly string[])[];
  /** `YYYY-MM` */
  readonly month: string;
  readonly today: string;
  readonly selected: string;
  readonly isOff: (day: string) => boolean;
  /** What is read out of a day. */
  readonly labelOf: (day: string) => string;
  readonly renderDay: (day: string) => ReactNode;
  /** A day so many days, or months, further. */
  readonly shift: (day: string, by: { readonly days?: number; readonly months?: number }) => string;
  /** The day may be of another month: the page then shows that one. */
  readonly onSelect: (day: string) => void;
}

/** A month as a grid of days: one Tab stop; arrows, Home, End, PgUp and PgDn go through days, weeks and months. */
export function MonthGrid(props: MonthGridProps) {
  const { caption, weekdays, weeks, month, today, selected, isOff, labelOf, renderDay, onSelect } = props;
  const table = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  // The month may be another one now: the chosen day is found again after it is drawn.
  useEffect(() => {
    const chosen = moved.current && table.current?.querySelector<HTMLElement>(`[data-day="${selected}"]`);
    if (!chosen) return;
    moved.current = false;
    chosen.focus();
  });
  const press = (event: KeyboardEvent) => {
    const to = targetOf(event, props);
    if (to === null || event.nativeEvent.isComposing) return;
    event.preventDefault();
    moved.current = true;
    onSelect(to);
  };
  const stop = weeks.flat().includes(selected) ? selected : `${month}-01`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of days is a table that keys go through
    <table ref={table} role="grid" className={styles.grid} aria-label={caption} onKeyDown={press}>
      <thead>
        <tr>
          {weekdays.map(({ short, long }) => (
            <th key={long} scope="col">
              <abbr title={long}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days[0]}>
            {days.map((day) => (
              <td
                key={day}
                data-selected={day === selected}
                data-off={isOff(day)}
                data-other={!day.startsWith(month)}
                data-today={day === today}
              >
                <button
                  type="button"
                  data-day={day}
                  tabIndex={day === stop ? 0 : -1}
                  aria-pressed={day === selected}
                  aria-current={day === today ? 'date' : undefined}
                  onClick={() => onSelect(day)}
                >
                  <span className="visually-hidden">{labelOf(day)}</span>
                  <span aria-hidden="true" className={styles.date}>
                    {Number(day.slice(8))}
                  </span>
                  <span aria-hidden="true" className={styles.content}>
                    {renderDay(day)}
                  </span>
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const WEEK = 7;
const STEPS: Readonly<Record<string, { days?: number; months?: number }>> = {
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
  ArrowUp: { days: -WEEK },
  ArrowDown: { days: WEEK },
  PageUp: { months: -1 },
  PageDown: { months: 1 },
};

/** Where a key leads from the day that has the focus; null when it is none of the grid's. */
function targetOf(event: KeyboardEvent, { weeks, shift }: MonthGridProps): string | null {
  const here = (event.target as HTMLElement).dataset.day;
  if (here === undefined || event.ctrlKey || event.altKey || event.metaKey) return null;
  const step = STEPS[event.key];
  if (step !== undefined) return shift(here, step);
  const week = weeks.find((days) => days.includes(here));
  if (event.key === 'Home') return week?.[0] ?? null;
  return event.key === 'End' ? (week?.at(-1) ?? null) : null;
}
