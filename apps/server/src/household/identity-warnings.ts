import type { HouseholdActed } from '@benvung/contract/household-acts';
import type { MemberFacts } from '@benvung/domain/household/household-facts';
import { checkIdentityNumber, type IdentityDoubtCode } from '@benvung/domain/household/identity-number';
import type { Text } from '@benvung/domain/shared/text';
import { countBearers } from './household.store.ts';
import type { ActGround } from './household-ground.ts';
import { countSameNumber } from './save-household.store.ts';

type Warning = HouseholdActed['warnings'][number];

const TEXTS: Readonly<Record<IdentityDoubtCode | 'repeated' | 'elsewhere', Text>> = {
  'not-twelve-digits': { vi: 'số không đủ 12 chữ số', en: 'the number does not have 12 digits' },
  'old-nine-digit-card': {
    vi: 'số chứng minh nhân dân cũ, 9 chữ số',
    en: 'an old identity card of 9 digits',
  },
  'lost-leading-zero': { vi: 'có lẽ mất số 0 ở đầu', en: 'the zero in front may be lost' },
  'prefix-unknown': {
    vi: '3 số đầu không phải mã nơi đăng ký khai sinh',
    en: 'the first 3 digits name no place of birth registration',
  },
  'birth-year-not-plausible': {
    vi: 'năm sinh trong số chưa tới',
    en: 'the year of birth in the number has not come',
  },
  'sex-differs': { vi: 'khác giới tính đã ghi', en: 'differs from the sex that is recorded' },
  'birth-year-differs': { vi: 'khác năm sinh đã ghi', en: 'differs from the year of birth that is recorded' },
  elsewhere: {
    vi: 'số này có ở nơi khác, ngoài địa bàn bạn phụ trách',
    en: 'the number is known elsewhere, outside your areas',
  },
  repeated: { vi: 'người khác cũng mang số này', en: 'someone else bears this number' },
};

/** What is doubtful about identity numbers just written; the number itself is not told again. It never blocks. */
export async function identityWarnings(
  { db, today, language }: ActGround,
  members: readonly MemberFacts[],
): Promise<Warning[]> {
  const warnings: Warning[] = [];
  for (const member of members) {
    const { identityNumber, personId, fullName, sex, birthDate } = member;
    if (identityNumber === null) continue;
    const doubts: (IdentityDoubtCode | 'repeated' | 'elsewhere')[] = checkIdentityNumber(identityNumber, {
      sex,
      birthDate,
      today,
    }).map(({ code }) => code);
    if ((await countSameNumber(db, identityNumber, personId)) > 0) doubts.push('repeated');
    const { here, all } = await countBearers(db, identityNumber);
    if (all > here) doubts.push('elsewhere');
    for (const code of doubts)
      warnings.push({
        personId,
        code: `identity.${code}`,
        text: `CCCD, ${fullName}: ${TEXTS[code][language]}.`,
      });
  }
  return warnings;
}
