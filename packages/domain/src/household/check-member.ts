import { guardCell } from '../exchange/safe-cell.ts';
import { type Day, isValidDay } from '../shared/day.ts';
import { ok, refuse } from '../shared/result.ts';
import type { MemberFacts } from './household-facts.ts';
import type { Decision } from './household-state.ts';

const BIRTH_YEAR = /^\d{4}$/u;

/** Refuses a person nobody could be; an identity number only ever warns. */
export function checkMember(member: MemberFacts, today: Day): Decision<MemberFacts> {
  if (member.fullName.trim() === '') return refuse('household.person-name-missing');
  // "=HYPERLINK(…)" is nobody's name, and lists leave the house as spreadsheets
  if (guardCell(member.fullName.trim()) !== member.fullName.trim())
    return refuse('household.person-name-formula', { name: member.fullName });
  const { birthDate } = member;
  if (birthDate === null) return ok(member);
  if (!(BIRTH_YEAR.test(birthDate) ? Number(birthDate) > 1850 : isValidDay(birthDate)))
    return refuse('household.birth-date-invalid', { value: birthDate });
  return birthDate.slice(0, 4) > today.slice(0, 4) || (birthDate.length > 4 && birthDate > today)
    ? refuse('household.birth-date-in-future', { value: birthDate })
    : ok(member);
}
