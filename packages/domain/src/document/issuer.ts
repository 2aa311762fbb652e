import { nameInSentence } from '../territory/unit-type.ts';
import type { Issuer, Series } from './document-frame.ts';

interface IssuingUnit {
  readonly level: 'province' | 'district' | 'commune';
  /** Full name with its type: "Xã Bằng Mạc". */
  readonly name: string;
  /** Name without the type: "Bằng Mạc". */
  readonly shortName: string;
  /** Full name of the unit above, "Tỉnh Lạng Sơn"; null when there is none. */
  readonly above: string | null;
}

/** A name that is a number, and a few more, keep their type with a capital: `Phường 1` (Phụ lục I, mục II.4). */
const keepsType = (unit: IssuingUnit): boolean => /^\d/u.test(unit.shortName);

/** The words of the head and of running text for a unit's People's Committee or its steering committee. */
export function issuerOf(unit: IssuingUnit, series: Series): Issuer {
  const unitName = nameInSentence(unit.name);
  const committee = `Ủy ban nhân dân ${unitName}`;
  const place = keepsType(unit) ? unit.name : unit.shortName;
  const superiorName = unit.above === null ? null : `Ủy ban nhân dân ${nameInSentence(unit.above)}`;
  const common = { place, unitName, superiorName, level: unit.level };
  if (series === 'body')
    return {
      ...common,
      superior: null,
      body: ['ỦY BAN NHÂN DÂN', unit.name.toLocaleUpperCase('vi')],
      abbreviation: 'UBND',
      bodyName: committee,
    };
  return {
    ...common,
    superior: `UBND ${unit.name.toLocaleUpperCase('vi')}`,
    body: ['BAN CHỈ ĐẠO RÀ SOÁT', 'HỘ NGHÈO, HỘ CẬN NGHÈO'],
    abbreviation: 'BCĐ',
    bodyName: `Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo ${unitName}`,
  };
}
