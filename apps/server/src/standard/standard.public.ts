/**
 * What other features ask of the poverty standards. A round names its standards; `proposeStandards` only says
 * what the day would suggest. Classes come from `getStandard(id).classify(facts, evidence)`.
 */
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import { findStandard, type StandardsInForce, standardsInForce } from '@benvung/regulations/find-standard';
import { regulations } from './read-regulations.ts';

export { explainReview, type ReviewExplanation } from './explain-review.ts';
export { findUsableScorecard } from './list-scorecards.ts';
export { listUnverifiedLaw } from './list-unverified-law.ts';
export { regulations } from './read-regulations.ts';

/** The newest version of a standard, or the one with the hash a result keeps. */
export const findPovertyStandard = (id: string, hash?: string): CompiledStandard | undefined =>
  findStandard(regulations(), id, hash);

/** For an id that was checked before, as a round's is; throws when the package does not hold it. */
export function getStandard(id: string, hash?: string): CompiledStandard {
  const found = findPovertyStandard(id, hash);
  if (found === undefined) throw new Error(`no poverty standard ${id} ${hash ?? ''}`);
  return found;
}

/** National and, where the province set one, local standard in force on a day. */
export const proposeStandards = (day: string, provinceCode: string | null): StandardsInForce =>
  standardsInForce(regulations(), day, provinceCode);

/** Standards that give a second class beside the nation's; every version counts once. */
export const localStandardIds = (): string[] => [
  ...new Set(
    regulations().standards.flatMap(({ standard }) => (standard.scope.kind === 'local' ? [standard.id] : [])),
  ),
];

export const isLocalStandard = (id: string): boolean => localStandardIds().includes(id);
