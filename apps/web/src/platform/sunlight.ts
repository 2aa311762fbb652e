import { useSyncExternalStore } from 'react';

const STORED_AS = 'benvung.sunlight';
const listeners = new Set<() => void>();
let chosen: boolean | null = readStored();

/** What was chosen on this machine; null where nobody chose, and the system's wish for contrast decides. */
function readStored(): boolean | null {
  try {
    const kept = globalThis.localStorage?.getItem(STORED_AS) ?? null;
    return kept === null ? null : kept === 'on';
  } catch {
    return null;
  }
}

const wantsContrast = (): boolean => globalThis.matchMedia?.('(prefers-contrast: more)').matches ?? false;
const isOn = (): boolean => chosen ?? wantsContrast();

/** Puts the look on the page; called once at the start and after each change. */
export function applySunlight(): void {
  document.documentElement.toggleAttribute('data-sunlight', isOn());
}

/** "Ngoài nắng": for everyone at this machine, since the light is. */
export function setSunlight(on: boolean): void {
  chosen = on;
  try {
    localStorage.setItem(STORED_AS, on ? 'on' : 'off');
  } catch {
    // Kept by this page alone then.
  }
  applySunlight();
  for (const listener of listeners) listener();
}

export const useSunlight = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isOn);
