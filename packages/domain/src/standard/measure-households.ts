import { rational } from '../shared/rational.ts';
import {
  type CountingMethod,
  equalWeights,
  measurePoverty,
  PatternTally,
  type PovertyMeasures,
} from './alkire-foster.ts';
import { DEPRIVATION_LETTERS, type DeprivationPattern } from './household-class.ts';
import type { PovertyStandard } from './poverty-standard.ts';

export interface MeasuredHousehold {
  readonly deprivations: DeprivationPattern;
  readonly persons: number;
  readonly group: string;
  /** How many such households, `persons` in all of them together; 1 unless told. */
  readonly households?: number;
}

export interface HouseholdMeasures {
  readonly all: PovertyMeasures | undefined;
  readonly byGroup: ReadonlyMap<string, PovertyMeasures>;
  /** Households with an unknown indicator: left out, and said so. */
  readonly dropped: number;
}

/** Equal weights and k out of the number of indicators, as the standard counts them. */
export const countingMethodOf = (standard: PovertyStandard): CountingMethod => ({
  weights: equalWeights(standard.indicators.length),
  povertyCutoffK: rational(standard.povertyCutoffK, standard.indicators.length),
});

/**
 * H, A and M0 of any set of reviewed households. H here is by deprivations alone; the official rate of poor
 * households also tests the income.
 */
export function measureHouseholds(
  standard: PovertyStandard,
  households: Iterable<MeasuredHousehold>,
  count: 'households' | 'persons',
): HouseholdMeasures {
  const all = new PatternTally();
  const byGroup = new Map<string, PatternTally>();
  let dropped = 0;
  for (const { deprivations, persons, group, households: alike = 1 } of households) {
    if (deprivations.includes(DEPRIVATION_LETTERS.unknown)) {
      dropped += alike;
      continue;
    }
    const population = rational(count === 'persons' ? persons : alike);
    all.add(deprivations, population, alike);
    const ofGroup = byGroup.get(group) ?? new PatternTally();
    byGroup.set(group, ofGroup);
    ofGroup.add(deprivations, population, alike);
  }
  const method = countingMethodOf(standard);
  const measured = [...byGroup].flatMap(([group, tally]) => {
    const measures = measurePoverty(method, tally.list());
    return measures === undefined ? [] : [[group, measures] as const];
  });
  return { all: measurePoverty(method, all.list()), byGroup: new Map(measured), dropped };
}
