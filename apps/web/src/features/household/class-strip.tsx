import type { HouseholdView } from '@benvung/contract/household';
import { useWords } from '../../platform/i18n.ts';
import styles from './class-strip.module.css';
import { householdWords } from './household.words.ts';
import type { RenderClass } from './household-table.tsx';
import { isMovementName, movementWords } from './movement.words.ts';

type ClassOfYear = HouseholdView['classes'][number];

interface ClassStripProps {
  readonly classes: readonly ClassOfYear[];
  readonly year: number | null;
  readonly onYear: (year: number) => void;
  readonly renderClass: RenderClass;
}

/** One class a year, oldest first; the standard is named where it changes. */
export function ClassStrip({ classes, year, onYear, renderClass }: ClassStripProps) {
  const t = useWords(householdWords);
  const move = useWords(movementWords);
  if (classes.length === 0) return <p>{t('stripEmpty')}</p>;
  const inOrder = [...classes].sort((a, b) => a.year - b.year);
  return (
    <section aria-label={t('strip')}>
      <ol className={styles.strip}>
        {inOrder.map((one, at) => (
          <li key={`${one.year}-${one.standard}`} className={styles.year}>
            <button
              type="button"
              className={styles.button}
              aria-pressed={one.year === year}
              onClick={() => onYear(one.year)}
            >
              <span className={`num ${styles.number}`}>{one.year}</span>
              {one.gone === null
                ? renderClass(one.class, one.state, one.decision)
                : t('goneIn', { reason: isMovementName(one.gone) ? move(one.gone) : one.gone })}
            </button>
            <span className={styles.notes}>
              {one.movement === null || one.movement === 'stays' ? null : (
                <span>{isMovementName(one.movement) ? move(one.movement) : one.movement}</span>
              )}
              {one.unverified.length > 0 ? <span className={styles.warning}>{t('unverified')}</span> : null}
              {one.decision === null ? null : <span>{t('decision', { decision: one.decision })}</span>}
              {inOrder[at - 1]?.standard === one.standard ? null : (
                <span>{t('standardFrom', { year: one.year, standard: one.standard })}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
