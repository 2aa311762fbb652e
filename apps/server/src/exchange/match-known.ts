import { cellAddress } from '@benvung/domain/exchange/exchange-issue';
import type { ListedHousehold } from '@benvung/domain/exchange/listed-household';
import {
  type HouseholdToMatch,
  matchInSteps,
  type ProposedMatch,
} from '@benvung/domain/review/match-households';
import type { KnownHousehold } from './exchange.store.ts';
import type { KnownHouseholds } from './known-households.ts';
import type { SpoolFile } from './spool-file.ts';

/** What the registry knows of a listed household; a proposal is for a person to decide. */
export interface Meeting {
  /** Certainly this one. */
  readonly known: KnownHousehold | null;
  /** Perhaps this one: until somebody decides, the listed household is a new one. */
  readonly proposal:
    | (ProposedMatch & { readonly candidate: KnownHousehold; readonly candidateKey: string })
    | null;
  /** What a person said of it before it was written. */
  readonly decided: readonly { readonly candidate: KnownHousehold; readonly same: boolean }[];
}

/** Whether the household in a line of the file is the known one, as a person said; null takes it back. */
export interface MatchDecision {
  readonly at: string;
  readonly candidate: string;
  readonly same: boolean | null;
}

interface Listed {
  readonly listed: ListedHousehold;
  readonly village: { readonly id: number };
}

interface MeetOptions<Household> {
  readonly decisions: readonly MatchDecision[];
  /** Where who must wait is put aside, one a line: a long list does not fit in memory. */
  readonly waiting: SpoolFile;
  /** Called once for each household. */
  settle(household: Household, meeting: Meeting): void;
  /** Others get their turn. */
  pause(): Promise<unknown>;
}

const UNKNOWN: Meeting = { known: null, proposal: null, decided: [] };
const HOUSEHOLDS_A_SLICE = 50;

/**
 * Meets a list with the households the registry knows: by our own id at once; by what heads and members have in
 * common when all of the list was read, because the strongest evidence comes first. Whoever resembles nobody does
 * not wait. What a person decided goes before all evidence.
 */
export function meetKnown<Household extends Listed>(
  { byId, find }: KnownHouseholds,
  { decisions, waiting, settle, pause }: MeetOptions<Household>,
) {
  const told = new Set<string>();
  const said = new Map(decisions.map((one) => [`${one.at}|${one.candidate}`, one]));
  const decidedOf = ({ at }: ListedHousehold) =>
    decisions.length === 0
      ? []
      : [...said.values()].flatMap((one) => {
          const candidate = one.at === cellAddress(at) ? byId.get(one.candidate) : undefined;
          return candidate === undefined || one.same === null ? [] : [{ candidate, same: one.same }];
        });
  const toMatch: HouseholdToMatch[] = [];
  /** Whom those that wait are not, as was said. */
  const others = new Map<string, Meeting['decided']>();
  const free = (household: HouseholdToMatch) =>
    [...find(household)].filter(
      ({ key }) =>
        !told.has(key) && others.get(household.key)?.some((one) => one.candidate.key === key) !== true,
    );
  return {
    household: (household: Household): void => {
      const own = byId.get(household.listed.householdKey ?? '');
      if (own !== undefined) {
        told.add(own.key);
        settle(household, { ...UNKNOWN, known: own });
        return;
      }
      const decided = decidedOf(household.listed);
      const same = decided.find((one) => one.same)?.candidate;
      if (same !== undefined && !told.has(same.key)) {
        told.add(same.key);
        settle(household, { known: same, proposal: null, decided });
        return;
      }
      const mine = byId.size === 0 ? null : toMatchOf(household, String(toMatch.length));
      if (mine === null || find(mine).size === 0) {
        settle(household, UNKNOWN);
        return;
      }
      if (toMatch.length > 0 && toMatch.length % HOUSEHOLDS_A_SLICE === 0) waiting.cut();
      toMatch.push(mine);
      if (decided.length > 0)
        others.set(
          mine.key,
          decided.filter((one) => !one.same),
        );
      waiting.append(`${JSON.stringify(household)}\n`);
    },
    end: async (): Promise<void> => {
      const steps = matchInSteps(toMatch, free);
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) await pause();
      const matches = step.value;
      for (let from = 0; from < toMatch.length; from += HOUSEHOLDS_A_SLICE) {
        const slice = from / HOUSEHOLDS_A_SLICE;
        const lines = (await waiting.slice(slice, slice + 1)).toString('utf8').split('\n');
        for (const [at, line] of lines.entries())
          if (line !== '')
            settle(JSON.parse(line) as Household, {
              ...meetingOf(matches[from + at], byId),
              decided: others.get(String(from + at)) ?? [],
            });
        await pause();
      }
      toMatch.length = 0;
    },
  };
}

function meetingOf(match: ProposedMatch | undefined, byId: ReadonlyMap<string, KnownHousehold>): Meeting {
  if (match === undefined || match.candidateKey === null) return UNKNOWN;
  const candidate = byId.get(match.candidateKey);
  if (candidate === undefined) return UNKNOWN;
  if (match.certainty === 'certain') return { ...UNKNOWN, known: candidate };
  return { ...UNKNOWN, proposal: { ...match, candidate, candidateKey: candidate.key } };
}

const yearOf = (birthDate: string | null | undefined): number | null =>
  birthDate == null ? null : Number(birthDate.slice(0, 4));

function toMatchOf({ listed, village }: Listed, key: string): HouseholdToMatch {
  const head = listed.members.find((member) => member.relation === 'head');
  return {
    key,
    headName: listed.headName,
    headIdentityNumber: head?.identityNumber ?? null,
    headBirthYear: yearOf(head?.birthDate),
    villageId: village.id,
    members: listed.members.map(({ fullName, birthDate, identityNumber }) => ({
      name: fullName,
      birthYear: yearOf(birthDate),
      identityNumber,
    })),
    membersListed: listed.membersListed,
  };
}
