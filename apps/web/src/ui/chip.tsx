import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { Glyph, type GlyphShape } from './glyph.tsx';

export type ChipLook =
  | 'first'
  | 'second'
  | 'third'
  | 'fourth'
  | 'unknown'
  | 'leave'
  | 'enter'
  | 'warning'
  | 'done'
  | 'plain';

interface ChipProps {
  readonly look: ChipLook;
  readonly glyph: GlyphShape;
  /** Not final yet: dashed. */
  readonly open?: boolean;
  readonly title?: string;
  readonly children: ReactNode;
}

export function Chip({ look, glyph, open = false, title, children }: ChipProps) {
  return (
    <span className={`${styles.chip} ${styles[look]} ${open ? styles.open : ''}`} title={title}>
      <Glyph shape={glyph} size={14} />
      <span>{children}</span>
    </span>
  );
}
