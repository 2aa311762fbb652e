import type { MemberFacts } from '../household/household-facts.ts';
import type { IndicatorRule } from './indicator-rule.ts';
import { DEPRIVED, NOT_DEPRIVED, type StateCode, UNKNOWN } from './state-code.ts';

export type ShareOfDependents = Extract<IndicatorRule, { method: 'share-of-dependents' }>;

/** The answers the rule reads of each member. */
export const DEPENDENCE_ANSWERS = [
  'birthDate',
  'monthlyAllowance',
  'disabilityForm',
] as const satisfies readonly (keyof MemberFacts)[];

export interface CompiledDependence {
  readonly childUnderAge: number;
  readonly elderlyFromAge: number;
  readonly socialAllowances: ReadonlySet<string>;
  readonly otherAllowances: ReadonlySet<string>;
}

export const compileDependence = (rule: ShareOfDependents): CompiledDependence => ({
  childUnderAge: rule.childUnderAge,
  elderlyFromAge: rule.elderlyFromAge,
  socialAllowances: new Set(rule.socialAllowances),
  otherAllowances: new Set(rule.otherAllowances),
});

export type Dependence = 'dependent' | 'independent' | 'unknown';

/** A child, or an elderly or disabled person on a monthly social allowance. An unlisted allowance is not known. */
export function dependenceOf(
  rule: CompiledDependence,
  member: MemberFacts,
  youngest: number,
  oldest: number,
): Dependence {
  if (oldest < rule.childUnderAge) return 'dependent';
  const allowance = member.monthlyAllowance;
  if (allowance !== null && rule.otherAllowances.has(allowance))
    return youngest < rule.childUnderAge ? 'unknown' : 'independent';
  const allowed = allowance !== null && rule.socialAllowances.has(allowance);
  const elderlyOrDisabled = youngest >= rule.elderlyFromAge || member.disabilityForm !== null;
  return allowed && elderlyOrDisabled ? 'dependent' : 'unknown';
}

/** Deprived when more than half of the members depend on the others. */
export function shareOfDependents(members: number, dependents: number, unknown: number): StateCode {
  if (members === 0) return UNKNOWN;
  if (dependents * 2 > members) return DEPRIVED;
  return (dependents + unknown) * 2 > members ? UNKNOWN : NOT_DEPRIVED;
}
