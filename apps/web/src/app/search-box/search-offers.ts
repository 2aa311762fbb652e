import type { HouseholdList } from '@benvung/contract/household';
import type { UnitView } from '@benvung/contract/territory';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';

/** A page of the menu, by its word. */
export interface PageOffer {
  readonly to: string;
  readonly label: string;
}

export type Offer =
  | { readonly kind: 'page'; readonly key: string; readonly label: string; readonly to: string }
  | {
      readonly kind: 'household';
      readonly key: string;
      readonly label: string;
      readonly where: string;
      /** The member whose name was typed, where it is not the head's. */
      readonly through?: string;
      readonly id: string;
    }
  | { readonly kind: 'unit'; readonly key: string; readonly label: string; readonly id: number };

/** Letters from which names are looked for. */
export const FEWEST_LETTERS = 2;

const holds = (label: string, words: readonly string[]): boolean => {
  const key = searchKey(label);
  return words.every((word) => key.includes(word));
};

/** What a person may have meant, pages first: marks and capitals never matter. */
export function offersFor(
  typed: string,
  found: {
    readonly pages: readonly PageOffer[];
    readonly households: HouseholdList['households'];
    readonly units: readonly UnitView[];
  },
): Offer[] {
  const words = searchKey(typed).split(' ').filter(Boolean);
  return [
    ...found.pages
      .filter(({ label }) => holds(label, words))
      .map(({ to, label }): Offer => ({ kind: 'page', key: `page ${to}`, label, to })),
    ...found.households.map(
      ({ id, head, listCode, village, commune, through }): Offer => ({
        kind: 'household',
        key: id,
        label: listCode === null ? head : `${head} · ${listCode}`,
        where: `${village.name}, ${commune.name}`,
        ...(through === undefined ? {} : { through }),
        id,
      }),
    ),
    ...found.units.map(({ id, name }): Offer => ({ kind: 'unit', key: `unit ${id}`, label: name, id })),
  ];
}
