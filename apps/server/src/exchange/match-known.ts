import { cellAddress } from '@benvung/domain/exchange/exchange-issue';
import type { ListedHousehold } from '@benvung/domain/exchange/listed-household';
import {
  candidateFinder,
  type HouseholdToMatch,
  type ProposedMatch,
  proposeMatches,
} from '@benvung/domain/review/match-households';
import type { KnownHousehold } from './exchange.store.ts';

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

const UNKNOWN: Meeting = { known: null, proposal: null, decided: [] };

/**
 * Meets a list with the households the registry knows: by our own id at once; by what heads and members have in
 * common when all of the list was read, because the strongest evidence comes first. Whoever resembles nobody does
 * not wait. What a person decided goes before all evidence. `settle` is called once for each.
 */
export function meetKnown<Household extends Listed>(
  known: readonly KnownHousehold[],
  decisions: readonly MatchDecision[],
  settle: (household: Household, meeting: Meeting) => void,
) {
  const byId = new Map(known.map((household) => [household.key, household]));
  const findCandidates = candidateFinder(known);
  const told = new Set<string>();
  const said = new Map(decisions.map((one) => [`${one.at}|${one.candidate}`, one]));
  const decidedOf = ({ at }: ListedHousehold) =>
    decisions.length === 0
      ? []
      : [...said.values()].flatMap((one) => {
          const candidate = one.at === cellAddress(at) ? byId.get(one.candidate) : undefined;
          return candidate === undefined || one.same === null ? [] : [{ candidate, same: one.same }];
        });
  const waiting: { household: Household; toMatch: HouseholdToMatch; decided: Meeting['decided'] }[] = [];
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
      const toMatch = known.length === 0 ? null : toMatchOf(household, String(waiting.length));
      if (toMatch === null || findCandidates(toMatch).size === 0) settle(household, UNKNOWN);
      else waiting.push({ household, toMatch, decided: decided.filter((one) => !one.same) });
    },
    end: (): void => {
      const free = told.size === 0 ? known : known.filter(({ key }) => !told.has(key));
      const { matches } = proposeMatches(
        waiting.map(({ toMatch }) => toMatch),
        free,
        (key, candidate) =>
          waiting[Number(key)]?.decided.some((one) => one.candidate.key === candidate) === true,
      );
      for (const [at, { household, decided }] of waiting.entries())
        settle(household, { ...meetingOf(matches[at], byId), decided });
      waiting.length = 0;
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
