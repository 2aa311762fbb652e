/** One reading of PostgreSQL's types for both drivers: days and instants stay text, int8 becomes a number. */
const TYPE_IDS = {
  int8: 20,
  numeric: 1700,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
} as const;

const asText = (text: string): string => text;

/** Counts fit in 2^53; a larger value (never a count here) stays a string rather than losing digits. */
const asWholeNumber = (text: string): number | string => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
};

/** PostgreSQL prints "2024-10-15 03:00:00+00"; the wire and the code use ISO 8601 in UTC. */
const asInstant = (text: string): string =>
  new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();

export const columnParsers: Readonly<Record<number, (text: string) => unknown>> = {
  [TYPE_IDS.int8]: asWholeNumber,
  [TYPE_IDS.numeric]: asText,
  [TYPE_IDS.date]: asText,
  [TYPE_IDS.timestamp]: asText,
  [TYPE_IDS.timestamptz]: asInstant,
};
