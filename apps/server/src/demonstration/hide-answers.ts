import type { DwellingFacts, HouseholdFacts } from '@benvung/domain/household/household-facts';
import type { DeprivationPattern } from '@benvung/domain/standard/household-class';
import type { SeededRandom } from './seeded-random.ts';
import { LACK } from './year-facts.ts';

const HIDEABLE: readonly (readonly [indicator: number, answers: Partial<DwellingFacts>])[] = [
  [LACK.water, { water: null }],
  [LACK.toilet, { toilet: null }],
  [LACK.internet, { usesInternet: null }],
  [LACK.device, { ownsInformationDevice: null }],
  [LACK.area, { areaSquareMetres: null }],
];

/**
 * Takes answers away from a full questionnaire. `undetermining` needs two deprived indicators: one
 * unknown one then leaves open whether there are three. `some` leaves the class as it is.
 */
export function hideAnswers(
  random: SeededRandom,
  facts: HouseholdFacts,
  unknown: 'none' | 'some' | 'undetermining',
  deprivations: DeprivationPattern,
): HouseholdFacts {
  if (unknown === 'none') return facts;
  const deprived = [...deprivations].filter((letter) => letter === '1').length;
  if (unknown === 'some' && deprived === 2) return facts;
  const open = HIDEABLE.filter(([indicator]) => deprivations[indicator] === '0');
  const hidden = random.chance(0.5) ? open[0] : open.at(-1);
  return { ...facts, dwelling: { ...facts.dwelling, ...hidden?.[1] } };
}
