import { setTimeout as wait } from 'node:timers/promises';
import { machineMilliseconds } from './clock.ts';

/** Whoever waited for the part before is done meanwhile, and does not wait for the next one as well. */
const SHORTEST_BREATH_MS = 15;

/** Runs one part of a long work, then lets others have their turn: half as long as the part took, at least a moment. */
export async function givingWay<Value>(part: () => Promise<Value>): Promise<Value> {
  const begun = machineMilliseconds();
  const value = await part();
  await wait(Math.max(SHORTEST_BREATH_MS, (machineMilliseconds() - begun) / 2));
  return value;
}
