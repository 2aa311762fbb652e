import { type Day, isWithin } from '../shared/day.ts';
import type { Text } from '../shared/text.ts';

/** A body that leads for a time: `[from, before)`, open when `before` is null. */
export interface Lead {
  readonly body: string;
  readonly from: Day;
  readonly before: Day | null;
}

export interface ProgrammeTreeNode {
  /** Unique in its tree: `DA3.TDA1`, `HP1.02.14`. */
  readonly code: string;
  /** One of the tree's levels. */
  readonly kind: string;
  readonly number: string;
  /** `null` = its name was seen in no source: it is known by its number alone. */
  readonly name: string | null;
  readonly parent: string | null;
  /** Its name was seen in a source; false also for a shortened name. */
  readonly verified: boolean;
  readonly leads: readonly Lead[];
  readonly source: string;
}

/** The structure of a programme by its founding decision; levels are named by the programme itself. */
export interface ProgrammeTree {
  readonly id: string;
  readonly name: Text;
  readonly ground: string;
  readonly from: Day;
  readonly before: Day | null;
  /** From the top down. */
  readonly levels: readonly { readonly kind: string; readonly label: Text }[];
  readonly leads: readonly Lead[];
  /** A parent stands before its children. */
  readonly nodes: readonly ProgrammeTreeNode[];
}

export const leadsOn = (leads: readonly Lead[], day: Day): readonly string[] =>
  leads.filter((lead) => isWithin(day, lead.from, lead.before)).map((lead) => lead.body);

export const childrenOf = (tree: ProgrammeTree, code: string | null): readonly ProgrammeTreeNode[] =>
  tree.nodes.filter((node) => node.parent === code);

export const programmeOn = (trees: readonly ProgrammeTree[], day: Day): ProgrammeTree | undefined =>
  trees.find((tree) => isWithin(day, tree.from, tree.before));

/** What is wrong with a tree as data, one line a fault in both languages; none when it is sound. */
export function programmeTreeFaults(tree: ProgrammeTree): readonly string[] {
  const depths = new Map<string, number>();
  const faults: string[] = [];
  for (const node of tree.nodes) {
    const above = node.parent === null ? -1 : depths.get(node.parent);
    if (depths.has(node.code)) faults.push(`${node.code} có hai lần (stands twice)`);
    if (above === undefined)
      faults.push(
        `${node.code} đứng trước nút cha ${node.parent} hoặc không có nút cha (stands before its parent)`,
      );
    const depth = (above ?? -1) + 1;
    if (tree.levels[depth]?.kind !== node.kind)
      faults.push(
        `${node.code} là ${node.kind} ở cấp ${depth + 1} (is a ${node.kind} at level ${depth + 1})`,
      );
    if (node.name === null && node.verified)
      faults.push(`${node.code} ghi đã đối chiếu mà chưa có tên (is verified without a name)`);
    depths.set(node.code, depth);
  }
  if (tree.before !== null && tree.before <= tree.from)
    faults.push(`${tree.id} không có ngày nào thi hành (is in force for no day)`);
  for (const { body, from, before } of [...tree.leads, ...tree.nodes.flatMap((node) => node.leads)])
    if (before !== null && before <= from)
      faults.push(`${body} không chủ trì ngày nào từ ${from} (leads for no day)`);
  return faults;
}

/** Trees whose time overlaps a tree's: one programme is in force on a day. A version of the same id takes its place. */
export const overlappingTrees = (tree: ProgrammeTree, others: readonly ProgrammeTree[]): readonly string[] =>
  others
    .filter(
      ({ id, from, before }) =>
        id !== tree.id &&
        (before === null || tree.from < before) &&
        (tree.before === null || from < tree.before),
    )
    .map(({ id }) => id);
