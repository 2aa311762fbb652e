import type { ListPart, PlanRow } from '@benvung/domain/plan/structure/plan-structure';
import { useId, useState } from 'react';
import { DayField } from '../../../platform/day-field.tsx';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { MoneyField, NumberField } from './number-fields.tsx';
import styles from './plan-structure.module.css';
import { FIELDS, type Field, type FieldGround } from './row-parts.ts';

type Values = Readonly<Record<string, unknown>>;

interface RowFieldsProps {
  readonly part: ListPart;
  readonly row: PlanRow;
  readonly ground: FieldGround;
  readonly today: string;
  readonly onChange: (row: PlanRow) => void;
}

/** The fields of one row of a plan. */
export function RowFields({ part, row, ground, today, onChange }: RowFieldsProps) {
  const values = row as unknown as Values;
  const set = (changed: Values) => onChange({ ...values, ...changed } as unknown as PlanRow);
  return (
    <div className={styles.fields}>
      {FIELDS[part].map((field) => (
        <div key={field.key} className={field.wide === true ? styles.wide : undefined}>
          <RowField field={field} values={values} ground={ground} today={today} onChange={set} />
        </div>
      ))}
    </div>
  );
}

interface RowFieldProps {
  readonly field: Field;
  readonly values: Values;
  readonly ground: FieldGround;
  readonly today: string;
  readonly onChange: (changed: Values) => void;
}

function RowField({ field, values, ground, today, onChange }: RowFieldProps) {
  const { key, word, kind } = field;
  const label = ground.say(word);
  const value = values[key];
  switch (kind) {
    case 'area':
      return (
        <AreaField label={label} value={String(value ?? '')} onChange={(next) => onChange({ [key]: next })} />
      );
    case 'number':
      return (
        <NumberField
          label={label}
          value={value as number | null}
          nothing={key === 'value' ? 0 : null}
          within={field.within}
          onChange={(next) => onChange({ [key]: next })}
        />
      );
    case 'money':
      return (
        <MoneyField label={label} value={String(value)} onChange={(dong) => onChange({ [key]: dong })} />
      );
    case 'day':
      return (
        <DayField
          label={label}
          value={value as string | null}
          today={`${Number(today.slice(0, 4)) + 5}-12-31`}
          onChange={(next) => onChange({ [key]: next })}
        />
      );
    case 'choice':
      return (
        <ChoiceField
          label={label}
          value={String(value ?? '')}
          choices={field.choices?.(ground, String(values.id)) ?? []}
          {...(field.nothing === undefined ? {} : { nothing: ground.say(field.nothing) })}
          onChange={(next) => onChange(chosen(field, next, ground))}
        />
      );
    case 'check':
      return (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => onChange({ [key]: event.target.checked })}
          />
          {label}
        </label>
      );
    case 'table':
      return <TableField label={label} values={values} onChange={onChange} />;
    default:
      return (
        <TextField
          label={label}
          value={String(value ?? '')}
          maxLength={1_000}
          onChange={(next) => onChange({ [key]: next })}
        />
      );
  }
}

/** A node of the programme brings its label and name along. */
function chosen({ key }: Field, next: string, { programme }: FieldGround): Values {
  if (key !== 'code') return { [key]: next === '' ? null : next };
  const node = programme.find(({ code }) => code === next);
  if (node === undefined) return { code: null };
  return { code: node.code, label: node.label, ...(node.name === null ? {} : { name: node.name }) };
}

interface AreaFieldProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}

export function AreaField({ label, value, maxLength = 20_000, onChange }: AreaFieldProps) {
  const id = useId();
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles.area}
        rows={Math.min(10, Math.max(2, Math.ceil(value.length / 60) + value.split('\n').length - 1))}
        value={value}
        maxLength={maxLength}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface TableFieldProps {
  readonly label: string;
  readonly values: Values;
  readonly onChange: (changed: Values) => void;
}

/** A table as lines of cells; typed freely and read at each change. */
function TableField({ label, values, onChange }: TableFieldProps) {
  const columns = values.columns as readonly string[];
  const rows = values.rows as readonly (readonly string[])[];
  const [text, setText] = useState([columns, ...rows].map((cells) => cells.join(' | ')).join('\n'));
  const take = (next: string) => {
    setText(next);
    const [head = [], ...body] = next
      .split('\n')
      .filter((row) => row.trim() !== '')
      .map((row) => row.split('|').map((cell) => cell.trim()));
    onChange({ columns: head.length === 0 ? [''] : head, rows: body });
  };
  return <AreaField label={label} value={text} onChange={take} />;
}
