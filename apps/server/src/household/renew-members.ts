import type { MemberFacts } from '@benvung/domain/household/household-facts';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { Db } from '../platform/database/database.ts';
import {
  insertPersons,
  listMembersOf,
  markMembersLeft,
  recountPersons,
  type StoredMember,
  updatePersons,
} from './member.store.ts';
import { followHeads } from './members-on-day.store.ts';

interface HouseholdMembers {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly members: readonly MemberFacts[];
}

/**
 * Brings households' members to what a review found: the same persons are recognised by identity number, or by
 * name and birth year; newcomers join, those no longer listed leave on that day. What a list leaves blank stays.
 */
export async function renewMembers(
  db: Db,
  households: readonly HouseholdMembers[],
  { day, at }: { day: string; at: string },
): Promise<void> {
  if (households.length === 0) return;
  const stored = await listMembersOf(
    db,
    households.map(({ householdId }) => householdId),
  );
  const joined: { household: HouseholdMembers; member: MemberFacts; scopePath: string }[] = [];
  const changed: { stored: StoredMember; member: MemberFacts }[] = [];
  const left: StoredMember[] = [];
  for (const household of households) {
    const present = stored.get(household.householdId) ?? [];
    const scopePath = present[0]?.scopePath;
    const remaining = [...present];
    for (const member of household.members) {
      const index = remaining.findIndex((each) => isSamePerson(each, member));
      const same = index < 0 ? undefined : remaining.splice(index, 1)[0];
      if (same !== undefined) changed.push({ stored: same, member });
      else if (scopePath !== undefined) joined.push({ household, member, scopePath });
    }
    left.push(...remaining);
  }
  await updatePersons(db, changed);
  await insertPersons(
    db,
    joined.map(({ household, member, scopePath }) => ({
      ...household,
      member,
      scopePath,
      day,
      reason: 'reviewed',
    })),
  );
  await markMembersLeft(db, left, { day, reason: 'notListed' }, at);
  const ids = households.map(({ householdId }) => householdId);
  await followHeads(db, ids);
  await recountPersons(db, ids, at);
}

function isSamePerson(stored: StoredMember, listed: MemberFacts): boolean {
  if (stored.identityNumber !== null && listed.identityNumber !== null)
    return stored.identityNumber === listed.identityNumber;
  if (searchKey(stored.fullName) !== searchKey(listed.fullName)) return false;
  const [one, other] = [stored.birthDate?.slice(0, 4), listed.birthDate?.slice(0, 4)];
  return one === undefined || other === undefined || one === other;
}
