import type { HouseholdFacts, MemberFacts } from '../household/household-facts.ts';
import { dayNumber, isExact, oldestAge, youngestAge } from '../shared/age.ts';
import { compileDwellingRule, type DwellingRule } from './dwelling-rules.ts';
import type { IndicatorMethod, IndicatorRule } from './indicator-rule.ts';
import { type MemberRule, stateOverAges } from './member-ages.ts';
import { compileMemberRule } from './member-rules.ts';
import { compileDependence, dependenceOf, shareOfDependents } from './share-of-dependents.ts';
import { DEPRIVED, type StateCode, UNKNOWN } from './state-code.ts';

/** Known and unknown deprivations of a household in one number: `known + unknown * 256`. */
export type PackedCount = number;
export const knownOf = (count: PackedCount): number => count & 255;
export const unknownOf = (count: PackedCount): number => count >> 8;

/**
 * Counts without evidence, for many households: the dwelling first, then one pass over the members, and that
 * only while fewer than `k` are known. Each method is called from a place of its own, so that the engine can
 * inline it: a loop over an array of rules costs twice as much. Nothing is allocated.
 */
export function compileCount(
  rules: readonly IndicatorRule[],
  k: number,
): (facts: HouseholdFacts) => PackedCount {
  for (const { method } of rules)
    if (method !== 'not-collected' && rules.filter((rule) => rule.method === method).length > 1)
      throw new TypeError(`two indicators of one standard use the method ${method}`);
  const ofDwelling = compileDwellingCount(rules);
  const ofMembers = compileMemberCount(rules);
  return (facts) => {
    const count = ofDwelling(facts);
    return knownOf(count) >= k ? count : count + ofMembers(facts);
  };
}

const tally = (state: StateCode): PackedCount => (state === DEPRIVED ? 1 : state === UNKNOWN ? 256 : 0);

function compileDwellingCount(rules: readonly IndicatorRule[]): (facts: HouseholdFacts) => PackedCount {
  const pick = (method: IndicatorMethod): DwellingRule | null => {
    const rule = rules.find((candidate) => candidate.method === method);
    return rule === undefined ? null : (compileDwellingRule(rule)?.of ?? null);
  };
  const structures = pick('durable-structures');
  const area = pick('area-per-person');
  const water = pick('water-source');
  const toilet = pick('toilet-kind');
  const internet = pick('internet-use');
  const phone = pick('phone-or-internet-use');
  const device = pick('information-device');
  const loudspeaker = pick('information-device-or-loudspeaker');
  const notCollected = rules.filter(({ method }) => method === 'not-collected').length * 256;
  return (facts) => {
    let count = notCollected;
    if (structures !== null) count += tally(structures(facts));
    if (area !== null) count += tally(area(facts));
    if (water !== null) count += tally(water(facts));
    if (toilet !== null) count += tally(toilet(facts));
    if (internet !== null) count += tally(internet(facts));
    if (phone !== null) count += tally(phone(facts));
    if (device !== null) count += tally(device(facts));
    if (loudspeaker !== null) count += tally(loudspeaker(facts));
    return count;
  };
}

/** A member's answer to one rule as a bit: deprived in the low half, unknown in the high half. */
const mark = (state: StateCode, bit: number): number =>
  state === DEPRIVED ? bit : state === UNKNOWN ? bit << 16 : 0;

type MemberMarks = (member: MemberFacts, age: number) => number;

function compileMemberMarks(rules: readonly IndicatorRule[]): MemberMarks {
  const pick = (method: IndicatorMethod): MemberRule | null => {
    const rule = rules.find((candidate) => candidate.method === method);
    return rule === undefined ? null : (compileMemberRule(rule)?.at ?? null);
  };
  const job = pick('job-without-contract');
  const nutrition = pick('child-nutrition');
  const insurance = pick('insurance-from-age');
  const education = pick('education-for-age');
  const educationBorn = pick('education-born-from');
  const schoolLevel = pick('school-level-for-age');
  const school = pick('school-attendance');
  const illness = pick('untreated-illness');
  return (member, age) => {
    let marks = 0;
    if (job !== null) marks |= mark(job(member, age), 1);
    if (nutrition !== null) marks |= mark(nutrition(member, age), 2);
    if (insurance !== null) marks |= mark(insurance(member, age), 4);
    if (education !== null) marks |= mark(education(member, age), 8);
    if (educationBorn !== null) marks |= mark(educationBorn(member, age), 16);
    if (schoolLevel !== null) marks |= mark(schoolLevel(member, age), 32);
    if (school !== null) marks |= mark(school(member, age), 64);
    if (illness !== null) marks |= mark(illness(member, age), 128);
    return marks;
  };
}

function compileMemberCount(rules: readonly IndicatorRule[]): (facts: HouseholdFacts) => PackedCount {
  const marksOf = compileMemberMarks(rules);
  const ofUncertainAge = compileUncertainMarks(rules);
  const dependents = rules.find((rule) => rule.method === 'share-of-dependents');
  const dependence = dependents === undefined ? null : compileDependence(dependents);
  const asked = rules.filter((rule) => compileMemberRule(rule) !== undefined).length;
  let lastDay = '';
  let today = 0;
  return ({ members, surveyDay }) => {
    const size = members.length;
    if (size === 0) return (asked + (dependence === null ? 0 : 1)) * 256;
    if (surveyDay !== lastDay) {
      lastDay = surveyDay;
      today = dayNumber(surveyDay);
    }
    let marks = 0;
    let dependent = 0;
    let open = 0;
    for (let at = 0; at < size; at += 1) {
      const member = members[at] as MemberFacts;
      const { birthDate } = member;
      const oldest = oldestAge(birthDate, today);
      const youngest = isExact(birthDate) ? oldest : youngestAge(birthDate, today);
      marks |= youngest === oldest ? marksOf(member, oldest) : ofUncertainAge(member, youngest, oldest);
      if (dependence === null) continue;
      const depends = dependenceOf(dependence, member, youngest, oldest);
      if (depends === 'dependent') dependent += 1;
      else if (depends === 'unknown') open += 1;
    }
    const count = bits(marks & 255) + bits((marks >> 16) & ~marks & 255) * 256;
    return dependence === null ? count : count + tally(shareOfDependents(size, dependent, open));
  };
}

/** The rare member of uncertain age: each rule over the whole range, as the evidence asks it. */
function compileUncertainMarks(
  rules: readonly IndicatorRule[],
): (member: MemberFacts, youngest: number, oldest: number) => number {
  const compiled = MARKED_METHODS.map((method) => {
    const rule = rules.find((candidate) => candidate.method === method);
    return rule === undefined ? undefined : compileMemberRule(rule)?.at;
  });
  return (member, youngest, oldest) => {
    let marks = 0;
    for (let at = 0; at < compiled.length; at += 1) {
      const rule = compiled[at];
      if (rule !== undefined) marks |= mark(stateOverAges(rule, member, youngest, oldest), 1 << at);
    }
    return marks;
  };
}

/** In the order of the bits of `compileMemberMarks`. */
const MARKED_METHODS = [
  'job-without-contract',
  'child-nutrition',
  'insurance-from-age',
  'education-for-age',
  'education-born-from',
  'school-level-for-age',
  'school-attendance',
  'untreated-illness',
] as const satisfies readonly IndicatorMethod[];

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
