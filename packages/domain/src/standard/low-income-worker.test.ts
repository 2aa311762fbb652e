import { describe, expect, test } from 'vitest';
import type { HouseholdFacts } from '../household/household-facts.ts';
import { sampleHousehold, sampleMember } from './household.sample.ts';
import type { HouseholdClass } from './household-class.ts';
import {
  explainLowIncomeWorker,
  isLowIncomeWorker,
  type LowIncomeWorkerStandard,
} from './low-income-worker.ts';

const standard: LowIncomeWorkerStandard = {
  id: 'ND-30-2025',
  validFrom: '2025-03-01',
  validTo: null,
  ceilings: { rural: 2_250_000, urban: 3_000_000 },
  workingFromAge: 15,
  workStatuses: ['farmWork', 'wageWorkWithContract', 'selfEmployed'],
  ground: { document: 'NĐ 30/2025/NĐ-CP', article: null, label: 'x' },
};
const facts = (changes: Partial<HouseholdFacts> = {}): HouseholdFacts => ({
  ...sampleHousehold([]),
  surveyDay: '2025-10-15',
  monthlyIncomePerPerson: 2_250_000,
  ...changes,
});
const worker = sampleMember({ birthDate: '1990-01-01', labourStatus: 'selfEmployed' });
const of = (changes: Partial<HouseholdFacts>, householdClass: HouseholdClass = 'NOT_POOR', member = worker) =>
  isLowIncomeWorker(standard, facts(changes), householdClass, member);

describe('a low-income worker', () => {
  test('works in a household that is not poor or near-poor, up to the ceiling of its area', () => {
    expect(of({})).toBe(true);
    expect(of({}, 'AVERAGE_LIVING_STANDARD')).toBe(true);
    expect(of({ monthlyIncomePerPerson: 2_250_001 })).toBe(false);
    expect(of({ areaType: 'urban', monthlyIncomePerPerson: 3_000_000 })).toBe(true);
  });

  test.each(['POOR', 'NEAR_POOR'] as const)('is not a member of a household that is %s', (householdClass) => {
    expect(of({}, householdClass)).toBe(false);
  });

  test('is not a child, a pensioner, or anybody before the decree', () => {
    expect(of({}, 'NOT_POOR', sampleMember({ birthDate: '2012-01-01', labourStatus: 'farmWork' }))).toBe(
      false,
    );
    expect(of({}, 'NOT_POOR', sampleMember({ birthDate: '1950-01-01', labourStatus: 'retired' }))).toBe(
      false,
    );
    expect(of({ surveyDay: '2025-02-28' })).toBe(false);
  });

  test('is not known while the income, the class or the work is not', () => {
    expect(of({ monthlyIncomePerPerson: null })).toBeNull();
    expect(of({}, 'UNDETERMINED')).toBeNull();
    expect(of({}, 'NOT_POOR', sampleMember({ birthDate: '1990-01-01' }))).toBeNull();
  });
});

describe('whether someone is a low-income worker', () => {
  const told = (changes: Partial<HouseholdFacts>, member = worker) =>
    explainLowIncomeWorker(standard, { facts: facts(changes), householdClass: 'NOT_POOR', member }, 'vi');

  test('is told with the income, the ceiling and the work it follows from', () => {
    expect(told({ monthlyIncomePerPerson: 2_100_000 })).toEqual({
      is: true,
      text: expect.stringMatching(/2\.100\.000 đồng.*không quá 2\.250\.000 đồng \(nông thôn\)/u),
    });
  });

  test('names what is missing, and says nothing of who is not one', () => {
    expect(told({ monthlyIncomePerPerson: null })).toEqual({
      is: null,
      text: 'Chưa xác định: chưa rõ thu nhập',
    });
    expect(told({}, sampleMember({ birthDate: '2020-01-01' }))).toBeNull();
  });
});
