import { LABOUR_LABELS } from '../household/fact-labels.ts';
import type { AreaType, HouseholdFacts, LabourStatus, MemberFacts } from '../household/household-facts.ts';
import { dayNumber, oldestAge, youngestAge } from '../shared/age.ts';
import { groupThousands } from '../shared/phrase.ts';
import type { Language, Text } from '../shared/text.ts';
import { AREA_LABELS } from './class-labels.ts';
import type { HouseholdClass } from './household-class.ts';
import type { Ground } from './poverty-standard.ts';

/** A class of persons, not of households (NĐ 30/2025/NĐ-CP): it has a standard of its own, as data. */
export interface LowIncomeWorkerStandard {
  readonly id: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Income per person per month, in đồng; the ceiling itself is still low. */
  readonly ceilings: Readonly<Record<AreaType, number>>;
  readonly workingFromAge: number;
  readonly workStatuses: readonly LabourStatus[];
  readonly ground: Ground;
}

/** Null: not known yet. */
export function isLowIncomeWorker(
  standard: LowIncomeWorkerStandard,
  facts: HouseholdFacts,
  householdClass: HouseholdClass,
  member: MemberFacts,
): boolean | null {
  if (facts.surveyDay < standard.validFrom) return false;
  if (standard.validTo !== null && facts.surveyDay > standard.validTo) return false;
  if (householdClass === 'POOR' || householdClass === 'NEAR_POOR') return false;
  const income = facts.monthlyIncomePerPerson;
  if (income !== null && income > standard.ceilings[facts.areaType]) return false;
  const works = isWorker(standard, facts, member);
  if (works === false) return false;
  return works === null || income === null || householdClass === 'UNDETERMINED' ? null : true;
}

function isWorker(
  standard: LowIncomeWorkerStandard,
  facts: HouseholdFacts,
  { birthDate, labourStatus }: MemberFacts,
): boolean | null {
  const day = dayNumber(facts.surveyDay);
  if (oldestAge(birthDate, day) < standard.workingFromAge) return false;
  if (labourStatus === null) return null;
  if (!standard.workStatuses.includes(labourStatus)) return false;
  return youngestAge(birthDate, day) >= standard.workingFromAge ? true : null;
}

export interface LowIncomeWorker {
  /** Null: not known yet, and what is missing is said. */
  readonly is: true | null;
  readonly text: string;
}

/** Why a member is a low-income worker, or what is missing to know; null for one who is not. */
export function explainLowIncomeWorker(
  standard: LowIncomeWorkerStandard,
  {
    facts,
    householdClass,
    member,
  }: { facts: HouseholdFacts; householdClass: HouseholdClass; member: MemberFacts },
  language: Language,
): LowIncomeWorker | null {
  const is = isLowIncomeWorker(standard, facts, householdClass, member);
  if (is === false) return null;
  const vi = language === 'vi';
  if (is === null) {
    const missing = missingOf(facts, householdClass, member).map((each) => each[language]);
    return { is, text: `${vi ? 'Chưa xác định: chưa rõ' : 'Not known yet:'} ${missing.join(', ')}` };
  }
  const work =
    member.labourStatus === null
      ? ''
      : LABOUR_LABELS[member.labourStatus][language].toLocaleLowerCase(language);
  const money = (value: number) => `${groupThousands(value, language)} đồng`;
  const income = money(facts.monthlyIncomePerPerson ?? 0);
  const ceiling = money(standard.ceilings[facts.areaType]);
  const area = AREA_LABELS[facts.areaType][language];
  return {
    is,
    text: vi
      ? `Có việc làm (${work}); thu nhập ${income} một người một tháng, không quá ${ceiling} (${area}); hộ không nghèo, không cận nghèo.`
      : `Works (${work}); income ${income} a person a month, at most ${ceiling} (${area}); the household is neither poor nor near-poor.`,
  };
}

function missingOf(facts: HouseholdFacts, householdClass: HouseholdClass, member: MemberFacts): Text[] {
  const missing: Text[] = [];
  if (householdClass === 'UNDETERMINED') missing.push({ vi: 'loại hộ', en: 'the class of the household' });
  if (facts.monthlyIncomePerPerson === null) missing.push({ vi: 'thu nhập', en: 'the income' });
  if (member.labourStatus === null) missing.push({ vi: 'việc làm', en: 'the work' });
  return missing.length > 0 ? missing : [{ vi: 'tuổi', en: 'the age' }];
}
