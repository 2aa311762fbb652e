import { type ReactNode, useId } from 'react';
import styles from './block.module.css';

interface BlockProps {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  /** A form, which paper does not show. */
  readonly screenOnly?: boolean;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Block({ title, actions, screenOnly = false, children }: BlockProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`${styles.block} ${screenOnly ? 'no-print' : ''}`}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {actions === undefined || actions === null ? null : <span className="no-print">{actions}</span>}
      </div>
      {children}
    </section>
  );
}
