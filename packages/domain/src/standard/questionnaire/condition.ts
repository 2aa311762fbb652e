/**
 * Conditions on answers, as data: one small form for skipping and for checking, on paper, screen and phone. Every
 * condition is true, false or unknown; what is not known never becomes "no".
 */
export type Condition =
  | boolean
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition }
  /** The answer to a choice is one of the values. */
  | { readonly is: readonly [code: string, ...values: (string | boolean)[]] }
  /** A choice of several holds one of the values. */
  | { readonly has: readonly [code: string, ...values: string[]] }
  /** Answered, and not by "?": itself never unknown. */
  | { readonly known: string }
  | { readonly compare: readonly [Quantity, Comparison, Quantity] }
  | { readonly anyMember: Condition }
  | { readonly allMembers: Condition };

export const COMPARISONS = ['<', '<=', '=', '!=', '>=', '>'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A number, known between two bounds: an age of which only the birth year is known, a count with unknowns. */
export type Quantity =
  | number
  | { readonly answer: string }
  /** Of the member asked about, in full years on the survey day. */
  | { readonly age: 'onSurveyDay' }
  /** Members of whom it is so. */
  | { readonly count: Condition }
  /** Lines of the roster. */
  | { readonly members: 'all' }
  | { readonly plus: readonly Quantity[] }
  | { readonly minus: readonly [Quantity, Quantity] }
  /** A sum of the household's twelve months, per person of the roster and month: whole, rounded down. */
  | { readonly perPersonAndMonth: Quantity };

/** Every condition directly inside another. */
export function partsOf(condition: Condition): readonly Condition[] {
  if (typeof condition === 'boolean') return [];
  if ('and' in condition) return condition.and;
  if ('or' in condition) return condition.or;
  if ('not' in condition) return [condition.not];
  if ('anyMember' in condition) return [condition.anyMember];
  return 'allMembers' in condition ? [condition.allMembers] : [];
}
