/** Measures whose households' names tell ethnic origin or health (Luật 91/2025/QH15; regulations 8.2). */
const TELLING = [
  /^ethnic\./u,
  /^target\.(minority|localMinority|noLabourCapacity)$/u,
  /^cause\.illness$/u,
  /^children\.health$/u,
];

/**
 * Whether opening a figure to its households tells something sensitive of them; the figure itself does not.
 * @param closedIndicators numbers of the standard's sensitive indicators, as counters name them ("03")
 */
export const isSensitiveMeasure = (measure: string, closedIndicators: readonly string[]): boolean =>
  TELLING.some((shape) => shape.test(measure)) ||
  closedIndicators.some((number) => measure === `deprived.${number}`);
