import type { correctHousehold as Command } from '@benvung/contract/household-acts';
import { changedFields, correctHousehold as decide } from '@benvung/domain/household/correct-household';
import type { HouseholdFields } from '@benvung/domain/household/household-state';
import type { z } from 'zod';
import { actOnHousehold, type HouseholdAct } from './act-on-household.ts';
import { onlySaid } from './begin-household.ts';
import type { Acted, ActGround } from './household-ground.ts';

type Told = z.output<typeof Command> & { readonly id: string };

/** What was written wrong of a household is put right; the history names the fields, not what stood in them. */
export function correctHousehold(ground: ActGround, { id, version, changes }: Told): Acted<HouseholdAct> {
  const said = onlySaid<HouseholdFields>(changes);
  return actOnHousehold(ground, {
    id,
    version,
    decide: (state, time) => decide(state, said, time),
    tell: (before) => [{ kind: 'corrected', detail: { fields: changedFields(before.fields, said) } }],
  });
}
