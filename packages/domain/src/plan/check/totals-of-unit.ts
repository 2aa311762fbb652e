import type { Quantity } from './quantity.ts';

const PERSONS = /^(?:lao động|nhân khẩu|khẩu|học sinh|học viên|trẻ em|trẻ|em|cán bộ|đại biểu|đảng viên)$/u;

/** "420 hộ làm nhà, trong đó xây mới 260 nhà …": one house each. */
const HOUSES = /^(?:căn nhà|ngôi nhà|căn|nhà)$/u;
const GETS_HOUSE =
  /^\s*(?:nghèo,?\s*(?:hộ\s)?(?:cận nghèo\s)?)?(?:làm|xây|xây dựng|sửa chữa|về|có) nhà(?!\p{L})/iu;

/** What is counted in the same unit; "320 lao động, trong đó nữ 140 người" counts people both times. */
export function totalsFor(unit: string, before: readonly Quantity[], text: string): readonly Quantity[] {
  const same = before.filter((each) => each.unit === unit);
  if (same.length === 0 && HOUSES.test(unit))
    return before.filter(
      (each) => each.unit === 'hộ' && GETS_HOUSE.test(text.slice(each.end, each.end + 50)),
    );
  if (same.length > 0 || unit !== 'người') return same;
  const people = before.filter((each) => PERSONS.test(each.unit));
  return people.length === 1 ? people : [];
}
