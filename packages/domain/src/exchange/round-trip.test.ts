import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MemberFacts } from '../household/household-facts.ts';
import * as facts from '../household/household-facts.ts';
import { ARRIVAL_REASONS, GONE_REASONS, REVIEW_STAGES } from '../review/review-record.ts';
import { HOUSEHOLD_CLASSES } from '../standard/household-class.ts';
import { makeListReader } from './list-reader.ts';
import type { ListedHousehold, ListedPopulation, ListedRound } from './listed-household.ts';
import { guardCell } from './safe-cell.ts';
import { writtenColumns } from './write-rows.ts';

const INDICATORS = ['Việc làm', 'Người phụ thuộc', 'Dinh dưỡng', 'Bảo hiểm y tế'];
const ETHNIC_GROUPS = new Map([
  ['01', 'Kinh'],
  ['31', 'Tà-ôi'],
  ['23', 'Bru-Vân Kiều'],
]);

const name = fc
  .array(fc.constantFrom('Nguyễn', 'Hồ', 'A', 'Thị', 'Văn', 'Đức', 'Ẩn', "H'Bút", 'Hoà', 'Ngã'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '));
const note = fc.constantFrom(
  null,
  'nhà ở cuối xóm',
  '=HYPERLINK("x")',
  '-1+1',
  '@an',
  "'trong nháy",
  'a; b, "c"\td',
);
const yesNo = fc.constantFrom(null, true, false);
const oneOf = <Value>(values: readonly Value[]) => fc.constantFrom(null, ...values);
const count = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null });
const day = fc
  .record({
    year: fc.integer({ min: 1925, max: 2023 }),
    month: fc.integer({ min: 1, max: 11 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(
    ({ year, month, date }) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  );

const member: fc.Arbitrary<Omit<MemberFacts, 'relation'>> = fc.record({
  personId: fc.constant('p'),
  fullName: name,
  sex: oneOf(['male', 'female'] as const),
  birthDate: fc.oneof(
    fc.constant(null),
    day,
    day.map((each) => each.slice(0, 4)),
  ),
  ethnicity: oneOf([...ETHNIC_GROUPS.keys()]),
  identityNumber: oneOf(['046185000123', '123456789']),
  maritalStatus: oneOf(facts.MARITAL_STATUSES),
  educationFinished: oneOf(facts.EDUCATION_LEVELS),
  attending: oneOf(facts.SCHOOL_ATTENDANCES),
  vocationalCertificate: yesNo,
  labourStatus: oneOf(facts.LABOUR_STATUSES),
  healthInsurance: yesNo,
  insuranceGroup: oneOf(['TE', 'HN']),
  nutrition: oneOf(facts.NUTRITION_STATUSES),
  disabilityForm: oneOf(facts.DISABILITY_FORMS),
  disabilityDegree: oneOf(facts.DISABILITY_DEGREES),
  meritGroup: oneOf(['Thương binh']),
  monthlyAllowance: oneOf(['none', 'elderly', 'disability', 'merit', 'trợ cấp khác']),
  untreatedIllness: yesNo,
});

const members = fc
  .tuple(member, fc.array(fc.tuple(member, fc.constantFrom(...facts.RELATIONS.slice(1))), { maxLength: 3 }))
  .map(([head, others]): MemberFacts[] => [
    { ...head, relation: 'head' },
    ...others.map(([each, relation]) => ({ ...each, relation })),
  ]);

const flags = fc.record({
  minority: yesNo,
  localMinority: yesNo,
  noLabourCapacity: yesNo,
  merit: yesNo,
  femaleHead: yesNo,
  socialAssistance: yesNo,
  recentlyExited: yesNo,
});

const local: fc.Arbitrary<NonNullable<ListedHousehold['review']['local']>> = fc.record({
  openingClass: oneOf(HOUSEHOLD_CLASSES),
  class: fc.constantFrom(...HOUSEHOLD_CLASSES),
  computedClass: oneOf(HOUSEHOLD_CLASSES),
  overrideReason: oneOf(['họp dân']),
  arrivalReason: oneOf(ARRIVAL_REASONS),
  stage: oneOf(REVIEW_STAGES),
  deprivations: oneOf(['0010-1?00000', '-00000000000']),
  verified: yesNo,
  oncePoor: yesNo,
  onceNearPoor: yesNo,
});

const review: fc.Arbitrary<ListedHousehold['review']> = fc
  .record({
    year: fc.constantFrom(null, 2023),
    standardId: fc.constantFrom(null, 'VN-2022'),
    openingClass: oneOf(HOUSEHOLD_CLASSES),
    openingPersons: count,
    openingVillage: oneOf(['Thôn 1']),
    openingCommuneCode: oneOf(['20056']),
    class: oneOf(HOUSEHOLD_CLASSES),
    computedClass: oneOf(HOUSEHOLD_CLASSES),
    overrideReason: note,
    goneReason: oneOf(GONE_REASONS),
    arrivalReason: oneOf(ARRIVAL_REASONS),
    stage: oneOf(REVIEW_STAGES),
    incomeScore: count,
    deprivationScore: count,
    deprivations: fc.option(
      fc.string({
        unit: fc.constantFrom('0', '1', '-', '?'),
        minLength: INDICATORS.length,
        maxLength: INDICATORS.length,
      }),
      { nil: null },
    ),
    evidence: oneOf(['scored', 'signedForm', 'quickScreen', 'none'] as const),
    scorecardId: oneOf(['thu-nghiem-1']),
    verified: yesNo,
    flags,
    oncePoor: yesNo,
    onceNearPoor: yesNo,
    headEthnicity: oneOf([...ETHNIC_GROUPS.keys()]),
    children: count,
    childrenDeprivedOfHealth: count,
    childrenDeprivedOfEducation: count,
    decisionNumber: oneOf(['31/QĐ-UBND']),
    decisionDay: fc.option(day, { nil: null }),
    local: fc.option(local, { nil: null }),
  })
  .map((each) => ({ ...each, goneReason: each.class === null ? each.goneReason : null }));

const place = fc.record({
  province: oneOf(['Tỉnh Thừa Thiên Huế']),
  district: oneOf(['Huyện A Lưới']),
  districtCode: oneOf(['481']),
  commune: oneOf(['Xã Hồng Thủy']),
  communeCode: oneOf(['20044']),
  village: oneOf(['Thôn 1', 'Tổ dân phố 3']),
});

const household: fc.Arbitrary<ListedHousehold> = fc
  .record({
    householdKey: fc.constant(null),
    listCode: oneOf(['20044-01-001']),
    registrationNumber: oneOf(['460012345']),
    phone: oneOf(['0912345678']),
    address: note,
    note,
    place,
    members,
    review,
    facts: fc.record({
      areaType: oneOf(['rural', 'urban'] as const),
      surveyDay: fc.option(day, { nil: null }),
      causes: fc.uniqueArray(fc.constantFrom(...facts.POVERTY_CAUSES)),
      wishes: fc.uniqueArray(fc.constantFrom(...facts.SUPPORT_WISHES)),
      monthlyIncomePerPerson: fc.option(fc.integer({ min: 0, max: 9_000_000 }), { nil: null }),
      farmHousehold: yesNo,
      dwelling: fc.record({
        durableWall: yesNo,
        durablePillar: yesNo,
        durableRoof: yesNo,
        areaSquareMetres: oneOf([12, 45.5, 0.75]),
        water: oneOf(facts.WATER_SOURCES),
        toilet: oneOf(facts.TOILETS),
        usesInternet: yesNo,
        usesPhoneSubscription: yesNo,
        ownsInformationDevice: yesNo,
        hearsLoudspeaker: yesNo,
      }),
    }),
  })
  .map((each) => ({
    ...each,
    list: 'afterReview',
    at: { sheet: '', row: 2 },
    headName: each.members[0]?.fullName ?? '',
    membersListed: true,
    persons: each.members.length,
  }));

const columns = writtenColumns(INDICATORS, true);

function readBack(rows: readonly string[][]) {
  const households: ListedHousehold[] = [];
  const populations: ListedPopulation[] = [];
  const rounds: ListedRound[] = [];
  const errors: string[] = [];
  const codes = new Map([...ETHNIC_GROUPS].map(([code, label]) => [label, code]));
  const reader = makeListReader(
    {
      indicatorLabels: INDICATORS,
      referenceDay: '2023-12-14',
      openingOnly: false,
      newId: () => 'p',
      findEthnicity: (word) => codes.get(word),
    },
    {
      household: (each) => households.push({ ...each, at: { sheet: '', row: 2 } }),
      population: (line) => populations.push(line),
      round: (round) => rounds.push(round),
      issue: (issue) => issue.severity === 'error' && errors.push(`${issue.at} ${issue.code}`),
    },
  );
  for (const [index, cells] of [columns.headers, ...rows].entries())
    reader.row({ sheet: '', row: index + 1, cells: cells.map(guardCell) });
  reader.end();
  return { households, populations, rounds, errors };
}

const write = (each: ListedHousehold) => columns.household(each, (code) => ETHNIC_GROUPS.get(code) ?? code);
const tidy = (text: string | null) => (text === null ? null : text.replace(/\s+/gu, ' '));

it('a household written as rows and read back is the same household', () => {
  fc.assert(
    fc.property(household, (each) => {
      const { households, errors } = readBack(write(each));
      const expected = { ...each, address: tidy(each.address), note: tidy(each.note) };
      const { review: told } = expected;
      expect(errors).toEqual([]);
      expect(households).toEqual([
        { ...expected, review: { ...told, overrideReason: tidy(told.overrideReason) } },
      ]);
    }),
    { numRuns: 300 },
  );
});

it('households one after the other stay apart, each under its own code', () => {
  fc.assert(
    fc.property(fc.array(household, { minLength: 2, maxLength: 5 }), (list) => {
      const coded = list.map((each, index) => ({ ...each, householdKey: `h${index}` }));
      const { households } = readBack(coded.flatMap(write));
      expect(households.map((each) => [each.householdKey, each.members.length])).toEqual(
        coded.map((each) => [each.householdKey, each.members.length]),
      );
    }),
    { numRuns: 50 },
  );
});

it('no cell that is written begins a formula', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(guardCell(text)).not.toMatch(/^[=@\t\r]|^[+-].*[^\d.,]/u);
    }),
  );
});

it('population lines and rounds come back as they went', () => {
  const at = { sheet: '', row: 2 };
  const where = {
    province: null,
    district: null,
    districtCode: null,
    commune: null,
    communeCode: '20044',
    village: null,
  };
  const line: ListedPopulation = {
    at,
    place: where,
    year: 2023,
    households: 14283,
    persons: 56000,
    minorityHouseholds: 10,
    minorityPersons: null,
    localMinorityHouseholds: null,
    localMinorityPersons: 3,
    source: 'Niên giám',
    onDay: '2023-12-31',
  };
  const round: ListedRound = {
    at,
    place: where,
    year: 2023,
    standardId: 'VN-2022',
    localStandardId: null,
    status: 'LOCKED',
    referenceDay: '2023-12-14',
    openedOn: '2023-09-01',
    closedOn: '2023-12-14',
    lockedOn: '2023-12-31',
    source: 'x',
  };
  const back = readBack([columns.population(line), columns.round(round)]);
  expect(back.errors).toEqual([]);
  expect(back.populations).toEqual([line]);
  expect(back.rounds.map((each) => ({ ...each, at }))).toEqual([round]);
});
