import { useCallback, useEffect, useRef, useState } from 'react';
import { readKept, writeKept } from './kept-text.ts';

const KEEP_AFTER_MS = 400;
const KEPT_FOR_MS = 30 * 24 * 3_600_000;

interface Kept<Value> {
  readonly at: number;
  readonly value: Value;
}

function readDraft<Value>(name: string): Kept<Value> | null {
  try {
    const kept = JSON.parse(readKept(name) ?? 'null') as Kept<Value> | null;
    return kept === null || Date.now() - kept.at > KEPT_FOR_MS ? null : kept;
  } catch {
    return null;
  }
}

export interface Draft<Value> {
  readonly value: Value;
  readonly set: (change: (value: Value) => Value) => void;
  /** When what was found here was typed, in an earlier visit; null for a fresh start. */
  readonly restoredAt: string | null;
  /** Forgets what is kept and starts anew. */
  readonly drop: () => void;
}

/**
 * What is being typed, kept in this browser within half a second and found again on return; one per person and
 * name. `drop` when it was saved.
 */
export function useDraft<Value>(name: string, initial: () => Value): Draft<Value> {
  const draft = `draft.${name}`;
  const [found, setFound] = useState(() => readDraft<Value>(draft));
  const [value, setValue] = useState<Value>(() => found?.value ?? initial());
  const waiting = useRef<Value | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keepNow = useCallback(() => {
    clearTimeout(timer.current);
    if (waiting.current === null) return;
    writeKept(draft, JSON.stringify({ at: Date.now(), value: waiting.current }));
    waiting.current = null;
  }, [draft]);

  useEffect(() => {
    addEventListener('pagehide', keepNow);
    return () => {
      removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [keepNow]);

  const set = useCallback(
    (change: (value: Value) => Value) =>
      setValue((before) => {
        const after = change(before);
        waiting.current = after;
        clearTimeout(timer.current);
        timer.current = setTimeout(keepNow, KEEP_AFTER_MS);
        return after;
      }),
    [keepNow],
  );

  const start = useRef(initial);
  start.current = initial;
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    waiting.current = null;
    writeKept(draft, null);
    setFound(null);
    setValue(start.current());
  }, [draft]);

  return { value, set, restoredAt: found === null ? null : new Date(found.at).toISOString(), drop };
}
