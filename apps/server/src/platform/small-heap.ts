import { setFlagsFromString } from 'node:v8';

/** How far the heap may grow beyond what is in use before it is cleaned; by itself V8 waits for several times as much. */
const GROWTH_PERCENT = 25;
let holders = 0;

/** Runs long work that makes much and keeps little: the memory of small machines goes before a little time does. */
export async function withSmallHeap<Value>(work: () => Promise<Value>): Promise<Value> {
  holders += 1;
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  try {
    return await work();
  } finally {
    holders -= 1;
    if (holders === 0) setFlagsFromString('--heap-growing-percent=0');
  }
}
