import type { HouseholdFacts, MemberFacts } from '@benvung/domain/household/household-facts';
import {
  EDUCATION_LEVELS,
  LABOUR_STATUSES,
  NUTRITION_STATUSES,
  SCHOOL_ATTENDANCES,
  TOILETS,
  WATER_SOURCES,
} from '@benvung/domain/household/household-facts';

/** A small generator (mulberry32): the same seed gives the same households on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Households of every shape the rules look at, with about one unknown answer in twenty. */
export function madeUpHouseholds(count: number, seed: number): HouseholdFacts[] {
  const random = seededRandom(seed);
  const pick = <Value>(values: readonly Value[]): Value | null =>
    random() < 0.05 ? null : (values[Math.floor(random() * values.length)] as Value);
  const yes = (share: number): boolean | null => (random() < 0.05 ? null : random() < share);
  const two = (value: number) => String(value).padStart(2, '0');

  const member = (at: number, index: number): MemberFacts => {
    const year = 1935 + Math.floor(random() * 88);
    const birthDate =
      random() < 0.3
        ? String(year)
        : `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
    return {
      personId: `${at}-${index}`,
      fullName: `Người ${at}-${index}`,
      relation: index === 0 ? 'head' : 'child',
      sex: random() < 0.5 ? 'male' : 'female',
      birthDate,
      ethnicity: '01',
      identityNumber: null,
      maritalStatus: null,
      educationFinished: pick(EDUCATION_LEVELS),
      attending: pick(SCHOOL_ATTENDANCES),
      vocationalCertificate: yes(0.2),
      labourStatus: pick(LABOUR_STATUSES),
      healthInsurance: yes(0.9),
      insuranceGroup: null,
      nutrition: pick(NUTRITION_STATUSES),
      disabilityForm: random() < 0.05 ? 'movement' : null,
      disabilityDegree: null,
      meritGroup: null,
      monthlyAllowance: random() < 0.1 ? 'elderly' : random() < 0.9 ? 'none' : null,
      untreatedIllness: yes(0.05),
    };
  };

  return Array.from({ length: count }, (_, at) => ({
    areaType: random() < 0.7 ? 'rural' : 'urban',
    surveyDay: '2023-10-15',
    members: Array.from({ length: 1 + Math.floor(random() * 6) }, (_, index) => member(at, index)),
    dwelling: {
      durableWall: yes(0.7),
      durablePillar: yes(0.7),
      durableRoof: yes(0.7),
      areaSquareMetres: random() < 0.05 ? null : Math.floor(15 + random() * 90),
      water: pick(WATER_SOURCES),
      toilet: pick(TOILETS),
      usesInternet: yes(0.6),
      usesPhoneSubscription: yes(0.8),
      ownsInformationDevice: yes(0.8),
      hearsLoudspeaker: yes(0.5),
    },
    causes: [],
    wishes: [],
    monthlyIncomePerPerson: null,
    farmHousehold: null,
  }));
}
