import type { correctMember as Command } from '@benvung/contract/household-acts';
import { findMember } from '@benvung/domain/household/household-state';
import { changedFacts, correctMember as decide } from '@benvung/domain/household/member-acts';
import { refuse } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import { actOnHousehold, type HouseholdAct } from './act-on-household.ts';
import type { Acted, ActGround } from './household-ground.ts';
import { correctedMember } from './written-member.ts';

type Told = z.output<typeof Command> & {
  readonly id: string;
  readonly personId: string;
  /** Where the right facts are from, when not from the household itself. */
  readonly source?: string;
};

/** Facts of a member are put right; the history names which, and never what they say. */
export function correctMember(
  ground: ActGround,
  { id, version, personId, changes, source }: Told,
): Acted<HouseholdAct> {
  return actOnHousehold(ground, {
    id,
    version,
    decide: (state, time) => {
      const found = findMember(state, personId);
      if (!found.ok) return found;
      const corrected = correctedMember(found.value, changes);
      return changedFacts(found.value, corrected).length === 0
        ? refuse('household.nothing-changed')
        : decide(state, corrected, time);
    },
    tell: (before, after) => {
      const was = before.members.find((each) => each.personId === personId)!;
      const is = after.members.find((each) => each.personId === personId)!;
      return [
        {
          kind: 'memberCorrected',
          detail: { personId, fields: changedFacts(was, is), ...(source === undefined ? {} : { source }) },
        },
      ];
    },
    written: ({ members }) => members.filter((each) => each.personId === personId),
  });
}
