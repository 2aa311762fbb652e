import { createHash } from 'node:crypto';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { checkScorecard } from '@benvung/domain/standard/check-scorecard';
import type { StandardProblemCode } from '@benvung/domain/standard/problems';
import type { Scorecard } from '@benvung/domain/standard/scorecard';
import { findStandard } from '@benvung/regulations/find-standard';
import type { Db } from '../platform/database/database.ts';
import { regulations } from './read-regulations.ts';
import { describeFault } from './scorecard-fault-text.ts';
import { findScorecard, insertScorecard, type StoredScorecard } from './standard.store.ts';

export interface ScorecardLoad {
  readonly scorecard: Scorecard;
  readonly loadedBy: string;
  readonly loadedAt: Date;
}

/**
 * Keeps a checked scorecard. A version is never changed: the same content again does no harm, other content
 * under the same id is refused and needs a new version.
 */
export async function loadScorecard(
  db: Db,
  { scorecard, loadedBy, loadedAt }: ScorecardLoad,
): Promise<Result<StoredScorecard, Problem<StandardProblemCode>>> {
  if (findStandard(regulations(), scorecard.standardId) === undefined)
    return refuse('standard.unknown-standard', { standard: scorecard.standardId });
  const [fault] = checkScorecard(scorecard);
  if (fault !== undefined) return refuse('standard.scorecard-faulty', { fault: describeFault(fault) });
  const contentHash = hashScorecard(scorecard);
  const known = await findScorecard(db, scorecard.id);
  if (known !== undefined)
    return known.contentHash === contentHash
      ? ok(known)
      : refuse('standard.scorecard-version-taken', { id: scorecard.id });
  const card = { scorecard, contentHash, loadedBy, loadedAt };
  await insertScorecard(db, card);
  return ok(card);
}

export const hashScorecard = (scorecard: Scorecard): string =>
  createHash('sha256').update(JSON.stringify(scorecard)).digest('hex');
