import type { Band, ExclusionRule, Scorecard, ScorecardAnswers, ScorecardItem } from './scorecard.ts';

export interface ScorecardResult {
  /** Null while an item is unanswered or its answer fits no option: a partial sum would be read as poor. */
  readonly incomeScore: number | null;
  readonly items: readonly ScoredItem[];
}

export interface ScoredItem {
  readonly code: string;
  readonly label: string;
  /** Null: not answered, or the answer fits no option. */
  readonly points: number | null;
  readonly options: readonly string[];
  readonly excluded: boolean;
}

export function evaluateScorecard(
  scorecard: Scorecard,
  answers: ScorecardAnswers,
  excludedBy: readonly ExclusionRule[],
): ScorecardResult {
  const items = scorecard.items.map((item) => scoreItem(item, answers[item.code] ?? null, excludedBy));
  let incomeScore: number | null = 0;
  for (const { points } of items)
    incomeScore = incomeScore === null || points === null ? null : incomeScore + points;
  return { incomeScore, items };
}

function scoreItem(
  item: ScorecardItem,
  answer: ScorecardAnswers[string] | null,
  excludedBy: readonly ExclusionRule[],
): ScoredItem {
  const { code, label } = item;
  if (item.exclusionRule !== null && excludedBy.includes(item.exclusionRule))
    return { code, label, points: 0, options: [], excluded: true };
  const scored = answer === null ? undefined : pointsOf(item, answer);
  if (scored === undefined) return { code, label, points: null, options: [], excluded: false };
  return { code, label, ...scored, excluded: false };
}

type Points = { readonly points: number; readonly options: readonly string[] };

function pointsOf(item: ScorecardItem, answer: string | readonly string[] | number): Points | undefined {
  switch (item.kind) {
    case 'one-of':
      return typeof answer === 'string' ? sumOptions(item, [answer]) : undefined;
    case 'any-of':
      return Array.isArray(answer) ? sumOptions(item, [...new Set<string>(answer)]) : undefined;
    case 'banded-number':
      return typeof answer === 'number' ? bandPoints(item, answer) : undefined;
    default:
      return typeof answer === 'number' ? timesPoints(item, answer) : undefined;
  }
}

function sumOptions(item: ScorecardItem, codes: readonly string[]): Points | undefined {
  let points = 0;
  for (const code of codes) {
    const option = item.options.find((candidate) => candidate.code === code);
    if (option === undefined) return undefined;
    points += option.points;
  }
  return { points, options: codes };
}

function bandPoints(item: ScorecardItem, value: number): Points | undefined {
  const option = item.options.find(({ band }) => band !== null && isInBand(band, value));
  return option === undefined ? undefined : { points: option.points, options: [option.code] };
}

function timesPoints(item: ScorecardItem, times: number): Points | undefined {
  const option = item.options[0];
  if (option === undefined || !Number.isInteger(times) || times < 0) return undefined;
  return { points: option.points * times, options: [option.code] };
}

const isInBand = ({ from, to }: Band, value: number): boolean =>
  (from === null || value >= from) && (to === null || value < to);
