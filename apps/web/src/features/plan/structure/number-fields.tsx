import { findMoney } from '@benvung/domain/plan/text/money';
import { findNumbers, readNumber } from '@benvung/domain/plan/text/number-token';
import { groupThousands, writtenNumber } from '@benvung/domain/shared/phrase';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { planStructureWords } from './plan-structure.words.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  /** What an empty field stands for. */
  readonly nothing: number | null;
  /** A whole number between two; else any number. */
  readonly within?: readonly [number, number] | undefined;
  readonly onChange: (value: number | null) => void;
}

const shown = (value: number | null, whole: boolean): string =>
  value === null ? '' : whole ? String(value) : writtenNumber(value);

/** A number as Vietnamese or English readers write it; what is none stays as typed, says so and is not taken. */
export function NumberField({ label, value, nothing, within, onChange }: NumberFieldProps) {
  const t = useWords(planStructureWords);
  const year = within !== undefined;
  const [text, setText] = useTyped(value, (given) => shown(given, year));
  const read = readTyped(text, nothing, within);
  return (
    <TextField
      label={label}
      value={text}
      inputMode={year ? 'numeric' : 'decimal'}
      maxLength={30}
      error={
        read !== undefined
          ? undefined
          : within === undefined
            ? t('noNumber', { text: text.trim() })
            : t('noWhole', { text: text.trim(), from: within[0], to: groupThousands(within[1]) })
      }
      onChange={(next) => {
        const taken = readTyped(next, nothing, within);
        setText(next, taken);
        if (taken !== undefined) onChange(taken);
      }}
    />
  );
}

function readTyped(
  typed: string,
  nothing: number | null,
  within: readonly [number, number] | undefined,
): number | null | undefined {
  const plain = typed.replace(/[\s%\u00a0]/gu, '');
  if (plain === '') return nothing;
  const read = readNumber(plain);
  if (read === undefined || within === undefined) return read?.value;
  const whole = read.places === 0 && read.value >= within[0] && read.value <= within[1];
  return whole ? read.value : undefined;
}

interface MoneyFieldProps {
  readonly label: string;
  /** Whole đồng. */
  readonly value: string;
  readonly onChange: (dong: string) => void;
}

/** An amount in đồng, or as a document writes it: `236 triệu đồng`, `1,5 tỷ`. */
export function MoneyField({ label, value, onChange }: MoneyFieldProps) {
  const t = useWords(planStructureWords);
  const [text, setText] = useTyped(value, (dong) => (dong === '0' ? '' : groupThousands(dong)));
  const read = readDong(text);
  return (
    <TextField
      label={label}
      value={text}
      maxLength={40}
      error={read === undefined ? t('noAmount', { text: text.trim() }) : undefined}
      onChange={(next) => {
        const taken = readDong(next);
        setText(next, taken);
        if (taken !== undefined) onChange(taken);
      }}
      onBlur={() => {
        if (read !== undefined) setText(read === '0' ? '' : groupThousands(read), read);
      }}
    />
  );
}

const MOST_DIGITS = 18;

function readDong(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return '0';
  const number = readNumber(text.replace(/\s/gu, ''));
  const [money] = findMoney(text, findNumbers(text));
  const written = money !== undefined && money.start === 0 && money.end === text.length;
  const dong = written ? money.dong : number?.places === 0 ? number.digits : undefined;
  return dong === undefined || String(dong).length > MOST_DIGITS ? undefined : String(dong);
}

/** The text of a field whose value may also change from outside: an undo, somebody else's saving. */
function useTyped<Value>(value: Value, write: (value: Value) => string) {
  const [text, setText] = useState(() => write(value));
  const given = useRef(value);
  const written = useRef(write);
  written.current = write;
  useEffect(() => {
    if (given.current === value) return;
    given.current = value;
    setText(written.current(value));
  }, [value]);
  const type = (next: string, taken: Value | undefined) => {
    setText(next);
    if (taken !== undefined) given.current = taken;
  };
  return [text, type] as const;
}
