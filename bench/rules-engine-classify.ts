import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import { Engine } from 'json-rules-engine';

/**
 * VN-2022 as a general rule engine would hold it: one rule an indicator, conditions as JSON, the numbers per
 * member prepared beforehand. Ages and unknown answers are simplified in its favour; it does less than ours.
 */
export function rulesEngineClassifier(): (facts: HouseholdFacts, scoreA: number) => Promise<number> {
  const engine = new Engine();
  const rule = (type: string, all: object[]) =>
    engine.addRule({ conditions: { all } as never, event: { type } });
  const above = (fact: string, value: number) => ({ fact, operator: 'greaterThan', value });
  const is = (fact: string, value: unknown) => ({ fact, operator: 'equal', value });
  rule('employment', [above('jobless', 0)]);
  rule('dependentPerson', [above('dependentShare', 0.5)]);
  rule('nutrition', [above('malnourished', 0)]);
  rule('healthInsurance', [above('uninsured', 0)]);
  rule('adultEducation', [above('unschooledAdults', 0)]);
  rule('childSchoolAttendance', [above('childrenOutOfSchool', 0)]);
  rule('housingQuality', [above('weakStructures', 1)]);
  rule('housingArea', [{ fact: 'areaPerPerson', operator: 'lessThan', value: 8 }]);
  rule('cleanWater', [
    { fact: 'water', operator: 'in', value: ['unprotectedWell', 'unprotectedSpring', 'surface', 'other'] },
  ]);
  rule('hygienicToilet', [{ fact: 'toilet', operator: 'in', value: ['otherToilet', 'noToilet'] }]);
  rule('telecommunication', [is('internet', false)]);
  rule('informationAccessAssets', [is('device', false)]);

  return async (facts, scoreA) => {
    if (scoreA > (facts.areaType === 'rural' ? 140 : 175)) return 3;
    const { events } = await engine.run(preparedFacts(facts));
    return events.length >= 3 ? 0 : 1;
  };
}

function preparedFacts({ surveyDay, members, dwelling }: HouseholdFacts): Record<string, unknown> {
  const year = Number(surveyDay.slice(0, 4));
  const aged = members.map((member) => ({
    member,
    age: year - Number(member.birthDate?.slice(0, 4) ?? year),
  }));
  const count = (test: (one: (typeof aged)[number]) => boolean) => aged.filter(test).length;
  return {
    jobless: count(({ member, age }) => age >= 16 && age < 60 && member.labourStatus === 'unemployed'),
    dependentShare: count(({ age }) => age < 16) / Math.max(members.length, 1),
    malnourished: count(({ member, age }) => age < 16 && member.nutrition !== 'normal'),
    uninsured: count(({ member, age }) => age >= 6 && member.healthInsurance === false),
    unschooledAdults: count(({ member, age }) => age >= 16 && age <= 30 && member.attending === 'no'),
    childrenOutOfSchool: count(({ member, age }) => age >= 3 && age < 16 && member.attending === 'no'),
    weakStructures: [dwelling.durableWall, dwelling.durablePillar, dwelling.durableRoof].filter(
      (x) => x === false,
    ).length,
    areaPerPerson: (dwelling.areaSquareMetres ?? 1000) / Math.max(members.length, 1),
    water: dwelling.water ?? 'piped',
    toilet: dwelling.toilet ?? 'septic',
    internet: dwelling.usesInternet,
    device: dwelling.ownsInformationDevice,
  };
}
