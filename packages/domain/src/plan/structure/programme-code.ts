import type { ProgrammeTree, ProgrammeTreeNode } from '../../programme/programme-tree.ts';
import type { ProgrammeNode } from '../document/plan-document.ts';

/** `Dự án 3`, `Tiểu dự án 1`: a node of a programme as documents call it. */
export const labelOfNode = (tree: ProgrammeTree, node: ProgrammeTreeNode): string =>
  `${tree.levels.find(({ kind }) => kind === node.kind)?.label.vi ?? node.kind} ${Number(node.number)}`;

/** The code of the programme's node that a document describes; `null` when the programme has no such node, or several. */
export function codeOfRead(
  tree: ProgrammeTree,
  read: ProgrammeNode,
  nodes: readonly ProgrammeNode[],
): string | null {
  const same = tree.nodes.filter(
    (node) => labelOfNode(tree, node).toLocaleLowerCase('vi') === read.label.toLocaleLowerCase('vi'),
  );
  const above = read.parent === null ? undefined : nodes[read.parent];
  const parentCode = above === undefined ? null : codeOfRead(tree, above, nodes);
  const within = same.filter((node) => {
    if (parentCode !== null) return node.parent === parentCode;
    if (node.parent === null) return true;
    const parent = tree.nodes.find(({ code }) => code === node.parent);
    return read.projectNumber !== null && Number(parent?.number) === Number(read.projectNumber);
  });
  return within.length === 1 ? (within[0]?.code ?? null) : null;
}
