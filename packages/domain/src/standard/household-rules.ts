import type { DwellingFacts, HouseholdFacts, MemberFacts } from '../household/household-facts.ts';
import type { IndicatorRule } from './indicator-rule.ts';
import type { MemberAges } from './member-ages.ts';
import { DEPRIVED, NOT_DEPRIVED, type StateCode, UNKNOWN } from './state-code.ts';

export type HouseholdRule = (facts: HouseholdFacts, ages: MemberAges) => StateCode;

export interface CompiledHouseholdRule {
  readonly of: HouseholdRule;
  readonly reads: readonly (keyof DwellingFacts)[];
  readonly readsMembers: readonly (keyof MemberFacts)[];
}

/** The rules that look at the dwelling or at all members together; undefined for the others. */
export function compileHouseholdRule(rule: IndicatorRule): CompiledHouseholdRule | undefined {
  switch (rule.method) {
    case 'share-of-dependents':
      return {
        of: shareOfDependents(rule),
        reads: [],
        readsMembers: ['birthDate', 'monthlyAllowance', 'disabilityForm'],
      };
    case 'durable-structures':
      return dwelling(durableStructures(rule.lackingAtLeast), [
        'durableWall',
        'durablePillar',
        'durableRoof',
      ]);
    case 'area-per-person':
      return dwelling(areaPerPerson(rule.squareMetres), ['areaSquareMetres']);
    case 'water-source':
      return dwelling(oneOf('water', rule.clean), ['water']);
    case 'toilet-kind':
      return dwelling(oneOf('toilet', rule.hygienic), ['toilet']);
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

const dwelling = (of: HouseholdRule, reads: readonly (keyof DwellingFacts)[]): CompiledHouseholdRule => ({
  of,
  reads,
  readsMembers: [],
});

/** Deprived when neither is there. */
const lacksAll = (a: boolean | null, b: boolean | null): StateCode =>
  a === true || b === true ? NOT_DEPRIVED : a === null || b === null ? UNKNOWN : DEPRIVED;

function oneOf<Key extends 'water' | 'toilet'>(
  key: Key,
  good: readonly NonNullable<DwellingFacts[Key]>[],
): HouseholdRule {
  return (facts) => {
    const answer = facts.dwelling[key];
    if (answer === null) return UNKNOWN;
    return good.includes(answer as NonNullable<DwellingFacts[Key]>) ? NOT_DEPRIVED : DEPRIVED;
  };
}

const durableStructures =
  (lackingAtLeast: number): HouseholdRule =>
  ({ dwelling: { durableWall, durablePillar, durableRoof } }) => {
    const lacking =
      (durableWall === false ? 1 : 0) + (durablePillar === false ? 1 : 0) + (durableRoof === false ? 1 : 0);
    if (lacking >= lackingAtLeast) return DEPRIVED;
    const open =
      (durableWall === null ? 1 : 0) + (durablePillar === null ? 1 : 0) + (durableRoof === null ? 1 : 0);
    return lacking + open >= lackingAtLeast ? UNKNOWN : NOT_DEPRIVED;
  };

const areaPerPerson =
  (squareMetres: number): HouseholdRule =>
  (facts) => {
    const area = facts.dwelling.areaSquareMetres;
    const persons = facts.members.length;
    if (area === null || persons === 0) return UNKNOWN;
    return area < squareMetres * persons ? DEPRIVED : NOT_DEPRIVED;
  };

/** Kept apart from the closure so that the evidence can ask it of one member. */
export type Dependence = 'dependent' | 'independent' | 'unknown';

export function dependenceOf(
  rule: Extract<IndicatorRule, { method: 'share-of-dependents' }>,
  member: MemberFacts,
  youngest: number,
  oldest: number,
): Dependence {
  if (oldest < rule.childUnderAge) return 'dependent';
  const allowance = member.monthlyAllowance;
  if (allowance !== null && rule.otherAllowances.includes(allowance))
    return youngest < rule.childUnderAge ? 'unknown' : 'independent';
  const allowed = allowance !== null && rule.socialAllowances.includes(allowance);
  const elderlyOrDisabled = youngest >= rule.elderlyFromAge || member.disabilityForm !== null;
  return allowed && elderlyOrDisabled ? 'dependent' : 'unknown';
}

const shareOfDependents =
  (rule: Extract<IndicatorRule, { method: 'share-of-dependents' }>): HouseholdRule =>
  ({ members }, ages) => {
    const count = members.length;
    if (count === 0) return UNKNOWN;
    let dependents = 0;
    let open = 0;
    for (let at = 0; at < count; at += 1) {
      const dependence = dependenceOf(
        rule,
        members[at] as MemberFacts,
        ages.youngest[at] as number,
        ages.oldest[at] as number,
      );
      if (dependence === 'dependent') dependents += 1;
      else if (dependence === 'unknown') open += 1;
    }
    if (dependents * 2 > count) return DEPRIVED;
    return (dependents + open) * 2 > count ? UNKNOWN : NOT_DEPRIVED;
  };
