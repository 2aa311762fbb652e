import type { Day } from '../shared/day.ts';
import { ok, refuse } from '../shared/result.ts';
import {
  type ActTime,
  checkAct,
  closeMemberships,
  type Decision,
  type HouseholdState,
  presentHome,
  type Residence,
} from './household-state.ts';

/** The whole household goes to live in another village, of this commune or another. */
export function moveHousehold(
  state: HouseholdState,
  { villageId }: { readonly villageId: number },
  time: ActTime,
): Decision {
  const checked = checkAct(state, time);
  if (!checked.ok) return checked;
  const { day } = time;
  const home = presentHome(state);
  if (home?.villageId === villageId) return refuse('household.same-village');
  if (home !== undefined && day <= home.from)
    return refuse('household.day-before-residence', { day, since: home.from });
  return ok({
    ...state,
    residences: [...closeHome(state, day), { villageId, from: day, to: null, reason: 'moved' }],
  });
}

/**
 * The last move is taken back, as if it had not been: the household lives where it lived before. Whoever acts saw the
 * version the move left, so that nothing happened since. `dropped`: the place it is no longer said to have lived in.
 */
export function undoMove(
  state: HouseholdState,
  { today, version }: Pick<ActTime, 'today' | 'version'>,
): Decision<{ readonly state: HouseholdState; readonly dropped: Residence; readonly back: Residence }> {
  const home = presentHome(state);
  const day = home?.from ?? today;
  const checked = checkAct(state, { day, today, version });
  if (!checked.ok) return checked;
  const former = state.residences.find(({ to }) => to === home?.from);
  if (home?.reason !== 'moved' || former === undefined) return refuse('household.no-move-to-undo');
  const back = { ...former, to: null };
  return ok({
    dropped: home,
    back,
    state: {
      ...state,
      residences: state.residences.flatMap((each) =>
        each === home ? [] : each === former ? [back] : [each],
      ),
    },
  });
}

const closeHome = (state: HouseholdState, day: Day): HouseholdState['residences'] =>
  state.residences.map((each) => (each.to === null ? { ...each, to: day } : each));

/** Why a household is no more; merging into another is an act of its own. */
export const END_REASONS = ['movedAway', 'died', 'notFound', 'duplicate'] as const;
export type EndReason = (typeof END_REASONS)[number];

export function endHousehold(
  state: HouseholdState,
  { reason }: { readonly reason: EndReason },
  time: ActTime,
): Decision {
  const checked = checkEnd(state, time);
  return checked.ok ? ok(ended(state, { on: time.day, reason, intoId: null })) : checked;
}

/** A household cannot end before what is last known of its home and people. */
export function checkEnd(state: HouseholdState, time: ActTime): Decision {
  const checked = checkAct(state, time);
  if (!checked.ok) return checked;
  const { day } = time;
  const home = presentHome(state);
  if (home !== undefined && day < home.from)
    return refuse('household.day-before-residence', { day, since: home.from });
  const later = state.memberships.find(({ to, from }) => to === null && day < from);
  if (later === undefined) return ok(state);
  const name = state.members.find(({ personId }) => personId === later.personId)?.fullName ?? '';
  return refuse('household.day-before-joining', { day, since: later.from, name });
}

/** Ended: nobody is here, and its home and everyone's place in it are closed on that day. */
export function ended(state: HouseholdState, end: NonNullable<HouseholdState['ended']>): HouseholdState {
  return {
    ...state,
    residences: closeHome(state, end.on),
    memberships: closeMemberships(
      state.memberships,
      new Set(state.members.map(({ personId }) => personId)),
      end.on,
    ),
    members: [],
    departed: [
      ...state.departed,
      ...state.members.map((member) => ({ member, on: end.on, reason: end.reason })),
    ],
    persons: 0,
    ended: end,
  };
}
