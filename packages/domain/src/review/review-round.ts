import { ok, type Problem, type Result, refuse } from '../shared/result.ts';
import { closingBlockers, type RoundStanding } from './closing-blockers.ts';

export const ROUND_STATUSES = ['NOT_BEGUN', 'OPEN', 'CLOSED', 'LOCKED'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

export const ROUND_ACTS = ['open', 'putRecord', 'close', 'reopen', 'lock', 'correct'] as const;
export type RoundAct = (typeof ROUND_ACTS)[number];

export const ROUND_KINDS = ['PERIODIC', 'AD_HOC'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

export type RoundProblemCode =
  | 'review.round-not-begun'
  | 'review.round-already-open'
  | 'review.round-closed'
  | 'review.round-not-closed'
  | 'review.year-locked'
  | 'review.year-not-locked'
  | 'review.records-pending'
  | 'review.cases-not-concluded'
  | 'review.matches-undecided'
  | 'review.base-missing'
  | 'review.results-unverified'
  | 'review.ledger-unbalanced'
  | 'review.reason-missing'
  | 'review.author-missing';

/** Where each act leads. What is not here is refused, with the reason of `refusalOf`. */
export const ROUND_TRANSITIONS: Readonly<Record<RoundStatus, Partial<Record<RoundAct, RoundStatus>>>> = {
  NOT_BEGUN: { open: 'OPEN' },
  OPEN: { putRecord: 'OPEN', close: 'CLOSED' },
  CLOSED: { reopen: 'OPEN', lock: 'LOCKED' },
  LOCKED: { correct: 'LOCKED' },
};

/** What an act is judged by besides the status of its round. */
export interface RoundCircumstances extends Partial<RoundStanding> {
  readonly reason?: string;
  readonly author?: string;
}

/**
 * Whether an act may be done on a round, and the status it leads to. A locked year only takes corrections
 * (đính chính), each with its reason and author; reopening a closed round needs a reason as well.
 */
export function decideRoundAct(
  status: RoundStatus,
  act: RoundAct,
  circumstances: RoundCircumstances = {},
): Result<RoundStatus, Problem<RoundProblemCode>> {
  const next = ROUND_TRANSITIONS[status][act];
  if (next === undefined) return refuse(refusalOf(status, act), { status });
  const { reason = '', author = '' } = circumstances;
  const blocker = act === 'close' ? closingBlockers(circumstances)[0] : undefined;
  if (blocker !== undefined) return refuse(blocker.code, { count: blocker.count });
  if ((act === 'correct' || act === 'reopen') && reason.trim() === '') return refuse('review.reason-missing');
  if (act === 'correct' && author.trim() === '') return refuse('review.author-missing');
  return ok(next);
}

function refusalOf(status: RoundStatus, act: RoundAct): RoundProblemCode {
  if (status === 'NOT_BEGUN') return 'review.round-not-begun';
  if (status === 'LOCKED') return 'review.year-locked';
  if (act === 'correct') return 'review.year-not-locked';
  if (status === 'CLOSED') return 'review.round-closed';
  return act === 'open' ? 'review.round-already-open' : 'review.round-not-closed';
}
