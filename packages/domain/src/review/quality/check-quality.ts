import { groupBy } from '../../shared/group-by.ts';
import {
  bunchingOfScores,
  busyDays,
  copiedAnswers,
  deprivationsAtCutOffOf,
  interviewsAtOnePlace,
  overlappingInterviews,
} from './group-checks.ts';
import { HOUSEHOLD_RULES } from './household-checks.ts';
import type {
  QualityCheckCode,
  QualityFinding,
  QualityGround,
  SurveyedHousehold,
  Verdict,
} from './quality-check.ts';

/** How a check went in a village: of how many it could tell, and of how many it had no data. */
export interface QualityCount {
  readonly villageId: number;
  readonly check: QualityCheckCode;
  readonly looked: number;
  readonly withoutData: number;
}

export interface QualityOfRound {
  readonly findings: readonly QualityFinding[];
  readonly counts: readonly QualityCount[];
}

/** All checks over the surveyed households of one commune's round. */
export function checkQuality(
  households: readonly SurveyedHousehold[],
  ground: QualityGround,
): QualityOfRound {
  const findings: QualityFinding[] = [...busyDays(households)];
  const counts: QualityCount[] = [];
  const alone = Object.entries(HOUSEHOLD_RULES).map(
    ([check, rule]) => [check, new Map(households.map((one) => [one.householdId, rule(one)]))] as const,
  );
  const beside = [
    ['overlapping', overlappingInterviews(households)],
    ['samePlace', interviewsAtOnePlace(households)],
    ['sameAnswers', copiedAnswers(households)],
  ] as const;
  for (const [villageId, own] of groupBy(households, (one) => one.villageId)) {
    for (const [check, verdicts] of [...alone, ...beside] as [QualityCheckCode, Map<string, Verdict>][]) {
      const told = own.map((one) => ({ one, verdict: verdicts.get(one.householdId) ?? 'noData' }));
      counts.push(
        countOf(
          villageId,
          check,
          told.map(({ verdict }) => verdict),
        ),
      );
      for (const { one, verdict } of told)
        if (typeof verdict === 'object') findings.push(ofHousehold(check, one, verdict));
    }
    for (const [check, verdict] of [
      ['scoresBunch', bunchingOfScores(own, ground)],
      ['deprivationsAtCutOff', deprivationsAtCutOffOf(own, ground)],
    ] as const) {
      counts.push(countOf(villageId, check, [verdict]));
      if (typeof verdict === 'object')
        findings.push({
          check,
          subject: String(villageId),
          villageId,
          householdId: null,
          enumerator: null,
          facts: verdict,
        });
    }
    const timed = own.filter(({ enumerator, startedAt }) => enumerator !== null && startedAt !== null).length;
    counts.push({ villageId, check: 'tooManyInDay', looked: timed, withoutData: own.length - timed });
  }
  return { findings, counts };
}

const countOf = (villageId: number, check: QualityCheckCode, verdicts: readonly Verdict[]): QualityCount => {
  const withoutData = verdicts.filter((verdict) => verdict === 'noData').length;
  return { villageId, check, looked: verdicts.length - withoutData, withoutData };
};

const ofHousehold = (
  check: QualityCheckCode,
  { householdId, villageId, enumerator }: SurveyedHousehold,
  facts: QualityFinding['facts'],
): QualityFinding => ({ check, subject: householdId, villageId, householdId, enumerator, facts });
