import type { CleanLine } from './clean-line.ts';

/** How a source breaks its lines: what a line's end and a blank line mean in it. */
export interface LineHabits {
  /** Lines are wrapped at about this length; `null` when each line is a paragraph of its own. */
  readonly width: number | null;
  /** A blank line ends a paragraph, and lines without one between them belong together. */
  readonly blankEnds: boolean;
  /** Blank lines stand within sentences too. */
  readonly blankParts: boolean;
}

const WIDEST_WRAP = 140;
const ENOUGH = 0.25;
const SOME = 0.1;
const SHORTEST = 20;
const LONGER = 1.4;
const FEW = 0.02;

export const endsSentence = (text: string): boolean => /[.;:!?…]["”’)]*$/u.test(text);
export const startsLower = (text: string): boolean => /^["“(]?\p{Ll}/u.test(text);

function usualWidth(lines: readonly CleanLine[]): number | null {
  const lengths = lines.map((line) => line.text.length).filter((length) => length > SHORTEST);
  if (lengths.length === 0) return null;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  // Where lines are wrapped none is much longer than the rest.
  const longer = lengths.filter((length) => length > width * LONGER).length;
  return width > WIDEST_WRAP || longer > lengths.length * FEW ? null : width;
}

export function learnHabits(lines: readonly CleanLine[]): LineHabits {
  const runsOn = { apart: 0, together: 0 };
  const pairs = { apart: 0, together: 0 };
  let last: CleanLine | undefined;
  for (const line of lines) {
    if (line.text === '' || /^\d{1,3}$/u.test(line.text)) continue;
    if (last !== undefined) {
      const side = line.line - last.line > 1 ? 'apart' : 'together';
      pairs[side]++;
      if (startsLower(line.text) && !endsSentence(last.text)) runsOn[side]++;
    }
    last = line;
  }
  const blankEnds =
    pairs.apart >= (pairs.apart + pairs.together) * SOME &&
    runsOn.apart <= pairs.apart * ENOUGH &&
    runsOn.together >= Math.max(1, pairs.together * ENOUGH);
  const blankParts = runsOn.apart >= 2 && runsOn.apart > pairs.apart * SOME;
  return { width: usualWidth(lines), blankEnds, blankParts };
}
