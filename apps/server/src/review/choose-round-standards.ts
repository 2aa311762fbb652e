import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import type { RoundStandards } from '@benvung/domain/review/review-under-standards';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import { findPovertyStandard, proposeStandards } from '../standard/standard.public.ts';

export interface StandardsWanted {
  /** The round's reference day. */
  readonly day: string;
  /** Of the province the commune lies in on that day. */
  readonly provinceCode: string | null;
  /** None: what the day proposes. */
  readonly standardId?: string | undefined;
  /** None: what the day proposes for the province; null: no local standard, whatever is proposed. */
  readonly localStandardId?: string | null | undefined;
}

/**
 * The standards a round is opened under. A local one must be of the province, in force on the day and set above the
 * national one of the round; that it is higher was checked when the standards were loaded.
 */
export function chooseRoundStandards({
  day,
  provinceCode,
  standardId,
  localStandardId,
}: StandardsWanted): Result<RoundStandards, Problem<ReviewProblemCode>> {
  const proposed = proposeStandards(day, provinceCode);
  const national = standardId === undefined ? proposed.national : findPovertyStandard(standardId);
  if (national === undefined || national.standard.scope.kind !== 'national')
    return refuse('review.standard-unknown', { standard: standardId ?? '' });
  if (national.standard.status === 'draft')
    return refuse('review.standard-draft', { standard: national.standard.id });
  if (localStandardId === null) return ok({ national, local: null });
  if (localStandardId === undefined) {
    const fits = proposed.local !== undefined && isAbove(proposed.local, national);
    return ok({ national, local: fits ? (proposed.local ?? null) : null });
  }
  const local = findPovertyStandard(localStandardId);
  const refusal = local === undefined ? undefined : refusalOf(local, { day, provinceCode, national });
  if (local === undefined || local.standard.scope.kind !== 'local')
    return refuse('review.standard-unknown', { standard: localStandardId });
  return refusal ?? ok({ national, local });
}

const isAbove = ({ standard: { scope } }: CompiledStandard, { standard }: CompiledStandard): boolean =>
  scope.kind === 'local' && scope.national === standard.id;

function refusalOf(
  { standard }: CompiledStandard,
  { day, provinceCode, national }: { day: string; provinceCode: string | null; national: CompiledStandard },
): Result<never, Problem<ReviewProblemCode>> | undefined {
  const { id, scope, validFrom, validTo, status } = standard;
  if (scope.kind !== 'local') return undefined;
  if (scope.unitCode !== provinceCode)
    return refuse('review.local-standard-elsewhere', { standard: id, province: scope.unitCode });
  if (status === 'draft' || day < validFrom || (validTo !== null && day > validTo))
    return refuse('review.local-standard-not-in-force', { standard: id, day });
  if (scope.national !== national.standard.id)
    return refuse('review.local-standard-of-another', { standard: id, national: scope.national });
  return undefined;
}

/** As a round keeps them: ids with the hashes of their versions. */
export const namedIn = ({ national, local }: RoundStandards) => ({
  standardId: national.standard.id,
  standardHash: national.hash,
  localStandard: local === null ? null : { id: local.standard.id, hash: local.hash },
});
