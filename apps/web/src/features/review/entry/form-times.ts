import { useCallback, useEffect, useRef } from 'react';

const KEPT_AS = 'benvung.form-times';

interface Times {
  readonly forms: number;
  readonly seconds: number;
}

function read(): Times {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? 'null');
    if (typeof kept === 'object' && kept !== null && 'forms' in kept && 'seconds' in kept)
      return { forms: Number(kept.forms), seconds: Number(kept.seconds) };
  } catch {
    // Nothing kept is nothing known.
  }
  return { forms: 0, seconds: 0 };
}

/** Longer than this is a break, not a form. */
const MOST_SECONDS = 1_200;

export function keepFormTime(seconds: number): void {
  if (seconds <= 0 || seconds > MOST_SECONDS) return;
  const { forms, seconds: before } = read();
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify({ forms: forms + 1, seconds: before + seconds }));
  } catch {
    // The pace is only shown, nothing rests on it.
  }
}

/** Seconds a form took on average since the browser was opened, when at least one was recorded. */
export function averageFormSeconds(): number | null {
  const { forms, seconds } = read();
  return forms === 0 ? null : Math.round(seconds / forms);
}

/** Seconds since the first change of this form. */
export function useFormTimer(changes: number): () => number {
  const begun = useRef<number | null>(null);
  useEffect(() => {
    if (changes > 0) begun.current ??= performance.now();
  }, [changes]);
  return useCallback(() => (begun.current === null ? 0 : (performance.now() - begun.current) / 1000), []);
}
