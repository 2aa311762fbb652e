import type {
  HouseholdFacts,
  MemberFacts,
  PovertyCause,
  SupportWish,
} from '@benvung/domain/household/household-facts';
import { ageOn, type Day } from '@benvung/domain/shared/day';
import { dwellingOf, type HomeTraits } from './home-traits.ts';
import { isPresent, memberFacts, type PersonLife } from './person-life.ts';

/** Places of the twelve indicators of VN-2022 that a review's answers can be made to show, whoever lives there. */
export const LACK = {
  employment: 0,
  nutrition: 2,
  healthInsurance: 3,
  childSchoolAttendance: 5,
  quality: 6,
  area: 7,
  water: 8,
  toilet: 9,
  internet: 10,
  device: 11,
} as const;

export type Lacks = ReadonlySet<number>;
export const NO_LACKS: Lacks = new Set();

export interface FactsSought {
  readonly persons: readonly PersonLife[];
  readonly traits: HomeTraits;
  readonly areaType: HouseholdFacts['areaType'];
  readonly surveyDay: Day;
  readonly lacks: Lacks;
  readonly insuranceGroup: string;
  readonly farmHousehold: boolean;
  readonly monthlyIncomePerPerson: number | null;
  readonly causes: readonly PovertyCause[];
  readonly wishes: readonly SupportWish[];
}

/** The answers of one review: the people present that day, and a home that lacks what it should lack. */
export function factsOf(sought: FactsSought): HouseholdFacts {
  const { surveyDay, lacks } = sought;
  const present = sought.persons.filter((person) => isPresent(person, surveyDay));
  const members = present.map((person) => memberFacts(person, surveyDay, sought.insuranceGroup));
  return {
    areaType: sought.areaType,
    surveyDay,
    members: withPersonalLacks(members, surveyDay, lacks),
    dwelling: dwellingOf(sought.traits, members.length, (of) => lacks.has(LACK[of])),
    causes: sought.causes,
    wishes: sought.wishes,
    monthlyIncomePerPerson: sought.monthlyIncomePerPerson,
    farmHousehold: sought.farmHousehold,
  };
}

function withPersonalLacks(members: readonly MemberFacts[], day: Day, lacks: Lacks): MemberFacts[] {
  let out = [...members];
  const ageOf = (member: MemberFacts) => ageOn(member.birthDate!, day);
  const change = (who: (member: MemberFacts) => boolean, changes: Partial<MemberFacts>) => {
    const first = out.find(who);
    out = out.map((member) => (member === first ? { ...member, ...changes } : member));
  };
  if (lacks.has(LACK.employment))
    change((member) => isAtWork(member) && ageOf(member) >= 16 && ageOf(member) < 60, {
      labourStatus: out.length % 2 === 0 ? 'wageWorkWithoutContract' : 'unemployed',
    });
  if (lacks.has(LACK.nutrition))
    change((member) => ageOf(member) < 16, { nutrition: out.length % 3 === 0 ? 'underweight' : 'stunted' });
  if (lacks.has(LACK.healthInsurance))
    change((member) => ageOf(member) >= 6, { healthInsurance: false, insuranceGroup: null });
  if (lacks.has(LACK.childSchoolAttendance))
    change((member) => ageOf(member) >= 3 && ageOf(member) < 16, { attending: 'no' });
  return out;
}

const isAtWork = ({ labourStatus }: MemberFacts) =>
  labourStatus === 'farmWork' || labourStatus === 'selfEmployed' || labourStatus === 'wageWorkWithContract';
