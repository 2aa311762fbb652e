import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';
import type { PlanStructureProblemCode } from './problems.ts';

/** How far a version of a plan is: drawn up, laid before the head, approved, issued, then replaced by the next one. */
export const PLAN_STATES = ['draft', 'submitted', 'approved', 'issued', 'replaced'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_ACTS = ['save', 'submit', 'return', 'approve', 'issue', 'amend', 'discard'] as const;
export type PlanAct = (typeof PLAN_ACTS)[number];

/** Those who draw a plan up, and those who decide on it. */
export type PlanPart = 'drafter' | 'head';

interface Step {
  readonly from: PlanState;
  /** Where it leads; `null` = the version is gone. `amend` opens the next version and leaves this one as it is. */
  readonly to: PlanState | null;
  readonly by: PlanPart;
  readonly reason: boolean;
}

const STEPS: Readonly<Record<PlanAct, Step>> = {
  save: { from: 'draft', to: 'draft', by: 'drafter', reason: false },
  submit: { from: 'draft', to: 'submitted', by: 'drafter', reason: false },
  return: { from: 'submitted', to: 'draft', by: 'head', reason: true },
  approve: { from: 'submitted', to: 'approved', by: 'head', reason: false },
  issue: { from: 'approved', to: 'issued', by: 'head', reason: false },
  amend: { from: 'issued', to: 'issued', by: 'drafter', reason: true },
  discard: { from: 'draft', to: null, by: 'drafter', reason: true },
};

export const partFor = (act: PlanAct): PlanPart => STEPS[act].by;

export const actsOn = (state: PlanState, parts: readonly PlanPart[]): readonly PlanAct[] =>
  PLAN_ACTS.filter((act) => STEPS[act].from === state && parts.includes(STEPS[act].by));

export interface PlanStepAsked {
  readonly state: PlanState;
  readonly act: PlanAct;
  readonly reason: string | null;
  /** Faults that forbid laying it before the head. */
  readonly errors: number;
}

/** The state an act leads to, or why it may not be done. */
export function takePlanStep(
  asked: PlanStepAsked,
): Result<PlanState | null, Problem<PlanStructureProblemCode>> {
  const step = STEPS[asked.act];
  if (step.from !== asked.state) return refuse('plan.wrong-state', { state: asked.state, act: asked.act });
  if (step.reason && (asked.reason ?? '').trim() === '') return refuse('plan.reason-missing');
  if (asked.act === 'submit' && asked.errors > 0) return refuse('plan.has-errors', { errors: asked.errors });
  return ok(step.to);
}
