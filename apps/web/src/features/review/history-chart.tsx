import { TableExport } from '../../platform/export/table-export.tsx';
import { formatCount, formatRate } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { TableHead } from '../../ui/table-head.tsx';
import styles from './history-chart.module.css';
import { lineSegments, provisionalSegment, type ShownYear, ticksUpTo } from './history-line.ts';
import { reviewWords } from './review.words.ts';

type Year = ShownYear;

/** Rates over the years, the running one as it stands: a line from three years on, broken where the standard changes; always its figures. */
export function HistoryChart({ history }: { readonly history: readonly Year[] }) {
  const t = useWords(reviewWords);
  const drawn = history.filter((year) => year.poorRate !== null).length >= 3;
  return (
    <section aria-labelledby="history" className={styles.card}>
      <h2 id="history">{t('history')}</h2>
      {history.length === 0 ? <p>{t('noHistory')}</p> : null}
      {drawn ? (
        <>
          <LineChart history={history} />
          <details>
            <summary>{t('showNumbers')}</summary>
            <HistoryTable history={history} />
          </details>
        </>
      ) : history.length === 0 ? null : (
        <HistoryTable history={history} />
      )}
    </section>
  );
}

const WIDTH = 560;
const HEIGHT = 210;
const LEFT = 44;
const RIGHT = 120;
const TOP = 16;
const BOTTOM = 28;
/** From the marks of the rate to the first year, so that its figure stands beside them. */
const INSET = 24;
/** A line of words. */
const LINE = 16;

function LineChart({ history }: { readonly history: readonly Year[] }) {
  const t = useWords(reviewWords);
  const rates = history.flatMap((year) => [year.poorRate, year.nearPoorRate]).filter((rate) => rate !== null);
  const ticks = ticksUpTo(Math.max(...rates));
  const top = ticks.at(-1) ?? 1;
  const x = (at: number) =>
    LEFT + INSET + ((WIDTH - LEFT - INSET - RIGHT) * at) / Math.max(1, history.length - 1);
  const y = (rate: number) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * rate) / top;
  const title = t('historyTitle');
  const from = history[0]?.year ?? 0;
  const to = history.at(-1)?.year ?? 0;
  return (
    <figure className={styles.figure}>
      <figcaption>
        {title} <span className={styles.subtitle}>{t('historySubtitle', { from, to })}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.chart} role="img" aria-label={title}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} className={styles.grid} />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" className={styles.tick}>
              {tick}
            </text>
          </g>
        ))}
        {history.map((year, at) => (
          <text key={year.year} x={x(at)} y={HEIGHT - 8} textAnchor="middle" className={styles.tick}>
            {year.provisional ? t('provisionalMark', { value: year.year }) : year.year}
          </text>
        ))}
        <Series history={history} of="poorRate" className="poor" label={t('POOR')} x={x} y={y} />
        <Series history={history} of="nearPoorRate" className="nearPoor" label={t('NEAR_POOR')} x={x} y={y} />
      </svg>
    </figure>
  );
}

interface SeriesProps {
  readonly history: readonly Year[];
  readonly of: 'poorRate' | 'nearPoorRate';
  readonly className: 'poor' | 'nearPoor';
  readonly label: string;
  readonly x: (at: number) => number;
  readonly y: (rate: number) => number;
}

function Series({ history, of, className, label, x, y }: SeriesProps) {
  const last = history.findLastIndex((year) => year[of] !== null);
  const other = of === 'poorRate' ? 'nearPoorRate' : 'poorRate';
  /** The lower of two figures of a year stands below its point. */
  const isBelow = (year: Year | undefined) => (year?.[of] ?? 0) < (year?.[other] ?? 0);
  const now = provisionalSegment(history, of);
  const ends = y(history[last]?.[of] ?? 0);
  const nameAt = isBelow(history[last]) ? Math.max(ends, y(history[last]?.[other] ?? 0) + LINE) : ends;
  const pointsOf = (segment: readonly { readonly at: number; readonly rate: number }[]) =>
    segment.map((point) => `${x(point.at)},${y(point.rate)}`).join(' ');
  return (
    <g className={styles[className]}>
      {lineSegments(history, of).map((segment) => (
        <polyline key={segment[0]?.at} points={pointsOf(segment)} className={styles.line} />
      ))}
      {now === null ? null : <polyline points={pointsOf(now)} className={`${styles.line} ${styles.now}`} />}
      {history.map((year, at) => {
        const rate = year[of];
        return rate === null ? null : (
          <g key={year.year}>
            <circle
              cx={x(at)}
              cy={y(rate)}
              r="3.5"
              className={year.provisional ? `${styles.dot} ${styles.nowDot}` : styles.dot}
            />
            <text
              x={x(at)}
              y={y(rate) + (isBelow(year) ? LINE + 2 : -8)}
              textAnchor="middle"
              className={styles.label}
            >
              {formatRate(rate)}
            </text>
          </g>
        );
      })}
      {last < 0 ? null : (
        <text x={x(last) + 24} y={nameAt + 4} className={styles.label}>
          {label}
        </text>
      )}
    </g>
  );
}

function HistoryTable({ history }: { readonly history: readonly Year[] }) {
  const t = useWords(reviewWords);
  const rate = (value: number | null) => (value === null ? '' : formatRate(value));
  return (
    <TableExport title={t('historyTitle')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys */}
      <section className={styles.scroll} aria-label={t('historyTitle')} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('historyTitle')}</caption>
          <TableHead words={['year', 'standard', 'POOR', 'rate', 'NEAR_POOR', 'rate']} t={t} />
          <tbody>
            {history.map((year) => (
              <tr key={`${year.year}-${year.standard}`}>
                <th scope="row">
                  {year.provisional ? t('provisionalMark', { value: year.year }) : year.year}
                </th>
                <td>{year.standard}</td>
                <td className="num">{formatCount(year.poor)}</td>
                <td className="num">{rate(year.poorRate)}</td>
                <td className="num">{formatCount(year.nearPoor)}</td>
                <td className="num">{rate(year.nearPoorRate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </TableExport>
  );
}
