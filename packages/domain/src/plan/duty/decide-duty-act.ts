import type { Day } from '../../shared/day.ts';
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';
import { DUTY_ACTS, DUTY_RULES, type DutyAct, type DutySide, type DutyState } from './duty-state.ts';
import type { PlanDutyProblemCode } from './problems.ts';

export interface DutyStanding {
  readonly state: DutyState;
  readonly dueOn: Day | null;
  /** The day an extension is asked to; null: none is asked. */
  readonly extensionTo: Day | null;
  /** Files kept with the duty. */
  readonly files: number;
}

export interface ToldOfAct {
  readonly today: Day;
  readonly sides: readonly DutySide[];
  /** Why, or what was done. */
  readonly words?: string | undefined;
  /** The paper that shows it was done: `12/BC-UBND ngày 14/6/2024`. */
  readonly evidence?: string | undefined;
  readonly day?: Day | undefined;
}

type Decided = Result<Pick<DutyStanding, 'state' | 'dueOn' | 'extensionTo'>, Problem<PlanDutyProblemCode>>;

const isBlank = (words: string | undefined): boolean => words === undefined || words.trim() === '';

/** Where a duty stands after an act, or why the act may not be. Granting gives the day told, whatever was asked. */
export function decideDutyAct(duty: DutyStanding, act: DutyAct, told: ToldOfAct): Decided {
  const { by, leads, needs } = DUTY_RULES[act];
  if (!told.sides.includes(by))
    return refuse(by === 'giver' ? 'plan-duty.not-the-giver' : 'plan-duty.not-the-receiver');
  const state = leads[duty.state];
  if (state === undefined) return refuse('plan-duty.act-not-now', { state: duty.state });
  for (const need of needs) {
    const lacking = lackOf(need, duty, told);
    if (lacking !== null) return refuse(lacking);
  }
  const granted = act === 'grantExtension' && told.day !== undefined;
  const extensionTo = act === 'askExtension' ? (told.day ?? null) : endsAsking(act) ? null : duty.extensionTo;
  return ok({ state, dueOn: granted ? told.day : duty.dueOn, extensionTo });
}

const endsAsking = (act: DutyAct): boolean =>
  ['grantExtension', 'refuseExtension', 'report', 'cancel', 'reopen'].includes(act);

function lackOf(
  need: (typeof DUTY_RULES)[DutyAct]['needs'][number],
  { dueOn, extensionTo, files }: DutyStanding,
  { today, words, evidence, day }: ToldOfAct,
): PlanDutyProblemCode | null {
  switch (need) {
    case 'reason':
      return isBlank(words) ? 'plan-duty.reason-missing' : null;
    case 'result':
      return isBlank(words) ? 'plan-duty.result-missing' : null;
    case 'evidence':
      return files === 0 && isBlank(evidence) ? 'plan-duty.evidence-missing' : null;
    case 'asked':
      return extensionTo === null ? 'plan-duty.extension-not-asked' : null;
    case 'notAsked':
      return extensionTo === null ? null : 'plan-duty.extension-asked-already';
    case 'day':
      if (day === undefined) return 'plan-duty.day-missing';
      return day <= today || (dueOn !== null && day <= dueOn) ? 'plan-duty.day-not-later' : null;
  }
}

/** What these sides may do now, for buttons: what an act must tell is asked in its form. */
export function dutyActsNow(
  { state, extensionTo, dueOn }: DutyStanding,
  sides: readonly DutySide[],
): DutyAct[] {
  return DUTY_ACTS.filter((act) => {
    const { by, leads, needs } = DUTY_RULES[act];
    if (!sides.includes(by) || leads[state] === undefined) return false;
    if (act === 'askExtension' && dueOn === null) return false;
    return (
      !(needs.includes('asked') && extensionTo === null) &&
      !(needs.includes('notAsked') && extensionTo !== null)
    );
  });
}
