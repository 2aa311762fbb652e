import { searchKey } from '../shared/vietnamese-text.ts';
import type { AdminLevel, AdminUnit } from './admin-unit.ts';
import { descendantsOf, type TerritoryMap } from './territory-map.ts';
import { bareName } from './unit-type.ts';

export interface NamePath {
  readonly province: string;
  readonly district: string;
  readonly commune: string;
}

export type FoundByNames =
  | { readonly unit: AdminUnit }
  | { readonly missing: string }
  | { readonly ambiguous: string };

const STEPS = ['province', 'district', 'commune'] as const satisfies readonly AdminLevel[];

/**
 * The unit a row names by its province, district and commune, however they are written, with or without their types;
 * an empty step is passed over. A name with its type is meant before the same name without one.
 */
export function findUnitByNames(map: TerritoryMap, names: NamePath): FoundByNames {
  let found: AdminUnit | undefined = [...map.units.values()].find((unit) => unit.level === 'nation');
  for (const level of STEPS) {
    const name = names[level].trim();
    if (name === '' || found === undefined) continue;
    const key = searchKey(name);
    const below = descendantsOf(map, found.id, level);
    const full = below.filter((unit) => searchKey(unit.name) === key);
    const named =
      full.length > 0 ? full : below.filter((unit) => searchKey(bareName(unit.name, level)) === key);
    if (named.length === 0) return { missing: name };
    if (named.length > 1) return { ambiguous: name };
    found = named[0];
  }
  return found === undefined || found.level === 'nation' ? { missing: '' } : { unit: found };
}
