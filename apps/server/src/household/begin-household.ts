import type { HouseholdFields, HouseholdState } from '@benvung/domain/household/household-state';
import { headOf } from '@benvung/domain/household/household-state';
import { newId } from '../platform/ids.ts';
import type { UnitOnDay } from '../territory/territory.public.ts';
import { renewDuplicates } from './find-duplicates.ts';
import type { ActGround, Event } from './household-ground.ts';
import type { StoredMember } from './member.store.ts';
import { addEvents, saveHousehold } from './save-household.store.ts';

interface BegunHousehold {
  readonly state: HouseholdState;
  readonly originCommuneId: number;
  readonly village: UnitOnDay;
  readonly demonstration: boolean;
  /** People who come from another household, as they are stored there. */
  readonly coming: ReadonlyMap<string, StoredMember>;
  readonly event: Event;
}

/** Writes a household that begins now. */
export async function beginHousehold(
  { db, at, actor }: ActGround,
  { state, originCommuneId, village, demonstration, coming, event }: BegunHousehold,
): Promise<void> {
  const scopePath = village.path;
  const headName = headOf(state.members)?.fullName ?? '';
  await saveHousehold(
    db,
    { originCommuneId, state, villageId: village.id, scopePath, headName, demonstration, stored: coming },
    at,
  );
  await renewDuplicates(db, [state.id], at);
  await addEvents(
    db,
    { originCommuneId, id: state.id, scopePath },
    { events: [{ ...event, id: newId() }], at, actor },
  );
}

const NOTHING_WRITTEN: HouseholdFields = {
  listCode: null,
  registrationNumber: null,
  phone: null,
  address: null,
  location: null,
};

type Given<Fields> = { readonly [Key in keyof Fields]?: Fields[Key] | undefined };

/** Without what was not said: absent is not the same as blank. */
export const onlySaid = <Fields extends object>(given: Given<Fields>): Partial<Fields> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Fields>;

export const fieldsOf = (given: Given<HouseholdFields>): HouseholdFields => ({
  ...NOTHING_WRITTEN,
  ...onlySaid(given),
});
