import type { removeMember as Command } from '@benvung/contract/household-acts';
import { removeMember as decide } from '@benvung/domain/household/member-acts';
import type { z } from 'zod';
import { actOnHousehold, type HouseholdAct } from './act-on-household.ts';
import type { Acted, ActGround } from './household-ground.ts';

type Told = z.output<typeof Command> & { readonly id: string; readonly personId: string };

export function removeMember(ground: ActGround, { personId, reason, ...told }: Told): Acted<HouseholdAct> {
  return actOnHousehold(ground, {
    ...told,
    decide: (state, time) => decide(state, { personId, reason }, time),
    tell: () => [{ kind: 'memberLeft', detail: { personId, reason } }],
  });
}
