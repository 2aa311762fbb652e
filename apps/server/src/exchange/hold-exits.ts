import type { ListedHousehold } from '@benvung/domain/exchange/listed-household';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';

/**
 * Official workbooks name a household that left poverty for near-poverty twice: on the sheet of exits and on the
 * list after review. Exits are held until the list was read; the list's row then takes the opening class of its
 * exit and is the only one.
 */
export function holdExits(take: (household: ListedHousehold) => void) {
  const held = new Map<string, ListedHousehold>();
  return {
    household: (listed: ListedHousehold): void => {
      const key = keyOf(listed);
      if (listed.list === 'povertyExit' || listed.list === 'nearPovertyExit') {
        if (held.has(key)) {
          take(listed);
          return;
        }
        held.set(key, listed);
        return;
      }
      const exit = held.get(key);
      held.delete(key);
      if (exit === undefined) {
        take(listed);
        return;
      }
      const { openingClass, openingPersons } = exit.review;
      take({
        ...listed,
        review: {
          ...listed.review,
          openingClass: listed.review.openingClass ?? openingClass,
          openingPersons: listed.review.openingPersons ?? openingPersons,
        },
      });
    },
    end: (): void => {
      for (const exit of held.values()) take(exit);
      held.clear();
    },
  };
}

function keyOf(listed: ListedHousehold): string {
  const { commune, communeCode, village } = listed.place;
  const code = listed.householdKey ?? listed.listCode;
  if (code !== null) return `${communeCode ?? commune ?? ''}|${code}`;
  const head = listed.members.find((member) => member.relation === 'head');
  return [communeCode ?? commune, village, searchKey(listed.headName), head?.birthDate?.slice(0, 4)].join(
    '|',
  );
}
