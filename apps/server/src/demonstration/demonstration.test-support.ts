import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  descendantsOf,
  findUnitByCode,
  mapOn,
  pathOf,
  unitAtLevel,
} from '@benvung/domain/territory/territory-map';
import { readShippedTerritory, shippedStates } from '@benvung/regulations/territory/shipped-territory';
import { repositoryFolder } from '../platform/server-folder.ts';
import type { CommunePlace } from './plan-province.ts';
import { PROVINCE_CODE } from './published-figures.ts';

const readText = (path: string) => readFileSync(join(repositoryFolder, 'packages/regulations', path), 'utf8');

/** The 141 communes of the shipped list of 2021–2024. */
export function shippedCommunes(): CommunePlace[] {
  const states = shippedStates.parse(JSON.parse(readText('territory/states.json')));
  const texts = states.map(({ on }) => ({
    on,
    units: readText(`territory/${on}/units.json`),
    successions: readText(`territory/${on}/successions.json`),
  }));
  const map = mapOn(readShippedTerritory(states, texts).units, '2023-12-31');
  const province = findUnitByCode(map, 'province', PROVINCE_CODE)!;
  return descendantsOf(map, province.id, 'commune').map((unit) => ({
    id: unit.id,
    code: unit.code!,
    name: unit.name,
    areaType: unit.areaType!,
    districtCode: unitAtLevel(map, unit.id, 'district')!.code!,
    path: pathOf(map, unit.id),
  }));
}
