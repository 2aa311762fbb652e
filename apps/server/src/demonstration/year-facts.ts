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

/** Those that show in a member's answers. */
const PERSONAL = [LACK.employment, LACK.nutrition, LACK.healthInsurance, LACK.childSchoolAttendance];

export type Lacks = ReadonlySet<number>;

export interface FactsSought {
  readonly persons: readonly PersonLife[];
  readonly traits: HomeTraits;
  readonly areaType: HouseholdFacts['areaType'];
  readonly surveyDay: Day;
  readonly insuranceGroup: string;
  readonly farmHousehold: boolean;
  readonly causes: readonly PovertyCause[];
  readonly wishes: readonly SupportWish[];
}

/** The people present on the survey day, in a home that lacks nothing. */
export function bareFacts(sought: FactsSought): HouseholdFacts {
  const { surveyDay } = sought;
  const present = sought.persons.filter((person) => isPresent(person, surveyDay));
  const members = present.map((person) => memberFacts(person, surveyDay, sought.insuranceGroup));
  return {
    areaType: sought.areaType,
    surveyDay,
    members,
    dwelling: dwellingOf(sought.traits, members.length, () => false),
    causes: sought.causes,
    wishes: sought.wishes,
    monthlyIncomePerPerson: null,
    farmHousehold: sought.farmHousehold,
  };
}

/** The same answers, now lacking exactly what `lacks` names besides what follows from the people. */
export function withLacks(bare: HouseholdFacts, traits: HomeTraits, lacks: Lacks): HouseholdFacts {
  if (lacks.size === 0) return bare;
  return {
    ...bare,
    members: withPersonalLacks(bare.members, bare.surveyDay, lacks),
    dwelling: dwellingOf(traits, bare.members.length, (of) => lacks.has(LACK[of])),
  };
}

function withPersonalLacks(members: readonly MemberFacts[], day: Day, lacks: Lacks): MemberFacts[] {
  if (!PERSONAL.some((indicator) => lacks.has(indicator))) return [...members];
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
