import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Glyph } from './glyph.tsx';

interface DisclosureProps {
  readonly label: string;
  readonly summary: ReactNode;
  readonly className?: string | undefined;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A small panel under its button; closes on Escape, on a click elsewhere and when focus leaves it. */
export function Disclosure({ label, summary, className, onToggle, children }: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    function close(event: Event) {
      const box = details.current;
      if (box?.open && event.target instanceof Node && !box.contains(event.target)) box.open = false;
    }
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !details.current?.open) return;
    event.stopPropagation();
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  }

  return (
    <details
      ref={details}
      className={className}
      onKeyDown={onKeyDown}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary aria-label={label}>
        {summary}
        <Glyph shape="down" />
      </summary>
      {children}
    </details>
  );
}
