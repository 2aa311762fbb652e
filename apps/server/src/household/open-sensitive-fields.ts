import type { openSensitiveFields as Asked, sensitiveFields } from '@benvung/contract/household';
import {
  ALLOWANCE_LABELS,
  DISABILITY_DEGREE_LABELS,
  DISABILITY_FORM_LABELS,
  NUTRITION_LABELS,
  YES_NO,
} from '@benvung/domain/household/fact-labels';
import type { MemberFacts } from '@benvung/domain/household/household-facts';
import { factsOfField, type SensitiveField } from '@benvung/domain/household/sensitive-fields';
import type { Language, Text } from '@benvung/domain/shared/text';
import type { z } from 'zod';
import type { Db } from '../platform/database/database.ts';
import { regulations } from '../standard/standard.public.ts';
import type { StoredHousehold } from './household.store.ts';
import { listMembersGoneElsewhere } from './household-life.store.ts';
import { listAllMembers } from './member.store.ts';

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
      values: Object.fromEntries(asked.map((field) => [field, shownValue(member, field, language)])),
      facts: Object.fromEntries(asked.flatMap(factsOfField).map((fact) => [fact, member[fact]])),
    })),
    location: located ? { latitude, longitude } : null,
  };
}

function shownValue(member: MemberFacts, field: SensitiveField, language: Language): string | null {
  const say = (text: Text | undefined): string[] => (text === undefined ? [] : [text[language]]);
  switch (field) {
    case 'identityNumber':
      return member.identityNumber;
    case 'ethnicity':
      return member.ethnicity === null ? null : ethnicGroupName(member.ethnicity);
    case 'illness':
      return member.untreatedIllness === null
        ? null
        : YES_NO[member.untreatedIllness ? 'yes' : 'no'][language];
    case 'nutrition':
      return member.nutrition === null ? null : NUTRITION_LABELS[member.nutrition][language];
    case 'disability': {
      const parts = [
        ...(member.disabilityForm === null ? [] : say(DISABILITY_FORM_LABELS[member.disabilityForm])),
        ...(member.disabilityDegree === null ? [] : say(DISABILITY_DEGREE_LABELS[member.disabilityDegree])),
        ...(member.monthlyAllowance === 'disability' ? say(ALLOWANCE_LABELS.disability) : []),
      ];
      return parts.length === 0 ? null : parts.join(', ');
    }
  }
}

const ethnicGroupName = (code: string): string =>
  regulations().ethnicGroups.find((group) => group.code === code)?.name ?? code;
