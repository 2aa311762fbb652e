import type { HomeView } from '@benvung/contract/review';

type PastYear = HomeView['history'][number];
export type ShownYear = PastYear & {
  /** The running year as it stands now. */
  readonly provisional?: boolean;
};

/** Past years, then the running one, provisional until all of it is recognised. */
export function yearsShown({ history, year, standard, figures }: HomeView): readonly ShownYear[] {
  const [poor, nearPoor] = (['POOR', 'NEAR_POOR'] as const).map((one) =>
    figures.find((figure) => figure.class === one),
  );
  if (poor?.currentRate == null || nearPoor?.currentRate == null) return history;
  const running = {
    year,
    standard,
    poor: poor.current,
    nearPoor: nearPoor.current,
    poorRate: poor.currentRate,
    nearPoorRate: nearPoor.currentRate,
    provisional: poor.state === 'provisional' || nearPoor.state === 'provisional',
  };
  return [...history.filter((past) => past.year !== year), running];
}

interface YearRates {
  readonly standard: string;
  readonly provisional?: boolean;
  readonly poorRate: number | null;
  readonly nearPoorRate: number | null;
}

interface Point {
  readonly at: number;
  readonly rate: number;
}

/** Runs of years that may be joined by a line: the same standard, no year missing; a provisional year ends before it. */
export function lineSegments(history: readonly YearRates[], of: 'poorRate' | 'nearPoorRate'): Point[][] {
  const segments: Point[][] = [];
  history.forEach((year, at) => {
    const rate = year[of];
    if (rate === null || year.provisional) return;
    const before = history[at - 1];
    const joins = before !== undefined && before[of] !== null && before.standard === year.standard;
    if (joins) segments.at(-1)?.push({ at, rate });
    else segments.push([{ at, rate }]);
  });
  return segments;
}

/** From the last official year to the provisional one, when both are measured alike. */
export function provisionalSegment(
  history: readonly YearRates[],
  of: 'poorRate' | 'nearPoorRate',
): Point[] | null {
  const at = history.length - 1;
  const [before, last] = [history[at - 1], history[at]];
  if (last?.provisional !== true || before?.standard !== last.standard) return null;
  const [from, to] = [before[of], last[of]];
  return from === null || to === null
    ? null
    : [
        { at: at - 1, rate: from },
        { at, rate: to },
      ];
}

/** Round marks from zero to at least the highest rate: 0 2 4, 0 5 10 … */
export function ticksUpTo(highest: number): number[] {
  const step = [0.5, 1, 2, 5, 10, 20].find((candidate) => candidate * 4 >= highest) ?? 25;
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}
