import type { Day } from '../../shared/day.ts';
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';
import { type DutySide, type DutyState, isToDo } from './duty-state.ts';
import type { PlanDutyProblemCode } from './problems.ts';

/** What a duty says and whose desk it lies on: what its giver may still change. */
export interface DutyWords {
  readonly task: string;
  readonly node: string | null;
  readonly output: string;
  readonly evidenceAsked: string;
  readonly partners: readonly string[];
  readonly dueOn: Day | null;
  readonly periodWords: string | null;
  /** One name for a desk: the same desk, the same name. */
  readonly desk: string;
}

export interface EditedDuty extends DutyWords {
  readonly state: DutyState;
  readonly origin: 'plan' | 'own';
  readonly extensionTo: Day | null;
}

export interface ToldOfEdit {
  readonly next: DutyWords;
  readonly sides: readonly DutySide[];
  readonly today: Day;
  readonly reason: string;
}

export interface DutyEdit {
  readonly state: DutyState;
  readonly extensionTo: Day | null;
  readonly changed: readonly (keyof DutyWords)[];
}

const FIELDS = [
  'task',
  'node',
  'output',
  'evidenceAsked',
  'partners',
  'dueOn',
  'periodWords',
  'desk',
] as const satisfies readonly (keyof DutyWords)[];

/** Whether the giver may change a duty on this desk now. */
export const mayEditDuty = (state: DutyState, sides: readonly DutySide[]): boolean =>
  isToDo(state) && sides.includes('giver');

/**
 * What becomes of a duty whose giver changes it: freely while nobody has received it, with a reason afterwards. Another
 * desk has to receive it anew. What a plan says of it is changed by amending the plan; only its desk is not the plan's.
 */
export function decideDutyEdit(
  duty: EditedDuty,
  { next, sides, today, reason }: ToldOfEdit,
): Result<DutyEdit, Problem<PlanDutyProblemCode>> {
  if (!sides.includes('giver')) return refuse('plan-duty.not-the-giver');
  if (!isToDo(duty.state)) return refuse('plan-duty.act-not-now', { state: duty.state });
  if (next.task.trim() === '') return refuse('plan-duty.task-missing');
  const changed = FIELDS.filter((field) => JSON.stringify(duty[field]) !== JSON.stringify(next[field]));
  if (changed.length === 0) return refuse('plan-duty.nothing-changed');
  const moved = changed.includes('desk');
  if (duty.origin === 'plan' && changed.length > (moved ? 1 : 0)) return refuse('plan-duty.follows-plan');
  const dated = changed.includes('dueOn');
  if (dated && next.dueOn !== null && next.dueOn < today)
    return refuse('plan-duty.deadline-gone-by', { day: next.dueOn });
  if (duty.state !== 'assigned' && reason.trim() === '') return refuse('plan-duty.reason-missing');
  return ok({
    state: moved ? 'assigned' : duty.state,
    extensionTo: dated || moved ? null : duty.extensionTo,
    changed,
  });
}
