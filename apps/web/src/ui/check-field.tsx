import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface CheckFieldProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no: the browser's own box, its words beside it. */
export function CheckField({ label, description, checked, onChange }: CheckFieldProps) {
  const note = useId();
  return (
    <div className={styles.field}>
      <label className={styles.checkLine}>
        <input
          type="checkbox"
          className={styles.check}
          checked={checked}
          aria-describedby={description === undefined ? undefined : note}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {description === undefined ? null : (
        <span id={note} className={styles.note}>
          {description}
        </span>
      )}
    </div>
  );
}
