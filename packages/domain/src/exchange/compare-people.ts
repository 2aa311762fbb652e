import type { Sex } from '../household/household-facts.ts';
import { searchKey } from '../shared/vietnamese-text.ts';

/** A person as the registry holds them, or as an extract of the population database tells of them. */
export interface ComparedPerson {
  readonly key: string;
  readonly fullName: string;
  readonly identityNumber: string | null;
  /** `YYYY-MM-DD`, or the year alone. */
  readonly birthDate: string | null;
  readonly sex: Sex | null;
}

export const COMPARED_FIELDS = ['fullName', 'birthDate', 'sex', 'identityNumber'] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

export type Comparison =
  | { readonly kind: 'same'; readonly ours: string; readonly theirs: string }
  | {
      readonly kind: 'differs';
      readonly ours: string;
      readonly theirs: string;
      readonly fields: readonly ComparedField[];
    }
  /** In the extract, and nobody here. */
  | { readonly kind: 'missingOurs'; readonly theirs: string }
  /** Here, and not in the extract. */
  | { readonly kind: 'missingTheirs'; readonly ours: string }
  /** Several may be meant: a person must look. */
  | { readonly kind: 'ambiguous'; readonly theirs: string; readonly candidates: readonly string[] };

const yearOf = (birthDate: string | null): string | null => birthDate?.slice(0, 4) ?? null;

/** A year agrees with a full date of that year. */
const birthAgrees = (one: string | null, other: string | null): boolean =>
  one === null ||
  other === null ||
  one === other ||
  (Math.min(one.length, other.length) === 4 && yearOf(one) === yearOf(other));

const sayKey = ({ fullName, birthDate }: ComparedPerson): string =>
  `${searchKey(fullName)}|${yearOf(birthDate) ?? '?'}`;

const FULL_NUMBER = /^\d{12}$/u;

function groupBy(people: readonly ComparedPerson[], keyOf: (person: ComparedPerson) => string | null) {
  const groups = new Map<string, ComparedPerson[]>();
  for (const person of people) {
    const key = keyOf(person);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [person]);
    else group.push(person);
  }
  return groups;
}

const numberOf = ({ identityNumber }: ComparedPerson): string | null =>
  identityNumber !== null && FULL_NUMBER.test(identityNumber) ? identityNumber : null;

/**
 * Compares an extract with the registry: by identity number first, then by name and birth year among those left.
 * Of a name only a real difference counts: case, tone placement and blanks do not. What the extract leaves blank
 * says nothing; what we leave blank and it tells is a difference.
 */
export function comparePeople(
  ours: readonly ComparedPerson[],
  theirs: readonly ComparedPerson[],
): Comparison[] {
  const found: Comparison[] = [];
  const settledOurs = new Set<string>();
  const settledTheirs = new Set<string>();
  const settle = (one: ComparedPerson, other: ComparedPerson) => {
    settledOurs.add(one.key);
    settledTheirs.add(other.key);
    const fields = differingFields(one, other);
    found.push(
      fields.length === 0
        ? { kind: 'same', ours: one.key, theirs: other.key }
        : { kind: 'differs', ours: one.key, theirs: other.key, fields },
    );
  };
  const leave = (other: ComparedPerson, candidates: readonly ComparedPerson[]) => {
    settledTheirs.add(other.key);
    for (const { key } of candidates) settledOurs.add(key);
    found.push({ kind: 'ambiguous', theirs: other.key, candidates: candidates.map(({ key }) => key) });
  };
  const meet = (keyOf: (person: ComparedPerson) => string | null) => {
    const oursBy = groupBy(
      ours.filter(({ key }) => !settledOurs.has(key)),
      keyOf,
    );
    const theirsBy = groupBy(
      theirs.filter(({ key }) => !settledTheirs.has(key)),
      keyOf,
    );
    for (const [key, others] of theirsBy) {
      const mine = oursBy.get(key);
      const [one] = mine ?? [];
      const [other] = others;
      if (mine === undefined || one === undefined || other === undefined) continue;
      if (mine.length === 1 && others.length === 1) settle(one, other);
      else for (const each of others) leave(each, mine);
    }
  };
  meet(numberOf);
  meet(sayKey);
  for (const { key } of theirs) if (!settledTheirs.has(key)) found.push({ kind: 'missingOurs', theirs: key });
  for (const { key } of ours) if (!settledOurs.has(key)) found.push({ kind: 'missingTheirs', ours: key });
  return found;
}

function differingFields(ours: ComparedPerson, theirs: ComparedPerson): ComparedField[] {
  const fields: ComparedField[] = [];
  if (searchKey(ours.fullName) !== searchKey(theirs.fullName) || marksDiffer(ours.fullName, theirs.fullName))
    fields.push('fullName');
  if (
    theirs.birthDate !== null &&
    (ours.birthDate === null ||
      !birthAgrees(ours.birthDate, theirs.birthDate) ||
      theirs.birthDate.length > ours.birthDate.length)
  )
    fields.push('birthDate');
  if (theirs.sex !== null && ours.sex !== theirs.sex) fields.push('sex');
  if (theirs.identityNumber !== null && ours.identityNumber !== theirs.identityNumber)
    fields.push('identityNumber');
  return fields;
}

/** "Hòa" and "Hoà" are one name; "Hoa" and "Hòa" are two. */
const marksDiffer = (one: string, other: string): boolean => marksOf(one) !== marksOf(other);

/** The letters of each word with its tone set apart, so that where the tone stands does not count. */
function marksOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .trim()
    .split(/\s+/u)
    .map((word) => {
      const tones = word.match(/[\u0300\u0301\u0303\u0309\u0323]/gu)?.join('') ?? '';
      return word.replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '') + tones;
    })
    .join(' ');
}
