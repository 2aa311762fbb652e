import { ok, refuse } from '../shared/result.ts';
import type { Relation } from './household-facts.ts';
import {
  type ActTime,
  checkAct,
  type Decision,
  type HouseholdState,
  openMemberships,
} from './household-state.ts';
import { checkEnd, ended } from './move-household.ts';

export interface Merge {
  /** The household that ends, and the version its author saw. */
  readonly from: HouseholdState;
  readonly fromVersion: number;
  /** What each who comes is to the head; `other` where nothing is said. */
  readonly relations: ReadonlyMap<string, Relation>;
}

export interface AfterMerge {
  readonly into: HouseholdState;
  readonly ended: HouseholdState;
}

/** One household takes in another, which ends; everyone's history stays with both. */
export function mergeHouseholds(
  into: HouseholdState,
  { from, fromVersion, relations }: Merge,
  time: ActTime,
): Decision<AfterMerge> {
  if (into.id === from.id) return refuse('household.same-household');
  const checked = checkAct(into, time);
  if (!checked.ok) return checked;
  const ends = checkEnd(from, { ...time, version: fromVersion });
  if (!ends.ok) return ends;
  const unknown = [...relations.keys()].some((id) => !from.members.some(({ personId }) => personId === id));
  if (unknown) return refuse('household.member-unknown');
  if ([...relations.values()].includes('head')) return refuse('household.two-heads');
  const coming = from.members.map((member) => ({
    ...member,
    relation: relations.get(member.personId) ?? ('other' as const),
  }));
  const { day } = time;
  return ok({
    into: {
      ...into,
      members: [...into.members, ...coming],
      departed: into.departed.filter(({ member }) =>
        coming.every(({ personId }) => personId !== member.personId),
      ),
      memberships: openMemberships(
        into.memberships,
        coming.map(({ personId, relation }) => ({
          personId,
          from: day,
          to: null,
          relation,
          reason: 'merged',
        })),
      ),
      persons: into.persons + from.persons,
    },
    ended: {
      ...ended(from, { on: day, reason: 'mergedInto', intoId: into.id }),
      departed: from.departed,
    },
  });
}
