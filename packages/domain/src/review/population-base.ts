import { ok, type Problem, type Result, refuse } from '../shared/result.ts';

/** The totals of one line (a village, or the commune as a whole); null is not known and never counts as 0. */
export const BASE_FIELDS = [
  'households',
  'persons',
  'minorityHouseholds',
  'minorityPersons',
  'localMinorityHouseholds',
  'localMinorityPersons',
] as const;
export type BaseField = (typeof BASE_FIELDS)[number];
export type BaseFigures = { readonly [Field in BaseField]: number | null };

export type BaseProblemCode = 'review.base-households-missing' | 'review.base-part-exceeds';

export const EMPTY_BASE: BaseFigures = {
  households: null,
  persons: null,
  minorityHouseholds: null,
  minorityPersons: null,
  localMinorityHouseholds: null,
  localMinorityPersons: null,
};

/** Each is a part of the other. */
const PARTS: readonly (readonly [BaseField, BaseField])[] = [
  ['minorityHouseholds', 'households'],
  ['localMinorityHouseholds', 'minorityHouseholds'],
  ['localMinorityHouseholds', 'households'],
  ['minorityPersons', 'persons'],
  ['localMinorityPersons', 'minorityPersons'],
  ['localMinorityPersons', 'persons'],
  ['households', 'persons'],
];

export const isBlankBase = (figures: BaseFigures): boolean =>
  BASE_FIELDS.every((field) => figures[field] === null);

export interface ExceedingPart {
  readonly part: BaseField;
  readonly whole: BaseField;
}

/** Where a part is more than its whole; a household has at least one person. */
export const exceedingParts = (figures: BaseFigures): ExceedingPart[] =>
  PARTS.flatMap(([part, whole]) => {
    const [some, all] = [figures[part], figures[whole]];
    return some !== null && all !== null && some > all ? [{ part, whole }] : [];
  });

/** A line is blank, or tells at least its households, and no part of it is more than its whole. */
export function checkBase(figures: BaseFigures): Result<BaseFigures, Problem<BaseProblemCode>> {
  if (isBlankBase(figures)) return ok(figures);
  if (figures.households === null) return refuse('review.base-households-missing');
  const exceeding = exceedingParts(figures)[0];
  if (exceeding === undefined) return ok(figures);
  return refuse('review.base-part-exceeds', {
    part: figures[exceeding.part],
    whole: figures[exceeding.whole],
  });
}

/** Households or persons of the Kinh and others who are no minority: never told apart, what is left of the total. */
export function majorityOf({
  total,
  minority,
}: {
  total: number | null;
  minority: number | null;
}): number | null {
  return total === null || minority === null || minority > total ? null : total - minority;
}

export interface BaseSum {
  /** Null while some village does not tell it. */
  readonly sum: number | null;
  /** Villages that tell it. */
  readonly told: number;
  /** The commune's own line less the sum; null while one of the two is not known. */
  readonly difference: number | null;
}

/** The villages' lines added up and set against the commune's own. */
export function sumOfBases(
  villages: readonly BaseFigures[],
  commune: BaseFigures,
): { readonly [Field in BaseField]: BaseSum } {
  const sumOf = (field: BaseField): BaseSum => {
    const told = villages.flatMap((figures) => figures[field] ?? []);
    const complete = villages.length > 0 && told.length === villages.length;
    const sum = complete ? told.reduce((total, value) => total + value, 0) : null;
    const own = commune[field];
    return { sum, told: told.length, difference: sum === null || own === null ? null : own - sum };
  };
  return {
    households: sumOf('households'),
    persons: sumOf('persons'),
    minorityHouseholds: sumOf('minorityHouseholds'),
    minorityPersons: sumOf('minorityPersons'),
    localMinorityHouseholds: sumOf('localMinorityHouseholds'),
    localMinorityPersons: sumOf('localMinorityPersons'),
  };
}
