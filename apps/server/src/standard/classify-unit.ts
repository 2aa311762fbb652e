import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import { HOUSEHOLD_CLASSES, type HouseholdClass } from '@benvung/domain/standard/household-class';
import type { Db } from '../platform/database/database.ts';
import { readStoredFacts } from './stored-facts.store.ts';

export interface UnitClasses {
  readonly households: number;
  readonly persons: number;
  readonly classes: Readonly<
    Record<HouseholdClass, { readonly households: number; readonly persons: number }>
  >;
}

export interface WantedClasses {
  readonly path: string;
  readonly year: number;
  readonly standardOf: (surveyDay: string) => CompiledStandard;
}

/** How many of the reviewed households with stored answers each class of a standard would hold. */
export async function classifyUnit(db: Db, { path, year, standardOf }: WantedClasses): Promise<UnitClasses> {
  const none = () => ({ households: 0, persons: 0 });
  const all = none();
  const classes = Object.fromEntries(HOUSEHOLD_CLASSES.map((each) => [each, none()])) as Record<
    HouseholdClass,
    { households: number; persons: number }
  >;
  for await (const page of readStoredFacts(db, path, year))
    for (const { facts, evidence } of page) {
      const [code = 0] = standardOf(facts.surveyDay).classifyBatch([facts], [evidence]);
      for (const count of [all, classes[HOUSEHOLD_CLASSES[code] as HouseholdClass]]) {
        count.households += 1;
        count.persons += facts.members.length;
      }
    }
  return { ...all, classes };
}

export const unitClassLines = ({ households, classes }: UnitClasses): string[] => [
  `${households} hộ có câu trả lời (households with stored answers)`,
  ...HOUSEHOLD_CLASSES.map(
    (each) => `  ${CLASS_LABELS[each].vi}: ${classes[each].households} hộ, ${classes[each].persons} người`,
  ),
];
