import type { PovertyCause, SupportWish } from '../household/household-facts.ts';
import { ok, type Problem, type Result, refuse } from '../shared/result.ts';
import type { HouseholdClass } from '../standard/household-class.ts';
import { atLeastNational, isBelowNational } from '../standard/local-class.ts';
import type { GoneReason, HouseholdFlags, ReviewRecord } from './review-record.ts';

/** What was wrong in a result and how it should be; what is not named stays. */
export interface ResultCorrection {
  readonly class?: HouseholdClass | undefined;
  readonly persons?: number | undefined;
  readonly flags?: { readonly [Flag in keyof HouseholdFlags]?: boolean | undefined } | undefined;
  readonly causes?: readonly PovertyCause[] | undefined;
  /** Illness stays as it was, whatever `causes` says: who corrects the others need not open it. */
  readonly keepIllness?: boolean | undefined;
  readonly wishes?: readonly SupportWish[] | undefined;
  /** The household was no longer there, and why; nothing else can be said of it then. */
  readonly gone?: GoneReason | undefined;
}

export type CorrectionProblemCode =
  | 'review.nothing-to-correct'
  | 'review.no-result-to-correct'
  | 'review.local-class-below-national';

export interface ResultsOfHousehold<R extends ReviewRecord> {
  /** The results of one household and year: under the nation's standard, and under the local one where there is one. */
  readonly national: R;
  readonly local: R | null;
}

export interface CorrectedResults<R extends ReviewRecord> {
  /** Those that changed, the named one first. */
  readonly changed: readonly R[];
  /** One that only arrived this year, of a household that was not there. */
  readonly removed: readonly R[];
}

/**
 * Corrects a household's result under one standard. A class belongs to that standard alone; what was wrong of the
 * household itself was wrong under both. A local class is never below the national one: it follows the national up,
 * and is refused when it is itself corrected down too far.
 */
export function correctResults<R extends ReviewRecord>(
  { national, local }: ResultsOfHousehold<R>,
  named: 'national' | 'local',
  change: ResultCorrection,
): Result<CorrectedResults<R>, Problem<CorrectionProblemCode>> {
  const isLocal = named === 'local' && local !== null;
  const first = correctResult(isLocal ? local : national, change);
  if (!first.ok) return first;
  const other = isLocal ? national : local;
  if (other === null) return ok({ changed: [first.value], removed: [] });
  if (change.gone !== undefined && other.opening === null)
    return ok({ changed: [first.value], removed: [other] });
  const { class: _class, ...shared } = change;
  const second = correctResult(other, shared);
  const corrected = second.ok ? second.value : other;
  const classes = {
    national: (isLocal ? corrected : first.value).closing?.class,
    local: (isLocal ? first.value : corrected).closing?.class,
  };
  if (classes.national === undefined || classes.local === undefined)
    return ok({ changed: second.ok ? [first.value, corrected] : [first.value], removed: [] });
  if (isLocal && isBelowNational(classes.national, classes.local))
    return refuse('review.local-class-below-national');
  const raised = isLocal ? corrected : withClass(corrected, atLeastNational(classes.national, classes.local));
  const changed = second.ok || raised !== corrected ? [first.value, raised] : [first.value];
  return ok({ changed, removed: [] });
}

const withClass = <R extends ReviewRecord>(record: R, to: HouseholdClass): R =>
  record.closing === null || record.closing.class === to
    ? record
    : { ...record, closing: { ...record.closing, class: to } };

/** The result as it should have been. What a correction does not change is refused, so that none is kept in vain. */
export function correctResult<R extends ReviewRecord>(
  record: R,
  { gone, ...change }: ResultCorrection,
): Result<R, Problem<CorrectionProblemCode>> {
  if (gone !== undefined)
    return record.goneReason === gone
      ? refuse('review.nothing-to-correct')
      : ok({ ...record, closing: null, goneReason: gone });
  const { closing } = record;
  if (closing === null) return refuse('review.no-result-to-correct');
  const corrected = {
    ...closing,
    class: change.class ?? closing.class,
    persons: change.persons ?? closing.persons,
    flags: { ...closing.flags, ...told(change.flags ?? {}) },
    causes: correctedCauses(closing.causes, change),
    wishes: change.wishes ?? closing.wishes,
  };
  return JSON.stringify(corrected) === JSON.stringify(closing)
    ? refuse('review.nothing-to-correct')
    : ok({ ...record, closing: corrected });
}

/** In the order of before, so that naming the same causes is no change. */
function correctedCauses(
  before: readonly PovertyCause[],
  { causes, keepIllness = false }: Pick<ResultCorrection, 'causes' | 'keepIllness'>,
): readonly PovertyCause[] {
  if (causes === undefined) return before;
  const kept = keepIllness ? before.filter((cause) => cause === 'illness') : [];
  const wanted = new Set([...causes.filter((cause) => !keepIllness || cause !== 'illness'), ...kept]);
  return [
    ...before.filter((cause) => wanted.has(cause)),
    ...[...wanted].filter((one) => !before.includes(one)),
  ];
}

const told = (flags: NonNullable<ResultCorrection['flags']>): Partial<HouseholdFlags> =>
  Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
