import { isBirthProvince } from './birth-provinces.ts';
import type { Sex } from './household-facts.ts';

/**
 * The personal identification number (số định danh cá nhân, CCCD): `PPP C YY RRRRRR`: province or country of
 * birth registration, century with sex, year of birth, serial. It has no check digit, so it can only be compared
 * with what is known of the person; a doubt warns and never blocks.
 */
export type IdentityDoubtCode =
  | 'not-twelve-digits'
  | 'old-nine-digit-card'
  | 'lost-leading-zero'
  | 'prefix-unknown'
  | 'birth-year-not-plausible'
  | 'sex-differs'
  | 'birth-year-differs';

export interface IdentityDoubt {
  readonly code: IdentityDoubtCode;
}

export interface IdentityNumberParts {
  readonly place: string;
  readonly sex: Sex;
  readonly birthYear: number;
}

/** Digits without the blanks and marks people type between them. */
export const plainIdentityNumber = (text: string): string => text.replace(/[\s.'’-]/gu, '');

/** What twelve digits say; `null` for anything else. */
export function readIdentityNumber(number: string): IdentityNumberParts | null {
  if (!/^\d{12}$/u.test(number)) return null;
  const century = Number(number.charAt(3));
  return {
    place: number.slice(0, 3),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
  };
}

interface KnownOfPerson {
  readonly sex: Sex | null;
  readonly birthDate: string | null;
  readonly today: string;
}

export function checkIdentityNumber(number: string, known: KnownOfPerson): IdentityDoubt[] {
  const parts = readIdentityNumber(number);
  if (parts === null) return [{ code: shapeDoubt(number) }];
  const doubts: IdentityDoubtCode[] = [];
  if (!isKnownPrefix(parts.place)) doubts.push('prefix-unknown');
  if (parts.birthYear > Number(known.today.slice(0, 4))) doubts.push('birth-year-not-plausible');
  if (known.sex !== null && parts.sex !== known.sex) doubts.push('sex-differs');
  if (known.birthDate !== null && Number(known.birthDate.slice(0, 4)) !== parts.birthYear)
    doubts.push('birth-year-differs');
  return doubts.map((code) => ({ code }));
}

/** Spreadsheets drop the zero in front: eleven digits that make a sound number with it say so. */
function shapeDoubt(number: string): IdentityDoubtCode {
  if (/^\d{9}$/u.test(number)) return 'old-nine-digit-card';
  const padded = number.padStart(12, '0');
  const prefix = padded.slice(0, 3);
  if (/^\d{10,11}$/u.test(number) && isKnownPrefix(prefix)) return 'lost-leading-zero';
  return 'not-twelve-digits';
}

/** Provinces of birth registration; births registered abroad carry country codes from 100 on. */
const isKnownPrefix = (place: string): boolean => isBirthProvince(place) || Number(place) >= 100;
