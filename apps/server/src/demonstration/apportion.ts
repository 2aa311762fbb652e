/**
 * Shares a whole number over parts by weight, so that the shares are whole and add up exactly (largest
 * remainder; ties go to the earlier part). No part gets more than its `most`.
 */
export function apportion(total: number, weights: readonly number[], most?: readonly number[]): number[] {
  const shares = weights.map(() => 0);
  let left = total;
  while (left > 0) {
    const open = weights.map((weight, at) => (shares[at]! < (most?.[at] ?? Infinity) ? weight : 0));
    const sum = open.reduce((all, weight) => all + weight, 0);
    if (sum <= 0) throw new Error(`${left} of ${total} cannot be shared out: every part is full.`);
    left -= shareOnce(left, open, sum, shares, most);
  }
  return shares;
}

function shareOnce(
  left: number,
  open: readonly number[],
  sum: number,
  shares: number[],
  most?: readonly number[],
): number {
  const quotas = open.map((weight) => (left * weight) / sum);
  const wanted = quotas.map(Math.floor);
  const rest = left - wanted.reduce((all, share) => all + share, 0);
  const byRemainder = quotas
    .map((quota, at) => ({ at, remainder: open[at]! > 0 ? quota - Math.floor(quota) : -1 }))
    .sort((one, other) => other.remainder - one.remainder || one.at - other.at);
  for (let turn = 0; turn < rest; turn += 1) wanted[byRemainder[turn]!.at]! += 1;
  let given = 0;
  for (const [at, share] of wanted.entries()) {
    const room = (most?.[at] ?? Infinity) - shares[at]!;
    const taken = Math.min(share, room);
    shares[at]! += taken;
    given += taken;
  }
  return given;
}
