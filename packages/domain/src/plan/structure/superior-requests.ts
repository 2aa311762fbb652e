import type { Text } from '../../shared/text.ts';
import { fullLabel, type PlanContent } from './plan-structure.ts';
import { deadlineSentence, targetSentence } from './plan-words.ts';

/** One thing a superior's plan asks of the units below it. */
export interface Asked {
  /** Id of the superior's row. */
  readonly id: string;
  readonly part: 'targets' | 'nodes' | 'duties' | 'deadlines';
  readonly words: string;
  /** How the subordinate's plan stands to it. */
  readonly answer:
    | { readonly kind: 'answered'; readonly by: readonly string[] }
    | { readonly kind: 'leftOut'; readonly reason: string }
    | { readonly kind: 'missing' };
}

export const ANSWER_WORDS: Readonly<Record<Asked['answer']['kind'], Text>> = {
  answered: { vi: 'đã có trong kế hoạch', en: 'in the plan' },
  leftOut: { vi: 'không đưa vào, có lý do', en: 'left out with a reason' },
  missing: { vi: 'chưa có', en: 'missing' },
};

/**
 * What the superior asked, and where the subordinate answers it: a target by its indicator or words, a node by its
 * code, a duty by the rows that name it, a report by its kind and a day no later. The superior's own offices' duties ask
 * nothing of the units below.
 */
export function listAsked(superior: PlanContent, own: PlanContent): readonly Asked[] {
  return [
    ...superior.targets
      .filter(({ indicator }) => indicator !== null)
      .map((target) =>
        asked(own, 'targets', target.id, targetSentence(target), (each) =>
          each.targets.filter(({ indicator }) => indicator === target.indicator),
        ),
      ),
    ...superior.nodes
      .filter((node) => node.code !== null && !superior.nodes.some(({ parent }) => parent === node.id))
      .map((node) =>
        asked(own, 'nodes', node.id, `${fullLabel(superior.nodes, node)}: ${node.name}`, (each) =>
          each.nodes.filter(({ code }) => code === node.code),
        ),
      ),
    ...superior.duties
      .filter(({ lowerUnits }) => lowerUnits)
      .map((duty) =>
        asked(own, 'duties', duty.id, duty.task, (each) =>
          each.duties.filter(({ answers }) => answers.includes(duty.id)),
        ),
      ),
    ...superior.deadlines
      .filter(({ lowerUnits }) => lowerUnits)
      .map((deadline) =>
        asked(own, 'deadlines', deadline.id, deadlineSentence(deadline), (each) =>
          each.deadlines.filter(
            (one) =>
              one.kind === deadline.kind &&
              (deadline.day === null ? one.day === null : one.day !== null && one.day <= deadline.day),
          ),
        ),
      ),
  ];
}

function asked(
  own: PlanContent,
  part: Asked['part'],
  id: string,
  words: string,
  find: (content: PlanContent) => readonly { readonly id: string }[],
): Asked {
  const by = find(own).map((row) => row.id);
  if (by.length > 0) return { id, part, words, answer: { kind: 'answered', by } };
  const reason = own.leftOut.find((each) => each.asked === id)?.reason;
  return {
    id,
    part,
    words,
    answer: reason === undefined ? { kind: 'missing' } : { kind: 'leftOut', reason },
  };
}
