import { getStandard, regulations } from '../standard/standard.public.ts';
import type { ReviewTools } from './draw-answers.ts';
import { DEMONSTRATION_STANDARD } from './published-figures.ts';

/** The standard the demonstration's households are reviewed under, and the scorecard one commune tries. */
export function demonstrationTools(): ReviewTools {
  const trial = regulations().scorecards.find(({ scorecard }) => scorecard.status === 'synthetic');
  if (trial === undefined) throw new Error('The regulations hold no synthetic scorecard.');
  return { standard: getStandard(DEMONSTRATION_STANDARD), scorecard: trial.scorecard };
}
