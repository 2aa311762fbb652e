import type { ReactElement } from 'react';

/** Our own marks: the font lacks them, and shape carries what colour says. Always beside a word. */
const SHAPES = {
  full: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  half: (
    <>
      <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2.75a5.25 5.25 0 0 0 0 10.5z" fill="currentColor" />
    </>
  ),
  quarter: (
    <>
      <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 8V2.75A5.25 5.25 0 0 1 13.25 8z" fill="currentColor" />
    </>
  ),
  ring: <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  question: (
    <path
      d="M5.4 6.1A2.7 2.7 0 0 1 8 3.6c1.6 0 2.7 1 2.7 2.4 0 2-2.6 2-2.6 4M8 12.6v.1"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
    />
  ),
  error: <rect x="3" y="3" width="10" height="10" fill="currentColor" />,
  warning: <path d="M8 2.5 14.3 13.5H1.7z" fill="currentColor" />,
  check: (
    <path
      d="m3 8.5 3.4 3.4L13 4.8"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  cross: (
    <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  ),
  note: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 7.4v3.4M8 5.1v.1" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  diamond: (
    <>
      <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 5 11 8l-3 3-3-3z" fill="currentColor" />
    </>
  ),
  bell: (
    <path
      d="M8 2a4 4 0 0 0-4 4v3l-1.4 2.2h10.8L12 9V6a4 4 0 0 0-4-4ZM6.6 13.4a1.5 1.5 0 0 0 2.8 0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  ),
  search: (
    <path
      d="M11.2 7a4.2 4.2 0 1 1-8.4 0 4.2 4.2 0 0 1 8.4 0Zm-1.2 3 3.6 3.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
    />
  ),
  down: <path d="m4 6 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
  right: <path d="m6 4 4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
  menu: <path d="M2 4h12M2 8h12M2 12h12" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />,
} as const satisfies Record<string, ReactElement>;

export type GlyphShape = keyof typeof SHAPES;

export function Glyph({ shape, size = 16 }: { readonly shape: GlyphShape; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none', verticalAlign: '-3px' }}
    >
      {SHAPES[shape]}
    </svg>
  );
}
