/** Numbers from `from` to `to`, both included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** The numbers of a series that no document bears, up to the highest given one. */
export function gapsOf(used: readonly number[]): NumberRange[] {
  const gaps: NumberRange[] = [];
  let next = 1;
  for (const number of [...new Set(used)].sort((a, b) => a - b)) {
    if (number > next) gaps.push({ from: next, to: number - 1 });
    next = number + 1;
  }
  return gaps;
}
