import { sampleHousehold } from '@benvung/domain/standard/household.sample';
import { answersOfFacts, factsOfAnswers } from '@benvung/domain/standard/questionnaire/answers-and-facts';
import type { Answers, HouseholdAnswers } from '@benvung/domain/standard/questionnaire/questionnaire';
import { describe, expect, test } from 'vitest';
import { findQuestionnaire } from './find-questionnaire.ts';
import { packageLibrary } from './read-package.test-support.ts';

const asked = findQuestionnaire(packageLibrary, 'VN-2022')!;
const DAY = '2024-10-15';
const member = (personId: string, answers: Answers) => ({ personId, answers });
const HEAD = { fullName: 'Lý Văn Páo', sex: 'male', birthDate: '1984', relation: 'head' };
const household = (members: readonly Answers[], rest: Answers = {}): HouseholdAnswers => ({
  household: rest,
  members: members.map((answers, at) => member(String(at), answers)),
});
const findings = (answers: HouseholdAnswers) =>
  asked.evaluate(answers, DAY).findings.map((finding) => asked.findingText(finding, answers, 'vi'));

describe('the questionnaire of 2022', () => {
  test('is found by its standard, is unverified, and numbers its questions once', () => {
    expect(asked.questionnaire.status).toBe('unverified');
    expect(findQuestionnaire(packageLibrary, 'VN-2016')?.questionnaire.id).toBe('VN-2016-household');
    expect(findQuestionnaire(packageLibrary, 'VN-2022', '0'.repeat(64))).toBeUndefined();
  });

  test.each<[string, Answers, string[], string[]]>([
    [
      'a child of four',
      { birthDate: '2020-03-01' },
      ['attending', 'nutrition'],
      ['labourStatus', 'maritalStatus', 'educationFinished'],
    ],
    [
      'someone of forty',
      { birthDate: '1984' },
      ['labourStatus', 'vocationalCertificate'],
      ['attending', 'nutrition'],
    ],
    ['someone without a birth date', {}, ['attending', 'nutrition', 'labourStatus'], []],
    ['someone with no disability', { disabilityForm: 'none' }, ['disabilityForm'], ['disabilityDegree']],
    ['someone not insured', { healthInsurance: false }, ['healthInsurance'], ['insuranceGroup']],
  ])('asks %s what the age and the answers call for', (_, answers, isAsked, isSkipped) => {
    const { skipped } = asked.evaluate(household([answers]), DAY);
    for (const code of isAsked) expect(skipped.has(`0:${code}`)).toBe(false);
    for (const code of isSkipped) expect(skipped.has(`0:${code}`)).toBe(true);
  });

  test('counts what is still missing, and what was answered "?" apart from it', () => {
    const answers = household([HEAD], { farmHousehold: false, wall: null });
    const { missing, unknown, skipped } = asked.evaluate(answers, DAY);
    expect(skipped.has('income')).toBe(true);
    expect(missing.some(({ code }) => code === 'pillar')).toBe(true);
    expect(unknown).toEqual([{ member: null, code: 'wall' }]);
  });

  test.each<[string, HouseholdAnswers, RegExp]>([
    ['two heads', household([HEAD, HEAD]), /đúng một chủ hộ/],
    [
      'another number of persons',
      household([HEAD], { personsOnForm: 4 }),
      /Phiếu ghi 4 người, bảng có 1 dòng/,
    ],
    [
      'school at an unlikely age',
      household([{ ...HEAD, attending: 'preschool' }]),
      /Lý Văn Páo từ 8 tuổi mà học mầm non/,
    ],
    [
      'an allowance without its ground',
      household([{ ...HEAD, monthlyAllowance: 'disability', disabilityForm: 'none' }]),
      /trợ cấp khuyết tật/,
    ],
    [
      'internet without a device',
      household([HEAD], { internet: true, devices: ['none'] }),
      /không có phương tiện nào/,
    ],
    [
      'a farm nobody works',
      household([{ ...HEAD, labourStatus: 'unemployed' }], { farmHousehold: true }),
      /không ai ghi làm nông/,
    ],
  ])('finds %s', (_, answers, text) => {
    expect(findings(answers).some((found) => text.test(found))).toBe(true);
  });

  test('finds nothing in what nobody answered yet but the head', () => {
    expect(findings(household([{}]))).toEqual([]);
    expect(findings(household([HEAD]))).toEqual([]);
  });

  test('turns answers into facts; blank, "?" and "no disability" are not known facts', () => {
    const facts = factsOfAnswers(
      asked,
      household([{ ...HEAD, disabilityForm: 'none', healthInsurance: null }], {
        devices: ['television'],
        causes: ['none'],
        wishes: ['credit'],
        water: 'surface',
        wall: false,
      }),
      { areaType: 'rural', surveyDay: DAY },
    );
    expect(facts.members[0]).toMatchObject({
      fullName: 'Lý Văn Páo',
      relation: 'head',
      disabilityForm: null,
      healthInsurance: null,
    });
    expect(facts.dwelling).toMatchObject({
      ownsInformationDevice: true,
      water: 'surface',
      durableWall: false,
      toilet: null,
    });
    expect(facts.causes).toEqual([]);
    expect(facts.wishes).toEqual(['credit']);
  });

  test('takes the facts of an earlier review as answers, and gives the same facts back', () => {
    const facts = {
      ...sampleHousehold([
        {
          fullName: 'Lý Văn Páo',
          relation: 'head',
          sex: 'male',
          birthDate: '1984',
          labourStatus: 'farmWork',
        },
      ]),
      surveyDay: DAY,
    };
    const answers = answersOfFacts(asked, facts);
    const again = factsOfAnswers(asked, answers, facts);
    expect({ ...again.dwelling, ownsInformationDevice: null }).toEqual({
      ...facts.dwelling,
      ownsInformationDevice: null,
    });
    expect(
      again.members.map(({ fullName, sex, birthDate, labourStatus }) => ({
        fullName,
        sex,
        birthDate,
        labourStatus,
      })),
    ).toEqual(
      facts.members.map(({ fullName, sex, birthDate, labourStatus }) => ({
        fullName,
        sex,
        birthDate,
        labourStatus,
      })),
    );
  });
});
