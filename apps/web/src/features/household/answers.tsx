import type { ReviewOfHousehold } from '@benvung/contract/household';
import { useWords } from '../../platform/i18n.ts';
import { householdWords } from './household.words.ts';
import styles from './review-of-year.module.css';

interface AnswersProps {
  readonly review: ReviewOfHousehold;
  readonly highlighted: ReadonlySet<string>;
  readonly onPoint: (key: string) => void;
}

export function Answers({ review, highlighted, onPoint }: AnswersProps) {
  const t = useWords(householdWords);
  const restedOn = new Set(review.explanation.flatMap((line) => line.answers));
  if (review.answers.length === 0) return <p>{t('answersEmpty', { year: review.year })}</p>;
  return (
    <div>
      {review.answers.map((section) => (
        <div key={section.section} className={styles.section}>
          <h3 className={styles.sectionTitle}>{section.section}</h3>
          <dl className={styles.items}>
            {section.items.map((item) => (
              <div key={item.key} className={`${styles.item} ${highlighted.has(item.key) ? styles.on : ''}`}>
                <dt>
                  {restedOn.has(item.key) ? (
                    <button
                      type="button"
                      className={styles.asLink}
                      aria-pressed={highlighted.has(item.key)}
                      onClick={() => onPoint(item.key)}
                    >
                      {item.label}
                    </button>
                  ) : (
                    item.label
                  )}
                </dt>
                <dd>
                  {item.closed ? (
                    <span className={styles.closedValue}>{t('answerClosed')} ••••</span>
                  ) : (
                    (item.value ?? t('unknown'))
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}
