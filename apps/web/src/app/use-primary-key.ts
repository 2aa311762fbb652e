import { useEffect } from 'react';

const FIELDS = 'input, textarea, select';
/** The kit leaves the variant out where nothing else was asked for. */
const FILLED = 'button.mantine-Button-root:is(:not([data-variant]), [data-variant="filled"]):not(:disabled)';
/** Beyond these a field belongs to nothing that could be sent. */
const EDGES = 'main, aside, [role="dialog"]';

/** The filled button of what a field stands in: of its form, else of the nearest part of the page that has one. */
export function primaryButtonOf(field: Element): HTMLButtonElement | null {
  const form = field.closest('form');
  if (form !== null) return form.querySelector<HTMLButtonElement>('button[type="submit"]:not(:disabled)');
  for (let part = field.parentElement; part !== null; part = part.parentElement) {
    const button = part.querySelector<HTMLButtonElement>(FILLED);
    if (button !== null) return button;
    if (part.matches(EDGES)) return null;
  }
  return null;
}

/** Ctrl+Enter from a field does the primary act of its form, unless the form has a meaning of its own for the keys. */
export function usePrimaryKey(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      if (event.isComposing || event.defaultPrevented || event.repeat) return;
      if (!(event.target instanceof HTMLElement) || !event.target.matches(FIELDS)) return;
      const button = primaryButtonOf(event.target);
      if (button === null) return;
      event.preventDefault();
      // a day is read when its field is left; what it read is there in the next turn
      button.focus();
      setTimeout(() => button.click());
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
