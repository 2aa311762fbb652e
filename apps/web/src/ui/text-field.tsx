import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface TextFieldProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'maxLength' | 'inputMode' | 'placeholder' | 'autoFocus' | 'onBlur' | 'list'
  > {
  readonly id?: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
}

/** A line of text; nothing is completed or corrected by the browser. */
export function TextField({
  id: given,
  label,
  value,
  onChange,
  description,
  error,
  ...rest
}: TextFieldProps) {
  const own = useId();
  const id = given ?? own;
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
      <input
        {...rest}
        id={id}
        className={styles.input}
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={said === '' ? undefined : said}
        onChange={(event) => onChange(event.target.value)}
      />
      {error ? (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      ) : null}
    </div>
  );
}
