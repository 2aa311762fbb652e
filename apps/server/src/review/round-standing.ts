import {
  type ClosingBlocker,
  closingBlockers,
  type RoundStanding,
} from '@benvung/domain/review/closing-blockers';
import { ledgerOf } from '@benvung/domain/review/movement-ledger';
import type { Db } from '../platform/database/database.ts';
import { countOpenCasesUnder } from './case/case-board.store.ts';
import {
  type BaseTold,
  countDesk,
  countUndecidedUnder,
  listBasesUnder,
  type PlaceCounts,
} from './desk.store.ts';
import { type LedgerLine, readLedgerLines } from './ledger-counters.store.ts';
import type { ReviewRound } from './review-round.store.ts';

/** All that tells how far the rounds under a path are, read at once. */
export interface StandingsUnder {
  readonly places: readonly PlaceCounts[];
  readonly bases: readonly BaseTold[];
  of(communeId: number): RoundStanding;
}

export async function readStandings(
  db: Db,
  { year, path, villages }: { year: number; path: string; villages: boolean },
): Promise<StandingsUnder> {
  const places = await countDesk(db, year, path);
  const undecided = await countUndecidedUnder(db, year, path);
  const bases = await listBasesUnder(db, { year, path, villages });
  const openCases = await countOpenCasesUnder(db, year, path);
  const lines = await readLedgerLines(db, { year, path, villages });
  const sum = (communeId: number, column: 'pending' | 'unverified') =>
    places.reduce((total, place) => total + (place.communeId === communeId ? place[column] : 0), 0);
  return {
    places,
    bases,
    of: (communeId) => ({
      pending: sum(communeId, 'pending'),
      openCases: openCases.get(communeId) ?? 0,
      undecidedMatches: undecided.get(communeId) ?? 0,
      baseMissing: !bases.some((base) => base.communeId === communeId && base.villageId === 0),
      unverified: sum(communeId, 'unverified'),
      unbalanced: lines.filter((line) => line.communeId === communeId && !balances(line)).length,
    }),
  };
}

const balances = ({ measures }: LedgerLine): boolean =>
  ledgerOf(measures).every(({ difference }) => difference === 0);

/** What is in the way of closing one open round. */
export async function readBlockers(
  db: Db,
  { year, communeId, scopePath }: Pick<ReviewRound, 'year' | 'communeId' | 'scopePath'>,
): Promise<ClosingBlocker[]> {
  const standings = await readStandings(db, { year, path: scopePath, villages: true });
  return closingBlockers(standings.of(communeId));
}
