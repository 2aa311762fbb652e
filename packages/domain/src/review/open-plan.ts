import type { RoundStatus } from './review-round.ts';

/** Why a commune's round of a year cannot be opened now. */
export const OPENING_OBSTACLES = ['alreadyOpened', 'lastYearOpen', 'ended'] as const;
export type OpeningObstacle = (typeof OPENING_OBSTACLES)[number];

export interface CommuneToOpen {
  readonly round: RoundStatus;
  /** Last year's round; `NOT_BEGUN` when there was none (the first year in this system). */
  readonly lastRound: RoundStatus;
  /** The commune no longer exists on the day. */
  readonly ended: boolean;
}

/** A round is opened once, over a list of last year that is finished. */
export function openingObstacle({ round, lastRound, ended }: CommuneToOpen): OpeningObstacle | null {
  if (round !== 'NOT_BEGUN') return 'alreadyOpened';
  if (ended) return 'ended';
  return lastRound === 'OPEN' ? 'lastYearOpen' : null;
}
