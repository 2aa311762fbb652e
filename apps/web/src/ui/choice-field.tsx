import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceFieldProps<Value extends string> {
  readonly id?: string;
  readonly label: ReactNode;
  /** Empty when nothing is chosen. */
  readonly value: Value | '';
  readonly choices: readonly Choice<Value>[];
  /** What stands for nothing chosen; without it there is no way back to nothing. */
  readonly nothing?: string;
  readonly onChange: (value: Value | '') => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
}

/** One of a few, by the browser's own list. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, value, choices, nothing, onChange, description, error } = props;
  const own = useId();
  const id = props.id ?? own;
  const said = [error ? `${id}-error` : '', description ? `${id}-note` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {description ? (
        <span id={`${id}-note`} className={styles.note}>
          {description}
        </span>
      ) : null}
      <select
        id={id}
        className={styles.input}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={said === '' ? undefined : said}
        onChange={(event) => onChange(event.target.value as Value | '')}
      >
        {nothing === undefined && value !== '' ? null : <option value="">{nothing ?? ''}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {error ? (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      ) : null}
    </div>
  );
}
