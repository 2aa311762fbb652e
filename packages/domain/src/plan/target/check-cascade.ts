import type { TargetKind } from './indicator.ts';
import { type BaseRange, basesOf, rateOf } from './rate.ts';
import { assignedOf, type Measure, plannedBase, plannedRate, type TargetLine } from './target.ts';

/** What does not fit in one unit's target, or between a unit and its parts. Rates in hundredths of a percent. */
export type TargetFault =
  | { readonly kind: 'sum'; readonly column: SumColumn; readonly whole: number; readonly parts: number }
  | {
      readonly kind: 'rate';
      readonly at: 'opening' | 'planned';
      readonly written: number;
      readonly computed: number;
    }
  | {
      readonly kind: 'base';
      readonly at: 'opening' | 'planned';
      readonly whole: BaseRange;
      readonly parts: BaseRange;
    }
  | { readonly kind: 'over-capacity'; readonly assigned: number; readonly most: number }
  | { readonly kind: 'below-nought'; readonly planned: number }
  | { readonly kind: 'over-base'; readonly planned: number; readonly base: number }
  | { readonly kind: 'unchanged'; readonly rate: number | null; readonly count: number }
  | { readonly kind: 'wrong-way'; readonly from: number; readonly to: number }
  | { readonly kind: 'under-parent'; readonly rate: number; readonly least: number }
  | { readonly kind: 'opening'; readonly told: number; readonly counted: number };
export type SumColumn = 'opening' | 'assigned' | 'planned';

/** Errors contradict arithmetic; warnings may be meant, and are to be explained. */
export const FAULT_SEVERITY: Readonly<Record<TargetFault['kind'], 'error' | 'warning'>> = {
  sum: 'error',
  rate: 'error',
  base: 'warning',
  'over-capacity': 'warning',
  'below-nought': 'error',
  'over-base': 'error',
  unchanged: 'warning',
  'wrong-way': 'warning',
  'under-parent': 'warning',
  opening: 'warning',
};

export interface LineGround {
  readonly kind: TargetKind;
  /** Households that can leave; null where that does not matter or is not known. */
  readonly capacity: number | null;
  /** What the review counted at the beginning; null where it did not. */
  readonly counted: number | null;
}

export function checkLine(line: TargetLine, { kind, capacity, counted }: LineGround): TargetFault[] {
  const faults: TargetFault[] = [];
  const { opening, planned } = line;
  faults.push(...rateFault('opening', opening), ...rateFault('planned', planned));
  if (opening.count !== null && counted !== null && opening.count !== counted)
    faults.push({ kind: 'opening', told: opening.count, counted });
  if (planned.count === null) return faults;
  if (planned.count < 0) return [...faults, { kind: 'below-nought', planned: planned.count }];
  const base = plannedBase(line);
  if (kind === 'coverage' && base !== null && planned.count > base)
    faults.push({ kind: 'over-base', planned: planned.count, base });
  if (kind === 'stock') faults.push(...stockFaults(line, planned.count, capacity));
  return faults;
}

function stockFaults(line: TargetLine, planned: number, capacity: number | null): TargetFault[] {
  const { count } = line.opening;
  const assigned = assignedOf('stock', line);
  if (count === null || assigned === null) return [];
  if (assigned === 0 && count > 0 && line.comparison !== 'keep')
    return [{ kind: 'unchanged', count, rate: plannedRate(line) }];
  if (assigned < 0) return [{ kind: 'wrong-way', from: count, to: planned }];
  return capacity !== null && assigned > capacity
    ? [{ kind: 'over-capacity', assigned, most: capacity }]
    : [];
}

/** A written rate must be that of its own count and base; where the base is not told nothing is known. */
function rateFault(at: 'opening' | 'planned', { count, base, rate }: Measure): TargetFault[] {
  const computed = rateOf(count, base);
  return rate === null || computed === null || rate === computed
    ? []
    : [{ kind: 'rate', at, written: rate, computed }];
}

/** Parts against their whole; a column is compared only when every part tells it. */
export function checkParts(kind: TargetKind, whole: TargetLine, parts: readonly TargetLine[]): TargetFault[] {
  if (parts.length === 0) return [];
  const faults: TargetFault[] = [];
  const columns: readonly [SumColumn, (line: TargetLine) => number | null][] = [
    ['opening', ({ opening }) => (kind === 'amount' ? null : opening.count)],
    ['assigned', (line) => assignedOf(kind, line)],
    ['planned', ({ planned }) => (kind === 'stock' ? planned.count : null)],
  ];
  for (const [column, of] of columns) {
    const [own, sum] = [of(whole), sumOf(parts.map(of))];
    if (own !== null && sum !== null && own !== sum)
      faults.push({ kind: 'sum', column, whole: own, parts: sum });
  }
  for (const at of ['opening', 'planned'] as const) {
    const [own, sum] = [rangeOf(whole[at]), sumOfRanges(parts.map((part) => rangeOf(part[at])))];
    if (own !== null && sum !== null && !overlap(own, sum))
      faults.push({ kind: 'base', at, whole: own, parts: sum });
  }
  return faults;
}

/** A part that promises less than "at least so much everywhere". */
export function checkAgainstParent(kind: TargetKind, parent: TargetLine, part: TargetLine): TargetFault[] {
  const [least, rate] = [plannedRate(parent), plannedRate(part)];
  return kind === 'coverage' &&
    parent.comparison === 'at-least' &&
    least !== null &&
    rate !== null &&
    rate < least
    ? [{ kind: 'under-parent', rate, least }]
    : [];
}

/** Null when one is not known. */
export const sumOf = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);

function rangeOf({ count, base, rate }: Measure): BaseRange | null {
  if (base !== null) return { least: base, most: base };
  return count === null || rate === null ? null : basesOf(count, rate);
}

const sumOfRanges = (ranges: readonly (BaseRange | null)[]): BaseRange | null =>
  ranges.reduce<BaseRange | null>(
    (sum, range) =>
      sum === null || range === null
        ? null
        : {
            least: sum.least + range.least,
            most: sum.most === null || range.most === null ? null : sum.most + range.most,
          },
    { least: 0, most: 0 },
  );

const overlap = (a: BaseRange, b: BaseRange): boolean =>
  (a.most === null || b.least <= a.most) && (b.most === null || a.least <= b.most);
