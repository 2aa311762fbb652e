import type { ReviewOfHousehold } from '@benvung/contract/household';
import { type ReactNode, useState } from 'react';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { Answers } from './answers.tsx';
import { Explanation } from './explanation.tsx';
import { householdWords } from './household.words.ts';
import type { RenderClass } from './household-table.tsx';
import styles from './review-of-year.module.css';

/** What the reader pointed at: a line of the reason, or an answer. */
export type Pointed =
  | { readonly kind: 'line'; readonly at: number }
  | { readonly kind: 'answer'; readonly key: string }
  | null;

/** Which answers a pointed line rests on, and which lines rest on a pointed answer. */
export function highlighted(
  review: ReviewOfHousehold,
  pointed: Pointed,
): { readonly answers: ReadonlySet<string>; readonly lines: ReadonlySet<number> } {
  if (pointed === null) return { answers: new Set(), lines: new Set() };
  if (pointed.kind === 'line') {
    return {
      answers: new Set(review.explanation[pointed.at]?.answers ?? []),
      lines: new Set([pointed.at]),
    };
  }
  const lines = review.explanation.flatMap((line, at) => (line.answers.includes(pointed.key) ? [at] : []));
  return { answers: new Set([pointed.key]), lines: new Set(lines) };
}

interface ReviewOfYearProps {
  readonly review: ReviewOfHousehold;
  readonly renderClass: RenderClass;
  /** What stands below the reason, beside the answers. */
  readonly beside?: ReactNode;
}

/** Answers at the left, the reason at the right; pointing at one shows the other. */
export function ReviewOfYear({ review, renderClass, beside }: ReviewOfYearProps) {
  const t = useWords(householdWords);
  const [pointed, setPointed] = useState<Pointed>(null);
  const shown = highlighted(review, pointed);
  const point = (next: Pointed) =>
    setPointed((last) => (JSON.stringify(last) === JSON.stringify(next) ? null : next));
  return (
    <div className={styles.pair}>
      <Block title={t('answers', { year: review.year })}>
        <Answers
          review={review}
          highlighted={shown.answers}
          onPoint={(key) => point({ kind: 'answer', key })}
        />
      </Block>
      <div className={styles.column}>
        <Block title={t('why')}>
          <Explanation
            review={review}
            highlighted={shown.lines}
            onPoint={(at) => point({ kind: 'line', at })}
            renderClass={renderClass}
          />
        </Block>
        {beside}
        <PlaceThen place={review.place} />
      </div>
    </div>
  );
}

/** Policies ask what the place was on the day of the review, not what it is now. */
function PlaceThen({ place }: { readonly place: ReviewOfHousehold['place'] }) {
  const t = useWords(householdWords);
  return (
    <Block title={t('placeThen', { day: formatDay(place.on) })}>
      {place.designations.length === 0 ? <p>{t('placeThenEmpty')}</p> : null}
      <ul className={styles.places}>
        {place.designations.map((one) => (
          <li key={`${one.unit.id}-${one.kind}`}>
            {one.label} ({one.unit.name}; {one.decision})
          </li>
        ))}
      </ul>
    </Block>
  );
}
