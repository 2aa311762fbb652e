import type { TargetCascade } from '@benvung/contract/plan-target';
import { getLanguage, useWords } from '../../../platform/i18n.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import styles from './target.module.css';
import { targetWords } from './target.words.ts';

interface TargetChoicesProps {
  readonly cascade: TargetCascade;
  /** Undefined: those in use. */
  readonly indicators: string | undefined;
  readonly onIndicators: (codes: string | undefined) => void;
  readonly onYear: (year: number) => void;
}

const GROUPS = ['classes', 'lacks', 'outcomes'] as const;

/** Which year and which indicators the page is about. */
export function TargetChoices({ cascade, indicators, onIndicators, onYear }: TargetChoicesProps) {
  const t = useWords(targetWords);
  const groups = GROUPS.map((group) => ({
    value: cascade.indicators
      .filter((one) => one.group === group)
      .map(({ code }) => code)
      .join(','),
    label: t(group),
  }));
  const single = cascade.indicators.map(({ code, name }) => ({ value: code, label: name[getLanguage()] }));
  const several =
    indicators === undefined || [...groups, ...single].some(({ value }) => value === indicators)
      ? []
      : [{ value: indicators, label: t('severalChosen', { count: indicators.split(',').length }) }];
  const years = [...new Set([cascade.year + 1, ...cascade.years])].sort((a, b) => b - a);
  return (
    <div className={`${styles.choices} no-print`}>
      <ChoiceField
        label={t('year')}
        value={String(cascade.year)}
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        onChange={(value) => onYear(Number(value))}
      />
      <ChoiceField
        label={t('indicators')}
        value={indicators ?? ''}
        nothing={t('indicatorsInUse')}
        choices={[...several, ...groups, ...single]}
        onChange={(value) => onIndicators(value === '' ? undefined : value)}
      />
    </div>
  );
}
