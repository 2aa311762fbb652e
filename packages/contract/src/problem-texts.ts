import type { AccessProblemCode } from '@benvung/domain/access/problems';
import type { ReportProblemCode } from '@benvung/domain/report/problems';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import type { SharedProblemCode } from '@benvung/domain/shared/problems';
import type { StandardProblemCode } from '@benvung/domain/standard/problems';
import { accessProblemTexts } from './access.problems.ts';
import { reportProblemTexts } from './report.problems.ts';
import { reviewProblemTexts } from './review.problems.ts';
import { type ProblemText, sharedProblemTexts } from './shared.problems.ts';
import { standardProblemTexts } from './standard.problems.ts';

export type { ProblemText };

/** Every refusal of the system. A feature adds its union here, its texts below and a status in the server. */
export type ProblemCode =
  | SharedProblemCode
  | AccessProblemCode
  | ReportProblemCode
  | ReviewProblemCode
  | StandardProblemCode;

export type Language = 'vi' | 'en';

export const problemTexts = {
  ...sharedProblemTexts,
  ...accessProblemTexts,
  ...reportProblemTexts,
  ...reviewProblemTexts,
  ...standardProblemTexts,
} satisfies Record<ProblemCode, ProblemText>;

/** The text of a problem with its blanks filled. */
export function problemText(
  problem: { code: ProblemCode; detail?: Readonly<Record<string, unknown>> | undefined },
  language: Language,
): string {
  const text: string = problemTexts[problem.code][language];
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => String(problem.detail?.[name] ?? blank));
}
