/** The oldest age a person without a known birth date is taken to have. */
export const OLDEST_AGE = 110;

const ZERO_CODE = 48;

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - ZERO_CODE;
  return value;
};

/** A day as one number that keeps the order of days: 2023-10-15 is 20231015. */
export const dayNumber = (day: string): number =>
  digits(day, 0, 4) * 10000 + digits(day, 5, 7) * 100 + digits(day, 8, 10);

/** The youngest age in full years a person can have on a day, when only the birth year may be known. */
export const youngestAge = (birthDate: string | null, onDay: number): number => {
  if (birthDate === null) return 0;
  const age =
    birthDate.length >= 10
      ? Math.floor((onDay - dayNumber(birthDate)) / 10000)
      : Math.floor(onDay / 10000) - digits(birthDate, 0, 4) - 1;
  return Math.max(age, 0);
};

/** The oldest age in full years a person can have on a day. */
export const oldestAge = (birthDate: string | null, onDay: number): number => {
  if (birthDate === null) return OLDEST_AGE;
  const age =
    birthDate.length >= 10
      ? Math.floor((onDay - dayNumber(birthDate)) / 10000)
      : Math.floor(onDay / 10000) - digits(birthDate, 0, 4);
  return Math.max(age, 0);
};
