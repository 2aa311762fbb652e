import { type KeyboardEvent, useState } from 'react';
import styles from './field.module.css';
import { FieldFrame, type FieldTies, type FieldWords } from './field-frame.tsx';

export interface ComboboxOption {
  readonly key: string;
  readonly label: string;
  /** Tells namesakes apart. */
  readonly beside?: string;
}

interface ComboboxFieldProps extends FieldWords {
  /** What is typed, or the name of what is chosen. */
  readonly text: string;
  readonly options: readonly ComboboxOption[];
  readonly onText: (text: string) => void;
  readonly onPick: (option: ComboboxOption) => void;
  /** Said in the list when nothing fits. */
  readonly empty: string;
  readonly placeholder?: string;
}

/** Type a part, choose with arrows and Enter; suggestions open below and never complete inline. */
export function ComboboxField({ id, label, description, error, ...rest }: ComboboxFieldProps) {
  return (
    <FieldFrame id={id} label={label} description={description} error={error}>
      {(ties) => <Combobox {...rest} label={label} ties={ties} />}
    </FieldFrame>
  );
}

interface ComboboxProps extends Omit<ComboboxFieldProps, 'id' | 'description' | 'error'> {
  readonly ties: FieldTies;
}

function Combobox({ label, text, options, onText, onPick, empty, placeholder, ties }: ComboboxProps) {
  const { id } = ties;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const current = Math.min(at, options.length - 1);

  function pick(option: ComboboxOption | undefined) {
    if (option === undefined) return;
    setOpen(false);
    onPick(option);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown') {
      setAt(open ? Math.min(current + 1, options.length - 1) : 0);
      setOpen(true);
    } else if (event.key === 'ArrowUp' && open) setAt(Math.max(current - 1, 0));
    else if (event.key === 'Enter' && open && current >= 0) pick(options[current]);
    else if (event.key === 'Escape' && open) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.combobox}>
      <input
        {...ties}
        className={styles.input}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && current >= 0 ? `${id}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <div
        className={styles.list}
        role="listbox"
        id={`${id}-list`}
        aria-label={typeof label === 'string' ? label : undefined}
        hidden={!open}
      >
        {open && options.length === 0 ? (
          <div
            className={styles.empty}
            role="option"
            aria-selected={false}
            aria-disabled="true"
            tabIndex={-1}
          >
            {empty}
          </div>
        ) : null}
        {open
          ? options.map((option, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus, as a combobox does
              <div
                key={option.key}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === current}
                className={styles.option}
                onPointerDown={(event) => {
                  event.preventDefault();
                  pick(option);
                }}
              >
                <span>{option.label}</span>
                {option.beside === undefined ? null : <span className={styles.beside}>{option.beside}</span>}
              </div>
            ))
          : null}
      </div>
    </div>
  );
}
