import type { endHousehold as Command } from '@benvung/contract/household-acts';
import { endHousehold as decide } from '@benvung/domain/household/move-household';
import type { z } from 'zod';
import { actOnHousehold, type HouseholdAct } from './act-on-household.ts';
import type { Acted, ActGround } from './household-ground.ts';

type Told = z.output<typeof Command> & { readonly id: string };

/** The file of a household that is no more is closed; it stays to be read. */
export function endHousehold(ground: ActGround, { reason, ...told }: Told): Acted<HouseholdAct> {
  return actOnHousehold(ground, {
    ...told,
    decide: (state, time) => decide(state, { reason }, time),
    tell: () => [{ kind: 'ended', detail: { reason } }],
  });
}
