import type { EntryView } from '@benvung/contract/review-entry';
import { useCallback, useEffect, useRef, useState } from 'react';
import { NetworkError, ProblemError } from '../../../platform/http.ts';
import { localStore } from '../../../platform/local-store.ts';
import { useWhenNetworkIsBack } from '../../../platform/network-state.ts';
import { newId } from '../../../platform/new-id.ts';
import { fetchEntry, sendDraft } from './entry.api.ts';
import { type EntryTyped, withoutBlankLines } from './entry-model.ts';

/** What is kept in this browser until the server has it. */
export interface LocalDraft {
  readonly typed: EntryTyped;
  readonly draftVersion: number;
  readonly at: string | null;
  /** The newest of several windows' copies is taken up. */
  readonly keptAt: number;
  readonly window: string;
}

export interface DraftPlace {
  readonly accountId: string;
  readonly roundId: string;
  readonly householdId: string;
  readonly villageId: number;
}

const formKey = ({ accountId, roundId, householdId }: DraftPlace): string =>
  `entry|${accountId}|${roundId}|${householdId}|`;

/** Each window keeps its own copy, so that two of them never write over each other. */
const WINDOW = newId();
const localKey = (place: DraftPlace): string => `${formKey(place)}${WINDOW}`;

export async function readLocalDraft(place: DraftPlace): Promise<LocalDraft | undefined> {
  const copies = await localStore.list<LocalDraft>(formKey(place));
  return copies.sort((one, other) => one.keptAt - other.keptAt).at(-1);
}

const keepLocally = (place: DraftPlace, draft: Omit<LocalDraft, 'keptAt' | 'window'>): Promise<void> =>
  localStore.put(localKey(place), { ...draft, keptAt: Date.now(), window: WINDOW } satisfies LocalDraft);

export type SaveState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Typed elsewhere meanwhile: a person chooses. */
  | { readonly kind: 'changed' };

const LOCAL_AFTER_MS = 150;
const SEND_AFTER_MS = 1_000;
const AGAIN_AFTER_MS = 5_000;

interface Kept {
  readonly typed: EntryTyped;
  readonly at: string | null;
  readonly missing: number;
  /** Grows with every change; 0: nothing was typed. */
  readonly changes: number;
}

/** Keeps what is typed: in this browser at once, on the server after a pause, on leaving a box and on leaving. */
export function useDraft(
  place: DraftPlace,
  kept: Kept,
  { draft, takenUp }: { readonly draft: EntryView['draft']; readonly takenUp: string | undefined },
) {
  const [state, setState] = useState<SaveState>(
    draft === null ? { kind: 'none' } : { kind: 'saved', at: draft.savedAt },
  );
  const latest = useRef(kept);
  latest.current = kept;
  const version = useRef(draft?.draftVersion ?? 0);
  const sent = useRef(0);
  const sending = useRef(false);
  /** Typed elsewhere meanwhile: nothing is sent until a person has chosen. */
  const stopped = useRef(false);
  const closed = useRef(false);

  const send = useCallback(async (): Promise<void> => {
    const { typed, at, missing, changes } = latest.current;
    if (sending.current || stopped.current || closed.current || changes === sent.current) return;
    sending.current = true;
    setState({ kind: 'saving' });
    try {
      const saved = await sendDraft(place.roundId, place.householdId, {
        villageId: place.villageId,
        draftVersion: version.current,
        content: withoutBlankLines(typed.content),
        missing,
        at,
      });
      version.current = saved.draftVersion;
      sent.current = changes;
      if (latest.current.changes === changes && Object.keys(typed.texts).length === 0)
        for (const window of [WINDOW, ...(takenUp === undefined ? [] : [takenUp])])
          await localStore.remove(`${formKey(place)}${window}`);
      setState({ kind: 'saved', at: saved.savedAt });
    } catch (error) {
      if (error instanceof NetworkError) setState({ kind: 'waiting' });
      else if (error instanceof ProblemError && error.problem.code === 'review.draft-changed') {
        stopped.current = true;
        setState({ kind: 'changed' });
      } else setState({ kind: 'failed', error });
    } finally {
      sending.current = false;
    }
  }, [place, takenUp]);

  const { changes, typed, at } = kept;
  useEffect(() => {
    if (changes === 0) return;
    const keep = setTimeout(() => {
      if (!closed.current && changes !== sent.current)
        void keepLocally(place, { typed, draftVersion: version.current, at });
    }, LOCAL_AFTER_MS);
    const later = setTimeout(() => void send(), SEND_AFTER_MS);
    return () => {
      clearTimeout(keep);
      clearTimeout(later);
    };
  }, [changes, typed, at, place, send]);

  // What was typed while an earlier text was under way, or while the line was down.
  useEffect(() => {
    if (state.kind === 'saving' || state.kind === 'none' || state.kind === 'changed') return;
    if (latest.current.changes === sent.current) return;
    const again = setTimeout(() => void send(), state.kind === 'saved' ? SEND_AFTER_MS : AGAIN_AFTER_MS);
    return () => clearTimeout(again);
  }, [state, send]);
  useWhenNetworkIsBack(() => void send());

  useEffect(() => {
    const flush = () => {
      const { typed: now, at: here, changes: count } = latest.current;
      if (count === sent.current || closed.current) return;
      void keepLocally(place, { typed: now, draftVersion: version.current, at: here });
      void send();
    };
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [place, send]);

  return {
    state,
    saveNow: send,
    /** The form is recorded, or thrown away: nothing of it is kept here any more. */
    close: useCallback(async () => {
      closed.current = true;
      await localStore.removeAll(formKey(place));
    }, [place]),
    /** Throws the draft away on the server too. */
    discard: useCallback(async () => {
      closed.current = true;
      await localStore.removeAll(formKey(place));
      const there = (await fetchEntry(place.roundId, place.householdId).catch(() => null))?.draft;
      if (there != null)
        await sendDraft(place.roundId, place.householdId, {
          villageId: place.villageId,
          draftVersion: there.draftVersion,
          content: null,
          missing: 0,
          at: null,
        });
    }, [place]),
    /** What is typed here goes over the version that was typed elsewhere. */
    keepThis: useCallback(
      (versionThere: number) => {
        version.current = versionThere;
        stopped.current = false;
        setState({ kind: 'none' });
        void send();
      },
      [send],
    ),
  };
}
