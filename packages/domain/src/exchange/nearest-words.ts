import { foldWord } from './vocabulary.ts';

const MOST_NEAR = 3;

/** How many letters must be changed, added or taken away. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_unused, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1)
      next.push(
        Math.min(
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The known words a text may have been meant for, the nearest first; letters count more than their marks. */
export function nearestWords(text: string, known: readonly string[]): string[] {
  const folded = foldWord(text);
  const plain = text.normalize('NFC').toLowerCase();
  const most = Math.max(1, Math.floor(folded.length / 3));
  return known
    .map((word) => ({
      word,
      far: distance(folded, foldWord(word)),
      marks: distance(plain, word.toLowerCase()),
    }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || a.marks - b.marks)
    .slice(0, MOST_NEAR)
    .map(({ word }) => word);
}
