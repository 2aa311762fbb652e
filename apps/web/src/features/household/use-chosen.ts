import type { HouseholdList } from '@benvung/contract/household';
import { useCallback, useRef, useState } from 'react';

type Item = HouseholdList['households'][number];
export type Chosen = ReadonlyMap<string, Item>;

/** Which households are chosen; a range begins at the one that was chosen last. */
export function useChosen(items: readonly Item[]) {
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const anchor = useRef<string | null>(null);

  const put = useCallback((some: readonly Item[], on: boolean) => {
    setChosen((before) => {
      const after = new Map(before);
      for (const item of some) {
        if (on) after.set(item.id, item);
        else after.delete(item.id);
      }
      return after;
    });
  }, []);

  const toggle = useCallback(
    (item: Item, asRange: boolean) => {
      const from = items.findIndex(({ id }) => id === anchor.current);
      const to = items.indexOf(item);
      if (asRange && from >= 0) return put(items.slice(Math.min(from, to), Math.max(from, to) + 1), true);
      anchor.current = item.id;
      put([item], !chosen.has(item.id));
    },
    [items, chosen, put],
  );
  const clear = useCallback(() => setChosen(new Map()), []);
  return { chosen, put, toggle, clear };
}
