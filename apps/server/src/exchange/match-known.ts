import type { ListedHousehold } from '@benvung/domain/exchange/listed-household';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { KnownHousehold } from './exchange.store.ts';

export interface KnownMatch {
  readonly certainty: 'certain' | 'probable';
  readonly household: KnownHousehold;
}

/**
 * Meets a listed household with those the registry knows: our own id or the head's identity number is certain;
 * so is one head of that name, birth year and village; anything less is for a person to decide.
 */
export function knownHouseholdFinder(
  known: readonly KnownHousehold[],
): (listed: ListedHousehold, villageId: number) => KnownMatch | null {
  if (known.length === 0) return () => null;
  const byId = new Map(known.map((household) => [household.id, household]));
  const byNumber = new Map<string, KnownHousehold>();
  const byName = new Map<string, KnownHousehold[]>();
  for (const household of known) {
    if (household.headIdentityNumber !== null) byNumber.set(household.headIdentityNumber, household);
    const same = byName.get(household.headSearchKey);
    if (same === undefined) byName.set(household.headSearchKey, [household]);
    else same.push(household);
  }
  return (listed, villageId) => {
    const head = listed.members.find((member) => member.relation === 'head');
    const told =
      (listed.householdKey === null ? undefined : byId.get(listed.householdKey)) ??
      (head?.identityNumber == null ? undefined : byNumber.get(head.identityNumber));
    if (told !== undefined) return { certainty: 'certain', household: told };
    const year = head?.birthDate?.slice(0, 4) ?? null;
    const named = byName.get(searchKey(listed.headName)) ?? [];
    const alike = named.filter((each) => year !== null && each.headBirthYear === year);
    const here = alike.filter((each) => each.villageId === villageId);
    const [only, ...more] = here;
    if (only !== undefined) return { certainty: more.length === 0 ? 'certain' : 'probable', household: only };
    const other = alike[0] ?? named.find((each) => each.villageId === villageId);
    return other === undefined ? null : { certainty: 'probable', household: other };
  };
}
