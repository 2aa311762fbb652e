import type { SessionView } from '@benvung/contract/access';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { closeSession, sessionQuery } from '../features/access/access.api.ts';

/** A shared machine that nobody touches for so long belongs to nobody. */
const IDLE_MS = 15 * 60_000;
const LOOK_MS = 15_000;
const SEEN_AT = 'benvung.seen-at';
/** Which session was locked, by the beginning of its token. */
const LOCKED = 'benvung.locked';
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** What all pages of this browser know; in a browser that keeps nothing each page counts for itself. */
function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Kept by this page alone then.
  }
}

function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

const markOf = (session: SessionView): string => session.csrfToken.slice(0, 8);

export interface Lock {
  readonly locked: boolean;
  readonly lock: () => void;
  readonly unlock: () => void;
}

/**
 * Locks after a quarter of an hour without a touch, or at once. The session ends on the server, so that loading the
 * page again shows nothing; what is open and typed stays under the sign-in box. Without a network the page is locked all
 * the same, also when it is loaded again, and the session ends as soon as the server is reached.
 */
export function useLock(session: SessionView | null): Lock {
  const [locked, setLocked] = useState(() => kept(LOCKED) !== null);
  const mark = session === null ? null : markOf(session);
  const lock = useCallback(() => {
    keep(LOCKED, mark ?? 'nobody');
    setLocked(true);
  }, [mark]);
  const unlock = useCallback(() => {
    keep(LOCKED, null);
    setLocked(false);
  }, []);

  // A session begun after the lock, here or on another page of this browser, opens every page.
  useEffect(() => {
    if (locked && mark !== null && kept(LOCKED) !== mark) unlock();
  }, [locked, mark, unlock]);

  useLockWhenIdle(mark !== null && !locked, lock, setLocked);
  useEndOfSession(locked && (mark === null || kept(LOCKED) === mark));
  return { locked, lock, unlock };
}

function useLockWhenIdle(on: boolean, lock: () => void, setLocked: (locked: boolean) => void): void {
  useEffect(() => {
    if (!on) return;
    let seen = Date.now();
    let told = seen;
    keep(SEEN_AT, String(seen));
    const note = () => {
      seen = Date.now();
      if (seen - told < LOOK_MS) return;
      told = seen;
      keep(SEEN_AT, String(seen));
    };
    const look = () => {
      const last = Math.max(seen, Number(kept(SEEN_AT) ?? 0));
      if (Date.now() - last >= IDLE_MS) lock();
    };
    const elsewhere = (event: StorageEvent) => {
      if (event.key === LOCKED && event.newValue !== null) setLocked(true);
    };
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, note, { passive: true });
    addEventListener('storage', elsewhere);
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, LOOK_MS);
    return () => {
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, note);
      removeEventListener('storage', elsewhere);
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [on, lock, setLocked]);
}

/** Ends the locked session on the server, however often the network fails; sees who signed in on another page. */
function useEndOfSession(locked: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!locked) return;
    let over = false;
    const end = () => {
      if (over) return;
      closeSession().then(
        () => {
          over = true;
        },
        () => undefined,
      );
    };
    const lookAgain = () => {
      if (over) void client.refetchQueries({ queryKey: sessionQuery.queryKey });
    };
    end();
    const timer = setInterval(end, LOOK_MS);
    addEventListener('focus', lookAgain);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', lookAgain);
    };
  }, [locked, client]);
}
