import type { openSensitiveFields, sensitiveFields } from '@benvung/contract/household';
import type { z } from 'zod';
import type { Db } from '../platform/database/database.ts';
import type { StoredHousehold } from './household.store.ts';
import { listAllMembers, type StoredMember } from './member.store.ts';

type Field = z.infer<typeof openSensitiveFields>['fields'][number];
type Opened = z.infer<typeof sensitiveFields>;

const VALUES: Readonly<
  Record<Exclude<Field, 'location'>, (member: StoredMember) => Record<string, string | null>>
> = {
  identityNumber: ({ identityNumber }) => ({ identityNumber }),
  ethnicity: ({ ethnicity }) => ({ ethnicity }),
  disability: ({ disabilityForm, disabilityDegree }) => ({ disabilityForm, disabilityDegree }),
  illness: ({ untreatedIllness }) => ({
    illness: untreatedIllness === null ? null : untreatedIllness ? 'untreated' : 'none',
  }),
  nutrition: ({ nutrition }) => ({ nutrition }),
};

/** The values of the fields asked for; the caller logs who read them, of whom, and why. */
export async function openFieldsOf(
  db: Db,
  household: StoredHousehold,
  fields: readonly Field[],
): Promise<Opened> {
  const members = await listAllMembers(db, household.originCommuneId, household.id);
  const { latitude, longitude } = household;
  const location =
    fields.includes('location') && latitude !== null && longitude !== null
      ? { location: `${latitude}, ${longitude}` }
      : {};
  return {
    members: members.map((member) => ({
      personId: member.personId,
      values: Object.assign(
        {},
        member.relation === 'head' ? location : {},
        ...fields.flatMap((field) => (field === 'location' ? [] : [VALUES[field](member)])),
      ),
    })),
  };
}
