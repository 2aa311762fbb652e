import type { PlanView } from '@benvung/contract/plan-structure';
import type { PlanClash } from '@benvung/domain/plan/structure/merge-plans';
import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { useEffect, useRef, useState } from 'react';
import { useDraft } from '../../../platform/use-draft.ts';

/** What is typed, and what it was typed over: so that another person's changes can be told from one's own. */
interface Typed {
  readonly base: PlanContent;
  readonly content: PlanContent;
}

export type TypedPlan = ReturnType<typeof useTypedPlan>;

/** What stands in the editor, over which version it was typed, and where another person wrote as well. */
export function useTypedPlan(plan: PlanView) {
  const draft = useDraft<Typed | null>(`plan-typed.${plan.id}.${plan.number}`, () => null);
  const [content, setContent] = useState(plan.content);
  const [clashes, setClashes] = useState<readonly PlanClash[]>([]);
  const version = useRef(plan.version);
  const base = useRef(plan.content);
  const newest = useRef(content);
  const unsettled = useRef<readonly PlanClash[]>([]);
  const dirty = useRef(false);
  useEffect(() => {
    // Somebody else's saving, seen while nothing is typed here.
    if (dirty.current || plan.version <= version.current) return;
    version.current = plan.version;
    base.current = plan.content;
    newest.current = plan.content;
    setContent(plan.content);
  }, [plan.version, plan.content]);
  return {
    draft,
    content,
    clashes,
    version,
    base,
    newest,
    unsettled,
    /** Something typed is not on the server yet. */
    dirty,
    show: (next: PlanContent) => {
      newest.current = next;
      setContent(next);
    },
    ask: (open: readonly PlanClash[]) => {
      unsettled.current = open;
      setClashes(open);
    },
    /** Keeps in this browser what is typed now. */
    keep: () => {
      const typed = { base: base.current, content: newest.current };
      draft.set(() => typed);
    },
  };
}
