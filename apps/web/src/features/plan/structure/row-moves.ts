import {
  inTreeOrder,
  type ListPart,
  type PlanNode,
  type PlanRow,
} from '@benvung/domain/plan/structure/plan-structure';

/** A row before or after its neighbour; a node takes what is part of it along. */
export function moveRow(
  part: ListPart,
  rows: readonly PlanRow[],
  at: number,
  by: 1 | -1,
): readonly PlanRow[] {
  const row = rows[at];
  const beside = row === undefined ? undefined : neighbour(part, rows, row, by);
  if (row === undefined || beside === undefined) return rows;
  const moved = rows.map((each) => (each === row ? beside : each === beside ? row : each));
  return part === 'nodes' ? inTreeOrder(moved as readonly PlanNode[]) : moved;
}

/** The row of the same kind above or below: for a node, one that is part of the same. */
export function neighbour(
  part: ListPart,
  rows: readonly PlanRow[],
  row: PlanRow,
  by: 1 | -1,
): PlanRow | undefined {
  const parent = (each: PlanRow) => (part === 'nodes' ? (each as PlanNode).parent : null);
  const beside = rows.filter((each) => parent(each) === parent(row));
  return beside[beside.indexOf(row) + by];
}

/** Without a row; what was part of a node becomes part of what that was part of. */
export function removeRow(part: ListPart, rows: readonly PlanRow[], row: PlanRow): readonly PlanRow[] {
  const left = rows.filter((each) => each !== row);
  if (part !== 'nodes') return left;
  const gone = row as PlanNode;
  return inTreeOrder(
    (left as readonly PlanNode[]).map((each) =>
      each.parent === gone.id ? { ...each, parent: gone.parent } : each,
    ),
  );
}
