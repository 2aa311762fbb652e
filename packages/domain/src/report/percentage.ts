/**
 * `part` of `whole` in percent with two decimals, half up, computed exactly from integers; null (a blank cell)
 * when the whole is not known or 0. Rates are always computed so, never added or averaged.
 */
export function percentage(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0) return null;
  return Math.floor((part * 20_000 + whole) / (whole * 2)) / 100;
}
