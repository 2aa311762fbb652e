import type { AreaType, HouseholdFacts, LabourStatus, MemberFacts } from '../household/household-facts.ts';
import { dayNumber, oldestAge, youngestAge } from '../shared/age.ts';
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
