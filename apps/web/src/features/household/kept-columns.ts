import { useState } from 'react';
import { readKept, writeKept } from '../../platform/kept-text.ts';

const NAME = 'ho.cot';

function readHidden(): Record<string, boolean> {
  const hidden = (readKept(NAME) ?? '').split(' ').filter(Boolean);
  return Object.fromEntries(hidden.map((column) => [column, false]));
}

/** Which columns a person left out, remembered in this browser for them. */
export function useKeptColumns() {
  const [visibility, setVisibility] = useState<Record<string, boolean>>(readHidden);
  function keep(next: Record<string, boolean>) {
    const hidden = Object.keys(next).filter((column) => next[column] === false);
    writeKept(NAME, hidden.length === 0 ? null : hidden.join(' '));
    setVisibility(next);
  }
  return [visibility, keep] as const;
}
