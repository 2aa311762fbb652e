import type { Quantity } from './quantity.ts';

export type Fit = 'exact' | 'rounded' | 'none';

/**
 * How parts come to a total: all of them, a beginning of them (within one sentence other amounts may follow), or
 * without what is itself broken down. `rounded` = apart by less than the rounding of whole units may hide.
 */
export function fitOf(
  total: Pick<Quantity, 'value' | 'rounding' | 'paragraph'>,
  parts: readonly Quantity[],
  /** The last part is known to be of the list. */
  whole = false,
): Fit {
  const gap = (chosen: readonly Quantity[]): bigint => {
    const sum = chosen.reduce((all, { value }) => all + value, 0n);
    return sum > total.value ? sum - total.value : total.value - sum;
  };
  const flat = withoutNested(parts);
  if (gap(parts) === 0n || gap(flat) === 0n) return 'exact';
  const inline = parts.every(({ paragraph }) => paragraph === total.paragraph);
  for (let length = 2; inline && !whole && length < parts.length; length++)
    if (gap(parts.slice(0, length)) === 0n) return 'exact';
  const slack = flat.reduce((all, each) => all + each.rounding, total.rounding);
  if (gap(flat) > slack) return 'none';
  const decimals = parts.some(({ written }) => /\d,\d/u.test(written));
  return decimals ? 'exact' : 'rounded';
}

/** Leaves out parts that add up to the part before them. */
function withoutNested(parts: readonly Quantity[]): Quantity[] {
  const flat: Quantity[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    flat.push(part);
    let sum = 0n;
    for (let next = at + 1; next < parts.length; next++) {
      sum += parts[next]!.value;
      if (sum === part.value && next > at + 1) at = next;
      if (sum >= part.value) break;
    }
  }
  return flat;
}
