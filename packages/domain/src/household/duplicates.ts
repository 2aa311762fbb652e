import { searchKey } from '../shared/vietnamese-text.ts';
import type { Relation, Sex } from './household-facts.ts';

/** What two households are compared by. */
export interface ComparedMember {
  readonly personId: string;
  readonly fullName: string;
  readonly relation: Relation;
  readonly sex: Sex | null;
  readonly birthDate: string | null;
  readonly identityNumber: string | null;
}

export interface ComparedHousehold {
  readonly id: string;
  readonly villageId: number;
  readonly members: readonly ComparedMember[];
}

export type EvidenceKind =
  | 'sameNumber'
  | 'sameNumberOtherName'
  | 'sameNameAndBirth'
  | 'sameNameAndYear'
  | 'nearNameAndBirth'
  | 'nearNameAndYear';

/** Two persons who may be one, and why. */
export interface DuplicateEvidence {
  readonly kind: EvidenceKind;
  readonly oneId: string;
  readonly otherId: string;
  readonly bothHeads: boolean;
}

export interface DuplicateJudgement {
  /** `household`: both may be one household; `person`: someone is counted in two that are not one. */
  readonly kind: 'household' | 'person';
  readonly score: number;
  readonly evidence: readonly DuplicateEvidence[];
}

const WEIGHTS: Readonly<Record<EvidenceKind, number>> = {
  sameNumber: 100,
  sameNumberOtherName: 60,
  sameNameAndBirth: 60,
  sameNameAndYear: 35,
  nearNameAndBirth: 40,
  nearNameAndYear: 20,
};
const BOTH_HEADS = 15;
const SAME_VILLAGE = 10;
/** One namesake of one year who is no head is chance; two heads of one village who are namesakes are not. */
export const LEAST_SCORE = 50;
export const CERTAIN_FROM = 100;
export const LIKELY_FROM = 75;

/** Shorter names are not worth asking about. */
export const LEAST_LIKENESS_LETTERS = 2;

export type Certainty = 'certain' | 'likely' | 'possible';
export const certaintyOf = (score: number): Certainty =>
  score >= CERTAIN_FROM ? 'certain' : score >= LIKELY_FROM ? 'likely' : 'possible';

/** Whether two households may be one, or hold one person twice; undefined where what they share is chance. */
export function judgeDuplicate(
  one: ComparedHousehold,
  other: ComparedHousehold,
): DuplicateJudgement | undefined {
  const evidence = evidenceOf(one, other);
  if (evidence.length === 0) return undefined;
  const score =
    evidence.reduce((sum, { kind, bothHeads }) => sum + WEIGHTS[kind] + (bothHeads ? BOTH_HEADS : 0), 0) +
    (one.villageId === other.villageId ? SAME_VILLAGE : 0);
  if (score < LEAST_SCORE) return undefined;
  const smaller = Math.min(one.members.length, other.members.length);
  const whole = evidence.some(({ bothHeads }) => bothHeads) || evidence.length * 2 >= smaller;
  return { kind: whole ? 'household' : 'person', score, evidence };
}

/** The strongest likeness of each person of the one with a person of the other, each counted once. */
function evidenceOf(one: ComparedHousehold, other: ComparedHousehold): DuplicateEvidence[] {
  const found: DuplicateEvidence[] = [];
  for (const mine of one.members)
    for (const theirs of other.members) {
      const kind = likeness(mine, theirs);
      if (kind !== undefined)
        found.push({
          kind,
          oneId: mine.personId,
          otherId: theirs.personId,
          bothHeads: mine.relation === 'head' && theirs.relation === 'head',
        });
    }
  const taken = new Set<string>();
  return found
    .sort((a, b) => WEIGHTS[b.kind] - WEIGHTS[a.kind] || Number(b.bothHeads) - Number(a.bothHeads))
    .filter(({ oneId, otherId }) => {
      if (taken.has(oneId) || taken.has(otherId)) return false;
      taken.add(oneId).add(otherId);
      return true;
    });
}

/** How alike two persons are; a known difference of sex or of year sets them apart. */
export function likeness(one: ComparedMember, other: ComparedMember): EvidenceKind | undefined {
  const names = nameLikeness(one.fullName, other.fullName);
  const number = one.identityNumber;
  if (number !== null && /^\d{9}(\d{3})?$/u.test(number) && number === other.identityNumber)
    return names === 'far' ? 'sameNumberOtherName' : 'sameNumber';
  // two sound numbers that differ are two persons, whatever their names
  if (number !== null && other.identityNumber !== null) return undefined;
  if (names === 'far' || (one.sex !== null && other.sex !== null && one.sex !== other.sex)) return undefined;
  const births = birthLikeness(one.birthDate, other.birthDate);
  if (births === undefined) return undefined;
  return names === 'same'
    ? births === 'day'
      ? 'sameNameAndBirth'
      : 'sameNameAndYear'
    : births === 'day'
      ? 'nearNameAndBirth'
      : 'nearNameAndYear';
}

function birthLikeness(one: string | null, other: string | null): 'day' | 'year' | undefined {
  if (one === null || other === null) return undefined;
  if (one.length > 4 && other.length > 4)
    return one === other ? 'day' : nearDay(one, other) ? 'year' : undefined;
  return one.slice(0, 4) === other.slice(0, 4) ? 'year' : undefined;
}

/** Day and month the other way round, or the first of January that stands for "unknown", in one year. */
function nearDay(one: string, other: string): boolean {
  if (one.slice(0, 4) !== other.slice(0, 4)) return false;
  const turned = `${one.slice(0, 4)}-${one.slice(8, 10)}-${one.slice(5, 7)}`;
  return turned === other || one.endsWith('-01-01') || other.endsWith('-01-01');
}

/** `same` without marks, tone placement, i/y, đ/d; `near`: one letter off, or a middle word left out. */
export function nameLikeness(one: string, other: string): 'same' | 'near' | 'far' {
  const [a, b] = [searchKey(one), searchKey(other)];
  if (a === b) return 'same';
  const [wordsOfA, wordsOfB] = [a.split(' '), b.split(' ')];
  if (wordsOfA[0] === wordsOfB[0] && wordsOfA.at(-1) === wordsOfB.at(-1) && isWithin(wordsOfA, wordsOfB))
    return 'near';
  // a letter more or less makes another given name where names are short
  return a.length >= 8 && isOneLetterOff(a, b) ? 'near' : 'far';
}

function isWithin(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  if (few.length < 2 || few.length === many.length) return false;
  let at = 0;
  for (const word of many) if (word === few[at]) at += 1;
  return at === few.length;
}

/** One letter put in, left out, changed, or two neighbours changed over. */
function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const least = Math.min(a.length, b.length) - start;
  while (end < least && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [leftA, leftB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (leftA.length <= 1 && leftB.length <= 1) return true;
  return leftA.length === 2 && leftB.length === 2 && leftA[0] === leftB[1] && leftA[1] === leftB[0];
}

/** A pair that someone said is none comes back only when more speaks for it than did then. */
export const isProposedAgain = (dismissedScore: number, score: number): boolean => score > dismissedScore;
