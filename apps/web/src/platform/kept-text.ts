import { keptAs } from './account-in-use.ts';
import { isSealed, openText, sealText } from './sealed-text.ts';

/** What is kept in this browser for the person signed in; a browser that keeps nothing answers null. */
export function readKept(name: string): string | null {
  const key = keptAs(name);
  try {
    const kept = key === null ? null : localStorage.getItem(key);
    if (key === null || kept === null) return null;
    return openText(kept, key) ?? closeNow(kept, name);
  } catch {
    return null;
  }
}

/** A text that an earlier version left open is kept on, closed; one sealed for somebody else stays shut. */
function closeNow(kept: string, name: string): string | null {
  if (isSealed(kept) || !writeKept(name, kept)) return null;
  return kept;
}

/** Keeps a text closed, or with null takes it away; false where the browser refuses. */
export function writeKept(name: string, text: string | null): boolean {
  const key = keptAs(name);
  if (key === null) return false;
  try {
    const sealed = text === null ? null : sealText(text, key);
    if (text === null) localStorage.removeItem(key);
    else if (sealed === null) return false;
    else localStorage.setItem(key, sealed);
    return true;
  } catch {
    return false;
  }
}

/** The same for this tab alone; gone when it is closed. */
export function readKeptForTab(name: string): string | null {
  const key = keptAs(name);
  try {
    return key === null ? null : sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeKeptForTab(name: string, text: string | null): void {
  const key = keptAs(name);
  if (key === null) return;
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // A tab that keeps nothing still works.
  }
}
