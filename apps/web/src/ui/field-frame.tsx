import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

export interface FieldWords {
  readonly id?: string | undefined;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
}

/** What ties an input to its label, note and error. */
export interface FieldTies {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

interface FieldFrameProps extends FieldWords {
  readonly children: (ties: FieldTies) => ReactNode;
}

/** The label above an input, the note under it, the error below. */
export function FieldFrame({ id: given, label, description, error, children }: FieldFrameProps) {
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
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': said === '' ? undefined : said,
      })}
      {error ? (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      ) : null}
    </div>
  );
}
