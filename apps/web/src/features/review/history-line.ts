interface YearRates {
  readonly standard: string;
  readonly poorRate: number | null;
  readonly nearPoorRate: number | null;
}

interface Point {
  readonly at: number;
  readonly rate: number;
}

/** Runs of years that may be joined by a line: the same standard, no year missing. */
export function lineSegments(history: readonly YearRates[], of: 'poorRate' | 'nearPoorRate'): Point[][] {
  const segments: Point[][] = [];
  history.forEach((year, at) => {
    const rate = year[of];
    if (rate === null) return;
    const before = history[at - 1];
    const joins = before !== undefined && before[of] !== null && before.standard === year.standard;
    if (joins) segments.at(-1)?.push({ at, rate });
    else segments.push([{ at, rate }]);
  });
  return segments;
}

/** Round marks from zero to at least the highest rate: 0 2 4, 0 5 10 … */
export function ticksUpTo(highest: number): number[] {
  const step = [0.5, 1, 2, 5, 10, 20].find((candidate) => candidate * 4 >= highest) ?? 25;
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}
