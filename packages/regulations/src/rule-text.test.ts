import { unknownFacts } from '@benvung/domain/household/unknown-facts';
import { ruleText } from '@benvung/domain/standard/rule-text';
import { simulatedReason, simulateHousehold } from '@benvung/domain/standard/simulate-household';
import { describe, expect, test } from 'vitest';
import { findStandard } from './find-standard.ts';
import { packageLibrary } from './read-package.test-support.ts';

test('every rule of every standard is told in both languages, with its own thresholds', () => {
  const texts = packageLibrary.standards.flatMap(({ standard }) =>
    standard.indicators.flatMap(({ rule }) => [ruleText(rule, 'vi'), ruleText(rule, 'en')]),
  );
  for (const text of texts) expect(text).toMatch(/^\p{Lu}[^{}]*\.$/u);
  const insurance = findStandard(packageLibrary, 'VN-2022')!.standard.indicators.find(
    ({ code }) => code === 'healthInsurance',
  )!;
  expect(ruleText(insurance.rule, 'vi')).toBe('Có ít nhất một người từ 6 tuổi không có bảo hiểm y tế.');
});

describe('a simulation', () => {
  const standards = {
    from: findStandard(packageLibrary, 'VN-2022')!,
    to: findStandard(packageLibrary, 'VN-2027')!,
  };
  const facts = { ...unknownFacts('rural', '2023-10-01'), farmHousehold: true };
  const form = {
    kind: 'signedForm',
    incomeScore: 130,
    deprivationScore: 30,
    deprivations: null,
    form: null,
  } as const;

  test('of totals from a paper form says that other indicators cannot be told from them', () => {
    expect(simulateHousehold({ class: 'POOR', facts, evidence: form }, standards)).toMatchObject({
      kind: 'notSimulated',
      reason: 'paperTotals',
    });
    expect(
      simulateHousehold(
        { class: 'NEAR_POOR', facts, evidence: { ...form, deprivationScore: 20 } },
        { from: standards.from, to: findStandard(packageLibrary, 'DONG-NAI-2022')! },
      ),
    ).toMatchObject({ kind: 'simulated', from: 'NEAR_POOR', to: 'POOR' });
  });

  test('of a form with ticks goes by the indicator, and by what points A say of the income', () => {
    const evidence = { ...form, deprivations: '110000000010' };
    const simulated = simulateHousehold({ class: 'POOR', facts, evidence }, standards);
    expect(simulated).toMatchObject({ kind: 'simulated', to: 'POOR' });
    if (simulated.kind === 'simulated')
      expect(simulatedReason(standards.to, simulated.classification, 'vi')).toMatch(/VN-2027/u);
  });

  test('of a class without anything to compute it from is none', () => {
    const household = { class: 'POOR', facts: null, evidence: { kind: 'none' } } as const;
    expect(simulateHousehold(household, standards)).toMatchObject({ reason: 'noAnswers' });
  });
});
