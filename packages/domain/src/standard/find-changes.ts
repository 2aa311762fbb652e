import type { Classification } from './classification.ts';
import { classOf, decideByDeprivations } from './decide-class.ts';
import type { HouseholdClass } from './household-class.ts';
import type { DeprivationIndicator, PovertyStandard } from './poverty-standard.ts';

/** A change of the facts that gives another class; each is decided by the same rules as the class itself. */
export type Change =
  /** These gaps closed (or, unnamed, this many of them), and every unknown indicator found not deprived. */
  | {
      readonly kind: 'close';
      readonly indicators: readonly DeprivationIndicator[];
      readonly count: number;
      readonly clearsUnknown: boolean;
      readonly deprivationScore: number;
      readonly class: HouseholdClass;
    }
  /** This many more indicators deprived. */
  | {
      readonly kind: 'deprive';
      readonly count: number;
      readonly deprivationScore: number;
      readonly class: HouseholdClass;
    }
  /** The unknown indicators become known: at least `count` of them deprived, or fewer. */
  | { readonly kind: 'learn'; readonly indicators: readonly DeprivationIndicator[]; readonly count: number }
  /** Score A, or the income, above `above` and at most `atMost`. */
  | {
      readonly kind: 'income';
      readonly basis: 'score' | 'income';
      readonly above: number | null;
      readonly atMost: number | null;
      readonly class: HouseholdClass;
    };

const SHOWN_CLOSINGS = 2;

export function findChanges(standard: PovertyStandard, result: Classification): Change[] {
  return [...deprivationChanges(standard, result), ...incomeChanges(standard, result)];
}

const deprivationsDecide = (standard: PovertyStandard, result: Classification): boolean =>
  result.incomePosition === 'inBand' ||
  (result.incomePosition === 'atMostLine' && standard.method === 'line-and-deprivations');

function deprivationChanges(standard: PovertyStandard, result: Classification): Change[] {
  if (!deprivationsDecide(standard, result)) return [];
  const { deprivedCount: known, unknownCount: unknown } = result;
  const k = standard.povertyCutoffK;
  if (result.class === 'POOR') return closings(standard, result, known - k + 1);
  if (result.class === 'NEAR_POOR') {
    const count = k - known;
    if (known + count > standard.indicators.length) return [];
    return [{ kind: 'deprive', count, deprivationScore: k * standard.pointsPerIndicator, class: 'POOR' }];
  }
  if (unknown === 0) return [];
  return [{ kind: 'learn', indicators: inState(result, 'unknown'), count: k - known }];
}

const inState = (result: Classification, wanted: string): DeprivationIndicator[] =>
  result.indicators.filter(({ state }) => state === wanted).map(({ indicator }) => indicator);

function closings(standard: PovertyStandard, result: Classification, count: number): Change[] {
  const left = result.deprivedCount - count;
  const change = (indicators: readonly DeprivationIndicator[]): Change => ({
    kind: 'close',
    indicators,
    count,
    clearsUnknown: result.unknownCount > 0,
    deprivationScore: left * standard.pointsPerIndicator,
    class: classOf(decideByDeprivations(standard, left, 0)),
  });
  const deprived = inState(result, 'deprived').sort((a, b) => a.remedyOrder - b.remedyOrder);
  if (deprived.length !== result.deprivedCount) return [change([])];
  const sets = [...combinations(deprived, count)];
  const weight = (set: readonly DeprivationIndicator[]) =>
    set.reduce((sum, { remedyOrder }) => sum + remedyOrder, 0);
  return sets
    .sort((a, b) => weight(a) - weight(b))
    .slice(0, SHOWN_CLOSINGS)
    .map(change);
}

function* combinations<Item>(items: readonly Item[], count: number, from = 0): Generator<Item[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= items.length - count; at += 1)
    for (const rest of combinations(items, count - 1, at + 1)) yield [items[at] as Item, ...rest];
}

/** The class in each stretch of score A, or of income, other than the one the household is in. */
function incomeChanges(standard: PovertyStandard, result: Classification): Change[] {
  const lines = standard.lines[result.areaType];
  const basis = lines.scoreCutoff !== null && standard.scoreCutoffs === 'exact' ? 'score' : 'income';
  if (result.incomeBasis !== basis && result.incomeBasis !== 'none' && result.incomeBasis !== 'quickScreen')
    return [];
  const lower = basis === 'score' ? (lines.scoreCutoff as number) : lines.incomePovertyLine;
  const upper = basis === 'score' ? lines.upperScoreCutoff : lines.upperIncomeLine;
  const byDeprivations = classOf(decideByDeprivations(standard, result.deprivedCount, result.unknownCount));
  const below = standard.method === 'line-and-deprivations' ? byDeprivations : 'POOR';
  const stretches: {
    position: string;
    above: number | null;
    atMost: number | null;
    class: HouseholdClass;
  }[] = [
    { position: 'atMostLine', above: null, atMost: lower, class: below },
    ...(upper === null ? [] : [{ position: 'inBand', above: lower, atMost: upper, class: byDeprivations }]),
    { position: 'aboveLine', above: upper ?? lower, atMost: null, class: 'NOT_POOR' },
  ];
  return stretches
    .filter(({ position, class: reached }) => position !== result.incomePosition && reached !== result.class)
    .map(({ above, atMost, class: reached }) => ({ kind: 'income', basis, above, atMost, class: reached }));
}
