import type { Scorecard } from '@benvung/domain/standard/scorecard';
import type { Db } from '../platform/database/database.ts';
import { regulations } from './read-regulations.ts';
import { findScorecard, listScorecards } from './standard.store.ts';

/** The cards that were loaded, and the shipped ones (all synthetic until the official card is at hand). */
export async function listUsableScorecards(db: Db): Promise<Scorecard[]> {
  const loaded = (await listScorecards(db)).map(({ scorecard }) => scorecard);
  return [...regulations().scorecards.map(({ scorecard }) => scorecard), ...loaded];
}

export const findUsableScorecard = async (db: Db, id: string): Promise<Scorecard | undefined> =>
  regulations().scorecards.find(({ scorecard }) => scorecard.id === id)?.scorecard ??
  (await findScorecard(db, id))?.scorecard;
