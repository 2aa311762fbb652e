import type { Day } from '../../shared/day.ts';
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';
import type { WorkingCalendar } from '../../shared/working-days.ts';
import type { HouseholdClass } from '../../standard/household-class.ts';
import { adHocBegins, dueOf, hasStep, type ReviewProcedure } from '../review-procedure.ts';
import type { GoneReason } from '../review-record.ts';
import type { RoundKind } from '../review-round.ts';
import { CASE_TRANSITIONS, type CaseActName, type CaseState, isConcluded } from './case-state.ts';

export type CaseProblemCode =
  | 'review.case-step-not-next'
  | 'review.case-concluded'
  | 'review.case-reason-missing'
  | 'review.case-too-early'
  | 'review.case-not-screened'
  | 'review.case-vote-impossible'
  | 'review.case-vote-short'
  | 'review.case-vote-enough'
  | 'review.case-posting-runs'
  | 'review.case-opinion-first'
  | 'review.case-no-opinion'
  | 'review.case-same-person'
  | 'review.case-undetermined'
  | 'review.case-unverified'
  | 'review.case-other-conclusion'
  | 'review.case-cannot-undo';

/** What is known of a case when an act on it is decided. */
export interface CaseStanding {
  readonly state: CaseState;
  /** The list of record, form 01 (to be reviewed) or form 04 (to be recognised as having left). */
  readonly origin: 'record' | 'form01' | 'form04';
  readonly roundKind: RoundKind;
  readonly requestedOn: Day | null;
  readonly opening: HouseholdClass | null;
  readonly class: HouseholdClass | null;
  /** A signed paper form or a verified scorecard carries the class. */
  readonly verified: boolean;
  /** Who surveyed it first; a re-verification is made by others. */
  readonly surveyedBy: string | null;
  readonly postingEndsOn: Day | null;
  /** The last step, which alone may be undone. */
  readonly last: { readonly act: CaseActName; readonly from: CaseState | null } | null;
}

export type CaseAct =
  | { readonly act: 'screenIn' | 'list' | 'submit' | 'clear' | 'recognise' | 'exit' }
  | {
      readonly act: 'screenOut' | 'sendBack' | 'return' | 'refuse' | 'withdraw' | 'complain';
      readonly reason: string;
    }
  | { readonly act: 'markGone'; readonly reason: GoneReason }
  | { readonly act: 'survey'; readonly by: string }
  | {
      readonly act: 'score';
      readonly by: string;
      readonly class: HouseholdClass;
      readonly verified: boolean;
    }
  | {
      readonly act: 'agree' | 'reject';
      readonly present: number;
      readonly agreed: number;
      readonly reason?: string;
    }
  | { readonly act: 'post' }
  /** `of`: the whole posting is taken down, which is the only way back from it. */
  | { readonly act: 'undo'; readonly reason: string; readonly of?: 'posting' }
  | { readonly act: 'reverify'; readonly by: string; readonly reason: string };

export interface CaseCircumstances {
  readonly today: Day;
  /** `HH:MM` in Việt Nam. */
  readonly time: string;
  readonly calendar: WorkingCalendar;
  readonly procedure: ReviewProcedure;
}

/** What an accepted act changes of a case. */
export interface CaseStep {
  readonly act: CaseActName;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly reason: string | null;
  readonly change: Partial<Pick<CaseStanding, 'class' | 'verified' | 'surveyedBy' | 'postingEndsOn'>>;
}

type Decided = Result<CaseStep, Problem<CaseProblemCode>>;

/**
 * Whether an act may be done on a case now, and what it leads to: the one state machine of the review. Refused when the
 * law has another step first, when its clock has not run out, or when something the act rests on is missing.
 */
export function decideCaseAct(now: CaseStanding, command: CaseAct, about: CaseCircumstances): Decided {
  if (command.act === 'undo') return decideUndo(now, command);
  const to = CASE_TRANSITIONS[now.state][command.act];
  if (to === undefined)
    return refuse(isConcluded(now.state) ? 'review.case-concluded' : 'review.case-step-not-next', {
      state: now.state,
      act: command.act,
    });
  const objection = objectionTo(now, command, about);
  if (objection !== null) return objection;
  const reason = 'reason' in command && command.reason !== undefined ? command.reason.trim() : null;
  return ok({ act: command.act, from: now.state, to, reason, change: changeOf(now, command, about) });
}

type Objection = { ok: false; problem: Problem<CaseProblemCode> } | null;
const NEEDS_REASON: readonly CaseActName[] = [
  'screenOut',
  'sendBack',
  'return',
  'refuse',
  'withdraw',
  'complain',
  'reverify',
];

function objectionTo(now: CaseStanding, command: CaseAct, about: CaseCircumstances): Objection {
  if (NEEDS_REASON.includes(command.act) && 'reason' in command && (command.reason ?? '').trim() === '')
    return refuse('review.case-reason-missing');
  switch (command.act) {
    case 'withdraw':
      return now.origin === 'record'
        ? refuse('review.case-step-not-next', { state: now.state, act: command.act })
        : null;
    case 'list':
      return objectionToList(now, about);
    case 'agree':
    case 'reject':
      return objectionToVote(now, command, about.procedure);
    case 'submit':
      return asksOpinion(now, about) ? objectionToRunning(now, about) : refuse('review.case-no-opinion');
    case 'reverify':
      return command.by === now.surveyedBy ? refuse('review.case-same-person') : null;
    case 'score':
      return now.state === 'disputed' && command.by === now.surveyedBy
        ? refuse('review.case-same-person')
        : null;
    case 'recognise':
    case 'exit':
    case 'refuse':
      return objectionToConclusion(now, command.act, about);
    default:
      return null;
  }
}

/** Form 04 needs no quick screen; an ad hoc request is reviewed from its date of the month. */
function objectionToList(now: CaseStanding, { today, procedure }: CaseCircumstances): Objection {
  if (now.state === 'requested' && now.origin !== 'form04') return refuse('review.case-not-screened');
  if (now.roundKind === 'PERIODIC' || now.requestedOn === null) return null;
  const from = adHocBegins(procedure, now.requestedOn);
  return today < from ? refuse('review.case-too-early', { from }) : null;
}

/** At least the share of those attending that the procedure names (QĐ 24/2021: 50 %) agrees. */
export const isAgreed = (
  { present, agreed }: { readonly present: number; readonly agreed: number },
  { agreement }: Pick<ReviewProcedure, 'agreement'>,
): boolean => present > 0 && agreed * 100 >= agreement.percent * present;

function objectionToVote(
  now: CaseStanding,
  vote: { act: 'agree' | 'reject'; present: number; agreed: number },
  procedure: ReviewProcedure,
): Objection {
  const { present, agreed } = vote;
  if (now.class === null || now.class === 'UNDETERMINED') return refuse('review.case-undetermined');
  if (
    !Number.isInteger(present) ||
    !Number.isInteger(agreed) ||
    present < 1 ||
    agreed < 0 ||
    agreed > present
  )
    return refuse('review.case-vote-impossible', { present, agreed });
  const enough = isAgreed(vote, procedure);
  if (vote.act === 'agree' && !enough) return refuse('review.case-vote-short', { present, agreed });
  return vote.act === 'reject' && enough ? refuse('review.case-vote-enough', { present, agreed }) : null;
}

/** The days of the posting are over, the last one at the close of office. */
export function postingOver(
  { postingEndsOn }: Pick<CaseStanding, 'postingEndsOn'>,
  { today, time, procedure }: Pick<CaseCircumstances, 'today' | 'time' | 'procedure'>,
): boolean {
  if (postingEndsOn === null) return false;
  return today > postingEndsOn || (today === postingEndsOn && time >= procedure.officeCloses);
}

export type Conclusion = 'recognise' | 'exit' | 'refuse';

/** What a determined class leads to: recognition, leaving, or a refusal of who was never listed. */
export function conclusionOf({
  class: of,
  opening,
}: Pick<CaseStanding, 'class' | 'opening'>): Conclusion | null {
  if (of === null || of === 'UNDETERMINED') return null;
  if (of === 'POOR' || of === 'NEAR_POOR') return 'recognise';
  return opening === 'POOR' || opening === 'NEAR_POOR' ? 'exit' : 'refuse';
}

export const RECOGNITION_LISTS = ['POOR', 'NEAR_POOR', 'POVERTY_EXIT', 'NEAR_POVERTY_EXIT'] as const;
export type RecognitionList = (typeof RECOGNITION_LISTS)[number];

/** The lists of the recognition decision a household is named in (QĐ 24/2021: four lists). */
export function recognitionListsOf({
  class: of,
  opening,
}: Pick<CaseStanding, 'class' | 'opening'>): RecognitionList[] {
  const exit =
    opening === 'POOR' && of !== 'POOR'
      ? (['POVERTY_EXIT'] as const)
      : opening === 'NEAR_POOR' && of !== 'POOR' && of !== 'NEAR_POOR'
        ? (['NEAR_POVERTY_EXIT'] as const)
        : [];
  return of === 'POOR' || of === 'NEAR_POOR' ? [of, ...exit] : [...exit];
}

/** Whether the procedure has the superior's opinion between the posting and the decision, for this kind of round. */
export const asksOpinion = (
  { roundKind }: Pick<CaseStanding, 'roundKind'>,
  { procedure }: Pick<CaseCircumstances, 'procedure'>,
): boolean => hasStep(procedure, roundKind, 'opinion');

const objectionToRunning = (now: CaseStanding, about: CaseCircumstances): Objection =>
  postingOver(now, about)
    ? null
    : refuse('review.case-posting-runs', {
        until: now.postingEndsOn ?? '',
        time: about.procedure.officeCloses,
      });

function objectionToConclusion(now: CaseStanding, act: Conclusion, about: CaseCircumstances): Objection {
  if (now.state === 'posted') {
    if (asksOpinion(now, about)) return refuse('review.case-opinion-first');
    const running = objectionToRunning(now, about);
    if (running !== null) return running;
  }
  const fitting = conclusionOf(now);
  if (fitting === null) return refuse('review.case-undetermined');
  if (!now.verified) return refuse('review.case-unverified');
  return fitting === act ? null : refuse('review.case-other-conclusion', { fitting });
}

function changeOf(
  now: CaseStanding,
  command: CaseAct,
  { today, calendar, procedure }: CaseCircumstances,
): CaseStep['change'] {
  if (command.act === 'survey')
    return { surveyedBy: now.surveyedBy ?? command.by, class: null, verified: false };
  if (command.act === 'score')
    return {
      class: command.class,
      verified: command.verified,
      surveyedBy: now.surveyedBy ?? command.by,
    };
  if (command.act !== 'post') return {};
  return { postingEndsOn: dueOf(calendar, procedure.limits.posting, { from: today, as: 'wait' }).day };
}

/** Steps that may be taken back while nothing rests on them; the others are corrected by the steps of the law. */
export const UNDOABLE: readonly CaseActName[] = [
  'screenIn',
  'screenOut',
  'list',
  'sendBack',
  'agree',
  'reject',
  'submit',
  'clear',
  'return',
  'markGone',
  'withdraw',
];

function decideUndo(now: CaseStanding, { reason, of }: Extract<CaseAct, { act: 'undo' }>): Decided {
  const { last } = now;
  const whole = of === 'posting' && last?.act === 'post';
  if (last === null || last.from === null || !(whole || UNDOABLE.includes(last.act)))
    return refuse('review.case-cannot-undo', { act: last?.act ?? '' });
  if (reason.trim() === '') return refuse('review.case-reason-missing');
  const change = whole ? { postingEndsOn: null } : {};
  return ok({ act: 'undo', from: now.state, to: last.from, reason: reason.trim(), change });
}

/** A case after an accepted act. */
export const afterStep = (now: CaseStanding, { act, from, to, change }: CaseStep): CaseStanding => ({
  ...now,
  ...change,
  state: to,
  last: { act, from },
});
