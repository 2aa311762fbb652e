import type { PlanView } from '@benvung/contract/plan-structure';
import type { PlanContent, PlanTarget } from '@benvung/domain/plan/structure/plan-structure';
import { writtenNumber } from '@benvung/domain/shared/phrase';
import { Button } from '@mantine/core';
import { useWords } from '../../../platform/i18n.ts';
import { newId } from '../../../platform/new-id.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';
import { freshRow } from './row-parts.ts';

interface AssignedTargetProps {
  readonly given: NonNullable<PlanView['assigned']>;
  readonly content: PlanContent;
  readonly fixed: boolean;
  readonly onContent: (content: PlanContent) => void;
}

/** What the unit was given for the year, and a way to take it into the plan. */
export function AssignedTarget({ given, content, fixed, onContent }: AssignedTargetProps) {
  const t = useWords(planStructureWords);
  const percent = (rate: number | null) => (rate === null ? '?' : (rate / 100).toFixed(2).replace('.', ','));
  const words = t('given', {
    decrease: given.decrease === null ? '?' : writtenNumber(given.decrease),
    opening: percent(given.openingRate),
    closing: percent(given.closingRate),
  });
  return (
    <div className={styles.row}>
      <p>{words}</p>
      {fixed ? null : (
        <Button variant="outline" onClick={() => onContent(withGiven(content, given))}>
          {t('takeGiven')}
        </Button>
      )}
    </div>
  );
}

const POOR = 'poor';

function withGiven(content: PlanContent, given: NonNullable<PlanView['assigned']>): PlanContent {
  const rate: Partial<PlanTarget> = {
    indicator: POOR,
    words: 'Tỷ lệ hộ nghèo',
    unit: '%',
    comparison: 'down-to',
    baseline: given.openingRate === null ? null : given.openingRate / 100,
    ...(given.closingRate === null ? {} : { value: given.closingRate / 100 }),
  };
  const count: Partial<PlanTarget> = {
    indicator: POOR,
    words: 'hộ nghèo',
    unit: 'hộ',
    comparison: 'decrease-by',
    baseline: null,
    ...(given.decrease === null ? {} : { value: given.decrease }),
  };
  const fresh = freshRow('targets', newId()) as PlanTarget;
  let targets = content.targets;
  for (const [own, known] of [
    [rate, given.closingRate],
    [count, given.decrease],
  ] as const) {
    if (known === null) continue;
    const at = targets.findIndex(({ indicator, unit }) => indicator === POOR && unit === own.unit);
    const before = targets[at];
    targets =
      before === undefined
        ? [...targets, { ...fresh, ...own, id: newId() }]
        : targets.map((row) => (row === before ? { ...row, ...own } : row));
  }
  return { ...content, targets };
}
