import type { ArrivalReason, GoneReason } from '@benvung/domain/review/review-record';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { SeededRandom } from './seeded-random.ts';

/** What one year's review made of a household. `opening: null` was not known; `closing: null` is gone. */
export interface Step {
  readonly opening: HouseholdClass | null;
  readonly arrival: ArrivalReason | null;
  readonly closing: HouseholdClass | null;
  readonly gone: GoneReason | null;
}

/** The steps of one household to the end of 2023, and what was known of it before the registry began. */
export interface Course {
  readonly steps: Readonly<Partial<Record<2022 | 2023, Step>>>;
  readonly oncePoor: boolean;
  readonly onceNearPoor: boolean;
  /** Where it lived before it moved in 2023. */
  readonly movedFrom: 'village' | 'commune' | null;
}

export type ClosedClass = 'POOR' | 'NEAR_POOR' | 'AVERAGE_LIVING_STANDARD';

type Before =
  | 'POOR'
  | 'NEAR_POOR'
  | 'AVERAGE_LIVING_STANDARD'
  | 'exited'
  | 'exitedLongAgo'
  | 'new'
  | 'split'
  | 'movedIn';
type Weights<Value> = readonly (readonly [Value, number])[];

/** Where the households held at the end of 2023 came from, in per mille. */
const BEFORE_2023: Readonly<Record<ClosedClass, Weights<Before>>> = {
  POOR: [
    ['POOR', 918],
    ['NEAR_POOR', 24],
    ['exited', 10],
    ['exitedLongAgo', 3],
    ['new', 32],
    ['split', 8],
    ['movedIn', 5],
  ],
  NEAR_POOR: [
    ['POOR', 140],
    ['NEAR_POOR', 715],
    ['exited', 14],
    ['exitedLongAgo', 4],
    ['new', 108],
    ['split', 8],
    ['movedIn', 6],
    ['AVERAGE_LIVING_STANDARD', 5],
  ],
  AVERAGE_LIVING_STANDARD: [
    ['AVERAGE_LIVING_STANDARD', 760],
    ['NEAR_POOR', 110],
    ['POOR', 20],
    ['new', 110],
  ],
};

const BEFORE_2022: Readonly<Record<ClosedClass, Weights<Before>>> = {
  POOR: [
    ['POOR', 870],
    ['NEAR_POOR', 40],
    ['exitedLongAgo', 15],
    ['new', 75],
  ],
  NEAR_POOR: [
    ['POOR', 110],
    ['NEAR_POOR', 770],
    ['exitedLongAgo', 15],
    ['new', 105],
  ],
  AVERAGE_LIVING_STANDARD: [
    ['AVERAGE_LIVING_STANDARD', 880],
    ['NEAR_POOR', 120],
  ],
};

export function drawCourse(random: SeededRandom, closing: ClosedClass): Course {
  const before = random.weighted(BEFORE_2023[closing]);
  const nowhere = { oncePoor: false, onceNearPoor: false, movedFrom: null };
  if (before === 'new') return { ...nowhere, steps: { 2023: arriving('newEntry', closing) } };
  if (before === 'split' || before === 'movedIn')
    return { ...nowhere, steps: { 2023: arriving(before, closing) } };
  if (before === 'exitedLongAgo') {
    return {
      ...nowhere,
      oncePoor: closing === 'POOR',
      onceNearPoor: true,
      steps: { 2023: arriving('relapse', closing) },
    };
  }
  if (before === 'exited') {
    const opening = closing === 'POOR' ? 'POOR' : 'NEAR_POOR';
    return {
      ...nowhere,
      steps: { 2022: staying(opening, 'NOT_POOR'), 2023: staying('NOT_POOR', closing) },
    };
  }
  const earlier = courseTo2022(random, before);
  const moved = random.chance(0.008) ? (random.chance(0.6) ? 'village' : 'commune') : null;
  return { ...earlier, steps: { ...earlier.steps, 2023: staying(before, closing) }, movedFrom: moved };
}

export type LeavingKind = 'exit' | 'died' | 'movedAway' | 'mergedInto';

/** A household on the list at the end of 2022 that is not on it a year later. */
export function drawLeavingCourse(
  random: SeededRandom,
  from: 'POOR' | 'NEAR_POOR',
  kind: LeavingKind,
): Course {
  const earlier = courseTo2022(random, from);
  const last: Step =
    kind === 'exit' ? staying(from, 'NOT_POOR') : { opening: from, arrival: null, closing: null, gone: kind };
  return { ...earlier, steps: { ...earlier.steps, 2023: last } };
}

/** A household that left the list in 2022 and is not seen again. */
export function drawEarlyLeavingCourse(random: SeededRandom): Course {
  const from = random.weighted([
    ['POOR', 55],
    ['NEAR_POOR', 45],
  ] as const);
  const gone = random.chance(0.12);
  const step: Step = gone
    ? { opening: from, arrival: null, closing: null, gone: random.chance(0.5) ? 'died' : 'movedAway' }
    : staying(from, 'NOT_POOR');
  return { steps: { 2022: step }, oncePoor: false, onceNearPoor: false, movedFrom: null };
}

function courseTo2022(random: SeededRandom, closing: ClosedClass): Course {
  const before = random.weighted(BEFORE_2022[closing]);
  if (before === 'new')
    return {
      steps: { 2022: arriving('newEntry', closing) },
      oncePoor: false,
      onceNearPoor: false,
      movedFrom: null,
    };
  if (before === 'exitedLongAgo')
    return {
      steps: { 2022: arriving('relapse', closing) },
      oncePoor: closing === 'POOR',
      onceNearPoor: true,
      movedFrom: null,
    };
  return {
    steps: { 2022: staying(before as ClosedClass, closing) },
    oncePoor: false,
    onceNearPoor: false,
    movedFrom: null,
  };
}

const staying = (opening: HouseholdClass, closing: HouseholdClass): Step => ({
  opening,
  arrival: null,
  closing,
  gone: null,
});
const arriving = (arrival: ArrivalReason, closing: HouseholdClass): Step => ({
  opening: null,
  arrival,
  closing,
  gone: null,
});
