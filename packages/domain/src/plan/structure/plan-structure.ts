import type { Day } from '../../shared/day.ts';
import type { Comparison, DeadlineKind, MoneyKind, MoneySource } from '../document/plan-document.ts';

/** A plan of a unit for a year or a period, as structure. Ids are made by whoever adds a row and never change. */
export interface PlanContent {
  /** What follows "Kế hoạch": `Thực hiện Chương trình … năm 2024 trên địa bàn xã Bằng Mạc`. */
  readonly subject: string;
  readonly grounds: readonly PlanLine[];
  readonly purposes: readonly PlanLine[];
  readonly requirements: readonly PlanLine[];
  readonly generalObjectives: readonly PlanLine[];
  readonly targets: readonly PlanTarget[];
  readonly nodes: readonly PlanNode[];
  readonly money: readonly PlanMoney[];
  readonly solutions: readonly PlanLine[];
  readonly duties: readonly PlanDuty[];
  readonly deadlines: readonly PlanReportDeadline[];
  readonly annexes: readonly PlanAnnex[];
  /** What the superior asked and this plan leaves out on purpose. */
  readonly leftOut: readonly LeftOut[];
}

/** Parts of a plan that are lists of rows, in the order of its document. */
export const LIST_PARTS = [
  'grounds',
  'purposes',
  'requirements',
  'generalObjectives',
  'targets',
  'nodes',
  'money',
  'solutions',
  'duties',
  'deadlines',
  'annexes',
] as const satisfies readonly (keyof PlanContent)[];
export type ListPart = (typeof LIST_PARTS)[number];
export type PlanRow = PlanContent[ListPart][number];

export interface PlanLine {
  readonly id: string;
  readonly text: string;
}

/** One indicator with one planned value; the allocation to the units below is the target cascade's. */
export interface PlanTarget {
  readonly id: string;
  /** Code of the indicator in the target cascade; `null` = an aim of this plan alone. */
  readonly indicator: string | null;
  readonly words: string;
  /** `%`, `điểm %`, `hộ`, `người` … */
  readonly unit: string;
  readonly baseline: number | null;
  readonly value: number;
  readonly upper: number | null;
  readonly comparison: Comparison;
  readonly year: number | null;
  /** The planned number of households that the year's rate is of. */
  readonly base: number | null;
}

/** A node of the programme as the plan carries it out: the eight fields, lines parted by `\n`. */
export interface PlanNode {
  readonly id: string;
  /** Code in the programme tree; `null` = what the unit adds itself. */
  readonly code: string | null;
  /** `Dự án 3`, `Tiểu dự án 1`. */
  readonly label: string;
  readonly name: string;
  /** A parent stands before its children. */
  readonly parent: string | null;
  readonly objective: string;
  readonly targetGroup: string;
  readonly content: string;
  /** In words, where no amount is known yet: `Theo phân bổ của UBND tỉnh`. */
  readonly budget: string;
  readonly lead: string;
  readonly partners: string;
  readonly time: string;
  readonly place: string;
}

/** A node of which nothing is said yet. */
export const EMPTY_NODE: Omit<PlanNode, 'id'> = {
  code: null,
  label: '',
  name: '',
  parent: null,
  objective: '',
  targetGroup: '',
  content: '',
  budget: '',
  lead: '',
  partners: '',
  time: '',
  place: '',
};

export const NODE_FIELDS = [
  'objective',
  'targetGroup',
  'content',
  'budget',
  'lead',
  'partners',
  'time',
  'place',
] as const;
export type PlanNodeField = (typeof NODE_FIELDS)[number];

export interface PlanMoney {
  readonly id: string;
  /** The node it pays for; `null` = the plan as a whole. */
  readonly node: string | null;
  /** `null` = not said. */
  readonly source: MoneySource | null;
  readonly kind: MoneyKind | null;
  /** Whole đồng as a decimal string, as money travels. */
  readonly dong: string;
}

export interface PlanDuty {
  readonly id: string;
  readonly node: string | null;
  /** The agency or person who answers for it. */
  readonly owner: string;
  /** Asked of the units below, each of which answers it in its own plan. */
  readonly lowerUnits: boolean;
  readonly task: string;
  readonly partners: string;
  readonly output: string;
  readonly due: Day | null;
  /** When there is no last day: `thường xuyên`, `hằng quý`. */
  readonly period: string;
  readonly evidence: string;
  /** Ids of the superior's rows that this one answers. */
  readonly answers: readonly string[];
}

/** A duty of which nothing is said yet. */
export const EMPTY_DUTY: Omit<PlanDuty, 'id'> = {
  node: null,
  owner: '',
  lowerUnits: false,
  task: '',
  partners: '',
  output: '',
  due: null,
  period: '',
  evidence: '',
  answers: [],
};

export interface PlanReportDeadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  /** Who reports. */
  readonly who: string;
  readonly lowerUnits: boolean;
  readonly recipient: string;
  /** A last day, or for quarters and months the day of the (last) month. */
  readonly day: Day | null;
  readonly dayOfMonth: number | null;
}

/** A table of the plan's own; the target annex and the list of households are made when the document is. */
export interface PlanAnnex {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface LeftOut {
  readonly asked: string;
  readonly reason: string;
}

export const PLAN_KINDS = ['annual', 'period'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** Which plan it is; one of a kind per unit, years and programme. */
export interface PlanIdentity {
  readonly kind: PlanKind;
  readonly yearFrom: number;
  readonly yearTo: number;
  /** The programme tree's id: `NTP-2021`. */
  readonly programme: string;
}

export const emptyPlan = (subject: string): PlanContent => ({
  subject,
  grounds: [],
  purposes: [],
  requirements: [],
  generalObjectives: [],
  targets: [],
  nodes: [],
  money: [],
  solutions: [],
  duties: [],
  deadlines: [],
  annexes: [],
  leftOut: [],
});

/** Nodes with their depth, as they stand in the document. */
export function nodeDepth(nodes: readonly PlanNode[], node: PlanNode): number {
  let depth = 0;
  let above = node.parent;
  while (above !== null && depth < nodes.length) {
    const parent = nodes.find((each) => each.id === above);
    if (parent === undefined) break;
    above = parent.parent;
    depth++;
  }
  return depth;
}

/** What is part of a node, and of that. */
export function nodesUnder(nodes: readonly PlanNode[], id: string): readonly PlanNode[] {
  const under = new Set([id]);
  for (const _round of nodes)
    for (const node of nodes) if (node.parent !== null && under.has(node.parent)) under.add(node.id);
  under.delete(id);
  return nodes.filter((node) => under.has(node.id));
}

/** Each node after the one it is part of, siblings as they stood. */
export function inTreeOrder(nodes: readonly PlanNode[]): readonly PlanNode[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const below = (parent: string | null): readonly PlanNode[] =>
    nodes
      .filter((node) => (node.parent !== null && ids.has(node.parent) ? node.parent : null) === parent)
      .flatMap((node) => [node, ...below(node.id)]);
  return below(null);
}

/** Whether no node is part of itself, however far around. */
export const hasNoCircle = (nodes: readonly PlanNode[]): boolean =>
  inTreeOrder(nodes).length === nodes.length;

export const moneyOf = (content: Pick<PlanContent, 'money'>, node: string | null): readonly PlanMoney[] =>
  content.money.filter((row) => row.node === node);

export const sumOf = (rows: readonly Pick<PlanMoney, 'dong'>[]): bigint =>
  rows.reduce((sum, row) => sum + BigInt(row.dong), 0n);

/** The node and the projects above it, the way the document names it: `Tiểu dự án 1 thuộc Dự án 3`. */
export function fullLabel(nodes: readonly PlanNode[], node: PlanNode): string {
  const parent = nodes.find((each) => each.id === node.parent);
  return parent === undefined ? node.label : `${node.label} thuộc ${fullLabel(nodes, parent)}`;
}
