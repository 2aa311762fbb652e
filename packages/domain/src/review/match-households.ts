import { searchKey } from '../shared/vietnamese-text.ts';

/** A household of this year's list or of last year's, as far as the lists tell. */
export interface HouseholdToMatch {
  /** This year: the line of the list; last year: the household's id. */
  readonly key: string;
  readonly headName: string;
  readonly headIdentityNumber: string | null;
  readonly headBirthYear: number | null;
  /** Null when the list names none that is known. */
  readonly villageId: number | null;
  readonly members: readonly MemberToMatch[];
  /** False when the list names heads only: it then says nothing for or against the other members. */
  readonly membersListed?: boolean;
}

export interface MemberToMatch {
  readonly name: string;
  readonly birthYear: number | null;
  readonly identityNumber: string | null;
}

export const MATCH_CERTAINTIES = ['certain', 'probable', 'none'] as const;
export type MatchCertainty = (typeof MATCH_CERTAINTIES)[number];

export const MATCH_EVIDENCE = [
  'headIdentityNumber',
  'memberIdentityNumber',
  'headNameBirthYearVillage',
  'members',
  'identityNumbersDiffer',
  'namesDiffer',
  'severalCandidates',
] as const;
export type MatchEvidence = (typeof MATCH_EVIDENCE)[number];

export interface ProposedMatch {
  readonly listedKey: string;
  /** Null when none of last year's households fits: the household is new. */
  readonly candidateKey: string | null;
  readonly certainty: MatchCertainty;
  readonly evidence: readonly MatchEvidence[];
  /** Members found in both, the head included. */
  readonly commonMembers: number;
}

export interface MatchProposal {
  readonly matches: readonly ProposedMatch[];
  /** Last year's households that no listed household fits: gone, with a reason still to be given. */
  readonly unmatchedCandidates: readonly string[];
}

interface Pair {
  readonly listed: HouseholdToMatch;
  readonly candidate: HouseholdToMatch;
  readonly rank: number;
  readonly certainty: MatchCertainty;
  readonly evidence: readonly MatchEvidence[];
  readonly commonMembers: number;
}

/**
 * Proposes, for each household of this year's list, the household of last year's it continues: by the head's
 * identity number, else by the head's folded name, birth year and village, else by members in common. Each
 * household is proposed once at most, the strongest evidence first; a person decides. Pairs somebody has said to be
 * different are not proposed again: the next best is.
 */
export function proposeMatches(
  listed: readonly HouseholdToMatch[],
  candidates: readonly HouseholdToMatch[],
  isRejected: (listedKey: string, candidateKey: string) => boolean = () => false,
): MatchProposal {
  const find = candidateFinder(candidates);
  const steps = matchInSteps(listed, (household) =>
    [...find(household)].filter((candidate) => !isRejected(household.key, candidate.key)),
  );
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const matches = step.value;
  const used = new Set(matches.map(({ candidateKey }) => candidateKey));
  return {
    matches,
    unmatchedCandidates: candidates.map(({ key }) => key).filter((key) => !used.has(key)),
  };
}

const HOUSEHOLDS_A_STEP = 250;

/** The same, in short steps between which others get their turn; `find` gives whom a household may be. */
export function* matchInSteps(
  listed: readonly HouseholdToMatch[],
  find: (household: HouseholdToMatch) => Iterable<HouseholdToMatch>,
): Generator<undefined, ProposedMatch[]> {
  const pairs: Pair[] = [];
  const rivals = new Map<string, Pair[]>();
  for (const [at, household] of listed.entries()) {
    for (const candidate of find(household)) {
      const pair = comparePair(household, candidate);
      if (pair === null) continue;
      pairs.push(pair);
      addRival(rivals, `listed:${household.key}`, pair);
      addRival(rivals, `candidate:${candidate.key}`, pair);
    }
    if (at % HOUSEHOLDS_A_STEP === 0) yield;
  }
  pairs.sort((a, b) => a.rank - b.rank || b.commonMembers - a.commonMembers);
  yield;
  const taken = new Map<string, Pair>();
  const used = new Set<string>();
  for (const [at, pair] of pairs.entries()) {
    if (at % (HOUSEHOLDS_A_STEP * 8) === 0) yield;
    if (taken.has(pair.listed.key) || used.has(pair.candidate.key)) continue;
    taken.set(pair.listed.key, hasRival(pair, rivals, used) ? doubted(pair) : pair);
    used.add(pair.candidate.key);
  }
  return listed.map((household) => proposalOf(household, taken.get(household.key)));
}

function proposalOf({ key }: HouseholdToMatch, pair: Pair | undefined): ProposedMatch {
  if (pair === undefined)
    return { listedKey: key, candidateKey: null, certainty: 'none', evidence: [], commonMembers: 0 };
  const { candidate, certainty, evidence, commonMembers } = pair;
  return { listedKey: key, candidateKey: candidate.key, certainty, evidence, commonMembers };
}

type Rivals = ReadonlyMap<string, readonly Pair[]>;

function addRival(rivals: Map<string, Pair[]>, key: string, pair: Pair): void {
  const group = rivals.get(key);
  if (group === undefined) rivals.set(key, [pair]);
  else group.push(pair);
}

/** Another free candidate fits the same household as well, or another household the same candidate. */
function hasRival(pair: Pair, rivals: Rivals, used: ReadonlySet<string>): boolean {
  const equal = (other: Pair) =>
    other !== pair && other.rank === pair.rank && other.commonMembers === pair.commonMembers;
  const forHousehold = rivals.get(`listed:${pair.listed.key}`) ?? [];
  const forCandidate = rivals.get(`candidate:${pair.candidate.key}`) ?? [];
  return (
    forHousehold.some((other) => equal(other) && !used.has(other.candidate.key)) || forCandidate.some(equal)
  );
}

const doubted = (pair: Pair): Pair => ({
  ...pair,
  certainty: 'probable',
  evidence: [...pair.evidence, 'severalCandidates'],
});

const headKey = ({ headName, headBirthYear, villageId }: HouseholdToMatch): string | null =>
  headBirthYear === null || villageId === null
    ? null
    : `${searchKey(headName)}|${headBirthYear}|${villageId}`;

const memberKey = ({ name, birthYear }: MemberToMatch): string | null =>
  birthYear === null ? null : `${searchKey(name)}|${birthYear}`;

/** Every text by which a household can be found, so that only likely pairs are compared. */
function* keysOf(household: HouseholdToMatch): Generator<string> {
  if (household.headIdentityNumber !== null) yield `id:${household.headIdentityNumber}`;
  const head = headKey(household);
  if (head !== null) yield `head:${head}`;
  for (const member of household.members) {
    if (member.identityNumber !== null) yield `id:${member.identityNumber}`;
    const key = memberKey(member);
    if (key !== null && household.villageId !== null) yield `member:${key}|${household.villageId}`;
  }
}

/** Finds the candidates that share any text by which a household can be found; few of them will match. */
export function candidateFinder(
  candidates: readonly HouseholdToMatch[],
): (household: HouseholdToMatch) => Set<HouseholdToMatch> {
  const index = makeCandidateIndex();
  for (const candidate of candidates) index.add(candidate);
  return index.find;
}

/** The same for candidates that come a few at a time. */
export function makeCandidateIndex<Candidate extends HouseholdToMatch>() {
  const index = new Map<string, Candidate | Candidate[]>();
  const at = (key: string): readonly Candidate[] => {
    const found = index.get(key);
    return found === undefined ? [] : Array.isArray(found) ? found : [found];
  };
  return {
    add: (candidate: Candidate): void => {
      for (const key of new Set(keysOf(candidate))) {
        const before = at(key);
        index.set(key, before.length === 0 ? candidate : [...before, candidate]);
      }
    },
    find: (household: HouseholdToMatch): Set<Candidate> => {
      const found = new Set<Candidate>();
      for (const key of keysOf(household)) for (const candidate of at(key)) found.add(candidate);
      return found;
    },
  };
}

function comparePair(listed: HouseholdToMatch, candidate: HouseholdToMatch): Pair | null {
  const commonMembers = countCommonMembers(listed, candidate);
  const [own, other] = [listed.headIdentityNumber, candidate.headIdentityNumber];
  const numbersDiffer = own !== null && other !== null && own !== other;
  const sameName = searchKey(listed.headName) === searchKey(candidate.headName);
  const pair = (rank: number, certainty: MatchCertainty, evidence: MatchEvidence[]): Pair => ({
    listed,
    candidate,
    rank,
    certainty,
    evidence,
    commonMembers,
  });
  if (own !== null && own === other) {
    if (sameName || commonMembers >= 2) return pair(0, 'certain', ['headIdentityNumber']);
    return pair(1, 'probable', ['headIdentityNumber', 'namesDiffer']);
  }
  const doubt: MatchEvidence[] = numbersDiffer ? ['identityNumbersDiffer'] : [];
  const head = headKey(listed);
  if (head !== null && head === headKey(candidate) && (!numbersDiffer || commonMembers >= 2)) {
    const alone = listed.members.length <= 1 && candidate.members.length <= 1;
    const silent = listed.membersListed === false;
    const certain = !numbersDiffer && (commonMembers >= 2 || alone || silent);
    return pair(certain ? 2 : 3, certain ? 'certain' : 'probable', ['headNameBirthYearVillage', ...doubt]);
  }
  if (sharesIdentityNumber(listed, candidate)) return pair(4, 'probable', ['memberIdentityNumber', ...doubt]);
  const smaller = Math.min(listed.members.length, candidate.members.length);
  if (commonMembers >= 2 && commonMembers * 2 >= smaller) return pair(5, 'probable', ['members', ...doubt]);
  return null;
}

function countCommonMembers(a: HouseholdToMatch, b: HouseholdToMatch): number {
  const keys = new Set(b.members.map(memberKey));
  return a.members.filter((member) => {
    const key = memberKey(member);
    return key !== null && keys.has(key);
  }).length;
}

function sharesIdentityNumber(a: HouseholdToMatch, b: HouseholdToMatch): boolean {
  const numbers = new Set(
    [b.headIdentityNumber, ...b.members.map((member) => member.identityNumber)].filter(
      (number) => number !== null,
    ),
  );
  return [a.headIdentityNumber, ...a.members.map((member) => member.identityNumber)].some(
    (number) => number !== null && numbers.has(number),
  );
}
