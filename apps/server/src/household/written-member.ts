import type { memberChanges, memberToWrite } from '@benvung/contract/household-acts';
import type { MemberFacts } from '@benvung/domain/household/household-facts';
import { plainIdentityNumber } from '@benvung/domain/household/identity-number';
import { UNKNOWN_MEMBER } from '@benvung/domain/household/unknown-facts';
import { toNfc } from '@benvung/domain/shared/vietnamese-text';
import type { z } from 'zod';
import { onlySaid } from './begin-household.ts';

/** A person as a command tells them; what it leaves out is not known. */
export const writtenMember = (told: z.output<typeof memberToWrite>): MemberFacts =>
  tidy({
    ...UNKNOWN_MEMBER,
    personId: told.personId,
    fullName: told.fullName,
    relation: told.relation,
    ...onlySaid(told),
  });

export const correctedMember = (member: MemberFacts, changes: z.output<typeof memberChanges>): MemberFacts =>
  tidy({ ...member, ...onlySaid<MemberFacts>(changes) });

/** One form of every name, and numbers without what people type between digits; nothing blank is kept. */
function tidy(member: MemberFacts): MemberFacts {
  const number = member.identityNumber === null ? '' : plainIdentityNumber(member.identityNumber);
  return {
    ...member,
    fullName: toNfc(member.fullName).replace(/\s+/gu, ' ').trim(),
    identityNumber: number === '' ? null : number,
    birthDate: member.birthDate === '' ? null : member.birthDate,
  };
}
