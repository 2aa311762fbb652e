import type { HouseholdFacts, MemberFacts } from '../household/household-facts.ts';
import { compileHouseholdRule, dependenceOf } from './household-rules.ts';
import type { IndicatorRule } from './indicator-rule.ts';
import { type MemberAges, stateOverAges, worse } from './member-ages.ts';
import { type CompiledMemberRule, compileMemberRule } from './member-rules.ts';
import type { DeprivationIndicator } from './poverty-standard.ts';
import { DEPRIVED, NOT_APPLICABLE, type StateCode, UNKNOWN } from './state-code.ts';

export interface CompiledIndicator {
  readonly indicator: DeprivationIndicator;
  state(facts: HouseholdFacts, ages: MemberAges): StateCode;
  evidence(facts: HouseholdFacts, ages: MemberAges): IndicatorEvidence;
}

export interface IndicatorEvidence {
  readonly state: StateCode;
  /** Keys of the answers that decided: `dwelling.water`, `member.<personId>.healthInsurance`. */
  readonly answers: readonly string[];
  readonly members: readonly MemberFacts[];
}

export function compileIndicator(indicator: DeprivationIndicator): CompiledIndicator {
  const ofMembers = compileMemberRule(indicator.rule);
  if (ofMembers !== undefined) return compileForMembers(indicator, ofMembers);
  const ofHousehold = compileHouseholdRule(indicator.rule);
  if (ofHousehold === undefined)
    throw new TypeError(`indicator method without a rule: ${indicator.rule.method}`);
  const state = ofHousehold.of;
  return {
    indicator,
    state,
    evidence: (facts, ages) => {
      const decided = state(facts, ages);
      const members =
        ofHousehold.readsMembers.length > 0 ? dependents(indicator.rule, facts, ages, decided) : [];
      return {
        state: decided,
        members,
        answers: [
          ...ofHousehold.reads.map((key) => `dwelling.${key}`),
          ...answersOf(members, ofHousehold.readsMembers),
        ],
      };
    },
  };
}

function compileForMembers(
  indicator: DeprivationIndicator,
  { at, reads }: CompiledMemberRule,
): CompiledIndicator {
  const ofMember = (member: MemberFacts, ages: MemberAges, index: number): StateCode => {
    const youngest = ages.youngest[index] as number;
    const oldest = ages.oldest[index] as number;
    return youngest === oldest ? at(member, youngest) : stateOverAges(at, member, youngest, oldest);
  };
  const state = ({ members }: HouseholdFacts, ages: MemberAges): StateCode => {
    const count = members.length;
    if (count === 0) return UNKNOWN;
    let household: StateCode = NOT_APPLICABLE;
    for (let index = 0; index < count; index += 1) {
      const member = ofMember(members[index] as MemberFacts, ages, index);
      if (member === DEPRIVED) return DEPRIVED;
      household = worse(household, member);
    }
    return household;
  };
  return {
    indicator,
    state,
    evidence: (facts, ages) => {
      const decided = state(facts, ages);
      const deciding = facts.members.filter((member, index) => ofMember(member, ages, index) === decided);
      const members = decided === NOT_APPLICABLE ? [] : deciding;
      return { state: decided, members, answers: answersOf(members, reads) };
    },
  };
}

function dependents(
  rule: IndicatorRule,
  facts: HouseholdFacts,
  ages: MemberAges,
  decided: StateCode,
): readonly MemberFacts[] {
  if (rule.method !== 'share-of-dependents') return [];
  const wanted = decided === UNKNOWN ? 'unknown' : 'dependent';
  return facts.members.filter(
    (member, index) =>
      dependenceOf(rule, member, ages.youngest[index] as number, ages.oldest[index] as number) === wanted,
  );
}

const answersOf = (members: readonly MemberFacts[], keys: readonly (keyof MemberFacts)[]): string[] =>
  members.flatMap((member) => keys.map((key) => `member.${member.personId}.${key}`));
