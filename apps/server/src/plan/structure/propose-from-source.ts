import type { PlanProposalView } from '@benvung/contract/plan-structure';
import { readPlanDocument } from '@benvung/domain/plan/document/read-plan-document';
import { codeOfRead } from '@benvung/domain/plan/structure/programme-code';
import { proposePlan } from '@benvung/domain/plan/structure/propose-plan';
import { type ProgrammeTree, programmeOn } from '@benvung/domain/programme/programme-tree';
import { newId } from '../../platform/ids.ts';
import type { ReadSource } from '../files/read-source.ts';

interface ProposalAsked {
  readonly today: string;
  readonly trees: readonly ProgrammeTree[];
  readonly programme?: string | undefined;
}

/** What a document proposes for a plan; nothing of it is kept. The programme is that of the years it names. */
export function proposeFromSource(
  source: ReadSource,
  { today, trees, programme }: ProposalAsked,
): PlanProposalView {
  const document = readPlanDocument(source.text, source.layout);
  const tree =
    trees.find(({ id }) => id === programme) ??
    programmeOf(trees, document.head.period?.to ?? Number(today.slice(0, 4)));
  const { content, sources, years, annexesWithPeople } = proposePlan(document, newId, (node, nodes) =>
    codeOfRead(tree, node, nodes),
  );
  return {
    content,
    sources: { ...sources },
    years,
    annexesWithPeople: [...annexesWithPeople],
    programme: tree.id,
  };
}

function programmeOf(trees: readonly ProgrammeTree[], year: number): ProgrammeTree {
  const found = programmeOn(trees, `${year}-12-01`) ?? trees.at(-1);
  if (found === undefined) throw new Error('No programme is known.');
  return found;
}
