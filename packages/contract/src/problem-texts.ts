import type { AccessProblemCode } from '@benvung/domain/access/problems';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import type { ExchangeProblemCode } from '@benvung/domain/exchange/problems';
import type { HouseholdProblemCode } from '@benvung/domain/household/problems';
import type { PlanDutyProblemCode } from '@benvung/domain/plan/duty/problems';
import type { PlanProblemCode } from '@benvung/domain/plan/problems';
import type { PlanStructureProblemCode } from '@benvung/domain/plan/structure/problems';
import type { PlanTargetProblemCode } from '@benvung/domain/plan/target/problems';
import type { ReportProblemCode } from '@benvung/domain/report/problems';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { groupThousands } from '@benvung/domain/shared/phrase';
import type { SharedProblemCode } from '@benvung/domain/shared/problems';
import type { StandardProblemCode } from '@benvung/domain/standard/problems';
import type { TerritoryProblemCode } from '@benvung/domain/territory/problems';
import { accessProblemTexts } from './access.problems.ts';
import { documentProblemTexts } from './document.problems.ts';
import { exchangeProblemTexts } from './exchange.problems.ts';
import { householdProblemTexts } from './household.problems.ts';
import { planProblemTexts } from './plan.problems.ts';
import { planDutyProblemTexts } from './plan-duty.problems.ts';
import { planStructureProblemTexts } from './plan-structure.problems.ts';
import { planTargetProblemTexts } from './plan-target.problems.ts';
import { reportProblemTexts } from './report.problems.ts';
import { reviewProblemTexts } from './review.problems.ts';
import { type ProblemText, sharedProblemTexts } from './shared.problems.ts';
import { standardProblemTexts } from './standard.problems.ts';
import { territoryProblemTexts } from './territory.problems.ts';

export type { ProblemText };

/** Every refusal of the system. A feature adds its union here, its texts below and a status in the server. */
export type ProblemCode =
  | SharedProblemCode
  | AccessProblemCode
  | DocumentProblemCode
  | ExchangeProblemCode
  | HouseholdProblemCode
  | PlanDutyProblemCode
  | PlanProblemCode
  | PlanStructureProblemCode
  | PlanTargetProblemCode
  | ReportProblemCode
  | ReviewProblemCode
  | StandardProblemCode
  | TerritoryProblemCode;

export type Language = 'vi' | 'en';

export const problemTexts = {
  ...sharedProblemTexts,
  ...accessProblemTexts,
  ...documentProblemTexts,
  ...exchangeProblemTexts,
  ...householdProblemTexts,
  ...planDutyProblemTexts,
  ...planProblemTexts,
  ...planStructureProblemTexts,
  ...planTargetProblemTexts,
  ...reportProblemTexts,
  ...reviewProblemTexts,
  ...standardProblemTexts,
  ...territoryProblemTexts,
} satisfies Record<ProblemCode, ProblemText>;

/** The text of a problem with its blanks filled. */
export function problemText(
  problem: { code: ProblemCode; detail?: Readonly<Record<string, unknown>> | undefined },
  language: Language,
): string {
  const text: string = problemTexts[problem.code][language];
  return text.replace(/\{(\w+)(:n)?\}/g, (blank, name: string, asCount?: string) => {
    const told = problem.detail?.[name] ?? blank;
    return asCount && typeof told === 'number' ? count(told, language) : readable(String(told));
  });
}

/** `{parts:n}`: a count, with its thousands apart; years and numbers of papers are written plainly. */
const count = (value: number, language: Language): string =>
  `${value < 0 ? '−' : ''}${groupThousands(Math.abs(value), language)}`;

/** Days are written as people here write them. */
const readable = (value: string): string => value.replace(/^(\d{4})-(\d\d)-(\d\d)$/u, '$3/$2/$1');
