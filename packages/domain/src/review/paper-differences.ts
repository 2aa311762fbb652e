import type { Classification } from '../standard/classification.ts';
import type { HouseholdClass } from '../standard/household-class.ts';

/** What a signed form says at its end; null where it says nothing. */
export interface PaperTotals {
  readonly incomeScore: number | null;
  readonly deprivationScore: number | null;
  readonly class: HouseholdClass | null;
}

export interface PaperDifference {
  readonly kind: 'incomeScore' | 'deprivationScore' | 'class';
  readonly computed: string;
  readonly paper: string;
}

/** "B lệch: máy 30, giấy 20": what the paper says and what follows from the answers, where the two do not agree. */
export function paperDifferences(
  paper: PaperTotals,
  /** Of the answers alone; null when none were typed. */
  answered: Classification | null,
  /** The class that follows with the paper's totals; null when it cannot be told. */
  computedClass: HouseholdClass | null,
): PaperDifference[] {
  const differences: PaperDifference[] = [];
  const { deprivationScore } = paper;
  if (answered !== null && deprivationScore !== null) {
    const { deprivationScore: least, deprivationScoreAtMost: most } = answered;
    if (deprivationScore < least || deprivationScore > most)
      differences.push({
        kind: 'deprivationScore',
        computed: least === most ? String(least) : `${least}–${most}`,
        paper: String(deprivationScore),
      });
  }
  const { class: written } = paper;
  if (
    written !== null &&
    computedClass !== null &&
    computedClass !== 'UNDETERMINED' &&
    written !== computedClass
  )
    differences.push({ kind: 'class', computed: computedClass, paper: written });
  return differences;
}
