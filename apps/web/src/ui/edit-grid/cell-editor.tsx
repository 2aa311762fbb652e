import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Position } from '../grid/grid-position.ts';
import styles from './edit-grid.module.css';
import { isComposing } from './use-edit-grid.ts';

interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  readonly typedOver: boolean;
  readonly numeric: boolean;
  readonly hint: string | undefined;
  readonly positionAfter: (key: string, shift: boolean) => Position | null;
  /** `null`: what was typed is dropped. */
  readonly onLeave: (typed: string | null, to: Position | null) => void;
}

const LEAVING = ['Enter', 'Tab', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'];
const LEAVING_TYPED_OVER = [...LEAVING, 'ArrowLeft', 'ArrowRight'];

/** The text of one cell while it is edited. It holds its own text, so that typing draws nothing else. */
export function CellEditor({ onLeave, positionAfter, ...props }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  const [text, setText] = useState(props.text);
  const hintId = useId();
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(props.text.length, props.text.length);
  }, [props.text]);

  function leave(typed: string | null, to: Position | null): void {
    if (left.current) return;
    left.current = true;
    onLeave(typed, to);
  }

  function pressed(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.altKey || isComposing(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave(null, null);
    } else if (!event.ctrlKey && !event.metaKey && leavingKeys(props.typedOver).includes(event.key)) {
      const to = positionAfter(event.key, event.shiftKey);
      if (event.key !== 'Tab' || to !== null) event.preventDefault();
      leave(text, to);
    }
  }

  return (
    <>
      <input
        ref={input}
        className={`${styles.editor} ${props.numeric ? styles.numeric : ''}`}
        aria-label={props.label}
        aria-describedby={props.hint === undefined ? undefined : hintId}
        inputMode={props.numeric ? 'decimal' : 'text'}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={pressed}
        onBlur={() => leave(text, null)}
      />
      {props.hint === undefined ? null : (
        <span id={hintId} className={styles.hint}>
          {props.hint}
        </span>
      )}
    </>
  );
}

const leavingKeys = (typedOver: boolean): readonly string[] => (typedOver ? LEAVING_TYPED_OVER : LEAVING);
