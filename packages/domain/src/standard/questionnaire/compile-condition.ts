import { oldestAge, youngestAge } from '../../shared/age.ts';
import type { Comparison, Condition, Quantity } from './condition.ts';
import type { Answers, MemberAnswers } from './questionnaire.ts';

/** Kleene's three values. */
export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;
export type Truth = 0 | 1 | 2;

/** What a condition looks at; `member` while one member is asked about. */
export interface Scope {
  household: Answers;
  members: readonly MemberAnswers[];
  member: Answers | null;
  /** The survey day as a number, see `dayNumber`. */
  onDay: number;
}

export type CompiledCondition = (scope: Scope) => Truth;
export interface CompiledQuantity {
  readonly least: (scope: Scope) => number;
  readonly most: (scope: Scope) => number;
}

/** What the questionnaire tells of its questions: who is asked, and which answer is the day of birth. */
export interface QuestionPlaces {
  isOfMember(code: string): boolean;
  readonly birthCode: string | null;
}

/** A closure that always answers and never throws; unknown answers stay unknown. */
export function compileCondition(condition: Condition, places: QuestionPlaces): CompiledCondition {
  if (typeof condition === 'boolean') return condition ? () => TRUE : () => FALSE;
  if ('and' in condition) return allOf(condition.and.map((each) => compileCondition(each, places)));
  if ('or' in condition) return oneOf(condition.or.map((each) => compileCondition(each, places)));
  if ('not' in condition) return negated(compileCondition(condition.not, places));
  if ('is' in condition) return compileIs(condition.is, places);
  if ('has' in condition) return compileHas(condition.has, places);
  if ('known' in condition) {
    const answer = answerOf(condition.known, places);
    return (scope) => (answer(scope) == null ? FALSE : TRUE);
  }
  if ('compare' in condition) return compileComparison(condition.compare, places);
  if ('anyMember' in condition) return anyMember(compileCondition(condition.anyMember, places));
  return negated(anyMember(negated(compileCondition(condition.allMembers, places))));
}

const allOf =
  (parts: readonly CompiledCondition[]): CompiledCondition =>
  (scope) => {
    let result: Truth = TRUE;
    for (const part of parts) {
      const truth = part(scope);
      if (truth === FALSE) return FALSE;
      if (truth === UNKNOWN) result = UNKNOWN;
    }
    return result;
  };

const oneOf =
  (parts: readonly CompiledCondition[]): CompiledCondition =>
  (scope) => {
    let result: Truth = FALSE;
    for (const part of parts) {
      const truth = part(scope);
      if (truth === TRUE) return TRUE;
      if (truth === UNKNOWN) result = UNKNOWN;
    }
    return result;
  };

const negated =
  (part: CompiledCondition): CompiledCondition =>
  (scope) => {
    const truth = part(scope);
    return truth === UNKNOWN ? UNKNOWN : truth === TRUE ? FALSE : TRUE;
  };

const anyMember =
  (part: CompiledCondition): CompiledCondition =>
  (scope) => {
    const before = scope.member;
    let result: Truth = FALSE;
    for (const { answers } of scope.members) {
      scope.member = answers;
      const truth = part(scope);
      if (truth === TRUE) {
        result = TRUE;
        break;
      }
      if (truth === UNKNOWN) result = UNKNOWN;
    }
    scope.member = before;
    return result;
  };

const answerOf = (code: string, { isOfMember }: QuestionPlaces) =>
  isOfMember(code) ? (scope: Scope) => scope.member?.[code] : (scope: Scope) => scope.household[code];

function compileIs(
  [code, ...values]: readonly [string, ...(string | boolean)[]],
  places: QuestionPlaces,
): CompiledCondition {
  const answer = answerOf(code, places);
  return (scope) => {
    const given = answer(scope);
    if (given == null) return UNKNOWN;
    return values.includes(given as string | boolean) ? TRUE : FALSE;
  };
}

function compileHas(
  [code, ...values]: readonly [string, ...string[]],
  places: QuestionPlaces,
): CompiledCondition {
  const answer = answerOf(code, places);
  return (scope) => {
    const given = answer(scope);
    if (!Array.isArray(given)) return UNKNOWN;
    return values.some((value) => given.includes(value)) ? TRUE : FALSE;
  };
}

const MONTHS = 12;

/** NaN stands for a quantity nobody knows: it makes every comparison unknown. */
export function compileQuantity(quantity: Quantity, places: QuestionPlaces): CompiledQuantity {
  if (typeof quantity === 'number') return exactly(() => quantity);
  if ('answer' in quantity) {
    const answer = answerOf(quantity.answer, places);
    return exactly((scope) => {
      const given = answer(scope);
      return typeof given === 'number' ? given : Number.NaN;
    });
  }
  if ('age' in quantity) return compileAge(places.birthCode);
  if ('members' in quantity) return exactly((scope) => scope.members.length);
  if ('count' in quantity) {
    const part = compileCondition(quantity.count, places);
    return {
      least: (scope) => countMembers(scope, part, false),
      most: (scope) => countMembers(scope, part, true),
    };
  }
  if ('plus' in quantity) {
    const parts = quantity.plus.map((each) => compileQuantity(each, places));
    return {
      least: (scope) => parts.reduce((sum, part) => sum + part.least(scope), 0),
      most: (scope) => parts.reduce((sum, part) => sum + part.most(scope), 0),
    };
  }
  if ('perPersonAndMonth' in quantity) {
    const part = compileQuantity(quantity.perPersonAndMonth, places);
    const shared = (sum: number, { members }: Scope): number =>
      members.length === 0 ? Number.NaN : Math.floor(sum / (MONTHS * members.length));
    return {
      least: (scope) => shared(part.least(scope), scope),
      most: (scope) => shared(part.most(scope), scope),
    };
  }
  const [from, less] = quantity.minus.map((each) => compileQuantity(each, places)) as [
    CompiledQuantity,
    CompiledQuantity,
  ];
  return {
    least: (scope) => from.least(scope) - less.most(scope),
    most: (scope) => from.most(scope) - less.least(scope),
  };
}

const exactly = (value: (scope: Scope) => number): CompiledQuantity => ({ least: value, most: value });

function compileAge(birthCode: string | null): CompiledQuantity {
  if (birthCode === null) return exactly(() => Number.NaN);
  const ageBy =
    (years: typeof youngestAge) =>
    ({ member, onDay }: Scope): number => {
      const birth = member?.[birthCode];
      return typeof birth === 'string' ? years(birth, onDay) : Number.NaN;
    };
  return { least: ageBy(youngestAge), most: ageBy(oldestAge) };
}

function countMembers(scope: Scope, part: CompiledCondition, withUnknown: boolean): number {
  const before = scope.member;
  let count = 0;
  for (const { answers } of scope.members) {
    scope.member = answers;
    const truth = part(scope);
    if (truth === TRUE || (withUnknown && truth === UNKNOWN)) count += 1;
  }
  scope.member = before;
  return count;
}

function compileComparison(
  [left, comparison, right]: readonly [Quantity, Comparison, Quantity],
  places: QuestionPlaces,
): CompiledCondition {
  const a = compileQuantity(left, places);
  const b = compileQuantity(right, places);
  switch (comparison) {
    case '<':
      return less(a, b);
    case '>':
      return less(b, a);
    case '>=':
      return negated(less(a, b));
    case '<=':
      return negated(less(b, a));
    case '=':
      return equal(a, b);
    default:
      return negated(equal(a, b));
  }
}

const less =
  (a: CompiledQuantity, b: CompiledQuantity): CompiledCondition =>
  (scope) => {
    if (a.most(scope) < b.least(scope)) return TRUE;
    return a.least(scope) >= b.most(scope) ? FALSE : UNKNOWN;
  };

const equal =
  (a: CompiledQuantity, b: CompiledQuantity): CompiledCondition =>
  (scope) => {
    const [aLeast, aMost, bLeast, bMost] = [a.least(scope), a.most(scope), b.least(scope), b.most(scope)];
    if (aMost < bLeast || bMost < aLeast) return FALSE;
    return aLeast === aMost && bLeast === bMost && aLeast === bLeast ? TRUE : UNKNOWN;
  };
