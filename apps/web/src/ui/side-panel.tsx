import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Glyph } from './glyph.tsx';
import styles from './side-panel.module.css';

interface SidePanelProps {
  readonly title: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Changes when other content is shown: the focus goes to the title again. */
  readonly contentKey: string;
  readonly children: ReactNode;
}

/** A drawer at the right that leaves the page usable; Escape closes it and the focus goes back. */
export function SidePanel({ title, closeLabel, onClose, contentKey, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const cameFrom = useRef<Element | null>(null);

  useEffect(() => {
    cameFrom.current = document.activeElement;
    return () => {
      if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the content
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [contentKey]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  }

  return (
    <aside className={styles.panel} data-side-panel aria-labelledby="side-panel-title" onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <h2 id="side-panel-title" className={styles.title} tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <button type="button" className={styles.close} aria-label={closeLabel} onClick={onClose}>
          <Glyph shape="cross" />
        </button>
      </div>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}
