import type { PovertyCause, SupportWish } from '../household/household-facts.ts';
import { ok, type Problem, type Result, refuse } from '../shared/result.ts';
import type { HouseholdClass } from '../standard/household-class.ts';
import type { GoneReason, HouseholdFlags, ReviewRecord } from './review-record.ts';

/** What was wrong in a result and how it should be; what is not named stays. */
export interface ResultCorrection {
  readonly class?: HouseholdClass | undefined;
  readonly persons?: number | undefined;
  readonly flags?: { readonly [Flag in keyof HouseholdFlags]?: boolean | undefined } | undefined;
  readonly causes?: readonly PovertyCause[] | undefined;
  readonly wishes?: readonly SupportWish[] | undefined;
  /** The household was no longer there, and why; nothing else can be said of it then. */
  readonly gone?: GoneReason | undefined;
}

export type CorrectionProblemCode = 'review.nothing-to-correct' | 'review.no-result-to-correct';

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
    causes: change.causes ?? closing.causes,
    wishes: change.wishes ?? closing.wishes,
  };
  return JSON.stringify(corrected) === JSON.stringify(closing)
    ? refuse('review.nothing-to-correct')
    : ok({ ...record, closing: corrected });
}

const told = (flags: NonNullable<ResultCorrection['flags']>): Partial<HouseholdFlags> =>
  Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
