import type { TargetCascade } from '@benvung/contract/plan-target';
import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useDraft } from '../../../platform/use-draft.ts';
import { branchesOf, keyOf, type TypedTargets } from './cascade-model.ts';
import { cascadeQuery } from './target.api.ts';

/** The tree with what is open in it, loaded as it is opened, and what is typed, kept in this browser until saved. */
export function useCascade(root: TargetCascade) {
  const { unit, year, shown } = root;
  const draft = useDraft<TypedTargets>(`targets-${unit.id}-${year}`, () => ({}));
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(shown.map((indicator) => keyOf({ unit, indicator }))),
  );
  const wanted = useMemo(
    () => [
      ...new Set(
        [...open]
          .filter((key) => !key.startsWith('-'))
          .map((key) => Number(key.split('|')[0]))
          .filter((id) => id !== unit.id),
      ),
    ],
    [open, unit.id],
  );
  const opened = useQueries({
    queries: wanted.map((id) => cascadeQuery(id, year, shown.join(','))),
    combine: (answers) => answers.map(({ data }) => data),
  });
  const cascades = useMemo(
    () =>
      new Map(
        opened.flatMap((one): [number, TargetCascade][] => (one === undefined ? [] : [[one.unit.id, one]])),
      ),
    [opened],
  );
  // An indicator that is shown anew is open at its first level, as the others are.
  const roots = useMemo(() => {
    const first = shown.map((indicator) => keyOf({ unit, indicator }));
    return new Set([...first.filter((key) => !open.has(`-${key}`)), ...open]);
  }, [shown, unit, open]);
  const { value: typed } = draft;
  const branches = useMemo(
    () => branchesOf(root, { opened: cascades, open: roots, typed }),
    [root, cascades, roots, typed],
  );
  const toggle = (key: string) =>
    setOpen((last) => {
      const next = new Set(last);
      const isRoot = key.startsWith(`${unit.id}|`);
      if (roots.has(key)) {
        next.delete(key);
        if (isRoot) next.add(`-${key}`);
      } else {
        next.add(key);
        next.delete(`-${key}`);
      }
      return next;
    });
  return { branches, draft, toggle };
}
