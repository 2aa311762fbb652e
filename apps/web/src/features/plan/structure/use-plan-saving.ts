import type { PlanView } from '@benvung/contract/plan-structure';
import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { formatInstant } from '../../../platform/formats.ts';
import { newId } from '../../../platform/new-id.ts';
import { useDraft } from '../../../platform/use-draft.ts';
import { planQuery, savePlan } from './plan-structure.api.ts';

const SAVE_AFTER_MS = 1_000;
const MOST_UNDONE = 20;

export interface PlanSaving {
  readonly content: PlanContent;
  readonly change: (content: PlanContent) => void;
  readonly undo: (() => void) | null;
  readonly state: 'saved' | 'waiting' | 'saving' | 'failed';
  readonly error: unknown;
  /** Time of day of the last saving in this visit. */
  readonly savedAt: string | null;
  /** When what is kept in this browser was typed, if it was never sent; `use` takes it, `drop` forgets it. */
  readonly kept: { readonly at: string; readonly use: () => void; readonly drop: () => void } | null;
  /** Sends now what waits; true when all is kept on the server. */
  readonly flush: () => Promise<boolean>;
}

/** What is typed in a plan: in this browser at once, on the server after a pause of a second. */
export function usePlanSaving(plan: PlanView, mayTake: boolean): PlanSaving {
  const client = useQueryClient();
  const draft = useDraft<PlanContent | null>(`plan.${plan.id}.${plan.number}`, () => null);
  const [content, setContent] = useState(plan.content);
  const [past, setPast] = useState<readonly PlanContent[]>([]);
  const [state, setState] = useState<PlanSaving['state']>('saved');
  const [error, setError] = useState<unknown>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [restorable, setRestorable] = useState(draft.restoredAt !== null && draft.value !== null);
  const version = useRef(plan.version);
  const newest = useRef(content);
  const sending = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dirty = useRef(false);

  const send = async (): Promise<boolean> => {
    if (sending.current !== null) await sending.current;
    if (!dirty.current) return true;
    const sent = newest.current;
    setState('saving');
    const work = savePlan({ id: plan.id, version: version.current, content: sent }, newId()).then(
      (view) => {
        version.current = view.version;
        client.setQueryData(planQuery(plan.id).queryKey, view);
        if (newest.current === sent) {
          dirty.current = false;
          draft.drop();
          setState('saved');
          setSavedAt(formatInstant(new Date().toISOString()));
        }
        setError(null);
        return true;
      },
      (problem: unknown) => {
        setError(problem);
        setState('failed');
        return false;
      },
    );
    sending.current = work;
    const done = await work;
    sending.current = null;
    return done;
  };
  const later = useRef(send);
  later.current = send;
  useEffect(() => () => clearTimeout(timer.current), []);

  const put = (next: PlanContent) => {
    newest.current = next;
    dirty.current = true;
    setContent(next);
    setState('waiting');
    draft.set(() => next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void later.current(), SAVE_AFTER_MS);
  };
  const change = (next: PlanContent) => {
    setPast((before) => [...before.slice(1 - MOST_UNDONE), content]);
    put(next);
  };
  const last = past.at(-1);
  return {
    content,
    change,
    undo:
      last === undefined
        ? null
        : () => {
            setPast((before) => before.slice(0, -1));
            put(last);
          },
    state,
    error,
    savedAt,
    kept:
      restorable && mayTake && draft.restoredAt !== null
        ? {
            at: draft.restoredAt,
            use: () => {
              setRestorable(false);
              if (draft.value !== null) change(draft.value);
            },
            drop: () => {
              setRestorable(false);
              draft.drop();
            },
          }
        : null,
    flush: async () => {
      clearTimeout(timer.current);
      while (dirty.current) if (!(await later.current())) return false;
      return true;
    },
  };
}
