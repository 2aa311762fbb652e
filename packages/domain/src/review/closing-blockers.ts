import type { RoundProblemCode } from './review-round.ts';

/** How far a round is from being closed. */
export interface RoundStanding {
  /** Households on the list that have neither a result nor a reason for being gone. */
  readonly pending: number;
  /** Cases of the procedure without a decision. */
  readonly openCases: number;
  /** Proposed matches nobody has decided. */
  readonly undecidedMatches: number;
  /** The total of all households living there is not known, so no rate can be told. */
  readonly baseMissing: boolean;
  /** Results of a scorecard whose official text is not at hand: none of them can be recognised. */
  readonly unverified: number;
  /** Lines of the movement ledger that do not balance. */
  readonly unbalanced: number;
}

export const CLOSING_BLOCKERS = ['pending', 'cases', 'matches', 'base', 'unverified', 'ledger'] as const;
export type ClosingBlockerKind = (typeof CLOSING_BLOCKERS)[number];

export interface ClosingBlocker {
  readonly kind: ClosingBlockerKind;
  /** Households, matches or lines it is about. */
  readonly count: number;
  /** What closing is refused with. */
  readonly code: RoundProblemCode;
}

const CODES = {
  pending: 'review.records-pending',
  cases: 'review.cases-not-concluded',
  matches: 'review.matches-undecided',
  base: 'review.base-missing',
  unverified: 'review.results-unverified',
  ledger: 'review.ledger-unbalanced',
} as const satisfies Record<ClosingBlockerKind, RoundProblemCode>;

/** What stands between an open round and its closing, in the order in which it is best worked off. */
export function closingBlockers(standing: Partial<RoundStanding>): ClosingBlocker[] {
  const {
    pending = 0,
    openCases = 0,
    undecidedMatches = 0,
    baseMissing = false,
    unverified = 0,
    unbalanced = 0,
  } = standing;
  const counts: Record<ClosingBlockerKind, number> = {
    pending,
    cases: openCases,
    matches: undecidedMatches,
    base: baseMissing ? 1 : 0,
    unverified,
    ledger: unbalanced,
  };
  return CLOSING_BLOCKERS.filter((kind) => counts[kind] > 0).map((kind) => ({
    kind,
    count: counts[kind],
    code: CODES[kind],
  }));
}
