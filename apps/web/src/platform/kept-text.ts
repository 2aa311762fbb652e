import { keptAs } from './account-in-use.ts';

/** What is kept in this browser for the person signed in; a browser that keeps nothing answers null. */
export function readKept(name: string): string | null {
  const key = keptAs(name);
  try {
    return key === null ? null : localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text, or with null takes it away; false where the browser refuses. */
export function writeKept(name: string, text: string | null): boolean {
  const key = keptAs(name);
  if (key === null) return false;
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
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
