import type { PlanView } from '@benvung/contract/plan-structure';
import { mergePlans, type PlanClash, takeTheirs } from '@benvung/domain/plan/structure/merge-plans';
import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { formatTime } from '../../../platform/formats.ts';
import { useNetworkLostSince } from '../../../platform/network-state.ts';
import { newId } from '../../../platform/new-id.ts';
import { useDraft } from '../../../platform/use-draft.ts';
import { isVersionConflict, planQuery, savePlan } from './plan-structure.api.ts';

const SAVE_AFTER_MS = 1_000;
const MOST_UNDONE = 20;

/** What is typed, and what it was typed over: so that another person's changes can be told from one's own. */
interface Typed {
  readonly base: PlanContent;
  readonly content: PlanContent;
}

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
  const client = useQueryClient();
  const draft = useDraft<Typed | null>(`plan-typed.${plan.id}.${plan.number}`, () => null);
  const [content, setContent] = useState(plan.content);
  const [past, setPast] = useState<readonly PlanContent[]>([]);
  const [state, setState] = useState<PlanSaving['state']>('saved');
  const [error, setError] = useState<unknown>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [joined, setJoined] = useState<string | null>(null);
  const [clashes, setClashes] = useState<readonly PlanClash[]>([]);
  const [found, setFound] = useState(draft.restoredAt === null ? null : draft.value);
  const foundAt = useRef(draft.restoredAt);
  const version = useRef(plan.version);
  const base = useRef(plan.content);
  const newest = useRef(content);
  const unsettled = useRef<readonly PlanClash[]>([]);
  const sending = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dirty = useRef(false);

  const show = (next: PlanContent) => {
    newest.current = next;
    setContent(next);
  };
  const ask = (open: readonly PlanClash[]) => {
    unsettled.current = open;
    setClashes(open);
  };
  const took = (view: PlanView, sent: PlanContent) => {
    version.current = view.version;
    base.current = sent;
    setError(null);
    for (const number of [undefined, view.number])
      client.setQueryData(planQuery(plan.id, number).queryKey, view);
    if (newest.current !== sent) {
      draft.set(() => ({ base: sent, content: newest.current }));
      return;
    }
    dirty.current = false;
    draft.drop();
    setState('saved');
    setSavedAt(formatTime(new Date().toISOString()));
  };
  /** Joins what is typed with what the server has now. */
  const join = (view: PlanView) => {
    const merged = mergePlans(base.current, newest.current, view.content);
    version.current = view.version;
    base.current = view.content;
    show(merged.content);
    draft.set(() => ({ base: view.content, content: merged.content }));
    ask(merged.clashes);
    setJoined(view.versions.find(({ number }) => number === view.number)?.savedBy ?? '');
    if (merged.clashes.length === 0) later.current();
  };
  const failed = async (problem: unknown) => {
    setError(problem);
    setState('failed');
    if (!isVersionConflict(problem)) return;
    const view = await client.fetchQuery({ ...planQuery(plan.id), staleTime: 0 }).catch(() => null);
    // Past its draft, or another version: the page shows it anew, what was typed waits in this browser.
    if (view?.number === plan.number && view.acts.includes('save')) join(view);
  };
  const send = async (): Promise<boolean> => {
    if (sending.current !== null) await sending.current;
    if (!dirty.current) return true;
    if (unsettled.current.length > 0) return false;
    const sent = newest.current;
    setState('saving');
    const asked = { id: plan.id, version: version.current, content: sent };
    sending.current = savePlan(asked, newId()).then(
      (view) => {
        took(view, sent);
        return true;
      },
      async (problem: unknown) => {
        await failed(problem);
        return false;
      },
    );
    const done = await sending.current;
    sending.current = null;
    return done;
  };
  const sendNow = useRef(send);
  sendNow.current = send;
  const later = useRef<() => void>(() => undefined);
  later.current = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void sendNow.current(), SAVE_AFTER_MS);
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void sendNow.current();
    },
    [],
  );
  const lostSince = useNetworkLostSince();
  useEffect(() => {
    if (lostSince === null) void sendNow.current();
  }, [lostSince]);
  useEffect(() => {
    // Somebody else's saving, seen while nothing is typed here.
    if (dirty.current || plan.version <= version.current) return;
    version.current = plan.version;
    base.current = plan.content;
    newest.current = plan.content;
    setContent(plan.content);
  }, [plan.version, plan.content]);

  const put = (next: PlanContent) => {
    show(next);
    dirty.current = true;
    setState('waiting');
    draft.set(() => ({ base: base.current, content: next }));
    later.current();
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
    joined,
    clashes,
    settle: (clash, whose) => {
      ask(unsettled.current.filter((one) => one !== clash));
      put(whose === 'mine' ? newest.current : takeTheirs(newest.current, clash));
    },
    kept:
      found !== null && foundAt.current !== null
        ? {
            at: foundAt.current,
            use: () => {
              setFound(null);
              const merged = mergePlans(found.base, found.content, newest.current);
              ask(merged.clashes);
              change(merged.content);
            },
            drop: () => {
              setFound(null);
              if (!dirty.current) draft.drop();
            },
          }
        : null,
    flush: async () => {
      clearTimeout(timer.current);
      while (dirty.current) if (!(await sendNow.current())) return null;
      return version.current;
    },
  };
}
