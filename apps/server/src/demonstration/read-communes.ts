import type { Db } from '../platform/database/database.ts';
import { findUnitByCodeOn, listUnitsUnder } from '../territory/territory.public.ts';
import type { CommunePlace } from './plan-province.ts';
import { PROVINCE_CODE } from './published-figures.ts';

/** The map the published figures were made on. */
const MAP_DAY = '2023-12-31';

/** The communes of the demonstration's province at the end of 2023; none when the territory does not know it. */
export async function readCommunes(db: Db): Promise<CommunePlace[]> {
  const province = await findUnitByCodeOn(db, { code: PROVINCE_CODE, level: 'province', day: MAP_DAY });
  if (province === undefined) return [];
  const under = { path: province.path, day: MAP_DAY } as const;
  const districts = await listUnitsUnder(db, { ...under, level: 'district' });
  const codes = new Map(districts.map((district) => [district.id, district.code!]));
  const communes = await listUnitsUnder(db, { ...under, level: 'commune' });
  return communes.map((commune) => ({
    id: commune.id,
    code: commune.code!,
    name: commune.name,
    areaType: commune.areaType!,
    districtCode: codes.get(commune.parentId!)!,
    path: commune.path,
  }));
}

/** The unit a demonstration account works in. */
export async function findPost(db: Db, code: string): Promise<{ id: number } | undefined> {
  return code === 'VN' ? { id: 1 } : findUnitByCodeOn(db, { code, day: MAP_DAY });
}
