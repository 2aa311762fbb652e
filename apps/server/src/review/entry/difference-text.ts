import type { PaperDifference } from '@benvung/domain/review/paper-differences';
import type { Language } from '@benvung/domain/shared/text';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';

/** "B lệch: máy 30, giấy 20": why a result is another than what was computed; empty when it is not. */
export const differenceText = (differences: readonly PaperDifference[], language: Language): string =>
  differences
    .map(({ kind, computed, paper }) => {
      const say = (value: string) =>
        kind === 'class' ? CLASS_LABELS[value as HouseholdClass][language] : value;
      if (language === 'vi') {
        const what = kind === 'class' ? 'Xếp loại lệch' : kind === 'incomeScore' ? 'A lệch' : 'B lệch';
        return `${what}: máy ${say(computed)}, giấy ${say(paper)}`;
      }
      const what = kind === 'class' ? 'Class differs' : kind === 'incomeScore' ? 'A differs' : 'B differs';
      return `${what}: computed ${say(computed)}, paper ${say(paper)}`;
    })
    .join('. ');
