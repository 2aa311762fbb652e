/** A stream of chance that a seed decides: the same seed gives the same stream on every machine. */
export interface SeededRandom {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** One of the values, as often as its weight says. */
  weighted<Value>(values: readonly (readonly [value: Value, weight: number])[]): Value;
  /** A stream of its own for a part of the work: what one part draws never changes another. */
  fork(label: string): SeededRandom;
}

export function seededRandom(seed: string): SeededRandom {
  const next = stream(seed);
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => next() < probability,
    pick: (values) => values[below(values.length)]!,
    weighted: (values) => {
      let left = next() * values.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of values) {
        left -= weight;
        if (left < 0) return value;
      }
      return values[values.length - 1]![0];
    },
    fork: (label) => seededRandom(`${seed}/${label}`),
  };
}

/** The generator sfc32, its four words taken from the seed by FNV-1a. */
function stream(seed: string): () => number {
  let a = hash(seed, 0x811c9dc5);
  let b = hash(seed, 0x01000193);
  let c = hash(seed, 0x9e3779b9);
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let turn = 0; turn < 12; turn += 1) next();
  return next;
}

function hash(text: string, start: number): number {
  let value = start;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value ^ (value >>> 15);
}

const hex = (value: number, width: number) => value.toString(16).padStart(width, '0');

/**
 * Ids of the form of UUIDv7, ordered by their turn. The first 48 bits count on from `firstMillisecond`; no
 * clock is read.
 */
export function seededIds(random: SeededRandom, firstMillisecond: number): () => string {
  let millisecond = firstMillisecond;
  return () => {
    millisecond += 1;
    const time = hex(millisecond, 12);
    const tail = hex(0x8000 | random.below(0x4000), 4);
    const last = hex(random.below(0x1000000), 6) + hex(random.below(0x1000000), 6);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(random.below(0x1000), 3)}-${tail}-${last}`;
  };
}
