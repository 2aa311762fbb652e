import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';
import type { PlanTargetProblemCode } from './problems.ts';

/**
 * `draft`: only the giver works on it; `proposed`: sent to the unit; `asked`: the unit asks for another figure; `agreed`:
 * the unit accepts; `fixed`: handed down for good.
 */
export const TARGET_STATES = ['draft', 'proposed', 'asked', 'agreed', 'fixed'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

export const TARGET_ACTS = ['adjust', 'lock', 'unlock', 'propose', 'ask', 'agree', 'fix', 'reopen'] as const;
export type TargetAct = (typeof TARGET_ACTS)[number];

/** `giver`: who hands the target down (the unit above; the unit itself where nobody above does); `receiver`: the unit. */
export type TargetSide = 'giver' | 'receiver';

interface Rule {
  readonly by: TargetSide;
  readonly from: readonly TargetState[];
  /** Null: the state stays. */
  readonly to: TargetState | null;
}

const OPEN: readonly TargetState[] = ['draft', 'proposed', 'asked', 'agreed'];

const RULES: Readonly<Record<TargetAct, Rule>> = {
  /** Another figure undoes what was agreed of the old one. */
  adjust: { by: 'giver', from: OPEN, to: 'draft' },
  lock: { by: 'giver', from: OPEN, to: null },
  unlock: { by: 'giver', from: OPEN, to: null },
  propose: { by: 'giver', from: OPEN, to: 'proposed' },
  ask: { by: 'receiver', from: ['proposed', 'asked', 'agreed'], to: 'asked' },
  agree: { by: 'receiver', from: ['proposed', 'asked'], to: 'agreed' },
  fix: { by: 'giver', from: OPEN, to: 'fixed' },
  reopen: { by: 'giver', from: ['fixed'], to: 'proposed' },
};

export interface TargetStanding {
  readonly state: TargetState;
  /** Whether a figure is told at all. */
  readonly told: boolean;
}

/** The state after an act of one side, or why it may not be. */
export function negotiateTarget(
  { state, told }: TargetStanding,
  act: TargetAct,
  side: TargetSide,
): Result<TargetState, Problem<PlanTargetProblemCode>> {
  const { by, from, to } = RULES[act];
  if (by !== side)
    return refuse(by === 'giver' ? 'plan-target.not-the-giver' : 'plan-target.not-the-receiver');
  if (!from.includes(state)) {
    if (act === 'reopen') return refuse('plan-target.is-not-fixed');
    return refuse(state === 'fixed' ? 'plan-target.is-fixed' : 'plan-target.not-proposed');
  }
  if (!told && ['propose', 'fix', 'agree'].includes(act)) return refuse('plan-target.nothing-told');
  return ok(to ?? state);
}

/** What one side may do now, for buttons. */
export const actsNow = (standing: TargetStanding, side: TargetSide): TargetAct[] =>
  TARGET_ACTS.filter((act) => negotiateTarget(standing, act, side).ok);
