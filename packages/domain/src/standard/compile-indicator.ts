import type { HouseholdFacts, MemberFacts } from '../household/household-facts.ts';
import { compileDwellingRule } from './dwelling-rules.ts';
import { type AgedMember, ageMembers, stateOverAges, worse } from './member-ages.ts';
import { type CompiledMemberRule, compileMemberRule } from './member-rules.ts';
import type { DeprivationIndicator } from './poverty-standard.ts';
import {
  type CompiledDependence,
  compileDependence,
  DEPENDENCE_ANSWERS,
  dependenceOf,
  shareOfDependents,
} from './share-of-dependents.ts';
import { NOT_APPLICABLE, type StateCode, UNKNOWN } from './state-code.ts';

/** One indicator that judges a household and names what decided. */
export interface CompiledIndicator {
  readonly indicator: DeprivationIndicator;
  judge(facts: HouseholdFacts): IndicatorEvidence;
}

export interface IndicatorEvidence {
  readonly state: StateCode;
  /** Keys of the answers that decided: `dwelling.water`, `member.<personId>.healthInsurance`. */
  readonly answers: readonly string[];
  readonly members: readonly MemberFacts[];
}

export function compileIndicator(indicator: DeprivationIndicator): CompiledIndicator {
  const { rule } = indicator;
  if (rule.method === 'share-of-dependents') {
    const dependence = compileDependence(rule);
    return { indicator, judge: (facts) => judgeDependents(dependence, ageMembers(facts)) };
  }
  const ofMembers = compileMemberRule(rule);
  if (ofMembers !== undefined)
    return { indicator, judge: (facts) => judgeMembers(ofMembers, ageMembers(facts)) };
  const ofDwelling = compileDwellingRule(rule);
  if (ofDwelling === undefined) throw new TypeError(`indicator method without a rule: ${rule.method}`);
  const answers = ofDwelling.reads.map((key) => `dwelling.${key}`);
  return { indicator, judge: (facts) => ({ state: ofDwelling.of(facts), answers, members: [] }) };
}

function judgeMembers({ at, reads }: CompiledMemberRule, aged: readonly AgedMember[]): IndicatorEvidence {
  if (aged.length === 0) return { state: UNKNOWN, answers: [], members: [] };
  const states = aged.map(({ member, youngest, oldest }) => stateOverAges(at, member, youngest, oldest));
  const state = states.reduce(worse, NOT_APPLICABLE);
  const members = state === NOT_APPLICABLE ? [] : membersWhere(aged, (_, index) => states[index] === state);
  return { state, members, answers: answersOf(members, reads) };
}

function judgeDependents(rule: CompiledDependence, aged: readonly AgedMember[]): IndicatorEvidence {
  const dependences = aged.map(({ member, youngest, oldest }) =>
    dependenceOf(rule, member, youngest, oldest),
  );
  const count = (wanted: string) => dependences.filter((dependence) => dependence === wanted).length;
  const state = shareOfDependents(aged.length, count('dependent'), count('unknown'));
  const wanted = state === UNKNOWN ? 'unknown' : 'dependent';
  const members = membersWhere(aged, (_, index) => dependences[index] === wanted);
  return { state, members, answers: answersOf(members, DEPENDENCE_ANSWERS) };
}

const membersWhere = (
  aged: readonly AgedMember[],
  keep: (aged: AgedMember, index: number) => boolean,
): MemberFacts[] => aged.filter(keep).map(({ member }) => member);

const answersOf = (members: readonly MemberFacts[], keys: readonly (keyof MemberFacts)[]): string[] =>
  members.flatMap((member) => keys.map((key) => `member.${member.personId}.${key}`));
