import type { addMember as Command } from '@benvung/contract/household-acts';
import { addMember as decide } from '@benvung/domain/household/member-acts';
import type { z } from 'zod';
import { actOnHousehold, type HouseholdAct } from './act-on-household.ts';
import type { Acted, ActGround } from './household-ground.ts';
import { writtenMember } from './written-member.ts';

type Told = z.output<typeof Command> & { readonly id: string };

export function addMember(ground: ActGround, { reason, ...told }: Told): Acted<HouseholdAct> {
  const member = writtenMember(told.member);
  return actOnHousehold(ground, {
    ...told,
    decide: (state, time) => decide(state, { member, reason }, time),
    tell: () => [{ kind: 'memberJoined', detail: { personId: member.personId, reason } }],
    written: () => [member],
  });
}
