import styles from './field.module.css';
import { FieldFrame, type FieldWords } from './field-frame.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceFieldProps<Value extends string> extends FieldWords {
  /** Empty when nothing is chosen. */
  readonly value: Value | '';
  readonly choices: readonly Choice<Value>[];
  /** What stands for nothing chosen; without it there is no way back to nothing. */
  readonly nothing?: string;
  readonly onChange: (value: Value | '') => void;
}

/** One of a few, by the browser's own list. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { value, choices, nothing, onChange, ...words } = props;
  return (
    <FieldFrame {...words}>
      {(ties) => (
        <select
          {...ties}
          className={styles.input}
          value={value}
          onChange={(event) => onChange(event.target.value as Value | '')}
        >
          {nothing === undefined && value !== '' ? null : <option value="">{nothing ?? ''}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
