import type { DeprivationPattern, HouseholdClass } from '@benvung/domain/standard/household-class';
import type { Landscape } from './places.ts';
import type { SeededRandom } from './seeded-random.ts';
import { LACK, type Lacks } from './year-facts.ts';

/** How often each indicator is lacking among the poor, beside the others. */
const WEIGHTS: Record<'mountain' | 'other', Readonly<Record<number, number>>> = {
  mountain: {
    [LACK.employment]: 26,
    [LACK.nutrition]: 22,
    [LACK.healthInsurance]: 6,
    [LACK.childSchoolAttendance]: 10,
    [LACK.quality]: 34,
    [LACK.area]: 28,
    [LACK.water]: 26,
    [LACK.toilet]: 48,
    [LACK.internet]: 40,
    [LACK.device]: 16,
  },
  other: {
    [LACK.employment]: 34,
    [LACK.nutrition]: 9,
    [LACK.healthInsurance]: 16,
    [LACK.childSchoolAttendance]: 7,
    [LACK.quality]: 22,
    [LACK.area]: 14,
    [LACK.water]: 10,
    [LACK.toilet]: 26,
    [LACK.internet]: 52,
    [LACK.device]: 22,
  },
};

/** Deprived indicators a class can have: at least three make a household poor, fewer near-poor. */
const RANGE: Readonly<Record<HouseholdClass, readonly [fewest: number, most: number]>> = {
  POOR: [3, 8],
  NEAR_POOR: [0, 2],
  AVERAGE_LIVING_STANDARD: [0, 2],
  NOT_POOR: [0, 2],
  UNDETERMINED: [2, 2],
};

const USUAL_COUNT: Readonly<Record<HouseholdClass, readonly (readonly [number, number])[]>> = {
  POOR: [
    [3, 44],
    [4, 30],
    [5, 16],
    [6, 7],
    [7, 3],
  ],
  NEAR_POOR: [
    [0, 8],
    [1, 40],
    [2, 52],
  ],
  AVERAGE_LIVING_STANDARD: [
    [0, 45],
    [1, 40],
    [2, 15],
  ],
  NOT_POOR: [
    [0, 40],
    [1, 45],
    [2, 15],
  ],
  UNDETERMINED: [[2, 1]],
};

export interface LacksSought {
  readonly class: HouseholdClass;
  /** What the answers say when nothing is made to lack: some indicators follow from who lives there. */
  readonly bare: DeprivationPattern;
  readonly landscape: Landscape;
  /** Of the nearest year already drawn; null for the first. */
  readonly like: Lacks | null;
}

/** Which indicators the answers must show as lacking, so that the class follows from them. */
export function drawLacks(
  random: SeededRandom,
  { class: wanted, bare, landscape, like }: LacksSought,
): Lacks {
  const weights = WEIGHTS[landscape === 'mountain' ? 'mountain' : 'other'];
  const open: readonly number[] = Object.values(LACK).filter((indicator) => bare[indicator] === '0');
  const given = [...bare].filter((letter) => letter === '1').length;
  const [fewest, most] = RANGE[wanted];
  const chosen = new Set([...(like ?? [])].filter((indicator) => open.includes(indicator)));
  if (like !== null && chosen.size > 0 && random.chance(0.35)) chosen.delete(random.pick([...chosen]));
  const target = like === null ? random.weighted(USUAL_COUNT[wanted]) : chosen.size + given;
  const count = Math.max(Math.min(Math.max(target, fewest), most), given);
  while (chosen.size + given > count) chosen.delete(random.pick([...chosen]));
  while (chosen.size + given < count) {
    const left = open.filter((indicator) => !chosen.has(indicator));
    chosen.add(random.weighted(left.map((indicator) => [indicator, weights[indicator]!] as const)));
  }
  return chosen;
}
