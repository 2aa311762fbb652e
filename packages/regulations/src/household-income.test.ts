import { factsOfAnswers } from '@benvung/domain/standard/questionnaire/answers-and-facts';
import type { Answers } from '@benvung/domain/standard/questionnaire/questionnaire';
import { describe, expect, test } from 'vitest';
import { findQuestionnaire } from './find-questionnaire.ts';
import { packageLibrary } from './read-package.test-support.ts';

const asked = findQuestionnaire(packageLibrary, 'VN-2022')!;
const DAY = { areaType: 'rural', surveyDay: '2026-10-05' } as const;
const PARTS = {
  incomeCrops: 60_000_000,
  incomeLivestock: 30_000_000,
  incomeForestry: 0,
  incomeFishery: 0,
  incomeSalt: 0,
  incomeWages: 24_000_000,
  incomeBusiness: 0,
  incomeOther: 0,
};
const members = [1, 2, 3, 4].map((at) => ({ personId: `p${at}`, answers: {} }));
const of = (household: Answers, people = members) => ({
  household: { farmHousehold: true, ...household },
  members: people,
});
const incomeOf = (household: Answers, people = members) =>
  factsOfAnswers(asked, of(household, people), DAY).monthlyIncomePerPerson;
const evaluated = (household: Answers) => asked.evaluate(of(household), DAY.surveyDay);
const found = (household: Answers) => evaluated(household).findings.map(({ check }) => check.code);

describe('the income of twelve months of a farm household', () => {
  test('is shared by its people and months where the average is not written', () => {
    expect(incomeOf(PARTS)).toBe(2_375_000);
    expect(incomeOf({ ...PARTS, incomeOther: 47 })).toBe(2_375_000);
    expect(incomeOf({ ...PARTS, income: 2_000_000 })).toBe(2_000_000);
  });

  test('is not known while a part of it is not, or nobody is in the roster', () => {
    expect(incomeOf({ ...PARTS, incomeWages: null })).toBeNull();
    expect(incomeOf({ incomeCrops: 1 })).toBeNull();
    expect(incomeOf(PARTS, [])).toBeNull();
  });

  test('is asked of farm households alone, the parts or the average', () => {
    const skipped = (household: Answers) =>
      [...evaluated(household).skipped].filter((code) => code.startsWith('income'));
    expect(skipped({ farmHousehold: false })).toHaveLength(9);
    expect(skipped({})).toEqual([]);
    expect(skipped(PARTS)).toEqual(['income']);
    expect(skipped({ income: 2_000_000 })).toEqual(Object.keys(PARTS));
  });

  test('that does not follow from its parts, or has none from farming, is told', () => {
    expect(found({ ...PARTS, income: 2_375_000 })).not.toContain('incomeDiffers');
    expect(found({ ...PARTS, income: 2_000_000 })).toContain('incomeDiffers');
    expect(found({ ...PARTS, incomeCrops: 0, incomeLivestock: 0 })).toContain('farmWithoutFarmIncome');
    expect(found(PARTS)).not.toContain('farmWithoutFarmIncome');
  });
});
