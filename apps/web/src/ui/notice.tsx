import type { ReactNode } from 'react';
import { Glyph, type GlyphShape } from './glyph.tsx';
import styles from './notice.module.css';

const GLYPH = {
  error: 'error',
  warning: 'warning',
  done: 'check',
  note: 'note',
  empty: 'note',
} as const satisfies Record<string, GlyphShape>;

interface NoticeProps {
  readonly kind: keyof typeof GLYPH;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons: the way out. */
  readonly actions?: ReactNode;
}

/** Something the reader must know, in the flow of the page: what, where, what to do. */
export function Notice({ kind, title, children, actions }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={kind === 'error' ? 'alert' : undefined}>
      <Glyph shape={GLYPH[kind]} />
      <div className={styles.body}>
        {title === undefined ? null : <p className={styles.title}>{title}</p>}
        {children}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
