/** What became of villages that were merged: followed to the last one, or back to all that went into one. */
export interface VillageMergers {
  /** The village itself when it was not merged. */
  into(villageId: number): number;
  /** Every village that went into it, at any distance. */
  partsOf(villageId: number): readonly number[];
}

export function villageMergers(
  steps: readonly { readonly fromId: number; readonly toId: number }[],
): VillageMergers {
  const next = new Map(steps.map(({ fromId, toId }) => [fromId, toId]));
  const parts = new Map<number, number[]>();
  for (const { fromId, toId } of steps) parts.set(toId, [...(parts.get(toId) ?? []), fromId]);
  const into = (villageId: number): number => {
    let at = villageId;
    for (let step = next.get(at); step !== undefined; step = next.get(at)) at = step;
    return at;
  };
  const partsOf = (villageId: number): number[] =>
    (parts.get(villageId) ?? []).flatMap((part) => [part, ...partsOf(part)]);
  return { into, partsOf };
}
