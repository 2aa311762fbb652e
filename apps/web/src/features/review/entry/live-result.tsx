import type { EntryContent, EntryDifference } from '@benvung/contract/review-entry';
import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import { paperDifferences } from '@benvung/domain/review/paper-differences';
import type { RoundStandards } from '@benvung/domain/review/review-under-standards';
import { reviewUnderStandards } from '@benvung/domain/review/review-under-standards';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../../../platform/i18n.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import styles from './entry.module.css';
import { entryWords } from './entry.words.ts';

export type RenderClass = (householdClass: HouseholdClass | null) => ReactNode;

interface LiveResultProps {
  readonly standards: RoundStandards;
  readonly facts: HouseholdFacts;
  readonly paper: EntryContent['paper'];
  readonly renderClass: RenderClass;
  /** Where the paper's own totals are typed. */
  readonly children: ReactNode;
}

/** What follows from what is typed so far, with what is not known and where the paper says otherwise. */
export function LiveResult({ standards, facts, paper, renderClass, children }: LiveResultProps) {
  const t = useWords(entryWords);
  const language = useLanguage();
  const evidence = evidenceOf(paper);
  const [national, local] = reviewUnderStandards(standards, {
    facts,
    evidence,
    told: { national: paper.class },
  });
  const { classification } = national!;
  const answered = standards.national.classify(facts, { kind: 'none' });
  const differences = paperDifferences(paper, answered, classification.class);
  const cutoff = standards.national.standard.lines[facts.areaType].scoreCutoff;
  const lacking = answered.indicators.filter(({ state }) => state === 'deprived');
  const open = answered.indicators.filter(({ state }) => state === 'unknown');
  const names = (list: typeof lacking) => list.map(({ indicator }) => indicator.label[language]).join(', ');
  return (
    <div className={styles.result} aria-live="polite">
      <p className={styles.scores}>
        {paper.incomeScore === null ? (
          <span>{t('noScoreA')}</span>
        ) : (
          <span>
            {t('scoreAAt', {
              score: paper.incomeScore,
              sign: cutoff !== null && paper.incomeScore <= cutoff ? '≤' : '>',
              cutoff: cutoff ?? '?',
            })}
          </span>
        )}
        <span>
          {answered.unknownCount === 0
            ? t('scoreBAt', { score: answered.deprivationScore })
            : t('scoreBOpen', {
                score: answered.deprivationScore,
                count: answered.unknownCount,
                most: answered.deprivationScoreAtMost,
              })}
        </span>
      </p>
      <p>{renderClass(national!.class ?? 'UNDETERMINED')}</p>
      {local === undefined ? null : (
        <p>
          {t('byLocal', { standard: local.standard.standard.id })}{' '}
          {renderClass(local.class ?? 'UNDETERMINED')}
        </p>
      )}
      {children}
      {differences.map((difference) => (
        <p key={difference.kind} className={styles.differs}>
          <Glyph shape="warning" size={14} /> <Difference difference={difference} />
        </p>
      ))}
      {lacking.length === 0 ? null : (
        <p>
          <strong>{t('lacks')}:</strong> {names(lacking)}
        </p>
      )}
      {open.length === 0 ? null : (
        <p className={styles.quiet}>
          <strong>{t('open')}:</strong> {names(open)}
        </p>
      )}
    </div>
  );
}

const evidenceOf = ({ incomeScore, deprivationScore }: EntryContent['paper']): ReviewEvidence =>
  incomeScore === null && deprivationScore === null
    ? { kind: 'none' }
    : { kind: 'signedForm', incomeScore, deprivationScore, deprivations: null, form: null };

/** "B lệch: máy 30, giấy 20". */
export function Difference({ difference }: { readonly difference: EntryDifference }) {
  const t = useWords(entryWords);
  const language = useLanguage();
  const { kind, computed, paper } = difference;
  if (kind !== 'class') return t(kind === 'incomeScore' ? 'differsA' : 'differsB', { computed, paper });
  const say = (of: string) => CLASS_LABELS[of as HouseholdClass][language];
  return t('differsClass', { computed: say(computed), paper: say(paper) });
}
