import type { MemberFacts } from '@benvung/domain/household/household-facts';
import type { Day } from '@benvung/domain/shared/day';
import type { DrawnHousehold } from './generate-demonstration.ts';
import { isPresent, memberFacts, type PersonLife, relationOn } from './person-life.ts';

/** One stay of a person in a household; a person who moved to another household has one in each. */
export interface Stay {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly personId: string;
  readonly scopePath: string;
  readonly relation: string;
  readonly from: Day;
  readonly joinReason: string;
  readonly left: { readonly on: Day; readonly reason: string } | null;
  /** The person's own row is kept with another household now. */
  readonly elsewhere: boolean;
}

export interface MembersToWrite {
  /** Those present first; each has a row of its own here. */
  readonly members: readonly MemberFacts[];
  readonly present: number;
  readonly stays: readonly Stay[];
}

const ALWAYS: Day = '9999-12-31';

/** What was last known of everyone who ever belonged to the household, on the day it was last seen. */
export function membersToWrite({ life, reviews }: DrawnHousehold): MembersToWrite {
  const originCommuneId = (life.former ?? life).commune.id;
  const lastSurvey = reviews.findLast((review) => review.facts !== null)?.facts ?? null;
  const ended = reviews.some(({ record }) => record.goneReason !== null);
  const knownDay = ended ? ALWAYS : (lastSurvey?.surveyDay ?? ALWAYS);
  const known = life.persons.filter((person) => person.joined.on <= knownDay);
  const asked = new Map(lastSurvey?.members.map((member) => [member.personId, member]));
  const here = (person: PersonLife) => isPresent(person, knownDay);
  const factsOf = (person: PersonLife) => {
    const day = here(person) ? (lastSurvey?.surveyDay ?? person.joined.on) : person.left!.on;
    return asked.get(person.id) ?? memberFacts(person, day, 'HN');
  };
  const own = known.filter((person) => person.left?.toHousehold == null || here(person));
  const sorted = [...own.filter(here), ...own.filter((person) => !here(person))];
  return {
    members: sorted.map(factsOf),
    present: known.filter(here).length,
    stays: known.map((person) => ({
      originCommuneId,
      householdId: life.id,
      personId: person.id,
      scopePath: life.village.path,
      relation: relationOn(person, knownDay),
      from: person.joined.on,
      joinReason: person.joined.reason,
      left: here(person) ? null : { on: person.left!.on, reason: person.left!.reason },
      elsewhere: person.left?.toHousehold != null && !here(person),
    })),
  };
}
