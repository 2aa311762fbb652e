import type { ColumnMap, SourceRow } from './column-map.ts';
import { DAMAGE_CODES, findTextDamage } from './damaged-text.ts';
import { type ColumnKey, columnLabel } from './exchange-columns.ts';
import { cellAddress, type ExchangeIssue } from './exchange-issue.ts';
import { yesNoWords } from './exchange-words.ts';
import type { ExchangeProblemCode } from './problems.ts';
import {
  type CellReading,
  readBirthDate,
  readDay,
  readMeasure,
  readWholeNumber,
  tidyText,
} from './read-cell.ts';
import type { Vocabulary } from './vocabulary.ts';

export const LONGEST_NAME = 120;
export const LONGEST_TEXT = 2000;

/** Reads the cells of rows by column; what cannot be read is an issue at its cell and `null`. */
export interface RowReader {
  has(key: ColumnKey): boolean;
  /** The tidied text of a cell, `''` when blank. */
  raw(row: SourceRow, key: ColumnKey): string;
  text(row: SourceRow, key: ColumnKey, longest?: number): string | null;
  name(row: SourceRow, key: ColumnKey): string | null;
  choice<Code extends string>(row: SourceRow, key: ColumnKey, words: Vocabulary<Code>): Code | null;
  choices<Code extends string>(row: SourceRow, key: ColumnKey, words: Vocabulary<Code>): Code[];
  yesNo(row: SourceRow, key: ColumnKey): boolean | null;
  whole(row: SourceRow, key: ColumnKey, most: number): number | null;
  measure(row: SourceRow, key: ColumnKey, most: number): number | null;
  day(row: SourceRow, key: ColumnKey): string | null;
  birthDate(row: SourceRow, key: ColumnKey): string | null;
  report(severity: ExchangeIssue['severity'], row: SourceRow, key: ColumnKey | null, problem: Reported): void;
}

interface Reported {
  readonly code: ExchangeProblemCode;
  readonly detail?: Readonly<Record<string, string | number>>;
}

const PERSON_NAMES: readonly ColumnKey[] = ['fullName', 'headName'];
/** A name has letters and is not what a spreadsheet would run. */
const CAN_BE_NAME = /^(?![=+@]).*\p{L}/u;

const TICKS = /^[✓✔☑√]$/u;
const TICK_OR_DASH: Readonly<Record<string, boolean>> = { '-': false, '–': false };

export function makeRowReader(
  map: Pick<ColumnMap, 'columns'>,
  found: (issue: ExchangeIssue) => void,
): RowReader {
  const columnOf = (key: ColumnKey) => map.columns.get(key);
  const raw = (row: SourceRow, key: ColumnKey): string => {
    const column = columnOf(key);
    const cell = column === undefined ? undefined : row.cells[column];
    return cell === undefined || cell === '' ? '' : tidyText(cell);
  };
  const report: RowReader['report'] = (severity, row, key, { code, detail }) => {
    const column = key === null ? undefined : columnOf(key);
    const value = key === null ? '' : raw(row, key);
    found({
      severity,
      at: cellAddress(row, column),
      code,
      detail: { ...(key === null ? {} : { column: columnLabel(key), value }), ...detail },
    });
  };
  const take = <Value>(row: SourceRow, key: ColumnKey, read: (text: string) => CellReading<Value>) => {
    const text = raw(row, key);
    if (text === '') return null;
    const reading = read(text);
    if ('problem' in reading) {
      report('error', row, key, { code: reading.problem, ...(reading.detail && { detail: reading.detail }) });
      return null;
    }
    if (reading.warning !== undefined) report('warning', row, key, { code: reading.warning });
    return reading.value;
  };
  const text = (row: SourceRow, key: ColumnKey, longest: number, isName: boolean): string | null => {
    const value = raw(row, key);
    if (value === '') return null;
    const damage = findTextDamage(value, isName);
    if (damage !== null) report('error', row, key, { code: DAMAGE_CODES[damage] });
    if (PERSON_NAMES.includes(key) && !CAN_BE_NAME.test(value))
      report('error', row, key, { code: 'exchange.name-not-readable' });
    if (value.length > longest)
      report('error', row, key, { code: 'exchange.text-too-long', detail: { longest } });
    return value;
  };
  const unknownWord = <Code extends string>(
    row: SourceRow,
    key: ColumnKey,
    word: string,
    words: Vocabulary<Code>,
  ) => {
    const damage = findTextDamage(word, true);
    report(
      'error',
      row,
      key,
      damage === null
        ? { code: 'exchange.word-unknown', detail: { word, words: words.labels.join(', ') } }
        : { code: DAMAGE_CODES[damage] },
    );
  };
  return {
    has: (key) => columnOf(key) !== undefined,
    raw,
    report,
    text: (row, key, longest = LONGEST_TEXT) => text(row, key, longest, false),
    name: (row, key) => text(row, key, LONGEST_NAME, true),
    choice: (row, key, words) => {
      const value = raw(row, key);
      if (value === '') return null;
      const code = words.find(value);
      if (code === undefined) unknownWord(row, key, value, words);
      return code ?? null;
    },
    choices: (row, key, words) => {
      const column = columnOf(key);
      const value = tidyText(
        (column === undefined ? '' : (row.cells[column] ?? '')).replace(/[\r\n]+/gu, ';'),
      );
      if (value === '') return [];
      const whole = words.find(value);
      if (whole !== undefined) return [whole];
      const codes: ReturnType<typeof words.find>[] = [];
      for (const part of splitList(value, words)) {
        const code = words.find(part);
        if (code === undefined) unknownWord(row, key, part, words);
        else if (!codes.includes(code)) codes.push(code);
      }
      return codes as NonNullable<(typeof codes)[number]>[];
    },
    yesNo: (row, key) => {
      const value = raw(row, key);
      if (value === '') return null;
      if (TICKS.test(value)) return true;
      const dash = TICK_OR_DASH[value];
      if (dash !== undefined) return dash;
      const answer = yesNoWords.find(value);
      if (answer === undefined) unknownWord(row, key, value, yesNoWords);
      return answer === undefined ? null : answer === 'yes';
    },
    whole: (row, key, most) => take(row, key, (value) => readWholeNumber(value, most)),
    measure: (row, key, most) => take(row, key, (value) => readMeasure(value, most)),
    day: (row, key) => take(row, key, readDay),
    birthDate: (row, key) => take(row, key, readBirthDate),
  };
}

/** Parts at semicolons and line ends; at commas too when that makes every part a known word. */
function splitList<Code extends string>(text: string, words: Vocabulary<Code>): string[] {
  const clean = (parts: string[]) =>
    parts.map((part) => part.replace(/^[-+•*\s]+/u, '').trim()).filter((part) => part !== '');
  const parts = clean(text.split(/[;|]/u));
  return parts.flatMap((part) => {
    if (words.find(part) !== undefined) return [part];
    const smaller = clean(part.split(/[,+]| và /u));
    return smaller.every((each) => words.find(each) !== undefined) ? smaller : [part];
  });
}
