import { shortDay } from '../../document/number-and-day.ts';
import { fold } from '../document/fold.ts';
import type { Deadline, Duty, NodeReference, PlanDocument } from '../document/plan-document.ts';
import type { PlanDuty, PlanReportDeadline } from './plan-structure.ts';
import { DUTY_CLAUSES } from './plan-words.ts';
import type { ProposalGround } from './proposal-ground.ts';

/** Who answers for it are the units below, not an office of the unit itself. */
export const namesLowerUnits = (owner: string): boolean =>
  /(?:^|\s)cac (?:xa|phuong|thi tran|huyen|thon|ban|ap|to dan pho|khu dan cu|dia phuong)(?!\p{L})|^(?:thon|ap|ban) |xa, (?:phuong|thi tran)|huyen, thi xa|thi xa va/u.test(
    fold(owner),
  );

interface Proposed {
  readonly duties: PlanDuty[];
  readonly deadlines: PlanReportDeadline[];
}

export function proposeDuties(ground: ProposalGround, nodeIds: readonly string[]): Proposed {
  const { document, newId, keep } = ground;
  const duties = document.duties.map((duty) => {
    const id = newId();
    keep(id, duty.span.paragraph);
    return { id, ...dutyOf(document, duty, nodeIds) };
  });
  const deadlines = document.deadlines
    .filter(({ report, span }) => report && document.paragraphs[span.paragraph]?.annex === null)
    .map((deadline) => {
      const id = newId();
      keep(id, deadline.span.paragraph);
      return { id, ...reportOf(document, deadline) };
    });
  return { duties, deadlines };
}

type Clause = keyof typeof DUTY_CLAUSES;

function dutyOf(document: PlanDocument, duty: Duty, nodeIds: readonly string[]): Omit<PlanDuty, 'id'> {
  const due = dueOf(document, duty);
  const told: Partial<Record<Clause, string>> = {};
  const task: string[] = [];
  for (const part of duty.text.replace(/[\s.;]+$/u, '').split('; ')) {
    const clause = (Object.keys(DUTY_CLAUSES) as Clause[]).find((name) =>
      part.startsWith(DUTY_CLAUSES[name]),
    );
    if (task.length === 0 || clause === undefined || told[clause] !== undefined) task.push(part);
    else told[clause] = part.slice(DUTY_CLAUSES[clause].length).trim();
  }
  const owner = duty.owner?.text ?? '';
  return {
    node: nodeNamed(document, duty.assigned[0], nodeIds),
    owner,
    lowerUnits: namesLowerUnits(owner),
    task: withDue(task.join('; '), told.due, due),
    partners: told.partners ?? '',
    output: told.output ?? '',
    due,
    period: told.period ?? '',
    evidence: told.evidence ?? '',
    answers: [],
  };
}

/** A last day that was not understood stays in the words. */
const withDue = (task: string, words: string | undefined, due: string | null): string =>
  words === undefined || (due !== null && words === shortDay(due))
    ? task
    : `${task}; ${DUTY_CLAUSES.due} ${words}`;

const dueOf = (document: PlanDocument, duty: Duty): string | null =>
  document.deadlines.find(
    ({ span, report, day }) =>
      day !== null &&
      !report &&
      span.paragraph === duty.span.paragraph &&
      span.start >= duty.span.start &&
      span.end <= duty.span.end,
  )?.day ?? null;

function nodeNamed(
  { nodes }: PlanDocument,
  reference: NodeReference | undefined,
  nodeIds: readonly string[],
): string | null {
  if (reference === undefined) return null;
  const { projectNumber, subProjectNumber } = reference;
  const at = nodes.findIndex((node) =>
    subProjectNumber === null
      ? node.kind === 'project' && node.number === projectNumber
      : node.kind === 'sub-project' &&
        node.number === subProjectNumber &&
        node.projectNumber === projectNumber,
  );
  return at < 0 ? null : (nodeIds[at] ?? null);
}

function reportOf(document: PlanDocument, deadline: Deadline): Omit<PlanReportDeadline, 'id'> {
  const paragraph = document.paragraphs[deadline.span.paragraph];
  const before = paragraph?.text.slice(0, deadline.span.start) ?? '';
  const named = /^(?:[-+]\s*)?([^:;.]{3,160}):\s*báo cáo/u.exec(before)?.[1];
  const duty = document.duties.find(({ span }) => span.paragraph === deadline.span.paragraph);
  const who = named ?? duty?.owner?.text ?? '';
  return {
    kind: deadline.kind,
    who,
    lowerUnits: namesLowerUnits(who),
    recipient: deadline.recipient ?? '',
    day: deadline.day,
    dayOfMonth: deadline.dayOfMonth,
  };
}
