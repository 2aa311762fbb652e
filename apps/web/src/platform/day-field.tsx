import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { readDayText, writeDayText } from './day-text.ts';
import { useWords } from './i18n.ts';
import { platformWords } from './platform.words.ts';

interface DayFieldProps {
  readonly label: ReactNode;
  /** `YYYY-MM-DD`, `YYYY` where `yearAlone` allows it, or null. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** Also takes a year alone, as for birth dates. */
  readonly yearAlone?: boolean;
  /** The day of the system: two digits mean no later year than this. */
  readonly today: string;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly id?: string;
  readonly name?: string;
  readonly disabled?: boolean;
}

/**
 * A day as dd/mm/yyyy, typed with or without marks; read when the field is left. What cannot be a day stays as
 * it was typed, with what is wrong and a way out; `data-unread` tells a form that it may not be sent without it.
 */
export function DayField(props: DayFieldProps) {
  const { value, onChange, yearAlone = false, today, error, label, description, id, name, disabled } = props;
  const t = useWords(platformWords);
  const [text, setText] = useState(writeDayText(value));
  const given = useRef(value);
  useEffect(() => {
    if (given.current === value) return;
    given.current = value;
    setText(writeDayText(value));
  }, [value]);

  const read = readDayText(text, Number(today.slice(0, 4)));
  const [left, setLeft] = useState(false);
  const wrong = read.kind === 'wrong' || (read.kind === 'year' && !yearAlone);
  const year = read.kind === 'wrong' ? read.year : null;

  function take(next: string | null) {
    given.current = next;
    setText(writeDayText(next));
    onChange(next);
  }

  function leave() {
    setLeft(true);
    if (wrong) return onChange(null);
    take(read.kind === 'empty' ? null : (read as { value: string }).value);
  }

  const said = !left || !wrong ? error : t(yearAlone ? 'dayOrYearWrong' : 'dayWrong', { text: text.trim() });
  return (
    <div>
      <TextInput
        {...(id === undefined ? {} : { id })}
        {...(name === undefined ? {} : { name })}
        label={label}
        description={description}
        placeholder={t(yearAlone ? 'dayOrYearShape' : 'dayShape')}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        data-unread={wrong || undefined}
        error={said}
        disabled={disabled === true}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setLeft(false);
        }}
        onBlur={leave}
      />
      {left && wrong && yearAlone && year !== null ? (
        <Button variant="outline" size="xs" mt={4} onClick={() => take(year)}>
          {t('yearOnly', { year })}
        </Button>
      ) : null}
    </div>
  );
}
