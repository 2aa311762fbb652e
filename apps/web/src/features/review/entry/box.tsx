import { memo } from 'react';
import { Glyph } from '../../../ui/glyph.tsx';
import styles from './entry.module.css';

interface BoxProps {
  /** Where it stands in the form; the form listens for all its boxes. */
  readonly boxKey: string;
  readonly label: string;
  readonly typed: string;
  readonly words: string;
  readonly skipped: boolean;
  /** Why it is to be looked at. */
  readonly look: 'refused' | 'error' | 'warning' | 'unknown' | null;
  readonly numeric: boolean;
  readonly size: 'cell' | 'short' | 'long';
}

export const HINT_ID = 'entry-hint';
const listenedAbove = () => undefined;

/** One box of the form. Everything in it is plain, so that typing in one box draws no other. */
export const Box = memo(function Box({
  boxKey,
  label,
  typed,
  words,
  skipped,
  look,
  numeric,
  size,
}: BoxProps) {
  const className = [
    styles.box,
    styles[size],
    skipped ? styles.skipped : '',
    look === null ? '' : styles[look],
    numeric ? styles.number : '',
  ].join(' ');
  return (
    <>
      <input
        data-key={boxKey}
        className={className}
        aria-label={label}
        aria-describedby={HINT_ID}
        {...(look === 'refused' ? { 'aria-invalid': true } : {})}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={listenedAbove}
      />
      {size === 'cell' ? null : (
        <span className={styles.words}>
          {look === 'error' || look === 'refused' ? <Glyph shape="error" size={12} /> : null}
          {look === 'warning' ? <Glyph shape="warning" size={12} /> : null}
          {words}
        </span>
      )}
    </>
  );
});
