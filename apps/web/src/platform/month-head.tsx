import { addToMonth, type Month } from '@benvung/domain/shared/month-grid';
import { Button } from '@mantine/core';

interface MonthHeadProps {
  readonly className: string | undefined;
  readonly month: Month;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the month is called. */
  readonly title: string;
  readonly t: (key: 'monthBefore' | 'monthAfter' | 'toToday') => string;
  readonly onMonth: (month: Month) => void;
  readonly onSelect: (day: string) => void;
}

/** A month's name between the ways to the months beside it, and to today when that is elsewhere. */
export function MonthHead({ className, month, today, title, t, onMonth, onSelect }: MonthHeadProps) {
  return (
    <div className={className}>
      <Button variant="outline" onClick={() => onMonth(addToMonth(month, -1))}>
        {t('monthBefore')}
      </Button>
      <h2>{title}</h2>
      <Button variant="outline" onClick={() => onMonth(addToMonth(month, 1))}>
        {t('monthAfter')}
      </Button>
      {today.startsWith(month) ? null : (
        <Button variant="subtle" onClick={() => onSelect(today)}>
          {t('toToday')}
        </Button>
      )}
    </div>
  );
}
