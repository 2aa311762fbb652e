import { useState } from 'react';
import { readKept, writeKept } from '../../platform/kept-text.ts';

const NAME = 'ho.cot';

const readHidden = (): readonly string[] => (readKept(NAME) ?? '').split(' ').filter(Boolean);

/** Which columns a person left out, remembered in this browser for them. */
export function useKeptColumns() {
  const [hidden, setHidden] = useState(readHidden);
  function keep(next: readonly string[]) {
    writeKept(NAME, next.length === 0 ? null : next.join(' '));
    setHidden(next);
  }
  return [hidden, keep] as const;
}
