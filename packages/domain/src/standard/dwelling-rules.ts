import type { DwellingFacts, HouseholdFacts } from '../household/household-facts.ts';
import type { IndicatorRule } from './indicator-rule.ts';
import { DEPRIVED, NOT_DEPRIVED, type StateCode, UNKNOWN } from './state-code.ts';

type Rule<Method extends IndicatorRule['method']> = Extract<IndicatorRule, { method: Method }>;

export type DwellingRule = (facts: HouseholdFacts) => StateCode;

export interface CompiledDwellingRule {
  readonly of: DwellingRule;
  /** The answers about the dwelling the rule reads. */
  readonly reads: readonly (keyof DwellingFacts)[];
}

/** The rules that look at the dwelling; undefined for the others. */
export function compileDwellingRule(rule: IndicatorRule): CompiledDwellingRule | undefined {
  switch (rule.method) {
    case 'durable-structures':
      return dwelling(durableStructures(rule.lackingAtLeast), [
        'durableWall',
        'durablePillar',
        'durableRoof',
      ]);
    case 'area-per-person':
      return dwelling(areaPerPerson(rule.squareMetres), ['areaSquareMetres']);
    case 'water-source':
      return dwelling(waterSource(rule), ['water']);
    case 'toilet-kind':
      return dwelling(toiletKind(rule), ['toilet']);
    case 'internet-use':
      return dwelling((facts) => lacksAll(facts.dwelling.usesInternet, false), ['usesInternet']);
    case 'phone-or-internet-use':
      return dwelling(
        ({ dwelling: d }) => lacksAll(d.usesPhoneSubscription, d.usesInternet),
        ['usesPhoneSubscription', 'usesInternet'],
      );
    case 'information-device':
      return dwelling(
        (facts) => lacksAll(facts.dwelling.ownsInformationDevice, false),
        ['ownsInformationDevice'],
      );
    case 'information-device-or-loudspeaker':
      return dwelling(
        ({ dwelling: d }) => lacksAll(d.ownsInformationDevice, d.hearsLoudspeaker),
        ['ownsInformationDevice', 'hearsLoudspeaker'],
      );
    case 'not-collected':
      return dwelling(() => UNKNOWN, []);
    default:
      return undefined;
  }
}

const dwelling = (of: DwellingRule, reads: readonly (keyof DwellingFacts)[]): CompiledDwellingRule => ({
  of,
  reads,
});

/** Deprived when neither is there. */
const lacksAll = (a: boolean | null, b: boolean | null): StateCode =>
  a === true || b === true ? NOT_DEPRIVED : a === null || b === null ? UNKNOWN : DEPRIVED;

const waterSource = (rule: Rule<'water-source'>): DwellingRule => {
  const clean = new Set(rule.clean);
  return ({ dwelling: { water } }) => (water === null ? UNKNOWN : clean.has(water) ? NOT_DEPRIVED : DEPRIVED);
};

const toiletKind = (rule: Rule<'toilet-kind'>): DwellingRule => {
  const hygienic = new Set(rule.hygienic);
  return ({ dwelling: { toilet } }) =>
    toilet === null ? UNKNOWN : hygienic.has(toilet) ? NOT_DEPRIVED : DEPRIVED;
};

const durableStructures =
  (lackingAtLeast: number): DwellingRule =>
  ({ dwelling: { durableWall, durablePillar, durableRoof } }) => {
    const lacking =
      (durableWall === false ? 1 : 0) + (durablePillar === false ? 1 : 0) + (durableRoof === false ? 1 : 0);
    if (lacking >= lackingAtLeast) return DEPRIVED;
    const open =
      (durableWall === null ? 1 : 0) + (durablePillar === null ? 1 : 0) + (durableRoof === null ? 1 : 0);
    return lacking + open >= lackingAtLeast ? UNKNOWN : NOT_DEPRIVED;
  };

const areaPerPerson =
  (squareMetres: number): DwellingRule =>
  (facts) => {
    const area = facts.dwelling.areaSquareMetres;
    const persons = facts.members.length;
    if (area === null || persons === 0) return UNKNOWN;
    return area < squareMetres * persons ? DEPRIVED : NOT_DEPRIVED;
  };
