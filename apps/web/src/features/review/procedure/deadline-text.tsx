import type { DeadlineView } from '@benvung/contract/review-case';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import styles from './procedure.module.css';
import { procedureWords } from './procedure.words.ts';

interface DeadlineTextProps {
  readonly deadline: DeadlineView;
  readonly today?: string;
  readonly count?: number;
}

/** A legal clock in words: what, until when, how late, and how sure. */
export function DeadlineText({ deadline, today, count }: DeadlineTextProps) {
  const t = useWords(procedureWords);
  const { kind, day, workingDaysLate, provisional, uncertain } = deadline;
  const late = workingDaysLate > 0;
  return (
    <span className={late ? styles.late : styles.due}>
      <Glyph shape={late ? 'error' : 'note'} />
      <span>
        {t(`deadline.${kind}`, { day: formatDay(day) })}
        {count === undefined ? '' : ` · ${t('cases', { count: formatCount(count) })}`}
        {late
          ? ` · ${t('late', { days: formatCount(workingDaysLate) })}`
          : day === today
            ? ` · ${t('today')}`
            : ''}
        {provisional ? <abbr title={t('provisionalHint')}> ({t('provisional')})</abbr> : null}
        {uncertain ? ` (${t('uncertain')})` : ''}
      </span>
    </span>
  );
}
