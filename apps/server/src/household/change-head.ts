import type { changeHead as Command } from '@benvung/contract/household-acts';
import { changeHead as decide } from '@benvung/domain/household/change-head';
import { headOf } from '@benvung/domain/household/household-state';
import type { z } from 'zod';
import { actOnHousehold, type HouseholdAct } from './act-on-household.ts';
import type { Acted, ActGround } from './household-ground.ts';

type Told = z.output<typeof Command> & { readonly id: string };

export function changeHead(ground: ActGround, { personId, former, ...told }: Told): Acted<HouseholdAct> {
  const relations = new Map(Object.entries(told.relations));
  return actOnHousehold(ground, {
    id: told.id,
    version: told.version,
    day: told.day,
    decide: (state, time) => decide(state, { personId, former, relations }, time),
    tell: (before) => {
      const formerHeadId = headOf(before.members)?.personId ?? null;
      const changed = { kind: 'headChanged', detail: { personId, formerHeadId } };
      return 'left' in former && formerHeadId !== null
        ? [changed, { kind: 'memberLeft', detail: { personId: formerHeadId, reason: former.left } }]
        : [changed];
    },
  });
}
