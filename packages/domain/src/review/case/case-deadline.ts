import type { Day } from '../../shared/day.ts';
import { type WorkingCalendar, workingDaysBetween } from '../../shared/working-days.ts';
import { adHocBegins, type Due, dueOf, type ReviewProcedure } from '../review-procedure.ts';
import { isConcluded } from './case-state.ts';
import type { CaseStanding } from './decide-case-act.ts';

export const DEADLINE_KINDS = ['postingEnds', 'reverify', 'opinion', 'adHocDecision'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export interface CaseDeadline extends Due {
  readonly kind: DeadlineKind;
}

/** The clock a case runs against now; null where the law sets none. `since` is the day of its last step. */
export function caseDeadline(
  { state, roundKind, requestedOn, postingEndsOn }: CaseStanding,
  since: Day | null,
  { calendar, procedure }: { readonly calendar: WorkingCalendar; readonly procedure: ReviewProcedure },
): CaseDeadline | null {
  const { limits } = procedure;
  if (state === 'posted' && postingEndsOn !== null)
    return {
      kind: 'postingEnds',
      day: postingEndsOn,
      provisional: calendar.isProvisional(postingEndsOn),
      uncertain: limits.posting.kind === 'unknown',
    };
  if (state === 'disputed' && since !== null)
    return { kind: 'reverify', ...dueOf(calendar, limits.reverification, { from: since, as: 'duty' }) };
  if (state === 'submitted' && since !== null)
    return { kind: 'opinion', ...dueOf(calendar, limits.opinion, { from: since, as: 'duty' }) };
  if (roundKind === 'AD_HOC' && requestedOn !== null && !isConcluded(state))
    return {
      kind: 'adHocDecision',
      ...dueOf(calendar, limits.adHocDecision, { from: adHocBegins(procedure, requestedOn), as: 'duty' }),
    };
  return null;
}

/** Working days a deadline is over by; 0 on its day and before. The end of a posting is never late. */
export const workingDaysLate = (
  { kind, day }: CaseDeadline,
  today: Day,
  calendar: WorkingCalendar,
): number => (kind === 'postingEnds' ? 0 : Math.max(0, workingDaysBetween(calendar, day, today)));
