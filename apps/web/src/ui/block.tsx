import { type ReactNode, useId } from 'react';
import styles from './block.module.css';

interface BlockProps {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Block({ title, actions, children }: BlockProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.block}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {actions === undefined || actions === null ? null : <span className="no-print">{actions}</span>}
      </div>
      {children}
    </section>
  );
}
