import type { HomeView } from '@benvung/contract/review';
import type { ReactNode } from 'react';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Notice } from '../../ui/notice.tsx';
import { reviewWords } from './review.words.ts';
import styles from './round-progress.module.css';

type Progress = HomeView['progress'];

const STEPS = ['listed', 'surveyed', 'scored', 'recognised'] as const;
type Step = (typeof STEPS)[number];

interface StepFigure {
  readonly step: Step;
  /** Households that are at this step or past it. */
  readonly reached: number;
  readonly all: number;
  readonly state: 'done' | 'running' | 'ahead';
}

/** A household is counted at the one step it has reached; a step is done when all have come so far. */
export function stepFigures(progress: Progress): readonly StepFigure[] {
  const counts = STEPS.map((step) => progress[step]);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return STEPS.map((step, at) => {
    const reached = counts.slice(at).reduce((sum, count) => sum + count, 0);
    const state = all > 0 && reached === all ? 'done' : reached > 0 ? 'running' : 'ahead';
    return { step, reached, all, state };
  });
}

/** Where the round stands, step by step. */
export function RoundProgress({
  progress,
  more,
}: {
  readonly progress: Progress;
  /** The way to the round's own page. */
  readonly more?: ReactNode;
}) {
  const t = useWords(reviewWords);
  const { year, status } = progress;
  return (
    <section aria-labelledby="round" className={styles.card}>
      <h2 id="round" className={styles.title}>
        {t('round', { year })}{' '}
        <span className={styles.status}>
          {t(status)} · {t('inHouseholds')}
        </span>
      </h2>
      {status === 'NOT_BEGUN' ? (
        <Notice kind="empty" title={t('notBegun', { year })} />
      ) : (
        <ol className={styles.steps}>
          {stepFigures(progress).map(({ step, reached, all, state }) => (
            <li key={step} className={`${styles.step} ${styles[state]}`}>
              <span className={styles.name}>
                <Glyph shape={state === 'done' ? 'check' : state === 'running' ? 'half' : 'ring'} /> {t(step)}
              </span>
              <span className={`num ${styles.count}`}>
                {t('ofAll', { count: formatCount(reached), all: formatCount(all) })}
              </span>
              <span className={styles.track} aria-hidden="true">
                <span className={styles.bar} style={{ width: `${all === 0 ? 0 : (100 * reached) / all}%` }} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {more === undefined ? null : <p className="no-print">{more}</p>}
    </section>
  );
}
