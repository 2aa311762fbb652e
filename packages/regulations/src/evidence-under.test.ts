import { unknownFacts } from '@benvung/domain/household/unknown-facts';
import { reviewUnderStandards } from '@benvung/domain/review/review-under-standards';
import { evidenceUnder, factsUnder } from '@benvung/domain/standard/evidence-under';
import { expect, test } from 'vitest';
import { findStandard } from './find-standard.ts';
import { packageLibrary } from './read-package.test-support.ts';

const standard = (id: string) => findStandard(packageLibrary, id)!;
const [VN2022, VN2027, DONG_NAI] = ['VN-2022', 'VN-2027', 'DONG-NAI-2022'].map(standard) as [
  ReturnType<typeof standard>,
  ReturnType<typeof standard>,
  ReturnType<typeof standard>,
];
const form = {
  kind: 'signedForm',
  incomeScore: 135,
  deprivationScore: 30,
  deprivations: '110000000001',
  form: null,
} as const;
const facts = { ...unknownFacts('rural', '2023-10-01'), farmHousehold: true };

test('ticks of a form go by the indicator; what the form does not ask is unknown, its total says nothing more', () => {
  expect(evidenceUnder(form, VN2022.standard, VN2027.standard)).toMatchObject({
    deprivationScore: null,
    deprivations: '11000000000?',
  });
  expect(evidenceUnder(form, VN2022.standard, DONG_NAI.standard)).toBe(form);
});

test('a score at most the national cut-off says that the income is at most the national line', () => {
  const between = { from: VN2022.standard, to: VN2027.standard };
  expect(factsUnder(facts, form, between).monthlyIncomePerPerson).toBe(1_500_000);
  expect(factsUnder(facts, { ...form, incomeScore: 141 }, between)).toBe(facts);
  expect(factsUnder(facts, form, { ...between, to: DONG_NAI.standard })).toBe(facts);
});

test('a list that tells the national class alone makes a poor household poor for the province, and no other', () => {
  const under = (told: 'POOR' | 'NEAR_POOR') =>
    reviewUnderStandards(
      { national: VN2022, local: DONG_NAI },
      { facts, evidence: { kind: 'none' }, told: { national: told } },
    ).map((each) => each.class);
  expect(under('POOR')).toEqual(['POOR', 'POOR']);
  expect(under('NEAR_POOR')).toEqual(['NEAR_POOR', 'UNDETERMINED']);
});
