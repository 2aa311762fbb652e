import { inTreeOrder, type PlanNode } from '@benvung/domain/plan/structure/plan-structure';
import type { Row, RowPart } from './row-parts.ts';

/** A row before or after its neighbour; a node takes what is part of it along. */
export function moveRow(part: RowPart, rows: readonly Row[], at: number, by: 1 | -1): readonly Row[] {
  const row = rows[at];
  const beside = row === undefined ? undefined : neighbour(part, rows, row, by);
  if (row === undefined || beside === undefined) return rows;
  const moved = rows.map((each) => (each === row ? beside : each === beside ? row : each));
  return part === 'nodes' ? inTreeOrder(moved as readonly PlanNode[]) : moved;
}

/** The row of the same kind above or below: for a node, one that is part of the same. */
export function neighbour(part: RowPart, rows: readonly Row[], row: Row, by: 1 | -1): Row | undefined {
  const parent = (each: Row) => (part === 'nodes' ? (each as PlanNode).parent : null);
  const beside = rows.filter((each) => parent(each) === parent(row));
  return beside[beside.indexOf(row) + by];
}

/** Without a row; what was part of a node becomes part of what that was part of. */
export function removeRow(part: RowPart, rows: readonly Row[], row: Row): readonly Row[] {
  const left = rows.filter((each) => each !== row);
  if (part !== 'nodes') return left;
  const gone = row as PlanNode;
  return inTreeOrder(
    (left as readonly PlanNode[]).map((each) =>
      each.parent === gone.id ? { ...each, parent: gone.parent } : each,
    ),
  );
}
