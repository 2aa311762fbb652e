import type { PlanDocument, ProgrammeNode } from '../document/plan-document.ts';

/** Gives each row its id, in order. */
export type NewId = () => string;

export interface ProposalGround {
  readonly document: PlanDocument;
  readonly newId: NewId;
  readonly keep: (id: string, paragraph: number, text?: string) => void;
}

/** Whether a paragraph belongs to what a node says of its money. */
export function isBudgetOf(document: PlanDocument, node: ProgrammeNode, paragraph: number): boolean {
  const budget = node.fields.budget;
  if (budget === undefined) return false;
  const begin = budget.span.paragraph;
  const headAlone = (document.paragraphs[begin]?.text.length ?? 0) <= budget.span.start;
  const count = budget.text.split('\n').length + (headAlone ? 1 : 0);
  return paragraph >= begin && paragraph < begin + count;
}
