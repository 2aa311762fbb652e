import type { HomeView } from '@benvung/contract/review';
import type { ReactNode } from 'react';
import { formatCount, formatRate } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import styles from './class-figures.module.css';
import { reviewWords } from './review.words.ts';

type Figure = HomeView['figures'][number];

interface ClassFiguresProps {
  readonly figures: readonly Figure[];
  /** Links to the tables behind the figures. */
  readonly links: ReactNode;
}

/** How many now, against the opening: a figure with its change, no chart. */
export function ClassFigures({ figures, links }: ClassFiguresProps) {
  const t = useWords(reviewWords);
  return (
    <section aria-labelledby="classes" className={styles.card}>
      <h2 id="classes">{t('classes')}</h2>
      <div className={styles.figures}>
        {figures.map((figure) => (
          <OneFigure key={figure.class} figure={figure} />
        ))}
      </div>
      <p className={styles.links}>{links}</p>
    </section>
  );
}

function OneFigure({ figure }: { readonly figure: Figure }) {
  const t = useWords(reviewWords);
  const { change, opening, current, carried, state } = figure;
  const moved =
    change === 0 ? t('same') : t(change < 0 ? 'down' : 'up', { count: formatCount(Math.abs(change)) });
  return (
    <div className={`${styles.figure} ${state === 'provisional' ? styles.provisional : ''}`}>
      <h3 className={styles.name}>{t(figure.class)}</h3>
      <p className={styles.value}>
        <span className={`num ${styles.big}`}>{formatCount(current)}</span>
        <span className={styles.state}>({t(state)})</span>
      </p>
      <p>
        {t('opening', { count: formatCount(opening) })}, {moved}
      </p>
      <p>{rateSentence(figure, t)}</p>
      {carried === 0 ? null : <p className={styles.state}>{t('carried', { count: formatCount(carried) })}</p>}
    </div>
  );
}

function rateSentence(
  { openingRate, currentRate }: Figure,
  t: ReturnType<typeof useWords<(typeof reviewWords)['vi']>>,
): string {
  if (currentRate === null) return t('rateMissing');
  const to = formatRate(currentRate);
  return openingRate === null ? t('rateNow', { to }) : t('rateFromTo', { from: formatRate(openingRate), to });
}
