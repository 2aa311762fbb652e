import { ok, refuse } from '../shared/result.ts';
import type { Flag, FlagOverrides } from './derive-flags.ts';
import {
  type ActTime,
  checkAct,
  type Decision,
  type HouseholdFields,
  type HouseholdState,
} from './household-state.ts';

export function correctHousehold(
  state: HouseholdState,
  changes: Partial<HouseholdFields>,
  time: ActTime,
): Decision {
  const checked = checkAct(state, time);
  if (!checked.ok) return checked;
  if (changedFields(state.fields, changes).length === 0) return refuse('household.nothing-changed');
  return ok({ ...state, fields: { ...state.fields, ...changes } });
}

/** The names of the fields that differ; never their values. */
export const changedFields = (
  fields: HouseholdFields,
  changes: Partial<HouseholdFields>,
): (keyof HouseholdFields)[] =>
  (Object.keys(changes) as (keyof HouseholdFields)[]).filter(
    (key) => JSON.stringify(changes[key]) !== JSON.stringify(fields[key]),
  );

export interface FlagChange {
  readonly flag: Flag;
  /** `null` takes the override back: what members tell counts again. */
  readonly value: boolean | null;
  readonly reason: string;
}

/** An officer's word against what is derived; it needs a reason, as taking it back does. */
export function overrideFlag(state: HouseholdState, change: FlagChange, time: ActTime): Decision {
  const checked = checkAct(state, time);
  if (!checked.ok) return checked;
  const { flag, value } = change;
  const reason = change.reason.trim();
  if (reason === '') return refuse('household.reason-missing');
  const { [flag]: before, ...others }: FlagOverrides = state.flagOverrides;
  if (value !== null) return ok({ ...state, flagOverrides: { ...others, [flag]: { value, reason } } });
  return before === undefined
    ? refuse('household.flag-not-overridden')
    : ok({ ...state, flagOverrides: others });
}
