import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';
import type { PlanTargetProblemCode } from './problems.ts';

/**
 * `stock`: the same share of everyone's households; `rate`: where the rate is higher, a larger share; `capacity`: by the
 * households that can leave.
 */
export const SPLIT_METHODS = ['stock', 'rate', 'capacity'] as const;
export type SplitMethod = (typeof SPLIT_METHODS)[number];

export interface SplitPart {
  readonly id: number;
  /** What the part has in proportion to which it is asked; whole, not below nought. */
  readonly weight: number;
  /** Nothing below it is proposed, nothing above. */
  readonly floor: number;
  readonly ceiling: number;
  /** Held by hand: counted, not touched. */
  readonly locked: number | null;
}

export type Split = ReadonlyMap<number, number>;

type Refused = Problem<PlanTargetProblemCode>;

/**
 * Divides a whole among its parts by weight, within floors and ceilings and around what is locked, so that the parts
 * add up to the whole exactly: what is above a ceiling goes to the others, and units that do not divide go to the largest
 * remainders (then to the first in the order given). Refused with the numbers when no division fits.
 */
export function splitTarget(whole: number, parts: readonly SplitPart[]): Result<Split, Refused> {
  if (parts.length === 0) return refuse('plan-target.no-children');
  const held = parts.reduce((sum, { locked }) => sum + (locked ?? 0), 0);
  const open = parts.filter(({ locked }) => locked === null);
  const rest = whole - held;
  const least = open.reduce((sum, { floor }) => sum + floor, 0);
  const most = open.reduce((sum, { ceiling }) => sum + ceiling, 0);
  if (rest < 0) return refuse('plan-target.split-locked-too-much', { whole, held });
  if (rest < least) return refuse('plan-target.split-under-floors', { rest, least });
  if (rest > most) return refuse('plan-target.split-over-ceilings', { rest, most, short: rest - most });
  const values = divide(rest, open);
  return ok(new Map(parts.map(({ id, locked }) => [id, locked ?? values.get(id) ?? 0])));
}

interface Open extends SplitPart {
  readonly share: bigint;
}

/** Parts without weight are asked only when those with weight are full. */
function divide(rest: number, parts: readonly SplitPart[]): Map<number, number> {
  const weighted = parts.filter(({ weight }) => weight > 0);
  const others = parts.filter(({ weight }) => weight <= 0);
  const most = weighted.reduce((sum, { ceiling }) => sum + ceiling, 0);
  const floors = others.reduce((sum, { floor }) => sum + floor, 0);
  const forWeighted = Math.min(rest - floors, most);
  const asOpen = (part: SplitPart, share: number): Open => ({ ...part, share: BigInt(share) });
  return new Map([
    ...fill(
      forWeighted,
      weighted.map((part) => asOpen(part, part.weight)),
    ),
    ...fill(
      rest - forWeighted,
      others.map((part) => asOpen(part, Math.max(1, part.ceiling))),
    ),
  ]);
}

/** Holds the parts whose share is out of bounds at their bound, the side that is out by more first, until none is. */
function fill(rest: number, parts: readonly Open[]): Map<number, number> {
  const done = new Map<number, number>();
  let [open, left] = [[...parts], BigInt(rest)];
  for (;;) {
    const total = open.reduce((sum, { share }) => sum + share, 0n);
    const above = open.filter(({ share, ceiling }) => left * share > BigInt(ceiling) * total);
    const below = open.filter(({ share, floor }) => left * share < BigInt(floor) * total);
    if (above.length === 0 && below.length === 0) break;
    const excess = above.reduce(
      (sum, { share, ceiling }) => sum + left * share - BigInt(ceiling) * total,
      0n,
    );
    const lack = below.reduce((sum, { share, floor }) => sum + BigInt(floor) * total - left * share, 0n);
    const held = excess >= lack ? above : below;
    for (const part of held) {
      const value = held === above ? part.ceiling : part.floor;
      done.set(part.id, value);
      left -= BigInt(value);
    }
    open = open.filter(({ id }) => !done.has(id));
  }
  for (const [id, value] of largestRemainders(left, open)) done.set(id, value);
  return done;
}

function largestRemainders(left: bigint, parts: readonly Open[]): Map<number, number> {
  const total = parts.reduce((sum, { share }) => sum + share, 0n);
  if (total === 0n) return new Map();
  const shares = parts.map(({ id, share }, at) => ({
    id,
    at,
    whole: (left * share) / total,
    remainder: (left * share) % total,
  }));
  let units = left - shares.reduce((sum, { whole }) => sum + whole, 0n);
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1,
  );
  const values = new Map(shares.map(({ id, whole }) => [id, Number(whole)]));
  for (const { id } of byRemainder) {
    if (units <= 0n) break;
    values.set(id, (values.get(id) ?? 0) + 1);
    units -= 1n;
  }
  return values;
}

export interface PartFigures {
  readonly id: number;
  /** Households of the stock at the beginning. */
  readonly stock: number;
  /** Hundredths of a percent; null where the base is not known. */
  readonly rate: number | null;
  /** Households that can leave the stock. */
  readonly capacity: number;
  /** Households or persons the rate is of. */
  readonly base: number | null;
  readonly locked: number | null;
}

/** Parts of a stock that is to become smaller: nobody is asked for more than can leave. */
export function partsOfStock(method: SplitMethod, figures: readonly PartFigures[]): SplitPart[] {
  const weightOf = ({ stock, rate, capacity }: PartFigures): number => {
    if (method === 'capacity') return capacity;
    return method === 'rate' ? stock * (rate ?? 0) : stock;
  };
  return figures.map((part) => ({
    id: part.id,
    locked: part.locked,
    weight: weightOf(part),
    floor: 0,
    ceiling: Math.max(0, Math.min(part.stock, part.capacity)),
  }));
}

/** Above every amount of a plan, and small enough that ten thousand of them still add up exactly. */
const WITHOUT_CEILING = 2 ** 39;

/** Parts of a share to be reached or an amount to be done: by the base where it is known, otherwise by the stock. */
export function partsOfWhole(figures: readonly PartFigures[], { capped }: { capped: boolean }): SplitPart[] {
  return figures.map(({ id, base, stock, locked }) => ({
    id,
    locked,
    weight: base ?? stock,
    floor: 0,
    ceiling: capped && base !== null ? base : WITHOUT_CEILING,
  }));
}
