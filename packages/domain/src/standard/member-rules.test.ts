import { describe, expect, test } from 'vitest';
import type { MemberFacts } from '../household/household-facts.ts';
import { sampleHousehold, sampleIndicator } from './household.sample.ts';
import type { DeprivationState } from './household-class.ts';
import type { IndicatorRule } from './indicator-rule.ts';
import { stateOf } from './state-code.ts';

/** On the survey day of the sample, 15 October 2023. */
const born = (age: number) => `${2023 - age}-10-15`;
const dayAfter = (age: number) => `${2023 - age}-10-16`;

type Case = readonly [expected: DeprivationState, why: string, ...members: Partial<MemberFacts>[]];

const judge = (rule: IndicatorRule, members: readonly Partial<MemberFacts>[]) =>
  stateOf(sampleIndicator(rule).judge(sampleHousehold(members)).state);

const check = (name: string, rule: IndicatorRule, cases: readonly Case[]) =>
  describe(name, () => {
    test.each(cases.map(([expected, why, ...members]) => ({ expected, why, members })))(
      '$expected: $why',
      ({ expected, members }) => {
        expect(judge(rule, members)).toBe(expected);
      },
    );
    test('unknown: a household without members', () => {
      expect(judge(rule, [])).toBe('unknown');
    });
  });

check(
  'employment',
  {
    method: 'job-without-contract',
    fromAge: 16,
    toAge: 60,
    lacking: ['unemployed', 'wageWorkWithoutContract'],
    outside: ['unable', 'student', 'homemaker', 'tooYoung', 'retired'],
  },
  [
    [
      'deprived',
      'one of two has no job',
      { birthDate: born(30), labourStatus: 'farmWork' },
      { birthDate: born(30), labourStatus: 'unemployed' },
    ],
    [
      'deprived',
      'wage work without a contract',
      { birthDate: born(16), labourStatus: 'wageWorkWithoutContract' },
    ],
    [
      'notDeprived',
      'wage work with a contract',
      { birthDate: born(59), labourStatus: 'wageWorkWithContract' },
    ],
    [
      'notApplicable',
      'a student and a pensioner',
      { birthDate: born(20), labourStatus: 'student' },
      { birthDate: born(58), labourStatus: 'retired' },
    ],
    ['notApplicable', 'a day younger than 16', { birthDate: dayAfter(16), labourStatus: 'unemployed' }],
    ['notApplicable', '60 on the survey day', { birthDate: born(60), labourStatus: 'unemployed' }],
    [
      'unknown',
      'the work of one is not known',
      { birthDate: born(30), labourStatus: 'farmWork' },
      { birthDate: born(30) },
    ],
    ['unknown', 'no job, but the age is not known', { birthDate: null, labourStatus: 'unemployed' }],
    ['unknown', 'no job and 15 or 16 by the year alone', { birthDate: '2007', labourStatus: 'unemployed' }],
    ['deprived', 'no job and 16 or 17 by the year alone', { birthDate: '2006', labourStatus: 'unemployed' }],
    ['notDeprived', 'works, whatever the age', { birthDate: null, labourStatus: 'farmWork' }],
  ],
);

check('health insurance from 6 years', { method: 'insurance-from-age', fromAge: 6 }, [
  [
    'deprived',
    'one of two is not insured',
    { birthDate: born(40), healthInsurance: true },
    { birthDate: born(6), healthInsurance: false },
  ],
  [
    'notDeprived',
    'only a child a day under 6 is not insured',
    { birthDate: born(40), healthInsurance: true },
    { birthDate: dayAfter(6), healthInsurance: false },
  ],
  ['unknown', 'one is not known', { birthDate: born(40), healthInsurance: true }, { birthDate: born(40) }],
  [
    'deprived',
    'one is not insured, another not known',
    { birthDate: born(40), healthInsurance: false },
    { birthDate: born(40) },
  ],
  ['unknown', 'not insured, 5 or 6 by the year', { birthDate: '2017', healthInsurance: false }],
]);

check('nutrition of children under 16', { method: 'child-nutrition', underAge: 16 }, [
  ['deprived', 'one child is stunted', { birthDate: born(4), nutrition: 'stunted' }],
  ['deprived', 'one child is underweight', { birthDate: born(15), nutrition: 'underweight' }],
  ['notDeprived', 'the child is well', { birthDate: born(4), nutrition: 'normal' }],
  ['notApplicable', 'nobody is under 16', { birthDate: born(16), nutrition: 'stunted' }],
  ['unknown', 'the child was not measured', { birthDate: born(4) }],
]);

const adult: IndicatorRule = {
  method: 'education-for-age',
  bands: [
    { fromAge: 16, toAge: 18, finished: 'lowerSecondary' },
    { fromAge: 18, toAge: 31, finished: 'upperSecondary' },
  ],
};
const idle = { attending: 'no', vocationalCertificate: false } as const;

check('education of members from 16 to 30', adult, [
  ['deprived', '17 and primary only', { birthDate: born(17), educationFinished: 'primary', ...idle }],
  [
    'notDeprived',
    '17 with lower secondary',
    { birthDate: born(17), educationFinished: 'lowerSecondary', ...idle },
  ],
  [
    'deprived',
    '18 with lower secondary',
    { birthDate: born(18), educationFinished: 'lowerSecondary', ...idle },
  ],
  [
    'deprived',
    '30 with lower secondary',
    { birthDate: dayAfter(31), educationFinished: 'lowerSecondary', ...idle },
  ],
  ['notApplicable', '31 on the survey day', { birthDate: born(31), educationFinished: 'none', ...idle }],
  [
    'notDeprived',
    'elementary vocational',
    { birthDate: born(25), educationFinished: 'elementaryVocational', ...idle },
  ],
  [
    'notDeprived',
    'still studying',
    { birthDate: born(19), educationFinished: 'lowerSecondary', attending: 'upperSecondary' },
  ],
  [
    'notDeprived',
    'trained on the job with a certificate',
    { birthDate: born(25), educationFinished: 'primary', attending: 'no', vocationalCertificate: true },
  ],
  [
    'unknown',
    'the certificate is not known',
    { birthDate: born(25), educationFinished: 'primary', attending: 'no' },
  ],
  ['unknown', 'the level is not known', { birthDate: born(25), ...idle }],
  [
    'unknown',
    '17 or 18 by the year, with lower secondary',
    { birthDate: '2005', educationFinished: 'lowerSecondary', ...idle },
  ],
]);

check(
  'school level right for the age',
  {
    method: 'school-level-for-age',
    bands: [
      { fromAge: 3, toAge: 6, attending: 'preschool' },
      { fromAge: 6, toAge: 12, attending: 'primary' },
      { fromAge: 12, toAge: 16, attending: 'lowerSecondary' },
    ],
  },
  [
    ['deprived', '3 and at home', { birthDate: born(3), attending: 'no' }],
    ['notDeprived', '5 and in preschool', { birthDate: dayAfter(6), attending: 'preschool' }],
    ['deprived', '6 and in preschool', { birthDate: born(6), attending: 'preschool' }],
    [
      'notDeprived',
      '11 and already in lower secondary',
      { birthDate: born(11), attending: 'lowerSecondary' },
    ],
    ['deprived', '12 and still in primary', { birthDate: born(12), attending: 'primary' }],
    ['notDeprived', '15 in upper secondary', { birthDate: born(15), attending: 'upperSecondary' }],
    [
      'notApplicable',
      '2 and 16',
      { birthDate: dayAfter(3), attending: 'no' },
      { birthDate: born(16), attending: 'no' },
    ],
    ['unknown', 'schooling is not known', { birthDate: born(9) }],
  ],
);

check('VN-2016: school from 5 to under 15', { method: 'school-attendance', fromAge: 5, toAge: 15 }, [
  ['deprived', '14 and not at school', { birthDate: born(14), attending: 'no' }],
  ['notDeprived', '9 in any level', { birthDate: born(9), attending: 'preschool' }],
  ['notApplicable', '15 and not at school', { birthDate: born(15), attending: 'no' }],
]);

check(
  'VN-2016: education of those born in 1986 or later',
  { method: 'education-born-from', fromAge: 15, bornFrom: 1986, finished: 'lowerSecondary' },
  [
    [
      'deprived',
      'born 1986, primary only',
      { birthDate: '1986-01-01', educationFinished: 'primary', attending: 'no' },
    ],
    ['notApplicable', 'born 1985', { birthDate: '1985-12-31', educationFinished: 'none', attending: 'no' }],
    ['notApplicable', '14 years', { birthDate: dayAfter(15), educationFinished: 'primary', attending: 'no' }],
    [
      'notDeprived',
      'studying',
      { birthDate: '2005-01-01', educationFinished: 'primary', attending: 'lowerSecondary' },
    ],
    [
      'unknown',
      'born nobody knows when, primary only',
      { birthDate: null, educationFinished: 'primary', attending: 'no' },
    ],
  ],
);

check('VN-2016: treatment of serious illness', { method: 'untreated-illness' }, [
  ['deprived', 'one was not treated', { untreatedIllness: false }, { untreatedIllness: true }],
  ['notDeprived', 'nobody lacked treatment', { untreatedIllness: false }],
  ['unknown', 'one was not asked', { untreatedIllness: false }, {}],
]);

check(
  'dependents more than half',
  {
    method: 'share-of-dependents',
    childUnderAge: 16,
    elderlyFromAge: 60,
    socialAllowances: ['elderly', 'disability'],
    otherAllowances: ['none', 'pension', 'merit'],
  },
  [
    [
      'notDeprived',
      'one child of two members',
      { birthDate: born(30), monthlyAllowance: 'none' },
      { birthDate: born(3) },
    ],
    [
      'deprived',
      'two children of three members',
      { birthDate: born(30), monthlyAllowance: 'none' },
      { birthDate: born(3) },
      { birthDate: born(15) },
    ],
    [
      'deprived',
      'an old person alone on the allowance',
      { birthDate: born(81), monthlyAllowance: 'elderly' },
    ],
    ['notDeprived', 'a pensioner alone', { birthDate: born(81), monthlyAllowance: 'pension' }],
    ['notDeprived', '16 is no child', { birthDate: born(16), monthlyAllowance: 'none' }],
    [
      'deprived',
      'a disabled adult on the allowance, alone',
      { birthDate: born(40), monthlyAllowance: 'disability', disabilityForm: 'vision' },
    ],
    ['unknown', 'the allowance of the only adult is not known', { birthDate: born(40) }],
    [
      'notDeprived',
      'one unknown of three cannot make half',
      { birthDate: born(40) },
      { birthDate: born(40), monthlyAllowance: 'none' },
      { birthDate: born(41), monthlyAllowance: 'none' },
    ],
    ['unknown', 'an allowance that is not in the list', { birthDate: born(81), monthlyAllowance: 'quà Tết' }],
  ],
);
