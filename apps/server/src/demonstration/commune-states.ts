import { apportion } from './apportion.ts';
import type { CommunePlan } from './plan-province.ts';
import type { SeededRandom } from './seeded-random.ts';

/** How far a commune's round of 2024 has come on the demonstration's today. */
export type CommuneState = 'recognised' | 'underway' | 'notBegun';

/** Communes the demonstration's accounts work in, or that show something no other commune shows. */
export const HALF_DONE_COMMUNE = '20101';
export const RECOGNISED_WARD = '19777';
/** Its officer tried the synthetic scorecard, whose results cannot be recognised. */
export const SCORECARD_COMMUNE = '20095';
/** Their lists of 2024 write some households a second time: there the desks of pairs and of duplicates have work. */
export const REPEATING_COMMUNES: readonly string[] = [HALF_DONE_COMMUNE, SCORECARD_COMMUNE, RECOGNISED_WARD];

/** Its round goes by the procedure, and one of its villages has a list on the notice board. */
export const POSTING_COMMUNE = '20050';

const FIXED: Readonly<Record<string, CommuneState>> = {
  [HALF_DONE_COMMUNE]: 'underway',
  [RECOGNISED_WARD]: 'recognised',
  [SCORECARD_COMMUNE]: 'underway',
};

/** In every district some communes are done, some at work and some have not begun. */
export function planCommuneStates(
  random: SeededRandom,
  communes: readonly CommunePlan[],
): ReadonlyMap<string, CommuneState> {
  const states = new Map<string, CommuneState>();
  for (const district of new Set(communes.map((commune) => commune.districtCode))) {
    const own = communes.filter((commune) => commune.districtCode === district);
    const free = own.filter((commune) => FIXED[commune.code] === undefined);
    const [recognised, underway] = apportion(free.length, [0.4, 0.34, 0.26]);
    const shuffled = free
      .map((commune) => ({ commune, place: random.next() }))
      .sort((one, other) => one.place - other.place);
    for (const [at, { commune }] of shuffled.entries())
      states.set(
        commune.code,
        at < recognised! ? 'recognised' : at < recognised! + underway! ? 'underway' : 'notBegun',
      );
    for (const { code } of own) if (FIXED[code] !== undefined) states.set(code, FIXED[code]!);
  }
  return states;
}
