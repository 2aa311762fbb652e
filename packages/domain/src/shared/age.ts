/** The oldest age a person without a known birth date is taken to have. */
export const OLDEST_AGE = 110;

/** The sum of eight character codes of `0`, each times its power of ten. */
const ALL_ZEROS = 48 * 11_111_111;

/** A day as one number that keeps the order of days: 2023-10-15 is 20231015. Written out: ages are read most. */
export const dayNumber = (day: string): number =>
  day.charCodeAt(0) * 10_000_000 +
  day.charCodeAt(1) * 1_000_000 +
  day.charCodeAt(2) * 100_000 +
  day.charCodeAt(3) * 10_000 +
  day.charCodeAt(5) * 1_000 +
  day.charCodeAt(6) * 100 +
  day.charCodeAt(8) * 10 +
  day.charCodeAt(9) -
  ALL_ZEROS;

/** A day of birth is known, not only a year or a month. */
export const isExact = (birthDate: string | null): birthDate is string =>
  birthDate !== null && birthDate.length === 10;

const fullYears = (fromDay: number, toDay: number): number => Math.max(0, ((toDay - fromDay) / 10_000) | 0);

/** The youngest age in full years a person can have on a day, when only the birth year may be known. */
export const youngestAge = (birthDate: string | null, onDay: number): number => {
  if (birthDate === null) return 0;
  return fullYears(isExact(birthDate) ? dayNumber(birthDate) : lastOfYear(birthDate), onDay);
};

/** The oldest age in full years a person can have on a day. */
export const oldestAge = (birthDate: string | null, onDay: number): number => {
  if (birthDate === null) return OLDEST_AGE;
  return fullYears(isExact(birthDate) ? dayNumber(birthDate) : firstOfYear(birthDate), onDay);
};

const firstOfYear = (birthDate: string): number => Number(birthDate.slice(0, 4)) * 10_000 + 101;
const lastOfYear = (birthDate: string): number => Number(birthDate.slice(0, 4)) * 10_000 + 1231;
