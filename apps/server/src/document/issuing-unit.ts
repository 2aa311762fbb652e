import type { Issuer, Series } from '@benvung/domain/document/document-frame';
import { issuerOf } from '@benvung/domain/document/issuer';
import type { Db } from '../platform/database/database.ts';
import { findUnitOn, type UnitOnDay } from '../territory/territory.public.ts';

const TYPE_WORDS = /^(?:Thành phố|Thị trấn|Thị xã|Đặc khu|Phường|Quận|Huyện|Tỉnh|Xã)\s+/u;

type Level = Issuer['level'];
const isIssuing = (level: UnitOnDay['level']): level is Level =>
  level === 'province' || level === 'district' || level === 'commune';

export interface IssuingUnit {
  readonly issuer: Issuer;
  readonly path: string;
}

/** The body of a unit with the names it bears on the day; nothing when the unit has none (the nation, a village). */
export async function findIssuingUnit(
  db: Db,
  { unitId, series, day }: { unitId: number; series: Series; day: string },
): Promise<IssuingUnit | undefined> {
  const unit = await findUnitOn(db, unitId, day);
  if (unit === undefined || !isIssuing(unit.level)) return undefined;
  const parent = unit.parentId === null ? undefined : await findUnitOn(db, unit.parentId, day);
  const above = parent === undefined || parent.level === 'nation' ? null : parent.name;
  const names = {
    level: unit.level,
    name: unit.name,
    shortName: unit.name.replace(TYPE_WORDS, ''),
    above,
  };
  return { issuer: issuerOf(names, series), path: unit.path };
}
