import type { PlanFinding } from '@benvung/contract/plan';

export interface Segment {
  readonly text: string;
  /** Number of the finding that marks it; the gravest where several meet. */
  readonly finding: number | null;
}

const GRAVITY = { error: 2, warning: 1, info: 0 } as const;

/** Findings by the line they stand in. */
export function findingsByLine(findings: readonly PlanFinding[]): ReadonlyMap<number, readonly number[]> {
  const lines = new Map<number, number[]>();
  for (const [at, finding] of findings.entries()) {
    const known = lines.get(finding.line);
    if (known === undefined) lines.set(finding.line, [at]);
    else known.push(at);
  }
  return lines;
}

/** A line cut where marks begin and end; a mark that runs on into the next line ends with its own. */
export function cutLine(
  line: string,
  findings: readonly PlanFinding[],
  here: readonly number[],
): readonly Segment[] {
  const owner = new Array<number | null>(line.length).fill(null);
  const byGravity = [...here].sort((a, b) => gravity(findings[a]) - gravity(findings[b]) || b - a);
  for (const at of byGravity) {
    const finding = findings[at];
    if (finding === undefined) continue;
    const start = Math.min(Math.max(0, finding.column - 1), Math.max(0, line.length - 1));
    const end = Math.min(line.length, Math.max(start + 1, start + finding.excerpt.replace(/…$/u, '').length));
    owner.fill(at, start, end);
  }
  const segments: Segment[] = [];
  for (let start = 0; start < line.length; ) {
    let end = start + 1;
    while (end < line.length && owner[end] === owner[start]) end++;
    segments.push({ text: line.slice(start, end), finding: owner[start] ?? null });
    start = end;
  }
  return segments;
}

const gravity = (finding: PlanFinding | undefined): number =>
  finding === undefined ? -1 : GRAVITY[finding.severity];

/** The finding after or before the one at hand, among those not put aside; the first when none is at hand. */
export function stepFinding(open: readonly number[], active: number | null, by: 1 | -1): number | null {
  if (open.length === 0) return null;
  const at = active === null ? -1 : open.indexOf(active);
  if (at < 0) {
    const beyond =
      by === 1 ? open.find((one) => one > (active ?? -1)) : open.findLast((one) => one < (active ?? 0));
    return beyond ?? (by === 1 ? open[0] : open.at(-1)) ?? null;
  }
  return open[(at + by + open.length) % open.length] ?? null;
}
