import type { ReviewOfHousehold } from '@benvung/contract/household';
import { useWords } from '../../platform/i18n.ts';
import { Glyph, type GlyphShape } from '../../ui/glyph.tsx';
import { householdWords } from './household.words.ts';
import type { RenderClass } from './household-table.tsx';
import styles from './review-of-year.module.css';

type Line = ReviewOfHousehold['explanation'][number];

/** Lacking something is no error: the mark is a full dot, not a red cross. */
const GLYPHS: Readonly<Record<NonNullable<Line['state']>, GlyphShape>> = {
  deprived: 'full',
  notDeprived: 'check',
  notApplicable: 'ring',
  unknown: 'question',
};

/** The sentence's own mark; here a drawn one stands before it. */
const LEADING_MARK = /^[✗✓–?] /u;

const STATE_WORD = {
  deprived: 'deprived',
  notDeprived: 'notDeprived',
  notApplicable: 'notApplicable',
  unknown: 'unknownState',
} as const;

interface ExplanationProps {
  readonly review: ReviewOfHousehold;
  readonly highlighted: ReadonlySet<number>;
  readonly onPoint: (at: number) => void;
  readonly renderClass: RenderClass;
}

export function Explanation({ review, highlighted, onPoint, renderClass }: ExplanationProps) {
  const t = useWords(householdWords);
  const labels = new Map(
    review.answers.flatMap((section) => section.items.map((item) => [item.key, item.label] as const)),
  );
  return (
    <>
      <ResultSummary review={review} renderClass={renderClass} />
      {review.explanation.length === 0 ? <p>{t('whyEmpty', { year: review.year })}</p> : null}
      <ol className={styles.lines}>
        {review.explanation.map((line, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the reason
            key={at}
            className={styles.line}
          >
            <ExplanationLine
              line={line}
              labels={labels}
              on={highlighted.has(at)}
              onPoint={() => onPoint(at)}
            />
          </li>
        ))}
      </ol>
      {review.whatWouldChange.length === 0 ? null : (
        <>
          <h3>{t('changes')}</h3>
          <ul className={styles.changes}>
            {review.whatWouldChange.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface ResultSummaryProps {
  readonly review: ReviewOfHousehold;
  readonly renderClass: RenderClass;
}

function ResultSummary({ review, renderClass }: ResultSummaryProps) {
  const t = useWords(householdWords);
  const { incomeScore, deprivationScore, areaType } = review;
  return (
    <div>
      <p className={styles.summary}>
        {renderClass(review.class, review.state)}
        <span>{t('scores', { income: incomeScore ?? '?', deprivation: deprivationScore ?? '?' })}</span>
        {review.unknownCount > 0 ? <span>{t('unknownCount', { count: review.unknownCount })}</span> : null}
        {areaType === null ? null : <span>{t('area', { area: t(areaType) })}</span>}
        <span>{t('standard', { standard: review.standard })}</span>
        {review.unverified.length > 0 ? <span className={styles.marks}>{t('unverified')}</span> : null}
      </p>
      {review.overrideReason === null ? null : <p>{t('decided', { reason: review.overrideReason })}</p>}
    </div>
  );
}

interface ExplanationLineProps {
  readonly line: Line;
  readonly labels: ReadonlyMap<string, string>;
  readonly on: boolean;
  readonly onPoint: () => void;
}

function ExplanationLine({ line, labels, on, onPoint }: ExplanationLineProps) {
  const t = useWords(householdWords);
  const names = line.answers.flatMap((key) => labels.get(key) ?? []);
  const state = line.state;
  const inner = (
    <>
      <span className={state === 'deprived' ? styles.lacking : styles.fine}>
        <Glyph shape={state === null ? 'note' : GLYPHS[state]} />
        <span className="visually-hidden">{t(state === null ? 'otherState' : STATE_WORD[state])}: </span>
      </span>
      <span>{line.text.replace(LEADING_MARK, '')}</span>
      {on && names.length > 0 ? (
        <span className={styles.rests}>{t('pointsAt', { answers: names.join(', ') })}</span>
      ) : null}
      {line.source === '' ? null : <span className={styles.source}>{line.source}</span>}
    </>
  );
  return line.answers.length === 0 ? (
    <div className={`${styles.lineButton} ${on ? styles.lineOn : ''}`}>{inner}</div>
  ) : (
    <button type="button" className={styles.lineButton} aria-pressed={on} onClick={onPoint}>
      {inner}
    </button>
  );
}
