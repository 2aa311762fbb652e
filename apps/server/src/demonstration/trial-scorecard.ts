import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import { ageOn } from '@benvung/domain/shared/day';
import { evaluateScorecard } from '@benvung/domain/standard/evaluate-scorecard';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import type { Scorecard, ScorecardAnswers } from '@benvung/domain/standard/scorecard';
import type { SeededRandom } from './seeded-random.ts';

/** The synthetic card that is shipped for trials; what it gives can never be recognised. */
export type TrialScorecard = Scorecard;

/** Points A by the trial card: some answers from the facts, the possessions drawn. */
export function trialEvidence(
  random: SeededRandom,
  facts: HouseholdFacts,
  scorecard: TrialScorecard,
): ReviewEvidence {
  const { incomeScore } = evaluateScorecard(scorecard, answersOf(random, facts), []);
  return { kind: 'scored', incomeScore, scorecard: { id: scorecard.id, status: scorecard.status } };
}

function answersOf(random: SeededRandom, facts: HouseholdFacts): ScorecardAnswers {
  const { members, dwelling, surveyDay } = facts;
  const ages = members.map((member) => ageOn(member.birthDate!, surveyDay));
  const levels = members.map((member) => member.educationFinished);
  return {
    members: members.length,
    dependents: ages.filter((age) => age < 16 || age >= 60).length,
    education: levels.includes('university')
      ? 'university'
      : levels.includes('upperSecondary')
        ? 'upperSecondary'
        : 'none',
    wageJobs: members.filter((member) => member.labourStatus === 'wageWorkWithContract').length,
    floorArea: (dwelling.areaSquareMetres ?? 0) / members.length,
    assets: random.chance(0.5) ? ['motorbike'] : [],
    livestock: random.below(3),
  };
}
