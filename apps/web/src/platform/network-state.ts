import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Since when the server cannot be reached (an instant), or null. Requests report here; a bar shows it. */
let lostSince: string | null = null;
const listeners = new Set<() => void>();

function set(next: string | null): void {
  if (next === lostSince) return;
  lostSince = next;
  for (const listener of listeners) listener();
}

export function reportNetworkLost(): void {
  if (lostSince === null) set(new Date().toISOString());
}

export function reportNetworkBack(): void {
  set(null);
}

export const getNetworkLostSince = (): string | null => lostSince;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useNetworkLostSince = (): string | null => useSyncExternalStore(subscribe, getNetworkLostSince);

/** Asks the server for a sign of life and reports what came of it. */
export async function lookForServer(): Promise<boolean> {
  try {
    const response = await fetch('/healthz', { cache: 'no-store' });
    if (response.ok) reportNetworkBack();
    return response.ok;
  } catch {
    reportNetworkLost();
    return false;
  }
}

/** Runs once each time the server is reached again. */
export function useWhenNetworkIsBack(act: () => void): void {
  const since = useNetworkLostSince();
  const wasLost = useRef(false);
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (since === null && wasLost.current) latest.current();
    wasLost.current = since !== null;
  }, [since]);
}
