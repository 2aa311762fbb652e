import { columnLabel } from '@benvung/domain/exchange/exchange-columns';
import type { ListedPlace } from '@benvung/domain/exchange/listed-household';
import { nearestWords } from '@benvung/domain/exchange/nearest-words';
import type { ExchangeProblemCode } from '@benvung/domain/exchange/problems';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { bareName } from '@benvung/domain/territory/unit-type';
import { isInside } from '../platform/http/principal.ts';
import type { UnitOnDay } from '../territory/territory.public.ts';

/** A commune of the reference day; its path is where facts about it are kept today. */
export interface ListedCommune extends UnitOnDay {
  /** Where its villages lie today when a list names them first. */
  readonly holder: string;
  /** Of the province it lay in on the reference day. */
  readonly provinceCode: string | null;
}

/** A village as a list names it: known, or to be made when the list is taken in. */
export interface ListedVillage {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly commune: ListedCommune;
  readonly isNew: boolean;
}

export interface PlaceProblem {
  readonly code: ExchangeProblemCode;
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface Places {
  /** The unit the file is taken in for. */
  readonly unit: UnitOnDay;
  /** Communes and villages under it on the reference day, with the paths facts about them bear today. */
  readonly communes: readonly ListedCommune[];
  readonly villages: readonly UnitOnDay[];
  /** Areas the person may write in; null for the command line. */
  readonly areas: readonly string[] | null;
}

export interface PlaceFinder {
  commune(place: ListedPlace): ListedCommune | PlaceProblem;
  communeByCode(code: string): ListedCommune | undefined;
  village(commune: ListedCommune, name: string): ListedVillage;
  readonly newVillages: readonly ListedVillage[];
}

export const isProblem = (answer: ListedCommune | PlaceProblem): answer is PlaceProblem =>
  !('path' in answer);

/** Finds the communes and villages a list names; `newVillageId` gives the ids of villages nobody knows yet. */
export function makePlaceFinder(places: Places, newVillageId: () => number): PlaceFinder {
  const byCode = new Map(places.communes.map((commune) => [commune.code, commune]));
  const byName = groupByName(places.communes);
  const villages = new Map<string, ListedVillage>();
  const communeOf = new Map(places.communes.map((commune) => [commune.id, commune]));
  for (const { id, name, path, parentId } of places.villages) {
    const commune = communeOf.get(parentId ?? 0);
    if (commune !== undefined)
      villages.set(villageKey(commune.id, name), { id, name, path, commune, isNew: false });
  }
  const newVillages: ListedVillage[] = [];
  const seen = new Map<string, ListedCommune | PlaceProblem>();
  return {
    newVillages,
    communeByCode: (code) => byCode.get(code.padStart(5, '0')),
    commune: (place) => {
      const key = `${place.communeCode}|${place.commune}|${place.district}|${place.districtCode}`;
      const before = seen.get(key);
      if (before !== undefined) return before;
      const found = findCommune(places, { byCode, byName }, place);
      seen.set(key, found);
      return found;
    },
    village: (commune, name) => {
      const key = villageKey(commune.id, name);
      const known = villages.get(key);
      if (known !== undefined) return known;
      const id = newVillageId();
      const village = { id, name, path: `${commune.holder}${id}/`, commune, isNew: true };
      villages.set(key, village);
      newVillages.push(village);
      return village;
    },
  };
}

const villageKey = (communeId: number, name: string): string => `${communeId}|${searchKey(name)}`;

function groupByName(communes: readonly ListedCommune[]): Map<string, ListedCommune[]> {
  const groups = new Map<string, ListedCommune[]>();
  for (const commune of communes)
    for (const key of new Set([searchKey(commune.name), searchKey(bareName(commune.name, commune.level))]))
      groups.set(key, [...(groups.get(key) ?? []), commune]);
  return groups;
}

interface Index {
  readonly byCode: ReadonlyMap<string | null, ListedCommune>;
  readonly byName: ReadonlyMap<string, readonly ListedCommune[]>;
}

function findCommune(places: Places, index: Index, place: ListedPlace): ListedCommune | PlaceProblem {
  const found = byCodeOrName(places, index, place);
  if (isProblem(found)) return found;
  if (places.areas !== null && !isInside(places.areas, found.path))
    return { code: 'exchange.outside-unit', detail: { commune: found.name, unit: places.unit.name } };
  return found;
}

function byCodeOrName(
  { unit, communes }: Places,
  { byCode, byName }: Index,
  place: ListedPlace,
): ListedCommune | PlaceProblem {
  if (place.communeCode !== null) {
    const commune = byCode.get(place.communeCode.padStart(5, '0'));
    if (commune === undefined)
      return { code: 'exchange.outside-unit', detail: { commune: place.communeCode, unit: unit.name } };
    if (place.commune !== null && !namesSame(commune.name, place.commune))
      return {
        code: 'exchange.commune-code-and-name-differ',
        detail: { code: place.communeCode, named: place.commune, commune: commune.name },
      };
    return commune;
  }
  if (place.commune === null) {
    const only = communes.length === 1 ? communes[0] : undefined;
    return only ?? { code: 'exchange.commune-unknown', detail: { commune: '' } };
  }
  const named = byName.get(searchKey(place.commune)) ?? [];
  const [first, ...others] = named;
  if (first === undefined)
    return {
      code: 'exchange.commune-unknown',
      detail: {
        column: columnLabel('commune'),
        value: place.commune,
        commune: place.commune,
        unit: unit.name,
        near: nearestWords(place.commune, [...new Set(communes.map(({ name }) => name))]).join('; '),
      },
    };
  if (others.length > 0)
    return { code: 'exchange.commune-ambiguous', detail: { commune: place.commune, count: named.length } };
  return first;
}

const namesSame = (one: string, other: string): boolean =>
  searchKey(bareName(one, 'commune')) === searchKey(bareName(other, 'commune'));
