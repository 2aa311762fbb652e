import type { Language } from '@benvung/domain/shared/text';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import type { Classification } from '@benvung/domain/standard/classification';
import { explainClassification, unverifiedMarks } from '@benvung/domain/standard/explain-classification';
import type { PovertyStandard } from '@benvung/domain/standard/poverty-standard';
import { whatWouldChange } from '@benvung/domain/standard/what-would-change';

/** One household as `classify` prints it. */
export type DescribedHousehold = ReturnType<typeof describeHousehold>;

export const describeHousehold = (
  id: string,
  standard: PovertyStandard,
  result: Classification,
  language: Language,
) => ({
  id,
  standard: standard.id,
  standardHash: result.standardHash,
  areaType: result.areaType,
  class: result.class,
  incomeScore: result.incomeScore,
  deprivationScore: result.deprivationScore,
  deprivationScoreAtMost: result.deprivationScoreAtMost,
  deprivations: result.deprivations,
  unknownCount: result.unknownCount,
  canBeRecognised: result.canBeRecognised,
  unverified: unverifiedMarks(result, language),
  explanation: explainClassification(standard, result, language),
  whatWouldChange: whatWouldChange(standard, result, language),
});

export function householdLines(
  household: DescribedHousehold,
  language: Language,
  withReasons: boolean,
): string[] {
  return [
    `${household.id}: ${CLASS_LABELS[household.class][language]} (${household.standard})`,
    ...household.unverified.map((mark) => `  ${mark}`),
    ...(withReasons
      ? [
          ...household.explanation.map((line) => `  ${line.text} [${line.source}]`),
          ...household.whatWouldChange.map((change) => `  → ${change}`),
        ]
      : []),
  ];
}
