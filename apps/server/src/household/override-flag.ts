import type { overrideFlag as Command } from '@benvung/contract/household-acts';
import { overrideFlag as decide } from '@benvung/domain/household/correct-household';
import type { Flag } from '@benvung/domain/household/derive-flags';
import type { z } from 'zod';
import { actOnHousehold, type HouseholdAct } from './act-on-household.ts';
import type { Acted, ActGround } from './household-ground.ts';

type Told = z.output<typeof Command> & { readonly id: string; readonly flag: Flag };

export function overrideFlag(
  ground: ActGround,
  { id, version, flag, value, reason }: Told,
): Acted<HouseholdAct> {
  return actOnHousehold(ground, {
    id,
    version,
    decide: (state, time) => decide(state, { flag, value, reason }, time),
    tell: () => [{ kind: value === null ? 'flagRestored' : 'flagOverridden', detail: { flag, reason } }],
  });
}
