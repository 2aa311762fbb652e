import { useEffect, useState, useSyncExternalStore } from 'react';
import { Glyph } from './glyph.tsx';
import styles from './toasts.module.css';

interface Toast {
  readonly text: string;
  readonly kind?: 'done' | 'error';
  /** One way back or on, e.g. undoing what was just done. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface ShownToast extends Toast {
  readonly id: number;
}

const SHOWN_MS = 5_000;
/** Long enough to read it and to reach the button. */
const SHOWN_WITH_ACTION_MS = 10_000;
const MOST_AT_ONCE = 3;

let shown: readonly ShownToast[] = [];
let made = 0;
const listeners = new Set<() => void>();

function change(next: readonly ShownToast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says that something is done, at the foot of the page and to screen readers; it goes by itself. */
export function showToast(toast: Toast): void {
  made += 1;
  change([...shown, { ...toast, id: made }].slice(-MOST_AT_ONCE));
}

const hide = (id: number): void => change(shown.filter((toast) => toast.id !== id));

/** Where toasts appear; once, in the shell. */
export function Toasts({ closeLabel }: { readonly closeLabel: string }) {
  const toasts = useSyncExternalStore(subscribe, () => shown);
  return (
    <div className={`${styles.place} no-print`} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </div>
  );
}

function OneToast({ toast, closeLabel }: { readonly toast: ShownToast; readonly closeLabel: string }) {
  const [held, setHeld] = useState(false);
  const { id, action, kind = 'done' } = toast;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => hide(id), action === undefined ? SHOWN_MS : SHOWN_WITH_ACTION_MS);
    return () => clearTimeout(timer);
  }, [held, id, action]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it or standing in it only keeps it from going
    <div
      className={`${styles.toast} ${styles[kind]}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Glyph shape={kind === 'done' ? 'check' : 'error'} />
      <span className={styles.text}>{toast.text}</span>
      {action === undefined ? null : (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            hide(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={closeLabel} onClick={() => hide(id)}>
        <Glyph shape="cross" />
      </button>
    </div>
  );
}
