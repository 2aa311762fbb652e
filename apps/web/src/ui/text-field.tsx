import type { InputHTMLAttributes } from 'react';
import styles from './field.module.css';
import { FieldFrame, type FieldWords } from './field-frame.tsx';

interface TextFieldProps
  extends FieldWords,
    Pick<
      InputHTMLAttributes<HTMLInputElement>,
      'maxLength' | 'inputMode' | 'placeholder' | 'autoFocus' | 'onBlur' | 'list'
    > {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A line of text; nothing is completed or corrected by the browser. */
export function TextField({ id, label, value, onChange, description, error, ...rest }: TextFieldProps) {
  return (
    <FieldFrame id={id} label={label} description={description} error={error}>
      {(ties) => (
        <input
          {...rest}
          {...ties}
          className={styles.input}
          value={value}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
