import type { ReactNode } from 'react';

interface TableBoxProps {
  /** What the table in it is called. */
  readonly label: string;
  readonly className: string | undefined;
  /** Too wide for an upright sheet. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The box a table too wide for the page scrolls in, sideways; reached by keys, so that they can scroll it. */
export function TableBox({ label, className, wide = false, children }: TableBoxProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and a section would be a landmark of its own
    <div
      role="group"
      aria-label={label}
      className={className}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reached by keys
      tabIndex={0}
      {...(wide ? { 'data-paper': 'landscape' } : {})}
    >
      {children}
    </div>
  );
}
