import type { MemberFacts } from './household-facts.ts';
import type { HouseholdState } from './household-state.ts';
import { sampleMember } from './member.sample.ts';
import { newHousehold } from './register-household.ts';

export const NGA = '018f0000-0000-7000-8000-000000000001';
export const LANH = '018f0000-0000-7000-8000-000000000002';
export const UT = '018f0000-0000-7000-8000-000000000003';
const HOUSEHOLD = '018f0000-0000-7000-8000-0000000000aa';

const PEOPLE: readonly Partial<MemberFacts>[] = [
  { personId: NGA, fullName: 'Hồ Thị Nga', relation: 'head', sex: 'female', birthDate: '1961' },
  { personId: LANH, fullName: 'Hồ Văn Lanh', relation: 'child', birthDate: '1990-02-03' },
  { personId: UT, fullName: 'Hồ Văn Út', relation: 'grandchild', birthDate: '2015' },
];

/** Nga, her son Lanh and her grandson Út in village 71 since 1/9/2023; at its first stored version. */
export const sampleHousehold = (changes: Partial<HouseholdState> = {}): HouseholdState => ({
  ...newHousehold(
    {
      id: HOUSEHOLD,
      villageId: 71,
      fields: { listCode: 'M-01', registrationNumber: null, phone: null, address: null, location: null },
      members: PEOPLE.map(sampleMember),
    },
    '2023-09-01',
    'registered',
  ),
  version: 1,
  ...changes,
});
