import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from '../shared/rational.ts';

/** The counting method of Alkire and Foster (2011): indicator weights that sum to 1, and the cut-off k. */
export interface CountingMethod {
  readonly weights: readonly Rational[];
  /** Poor when the weighted deprivations reach it: score ≥ k, compared as exact fractions. */
  readonly povertyCutoffK: Rational;
}

/** Households (or persons) with the same deprivations: `1` deprived, `0` not, in the order of the weights. */
export interface PatternGroup {
  readonly pattern: string;
  readonly count: number;
  /** Their share of the population: sample weights, or persons, or `count` itself. */
  readonly population: Rational;
}

export interface PovertyMeasures {
  readonly count: number;
  readonly population: Rational;
  /** H: the share of the poor. */
  readonly headcountRatio: Rational;
  /** A: the mean score of the poor; null when nobody is poor. */
  readonly intensity: Rational | null;
  /** M0 = H × A. */
  readonly adjustedHeadcountRatio: Rational;
  readonly indicators: readonly IndicatorMeasures[];
}

export interface IndicatorMeasures {
  readonly uncensoredHeadcount: Rational;
  /** Deprived and poor. */
  readonly censoredHeadcount: Rational;
  /** The share of M0 due to the indicator; null when M0 is 0. */
  readonly contribution: Rational | null;
}

/** Each indicator weighs the same. */
export const equalWeights = (count: number): Rational[] =>
  Array.from({ length: count }, () => rational(1, count));

export const sumsToOne = (weights: readonly Rational[]): boolean => compare(sum(weights), ONE) === 0;

/** Undefined when the population is empty: nothing can be said of nobody. */
export function measurePoverty(
  method: CountingMethod,
  groups: readonly PatternGroup[],
): PovertyMeasures | undefined {
  const population = sum(groups.map((group) => group.population));
  if (population.numerator === 0n) return undefined;
  const share = (value: Rational) => divide(value, population);
  const scored = groups.map((group) => ({ ...group, score: scoreOf(method.weights, group.pattern) }));
  const poor = scored.filter(({ score }) => compare(score, method.povertyCutoffK) >= 0);
  const poorPopulation = sum(poor.map((group) => group.population));
  const adjusted = share(sum(poor.map((group) => multiply(group.population, group.score))));
  const headcount = share(poorPopulation);
  return {
    count: groups.reduce((total, group) => total + group.count, 0),
    population,
    headcountRatio: headcount,
    intensity: headcount.numerator === 0n ? null : divide(adjusted, headcount),
    adjustedHeadcountRatio: adjusted,
    indicators: method.weights.map((weight, at) => {
      const censored = share(deprivedIn(poor, at));
      return {
        uncensoredHeadcount: share(deprivedIn(groups, at)),
        censoredHeadcount: censored,
        contribution: adjusted.numerator === 0n ? null : divide(multiply(weight, censored), adjusted),
      };
    }),
  };
}

const deprivedIn = (groups: readonly PatternGroup[], at: number): Rational =>
  sum(groups.filter(({ pattern }) => pattern[at] === '1').map(({ population }) => population));

const scoreOf = (weights: readonly Rational[], pattern: string): Rational =>
  weights.reduce((score, weight, at) => (pattern[at] === '1' ? add(score, weight) : score), ZERO);

/** Gathers rows into groups, so that the exact arithmetic runs once a pattern and not once a row. */
export class PatternTally {
  private readonly groups = new Map<string, { count: number; population: Rational }>();

  add(pattern: string, population: Rational, count = 1): void {
    const group = this.groups.get(pattern);
    if (group === undefined) this.groups.set(pattern, { count, population });
    else {
      group.count += count;
      group.population = add(group.population, population);
    }
  }

  list(): PatternGroup[] {
    return [...this.groups].map(([pattern, group]) => ({ pattern, ...group }));
  }
}

/** What of M0 a subgroup contributes: its population share times its M0, over the whole; null when M0 is 0. */
export function subgroupContribution(whole: PovertyMeasures, part: PovertyMeasures): Rational | null {
  if (whole.adjustedHeadcountRatio.numerator === 0n) return null;
  const share = divide(part.population, whole.population);
  return divide(multiply(share, part.adjustedHeadcountRatio), whole.adjustedHeadcountRatio);
}

/** Zero when the parts make up the whole exactly: the test of every decomposition. */
export const decompositionGap = (whole: PovertyMeasures, parts: readonly PovertyMeasures[]): Rational =>
  subtract(
    whole.adjustedHeadcountRatio,
    sum(
      parts.map((part) => multiply(divide(part.population, whole.population), part.adjustedHeadcountRatio)),
    ),
  );
