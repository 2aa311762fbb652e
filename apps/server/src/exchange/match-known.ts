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
  readonly proposal: (ProposedMatch & { readonly candidateKey: string }) | null;
}

interface Listed {
  readonly listed: ListedHousehold;
  readonly village: { readonly id: number };
}

const UNKNOWN: Meeting = { known: null, proposal: null };

/**
 * Meets a list with the households the registry knows: by our own id at once; by what heads and members have in
 * common when all of the list was read, because the strongest evidence comes first. Whoever resembles nobody does
 * not wait. `settle` is called once for each.
 */
export function meetKnown<Household extends Listed>(
  known: readonly KnownHousehold[],
  settle: (household: Household, meeting: Meeting) => void,
) {
  const byId = new Map(known.map((household) => [household.key, household]));
  const findCandidates = candidateFinder(known);
  const told = new Set<string>();
  const waiting: { household: Household; toMatch: HouseholdToMatch }[] = [];
  return {
    household: (household: Household): void => {
      const own = byId.get(household.listed.householdKey ?? '');
      if (own !== undefined) {
        told.add(own.key);
        settle(household, { known: own, proposal: null });
        return;
      }
      const toMatch = known.length === 0 ? null : toMatchOf(household, String(waiting.length));
      if (toMatch === null || findCandidates(toMatch).size === 0) settle(household, UNKNOWN);
      else waiting.push({ household, toMatch });
    },
    end: (): void => {
      const free = told.size === 0 ? known : known.filter(({ key }) => !told.has(key));
      const { matches } = proposeMatches(
        waiting.map(({ toMatch }) => toMatch),
        free,
      );
      for (const [at, { household }] of waiting.entries()) settle(household, meetingOf(matches[at], byId));
      waiting.length = 0;
    },
  };
}

function meetingOf(match: ProposedMatch | undefined, byId: ReadonlyMap<string, KnownHousehold>): Meeting {
  if (match === undefined || match.candidateKey === null) return UNKNOWN;
  if (match.certainty === 'certain') return { known: byId.get(match.candidateKey) ?? null, proposal: null };
  return { known: null, proposal: { ...match, candidateKey: match.candidateKey } };
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
