import { type ReactNode, useEffect, useRef } from 'react';

interface PageHeadingProps {
  readonly children: ReactNode;
  /** The browser's title, when the heading is not plain text; never a person's name. */
  readonly title?: string;
}

let first = true;

/** The page's one h1. After a change of page it takes the focus, so that keyboards and readers start there. */
export function PageHeading({ children, title }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = title ?? (typeof children === 'string' ? children : null);
  useEffect(() => {
    document.title = name === null ? 'Bền Vững' : `${name} · Bền Vững`;
  }, [name]);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
