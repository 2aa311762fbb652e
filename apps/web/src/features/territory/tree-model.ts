import type { UnitView } from '@benvung/contract/territory';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { bareName } from '@benvung/domain/territory/unit-type';

/** A visible line of the tree, as assistive technology is told of it. */
export interface TreeLine {
  readonly unit: UnitView;
  readonly depth: number;
  readonly parentId: number | null;
  readonly position: number;
  readonly siblings: number;
  readonly open: boolean;
  /** Its children are asked for and not here yet. */
  readonly waiting: boolean;
}

interface Tree {
  readonly root: UnitView;
  readonly opened: ReadonlySet<number>;
  childrenOf(unitId: number): readonly UnitView[] | undefined;
}

/** The lines from top to bottom: a unit, then what lies in it when it is open. */
export function visibleLines({ root, opened, childrenOf }: Tree): TreeLine[] {
  const lines: TreeLine[] = [];
  const add = (unit: UnitView, at: Pick<TreeLine, 'depth' | 'parentId' | 'position' | 'siblings'>): void => {
    const open = unit.hasChildren && opened.has(unit.id);
    const children = open ? childrenOf(unit.id) : undefined;
    lines.push({ ...at, unit, open, waiting: open && children === undefined });
    for (const [index, child] of (children ?? []).entries())
      add(child, {
        depth: at.depth + 1,
        parentId: unit.id,
        position: index + 1,
        siblings: children?.length ?? 0,
      });
  };
  add(root, { depth: 1, parentId: null, position: 1, siblings: 1 });
  return lines;
}

export type TreeMove = { readonly focus: number } | { readonly open: number } | { readonly shut: number };

/** What a key of the tree pattern does from a line; nothing for any other key. */
export function moveInTree(lines: readonly TreeLine[], at: number, key: string): TreeMove | undefined {
  const line = lines[at];
  if (line === undefined) return undefined;
  const to = (index: number): TreeMove | undefined => {
    const unit = lines[index]?.unit;
    return unit && { focus: unit.id };
  };
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(lines.length - 1);
    case 'ArrowRight':
      if (!line.unit.hasChildren) return undefined;
      if (!line.open) return { open: line.unit.id };
      return lines[at + 1]?.parentId === line.unit.id ? to(at + 1) : undefined;
    case 'ArrowLeft':
      if (line.open) return { shut: line.unit.id };
      return line.parentId === null ? undefined : { focus: line.parentId };
    default:
      return undefined;
  }
}

/** The next line, after the given one and round again, whose name begins so, with or without its type. */
export function findTyped(lines: readonly TreeLine[], at: number, typed: string): number | undefined {
  const key = searchKey(typed);
  if (key === '') return undefined;
  const from = typed.length > 1 ? at : at + 1;
  for (let step = 0; step < lines.length; step += 1) {
    const unit = lines[(from + step) % lines.length]?.unit;
    if (unit === undefined) continue;
    const names = [unit.name, bareName(unit.name, unit.level)];
    if (names.some((name) => searchKey(name).startsWith(key))) return unit.id;
  }
  return undefined;
}
