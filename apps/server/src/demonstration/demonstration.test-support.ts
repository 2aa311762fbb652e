import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  descendantsOf,
  findUnitByCode,
  mapOn,
  pathOf,
  unitAtLevel,
} from '@benvung/domain/territory/territory-map';
import { loadRegulations, type RegulationTexts } from '@benvung/regulations/regulation-library';
import { readShippedTerritory, shippedStates } from '@benvung/regulations/territory/shipped-territory';
import type { ReviewTools } from './draw-reviews.ts';
import type { CommunePlace } from './plan-province.ts';
import { DEMONSTRATION_STANDARD, PROVINCE_CODE } from './published-figures.ts';

const ROOT = fileURLToPath(new URL('../../../../packages/regulations/', import.meta.url));
const readText = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8');

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

export function shippedTools(): ReviewTools {
  const texts: Record<string, string> = {};
  for (const path of readdirSync(ROOT, { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.json') && !/^(src|node_modules|territory)\//u.test(path))
      texts[path] = readText(path);
  const { standards, scorecards } = loadRegulations(texts as RegulationTexts);
  return {
    standard: standards.find(({ standard }) => standard.id === DEMONSTRATION_STANDARD)!,
    scorecard: scorecards.find(({ scorecard }) => scorecard.status === 'synthetic')!.scorecard,
  };
}
