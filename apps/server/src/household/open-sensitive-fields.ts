import type { openSensitiveFields as Asked, sensitiveFields } from '@benvung/contract/household';
import type { MemberFacts } from '@benvung/domain/household/household-facts';
import { factsOfField, type SensitiveField } from '@benvung/domain/household/sensitive-fields';
import type { Language } from '@benvung/domain/shared/text';
import type { z } from 'zod';
import type { Db } from '../platform/database/database.ts';
import type { StoredHousehold } from './household.store.ts';
import { listMembersGoneElsewhere } from './household-life.store.ts';
import { listAllMembers } from './member.store.ts';
import { shownFact } from './shown-fact.ts';

type AskedField = z.infer<typeof Asked>['fields'][number];
type Opened = z.infer<typeof sensitiveFields>;

/** The asked fields and no other, in the reader's words. Who reads them is the caller's to log. */
export async function openSensitiveFields(
  db: Db,
  household: StoredHousehold,
  { fields, language }: { readonly fields: readonly AskedField[]; readonly language: Language },
): Promise<Opened> {
  const members = [
    ...(await listAllMembers(db, household.originCommuneId, household.id)),
    ...(await listMembersGoneElsewhere(db, household)),
  ];
  const asked = [...new Set(fields)].filter((field) => field !== 'location');
  const { latitude, longitude } = household;
  const located = fields.includes('location') && latitude !== null && longitude !== null;
  return {
    members: members.map((member) => ({
      personId: member.personId,
      values: Object.fromEntries(asked.map((field) => [field, shownSensitive(member, field, language)])),
      facts: Object.fromEntries(asked.flatMap(factsOfField).map((fact) => [fact, member[fact]])),
    })),
    location: located ? { latitude, longitude } : null,
  };
}

/** A closed field of a person in the reader's words; null where it is not known. */
export function shownSensitive(
  member: MemberFacts,
  field: SensitiveField,
  language: Language,
): string | null {
  const shown = (key: keyof MemberFacts): string | null => shownFact(key, member[key], language);
  switch (field) {
    case 'illness':
      return shown('untreatedIllness');
    case 'disability': {
      const allowance = member.monthlyAllowance === 'disability' ? shown('monthlyAllowance') : null;
      const parts = [shown('disabilityForm'), shown('disabilityDegree'), allowance];
      return parts.filter((part) => part !== null).join(', ') || null;
    }
    default:
      return shown(field);
  }
}
