/** One line of the table `npm run bench` prints: ours beside what a user would pick instead, in one run. */
export interface BenchLine {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  /** Ours ÷ peer, or the figure the aim speaks of. */
  readonly figure: string;
  readonly aim: string;
  readonly met: boolean | null;
}

export interface BenchOptions {
  readonly households: number;
  readonly importHouseholds: number;
  readonly besideHouseholds: number;
  readonly auditEntries: number;
  readonly reviewed: readonly number[];
  readonly registrySizes: readonly number[];
  readonly peerHouseholds: number;
  readonly certificates: number;
  readonly listRows: number;
}

/** Milliseconds of `work`, the best of `times` runs: the least disturbed one. */
export async function bestOf(times: number, work: () => void | Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** The middle of many short measurements. */
export async function medianOf(times: number, work: (run: number) => Promise<void>): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await work(run);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return taken[Math.floor(taken.length / 2)] ?? Number.NaN;
}

/** The highest resident memory, in MB, seen while `work` ran. */
export async function peakMemory<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; peakMegabytes: number }> {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  try {
    const value = await work();
    return { value, peakMegabytes: Math.max(peak, process.memoryUsage.rss()) / 1_048_576 };
  } finally {
    clearInterval(timer);
  }
}

export const milliseconds = (value: number): string =>
  value < 10
    ? `${value.toFixed(2)} ms`
    : value < 10_000
      ? `${value.toFixed(0)} ms`
      : `${(value / 1000).toFixed(1)} s`;

export const times = (ratio: number): string => `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)}×`;

export function printLines(lines: readonly BenchLine[]): void {
  const header: BenchLine = {
    what: 'what',
    ours: 'ours',
    peer: 'peer',
    figure: 'figure',
    aim: 'aim',
    met: null,
  };
  const columns = ['what', 'ours', 'peer', 'figure', 'aim'] as const;
  const widths = columns.map((column) => Math.max(...[header, ...lines].map((line) => line[column].length)));
  const row = (line: BenchLine, mark: string) =>
    `| ${columns.map((column, at) => line[column].padEnd(widths[at] ?? 0)).join(' | ')} | ${mark} |`;
  console.log(row(header, 'met '));
  console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|------|`);
  for (const line of lines) console.log(row(line, line.met === null ? '    ' : line.met ? 'yes ' : 'NO  '));
}
