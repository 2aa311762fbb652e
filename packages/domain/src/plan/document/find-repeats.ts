import { fold } from './fold.ts';
import type { RepeatedBlock } from './plan-document.ts';

const LEAST_PARAGRAPHS = 4;
/** A page given twice repeats much text; the same three lines under each project are no page. */
const LEAST_CHARACTERS = 800;
const LEAST_WITH_HEAD = 200;
const SHORTEST_CUT = 40;

const keyOf = (text: string): string => fold(text).replace(/[^a-z0-9]/gu, '');
const isHead = (key: string): boolean => /^(?:so)?\d*kh(?:ubnd)|^(?:so)\d+|chunghiavietnam$/u.test(key);

export interface Repeats {
  /** For each paragraph the one it repeats. */
  readonly repeatOf: readonly (number | null)[];
  readonly blocks: readonly RepeatedBlock[];
}

/**
 * Pages given twice. Of a paragraph that is cut off at the end of the first page the whole one counts, so a
 * `repeatOf` may point forward.
 */
export function findRepeats(texts: readonly string[]): Repeats {
  const keys = texts.map(keyOf);
  const repeatOf: (number | null)[] = texts.map(() => null);
  const blocks: RepeatedBlock[] = [];
  const firstAt = new Map<string, number[]>();
  for (let at = 0; at < keys.length; at++) {
    const run = longestRun(keys, firstAt.get(keys[at] ?? '') ?? [], at);
    if (run !== undefined) {
      markRun(keys, repeatOf, run);
      blocks.push({ from: run.at, to: run.at + run.length, of: run.of });
      for (let by = 0; by < run.length; by++) remember(firstAt, keys, at + by);
      at += run.length - 1;
    } else remember(firstAt, keys, at);
  }
  return { repeatOf, blocks };
}

const MOST_STARTS = 20;

function remember(firstAt: Map<string, number[]>, keys: readonly string[], at: number): void {
  const key = keys[at] ?? '';
  if (key === '') return;
  const places = firstAt.get(key);
  if (places === undefined) firstAt.set(key, [at]);
  else if (places.length < MOST_STARTS) places.push(at);
}

interface Run {
  readonly at: number;
  readonly of: number;
  readonly length: number;
}

function longestRun(keys: readonly string[], starts: readonly number[], at: number): Run | undefined {
  let best: Run | undefined;
  for (const of of starts) {
    let length = 0;
    while (of + length < at && at + length < keys.length && keys[of + length] === keys[at + length]) length++;
    if (length > (best?.length ?? 0) && isPage(keys.slice(at, at + length))) best = { at, of, length };
  }
  return best;
}

function isPage(keys: readonly string[]): boolean {
  if (keys.length < LEAST_PARAGRAPHS) return false;
  const characters = keys.reduce((sum, key) => sum + key.length, 0);
  return characters >= (keys.some(isHead) ? LEAST_WITH_HEAD : LEAST_CHARACTERS);
}

function markRun(keys: readonly string[], repeatOf: (number | null)[], run: Run): void {
  for (let by = 0; by < run.length; by++) repeatOf[run.at + by] = run.of + by;
  const cut = run.of + run.length;
  const whole = run.at + run.length;
  const cutKey = keys[cut] ?? '';
  const wholeKey = keys[whole] ?? '';
  // The copy begins right after the cut paragraph.
  if (cut === run.at - 1 && cutKey.length >= SHORTEST_CUT && wholeKey.startsWith(cutKey))
    repeatOf[cut] = whole;
}
