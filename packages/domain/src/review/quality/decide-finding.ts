import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';
import type { CaseState } from '../case/case-state.ts';

/** `gone`: no longer found. */
export const FINDING_STATES = ['open', 'explained', 'sentBack', 'gone'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export const FINDING_ACTS = ['explain', 'sendBack', 'reopen'] as const;
export type FindingAct = (typeof FINDING_ACTS)[number];

export type FindingProblemCode =
  | 'review.finding-closed'
  | 'review.finding-reason-missing'
  | 'review.finding-no-household'
  | 'review.finding-too-late';

/** States of a case in which the household may still be surveyed again without anything being taken back. */
const BEFORE_MEETING: readonly CaseState[] = ['listed', 'surveyed', 'scored', 'rejected', 'returned'];

interface FindingNow {
  readonly state: FindingState;
  readonly ofHousehold: boolean;
  /** Of the household's case; null in a round without a procedure. */
  readonly caseState: CaseState | null;
  readonly roundOpen: boolean;
}

/** What an inspector makes of a finding: explained, or the household is to be asked again; each with its reason. */
export function decideFinding(
  now: FindingNow,
  act: FindingAct,
  reason: string,
): Result<FindingState, Problem<FindingProblemCode>> {
  if (reason.trim() === '') return refuse('review.finding-reason-missing');
  if (act === 'reopen')
    return now.state === 'explained' || now.state === 'sentBack'
      ? ok('open')
      : refuse('review.finding-closed');
  if (now.state === 'gone') return refuse('review.finding-closed');
  if (act === 'explain') return ok('explained');
  if (!now.ofHousehold) return refuse('review.finding-no-household');
  const late = !now.roundOpen || (now.caseState !== null && !BEFORE_MEETING.includes(now.caseState));
  return late ? refuse('review.finding-too-late') : ok('sentBack');
}

/** What a finding is after the checks ran again: found still, or not. */
export function afterChecking(before: FindingState | null, found: boolean): FindingState | null {
  if (!found) return before === 'explained' ? 'explained' : before === null ? null : 'gone';
  return before === null || before === 'gone' ? 'open' : before;
}
