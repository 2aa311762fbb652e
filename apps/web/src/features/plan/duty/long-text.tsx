import { useId } from 'react';
import field from '../../../ui/field.module.css';
import styles from './duty.module.css';

interface LongTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
}

/** Several lines of text. */
export function LongText({ label, value, onChange, error }: LongTextProps) {
  const id = useId();
  return (
    <div className={field.field}>
      <label className={field.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles.area}
        value={value}
        maxLength={2000}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
      {error === undefined ? null : (
        <span id={`${id}-error`} className={field.error}>
          {error}
        </span>
      )}
    </div>
  );
}
