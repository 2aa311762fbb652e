import type { HouseholdView } from '@benvung/contract/household';
import { groupBy } from '@benvung/domain/shared/group-by';
import { useWords } from '../../platform/i18n.ts';
import styles from './class-strip.module.css';
import { householdWords } from './household.words.ts';
import type { RenderClass } from './household-table.tsx';
import { isMovementName, movementWords } from './movement.words.ts';

type ClassOfYear = HouseholdView['classes'][number];

/** Which result is shown: of a year, and under a local standard where it names one. */
export interface ShownResult {
  readonly year: number;
  readonly standard: string | undefined;
}

interface ClassStripProps {
  readonly classes: readonly ClassOfYear[];
  readonly shown: ShownResult | null;
  readonly onShow: (result: ShownResult) => void;
  readonly renderClass: RenderClass;
}

/** One class a year, oldest first, with a local one below it; the standard is named where it changes. */
export function ClassStrip({ classes, shown, onShow, renderClass }: ClassStripProps) {
  const t = useWords(householdWords);
  if (classes.length === 0) return <p>{t('stripEmpty')}</p>;
  const years = [...groupBy(classes, ({ year }) => year)].sort(([a], [b]) => a - b);
  const standards = years.map(([, ofYear]) => ofYear.find(({ local }) => !local)?.standard);
  return (
    <section aria-label={t('strip')}>
      <ol className={styles.strip}>
        {years.map(([year, ofYear], at) => (
          <li key={year} className={styles.year}>
            {ofYear.map((one) => (
              <Result
                key={one.standard}
                one={one}
                on={year === shown?.year && shown.standard === (one.local ? one.standard : undefined)}
                namesStandard={one.local || standards[at - 1] !== one.standard}
                onShow={onShow}
                renderClass={renderClass}
              />
            ))}
          </li>
        ))}
      </ol>
      {classes.some(({ local }) => local) ? <p className={styles.notes}>{t('twoStandards')}</p> : null}
    </section>
  );
}

interface ResultProps extends Pick<ClassStripProps, 'onShow' | 'renderClass'> {
  readonly one: ClassOfYear;
  readonly on: boolean;
  readonly namesStandard: boolean;
}

function Result({ one, on, namesStandard, onShow, renderClass }: ResultProps) {
  const t = useWords(householdWords);
  const move = useWords(movementWords);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-pressed={on}
        onClick={() => onShow({ year: one.year, standard: one.local ? one.standard : undefined })}
      >
        <span className={`num ${styles.number}`}>{one.year}</span>
        {one.local ? <span>{t('ofTheProvince')}</span> : null}
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
        {!namesStandard ? null : (
          <span>
            {one.local
              ? t('localStandardOf', { standard: one.standard })
              : t('standardFrom', { year: one.year, standard: one.standard })}
          </span>
        )}
      </span>
    </>
  );
}
