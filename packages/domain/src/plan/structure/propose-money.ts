import { fold } from '../document/fold.ts';
import type { MoneyMention, PlanDocument } from '../document/plan-document.ts';
import { findNodeReferences } from '../document/read-nodes.ts';
import type { PlanMoney } from './plan-structure.ts';
import { isBudgetOf, type ProposalGround } from './proposal-ground.ts';

/** Amounts that are no sum of others: those of each node, and those of the budget part that no node has told. */
export function proposeMoney(ground: ProposalGround, nodeIds: readonly string[]): PlanMoney[] {
  const { document } = ground;
  const leaves = document.money.filter((_, at) => !document.money.some(({ partOf }) => partOf === at));
  const own = leaves.flatMap((mention) => {
    const at = document.nodes.findIndex((node) => isBudgetOf(document, node, mention.span.paragraph));
    return at < 0 ? [] : [{ mention, node: nodeIds[at] as string }];
  });
  const told = new Set(own.map(({ mention }) => mention));
  const other = leaves
    .filter((mention) => !told.has(mention) && isOfBudget(document, mention))
    .filter((mention) => own.length === 0 || isOutside(document, mention))
    .map((mention) => ({ mention, node: nodeOf(document, mention, nodeIds) }));
  return [...own, ...other].map(({ mention, node }) => {
    const id = ground.newId();
    ground.keep(id, mention.span.paragraph);
    return { id, node, source: mention.source, kind: mention.kind, dong: mention.dong.toString() };
  });
}

const inAnnex = (document: PlanDocument, at: number): boolean => document.paragraphs[at]?.annex !== null;

/** In a part named after money. */
function isOfBudget(document: PlanDocument, { span }: MoneyMention): boolean {
  if (inAnnex(document, span.paragraph)) return false;
  for (let at = document.paragraphs[span.paragraph]?.section ?? null; at !== null; ) {
    const section = document.sections[at];
    if (section === undefined) return false;
    if (/kinh phi|nguon von|von thuc hien/u.test(fold(section.title))) return true;
    at = section.parent;
  }
  return false;
}

const isOutside = (document: PlanDocument, { span }: MoneyMention): boolean =>
  /ngoai cac du an/u.test(fold(document.paragraphs[span.paragraph]?.text ?? ''));

/** The node an amount's own words name: `Dự án 6 (Tiểu dự án 2) …: 88 triệu đồng`. */
function nodeOf(document: PlanDocument, { span }: MoneyMention, nodeIds: readonly string[]): string | null {
  const paragraph = document.paragraphs[span.paragraph];
  if (paragraph === undefined) return null;
  const named = findNodeReferences(paragraph).filter((reference) => reference.span.start < span.start);
  const project = named.find(({ projectNumber }) => projectNumber !== null)?.projectNumber;
  const sub = named.find(({ subProjectNumber }) => subProjectNumber !== null)?.subProjectNumber;
  if (project === undefined) return null;
  const at = document.nodes.findIndex((node) =>
    sub === undefined
      ? node.kind === 'project' && node.number === project
      : node.kind === 'sub-project' && node.number === sub && node.projectNumber === project,
  );
  return at < 0 ? null : (nodeIds[at] ?? null);
}
