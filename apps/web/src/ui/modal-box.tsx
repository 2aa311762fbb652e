import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './modal-box.module.css';

interface ModalBoxProps {
  readonly title: string;
  /** Without it the box cannot be closed by Escape. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/** The browser's own dialog: focus stays inside, the page behind is inert. */
export function ModalBox({ title, onClose, children }: ModalBoxProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const box = dialog.current;
    const opener = document.activeElement;
    if (box !== null && !box.open) box.showModal();
    // a dialog that is taken away, not closed, leaves the keyboard nowhere
    return () => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.box}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
