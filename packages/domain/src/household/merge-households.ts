import { ok, refuse } from '../shared/result.ts';
import type { MemberFacts, Relation } from './household-facts.ts';
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
  /** Who was written in both: the person here each of them is. They do not come; what is not known here is filled in. */
  readonly same?: ReadonlyMap<string, string>;
}

export interface AfterMerge {
  readonly into: HouseholdState;
  readonly ended: HouseholdState;
}

/** One household takes in another, which ends; everyone's history stays with both. */
export function mergeHouseholds(
  into: HouseholdState,
  { from, fromVersion, relations, same = new Map() }: Merge,
  time: ActTime,
): Decision<AfterMerge> {
  if (into.id === from.id) return refuse('household.same-household');
  const checked = checkAct(into, time);
  if (!checked.ok) return checked;
  const ends = checkEnd(from, { ...time, version: fromVersion });
  if (!ends.ok) return ends;
  const unknown = [...relations.keys()].some((id) => !from.members.some(({ personId }) => personId === id));
  if (unknown || !isSound(same, into, from)) return refuse('household.member-unknown');
  if ([...relations.values()].includes('head')) return refuse('household.two-heads');
  const twice = from.members.filter(({ personId }) => same.has(personId));
  const coming = from.members
    .filter((member) => !twice.includes(member))
    .map((member) => ({ ...member, relation: relations.get(member.personId) ?? ('other' as const) }));
  const { day } = time;
  return ok({
    into: {
      ...into,
      members: [...into.members.map((member) => filled(member, twice, same)), ...coming],
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
      persons: into.persons + from.persons - twice.length,
    },
    ended: {
      ...ended(from, { on: day, reason: 'mergedInto', intoId: into.id }),
      departed: [...from.departed, ...twice.map((member) => ({ member, on: day, reason: 'duplicate' }))],
    },
  });
}

function isSound(same: ReadonlyMap<string, string>, into: HouseholdState, from: HouseholdState): boolean {
  const [mine, theirs] = [into, from].map(({ members }) => new Set(members.map(({ personId }) => personId)));
  return (
    new Set(same.values()).size === same.size &&
    [...same].every(([fromId, intoId]) => theirs?.has(fromId) && mine?.has(intoId))
  );
}

/** What is not known of a person here, and was known of the same person there. */
function filled(
  member: MemberFacts,
  twice: readonly MemberFacts[],
  same: ReadonlyMap<string, string>,
): MemberFacts {
  const other = twice.find(({ personId }) => same.get(personId) === member.personId);
  if (other === undefined) return member;
  const facts = Object.keys(member) as (keyof MemberFacts)[];
  const known = facts.filter((fact) => member[fact] === null && (other[fact] ?? null) !== null);
  return { ...member, ...Object.fromEntries(known.map((fact) => [fact, other[fact]])) };
}
