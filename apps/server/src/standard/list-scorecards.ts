import type { Scorecard } from '@benvung/domain/standard/scorecard';
import type { Db } from '../platform/database/database.ts';
import { regulations } from './read-regulations.ts';
import { findScorecard, listScorecards } from './standard.store.ts';

export interface UsableScorecard {
  readonly scorecard: Scorecard;
  /** Null for one that is shipped. */
  readonly loadedBy: string | null;
}

/** The cards that were loaded, and the shipped ones (all synthetic until the official card is at hand). */
export async function listUsableScorecards(db: Db): Promise<UsableScorecard[]> {
  const shipped = regulations().scorecards.map(({ scorecard }) => ({ scorecard, loadedBy: null }));
  return [...shipped, ...(await listScorecards(db))];
}

export const findUsableScorecard = async (db: Db, id: string): Promise<Scorecard | undefined> =>
  regulations().scorecards.find(({ scorecard }) => scorecard.id === id)?.scorecard ??
  (await findScorecard(db, id))?.scorecard;

const isSameForm = (one: Scorecard, other: Scorecard): boolean =>
  one.standardId === other.standardId && one.formCode === other.formCode && one.region === other.region;

/** The newer version that took a card's place. */
export const replacedBy = (card: Scorecard, cards: readonly UsableScorecard[]): Scorecard | undefined =>
  cards.find(({ scorecard }) => isSameForm(card, scorecard) && scorecard.version > card.version)?.scorecard;

/** The newest older version a card takes the place of. */
export const replacedCard = (card: Scorecard, cards: readonly UsableScorecard[]): Scorecard | undefined =>
  cards
    .map(({ scorecard }) => scorecard)
    .filter((other) => isSameForm(card, other) && other.version < card.version)
    .sort((a, b) => a.version - b.version)
    .at(-1);
