import type { PlanView } from '@benvung/contract/plan-structure';
import { mergePlans, type PlanClash, takeTheirs } from '@benvung/domain/plan/structure/merge-plans';
import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { useRef, useState } from 'react';
import { type SaveState, type SendPlan, usePlanSending, useSendTiming } from './use-plan-sending.ts';
import { type TypedPlan, useTypedPlan } from './use-typed-plan.ts';

const MOST_UNDONE = 20;

export interface PlanSaving {
  readonly content: PlanContent;
  readonly change: (content: PlanContent) => void;
  readonly undo: (() => void) | null;
  readonly state: SaveState;
  readonly error: unknown;
  /** Time of day of the last saving in this visit. */
  readonly savedAt: string | null;
  /** When what is kept in this browser was typed, if it was never sent; `use` takes it, `drop` forgets it. */
  readonly kept: { readonly at: string; readonly use: () => void; readonly drop: () => void } | null;
  /** Who changed the plan meanwhile, where both wrote in different rows. */
  readonly joined: string | null;
  /** What another person wrote differently in the same rows; nothing is sent until each is chosen. */
  readonly clashes: readonly PlanClash[];
  readonly settle: (clash: PlanClash, whose: 'mine' | 'theirs') => void;
  /** Sends now what waits; the plan's version on the server, null when something could not be sent. */
  readonly flush: () => Promise<number | null>;
}

/** What is typed in a plan: in this browser at once, on the server after a pause of a second and on leaving. */
export function usePlanSaving(plan: PlanView): PlanSaving {
  const typed = useTypedPlan(plan);
  const sendNow = useRef<SendPlan>(async () => true);
  const { later, stop } = useSendTiming(sendNow);
  const { send, waits, ...shown } = usePlanSending(plan, typed, later);
  sendNow.current = send;
  const put = (next: PlanContent) => {
    typed.show(next);
    typed.dirty.current = true;
    waits();
    typed.keep();
    later();
  };
  const { change, undo } = useUndo(typed.content, put);
  return {
    ...shown,
    content: typed.content,
    clashes: typed.clashes,
    change,
    undo,
    settle: (clash, whose) => {
      typed.ask(typed.unsettled.current.filter((one) => one !== clash));
      const now = typed.newest.current;
      put(whose === 'mine' ? now : takeTheirs(now, clash));
    },
    kept: useKeptTyped(typed, change),
    flush: async () => {
      stop();
      while (typed.dirty.current) if (!(await sendNow.current())) return null;
      return typed.version.current;
    },
  };
}

/** Each change can be taken back, the last first. */
function useUndo(content: PlanContent, put: (next: PlanContent) => void) {
  const [past, setPast] = useState<readonly PlanContent[]>([]);
  const change = (next: PlanContent) => {
    setPast((before) => [...before.slice(1 - MOST_UNDONE), content]);
    put(next);
  };
  const last = past.at(-1);
  const undo =
    last === undefined
      ? null
      : () => {
          setPast((before) => before.slice(0, -1));
          put(last);
        };
  return { change, undo };
}

/** What an earlier visit left unsent, until it is used or dropped. */
function useKeptTyped(typed: TypedPlan, change: (content: PlanContent) => void): PlanSaving['kept'] {
  const { draft } = typed;
  const [found, setFound] = useState(draft.restoredAt === null ? null : draft.value);
  const foundAt = useRef(draft.restoredAt);
  if (found === null || foundAt.current === null) return null;
  return {
    at: foundAt.current,
    use: () => {
      setFound(null);
      const merged = mergePlans(found.base, found.content, typed.newest.current);
      typed.ask(merged.clashes);
      change(merged.content);
    },
    drop: () => {
      setFound(null);
      if (!typed.dirty.current) draft.drop();
    },
  };
}
