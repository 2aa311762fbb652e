import type { PlanView } from '@benvung/contract/plan-structure';
import { mergePlans } from '@benvung/domain/plan/structure/merge-plans';
import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { formatTime } from '../../../platform/formats.ts';
import { useNetworkLostSince } from '../../../platform/network-state.ts';
import { newId } from '../../../platform/new-id.ts';
import { isVersionConflict, planQuery, savePlan } from './plan-structure.api.ts';
import type { TypedPlan } from './use-typed-plan.ts';

const SAVE_AFTER_MS = 1_000;

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';
/** Sends what waits; false when it could not be sent. */
export type SendPlan = () => Promise<boolean>;

/** When it is sent: after a pause, when the network is back and on leaving; always by the latest `sendNow`. */
export function useSendTiming(sendNow: RefObject<SendPlan>) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void sendNow.current();
    },
    [sendNow],
  );
  const lostSince = useNetworkLostSince();
  useEffect(() => {
    if (lostSince === null) void sendNow.current();
  }, [lostSince, sendNow]);
  const stop = () => clearTimeout(timer.current);
  const later = () => {
    stop();
    timer.current = setTimeout(() => void sendNow.current(), SAVE_AFTER_MS);
  };
  return { later, stop };
}

/** What the server answers is taken up: it saved, or another person saved before. */
function useSaveAnswers(plan: PlanView, typed: TypedPlan, later: () => void) {
  const client = useQueryClient();
  const [state, setState] = useState<SaveState>('saved');
  const [error, setError] = useState<unknown>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [joined, setJoined] = useState<string | null>(null);
  const took = (view: PlanView, sent: PlanContent) => {
    typed.version.current = view.version;
    typed.base.current = sent;
    setError(null);
    for (const number of [undefined, view.number])
      client.setQueryData(planQuery(plan.id, number).queryKey, view);
    if (typed.newest.current !== sent) {
      typed.keep();
      return;
    }
    typed.dirty.current = false;
    typed.draft.drop();
    setState('saved');
    setSavedAt(formatTime(new Date().toISOString()));
  };
  /** Joins what is typed with what the server has now. */
  const join = (view: PlanView) => {
    const merged = mergePlans(typed.base.current, typed.newest.current, view.content);
    typed.version.current = view.version;
    typed.base.current = view.content;
    typed.show(merged.content);
    typed.keep();
    typed.ask(merged.clashes);
    setJoined(view.versions.find(({ number }) => number === view.number)?.savedBy ?? '');
    if (merged.clashes.length === 0) later();
  };
  const failed = async (problem: unknown) => {
    setError(problem);
    setState('failed');
    if (!isVersionConflict(problem)) return;
    const view = await client.fetchQuery({ ...planQuery(plan.id), staleTime: 0 }).catch(() => null);
    // Past its draft, or another version: the page shows it anew, what was typed waits in this browser.
    if (view?.number === plan.number && view.acts.includes('save')) join(view);
  };
  return { state, setState, error, savedAt, joined, took, failed };
}

/** Sends what is typed, one sending after the other; nothing while a clash waits for its answer. */
export function usePlanSending(plan: PlanView, typed: TypedPlan, later: () => void) {
  const { took, failed, setState, ...shown } = useSaveAnswers(plan, typed, later);
  const sending = useRef<Promise<boolean> | null>(null);
  const send: SendPlan = async () => {
    if (sending.current !== null) await sending.current;
    if (!typed.dirty.current) return true;
    if (typed.unsettled.current.length > 0) return false;
    const sent = typed.newest.current;
    setState('saving');
    const asked = { id: plan.id, version: typed.version.current, content: sent };
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
  return { ...shown, send, waits: () => setState('waiting') };
}
