import type { HouseholdRecord } from '@benvung/contract/household';
import { closedFacts } from '@benvung/domain/household/sensitive-fields';
import type { Language } from '@benvung/domain/shared/text';
import type { Db } from '../platform/database/database.ts';
import type { StoredHousehold } from './household.store.ts';
import { listAllMembers, type StoredMember } from './member.store.ts';
import { listMemberships } from './save-household.store.ts';
import { readUnitNames } from './unit-names.ts';
import { viewHousehold } from './view-household.ts';

/** What is written of a household and of those in it, as corrections name it; closed facts stay closed. */
export async function readRecord(
  db: Db,
  household: StoredHousehold,
  reader: { readonly today: string; readonly language: Language },
): Promise<HouseholdRecord> {
  const members = await listAllMembers(db, household.originCommuneId, household.id);
  const memberships = await listMemberships(db, household);
  const paths = [household.scopePath];
  const units = await readUnitNames(db, { paths, ids: [household.villageId] }, reader.today);
  const { events } = await viewHousehold(db, household, reader);
  const newest = [...events].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  const { listCode, registrationNumber, phone, address } = household;
  return {
    id: household.id,
    version: household.version,
    village: units.of(household.villageId),
    fields: { listCode, registrationNumber, phone, address },
    located: household.latitude !== null,
    members: members
      .filter(({ leftOn }) => leftOn === null)
      .map((member) => ({
        ...memberRecord(member),
        since:
          memberships.find(({ personId, to }) => personId === member.personId && to === null)?.from ?? null,
      })),
    last: newest === undefined ? null : { actor: newest.actor, at: newest.at, text: newest.text },
  };
}

type MemberRecord = Omit<HouseholdRecord['members'][number], 'since'>;

function memberRecord(member: StoredMember): MemberRecord {
  const closed = closedFacts(member) as MemberRecord['closed'];
  const { personId, originCommuneId, householdId, scopePath, version, leftOn, leftReason, ...facts } = member;
  return { personId, facts: { ...facts, ...Object.fromEntries(closed.map((fact) => [fact, null])) }, closed };
}
