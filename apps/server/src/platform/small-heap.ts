import { setFlagsFromString } from 'node:v8';

/** How far the heap may grow beyond what is in use before it is cleaned; by itself V8 waits for several times as much. */
const GROWTH_PERCENT = 25;

/**
 * Called when long work begins that makes much and keeps little: the memory of small machines goes before a little time
 * does. It stays so: V8 sets its next bound whenever it has cleaned, and one set between two long works would let the
 * second grow to several times the first.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
