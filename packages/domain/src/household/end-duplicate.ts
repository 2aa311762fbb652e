import { ok, refuse } from '../shared/result.ts';
import type { ActTime, Decision, HouseholdState } from './household-state.ts';
import { ended } from './move-household.ts';

/**
 * Ends a household that was written anew though it was known already. Nobody moves: the people of the known one are
 * the same people, and this one's stay in its own history. It ends no earlier than what is known of it begins.
 */
export function endDuplicate(
  state: HouseholdState,
  { knownId }: { readonly knownId: string },
  { day }: Pick<ActTime, 'day'>,
): Decision {
  if (state.id === knownId) return refuse('household.same-household');
  if (state.ended !== null) return refuse('household.ended', { day: state.ended.on });
  const begun = [...state.residences, ...state.memberships].filter(({ to }) => to === null);
  const on = begun.reduce((latest, { from }) => (from > latest ? from : latest), day);
  return ok(ended(state, { on, reason: 'mergedInto', intoId: knownId }));
}
