import {
  DISABILITY_FORMS,
  EDUCATION_LEVELS,
  type HouseholdFacts,
  LABOUR_STATUSES,
  type MemberFacts,
  NUTRITION_STATUSES,
  SCHOOL_ATTENDANCES,
  TOILETS,
  WATER_SOURCES,
} from '@benvung/domain/household/household-facts';
import { UNKNOWN_MEMBER } from '@benvung/domain/household/unknown-facts';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import fc from 'fast-check';

const orUnknown = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(arbitrary, { freq: 5 });
const oneOf = <Value>(values: readonly Value[]) => orUnknown(fc.constantFrom(...values));
const flag = orUnknown(fc.boolean());

const birthDate = orUnknown(
  fc.oneof(
    fc
      .tuple(
        fc.integer({ min: 1935, max: 2023 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 10, max: 28 }),
      )
      .map(([year, month, day]) => `${year}-0${month}-${day}`),
    fc.integer({ min: 1935, max: 2022 }).map(String),
  ),
);

const member = fc.record({
  birthDate,
  educationFinished: oneOf(EDUCATION_LEVELS),
  attending: oneOf(SCHOOL_ATTENDANCES),
  vocationalCertificate: flag,
  labourStatus: oneOf(LABOUR_STATUSES),
  healthInsurance: flag,
  nutrition: oneOf(NUTRITION_STATUSES),
  disabilityForm: oneOf(DISABILITY_FORMS),
  monthlyAllowance: oneOf(['none', 'elderly', 'disability', 'pension']),
  untreatedIllness: flag,
});

const dwelling = fc.record({
  durableWall: flag,
  durablePillar: flag,
  durableRoof: flag,
  areaSquareMetres: orUnknown(fc.integer({ min: 5, max: 90 })),
  water: oneOf(WATER_SOURCES),
  toilet: oneOf(TOILETS),
  usesInternet: flag,
  usesPhoneSubscription: flag,
  ownsInformationDevice: flag,
  hearsLoudspeaker: flag,
});

/** Households of every shape, with gaps in what is known; for tests. */
export const anyFacts: fc.Arbitrary<HouseholdFacts> = fc
  .record({
    areaType: fc.constantFrom('rural' as const, 'urban' as const),
    surveyDay: fc.constantFrom('2019-10-15', '2023-10-15', '2023-02-28'),
    members: fc.array(member, { maxLength: 6 }),
    dwelling,
    monthlyIncomePerPerson: orUnknown(fc.integer({ min: 0, max: 4_000_000 })),
    farmHousehold: flag,
  })
  .map(({ members, ...rest }) => ({
    ...rest,
    causes: [],
    wishes: [],
    members: members.map((known, at) => ({ ...unknownMember, ...known, personId: `p${at}` })),
  }));

const unknownMember: MemberFacts = {
  personId: '',
  fullName: 'Vi Văn Thành',
  relation: 'other',
  ...UNKNOWN_MEMBER,
};

export const anyEvidence: fc.Arbitrary<ReviewEvidence> = fc.oneof(
  fc.record({
    kind: fc.constant('scored' as const),
    incomeScore: orUnknown(fc.integer({ min: 80, max: 200 })),
    scorecard: fc.constantFrom(
      null,
      { id: 'x', status: 'verified' as const },
      { id: 'y', status: 'synthetic' as const },
    ),
  }),
  fc.record({
    kind: fc.constant('signedForm' as const),
    incomeScore: orUnknown(fc.integer({ min: 80, max: 200 })),
    deprivationScore: orUnknown(fc.integer({ min: 0, max: 10 }).map((count) => count * 10)),
    deprivations: fc.constant(null),
    form: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('quickScreen' as const),
    outcome: fc.constantFrom('screenedOut' as const, 'screenedIn' as const),
    form: fc.constant(null),
  }),
  fc.constant({ kind: 'none' as const }),
);
