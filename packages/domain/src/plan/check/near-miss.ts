export const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a);

/** One digit written wrongly, or a difference under a twentieth: the parts were meant to be all. */
export function isNearMiss(total: bigint, sum: bigint): boolean {
  if (distance(total, sum) * 20n <= total) return true;
  const [a, b] = [String(total).replace(/0+$/u, ''), String(sum).replace(/0+$/u, '')];
  if (a.length !== b.length || a.length < 2) return false;
  let different = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) different++;
  return different === 1;
}
