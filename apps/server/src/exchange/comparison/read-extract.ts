import { type ColumnMap, findHeader, mapColumns, type SourceRow } from '@benvung/domain/exchange/column-map';
import type { ComparedPerson } from '@benvung/domain/exchange/compare-people';
import type { ColumnKey } from '@benvung/domain/exchange/exchange-columns';
import { cellAddress } from '@benvung/domain/exchange/exchange-issue';
import { sexWords } from '@benvung/domain/exchange/exchange-words';
import { readBirthDate, tidyText } from '@benvung/domain/exchange/read-cell';
import { plainIdentityNumber } from '@benvung/domain/household/identity-number';
import { FileRefusal } from '../files/file-refusal.ts';
import { openListFile, PLAIN_READING } from '../read-list-file.ts';

/** A person of the extract, where their row stands and the address it gives. */
export interface ExtractPerson extends ComparedPerson {
  readonly at: string;
  readonly address: string | null;
}

const HEADER_ROWS = 20;

/** The people of an extract of the population database: number, name, birth, sex, address. @throws FileRefusal */
export async function readExtract(
  path: string,
  between: (rows: number) => Promise<void>,
): Promise<ExtractPerson[]> {
  const people: ExtractPerson[] = [];
  let rows = 0;
  let understood = false;
  for (const sheet of (await openListFile(path, PLAIN_READING)).sheets) {
    const read = makeSheetReader((person) => people.push(person));
    for await (const some of sheet.rows()) {
      for (const row of some) read.row(row);
      rows += some.length;
      await between(rows);
    }
    understood = read.end() || understood;
  }
  if (!understood) throw new FileRefusal('exchange.no-header');
  return people;
}

function makeSheetReader(take: (person: ExtractPerson) => void) {
  let waiting: SourceRow[] | null = [];
  let map: ColumnMap | null = null;
  const begin = () => {
    const rows = waiting ?? [];
    waiting = null;
    const found = findHeader(rows, []);
    if (found === undefined) return;
    const columns = mapColumns(found.header, []);
    if (!columns.columns.has('fullName') && !columns.columns.has('headName')) return;
    map = columns;
    for (const row of rows.slice(found.last + 1)) read(row);
  };
  const read = (row: SourceRow) => {
    const person = map === null ? null : personOf(row, map);
    if (person !== null) take(person);
  };
  return {
    row: (row: SourceRow) => {
      if (waiting === null) return read(row);
      waiting.push(row);
      if (waiting.length >= HEADER_ROWS) begin();
    },
    end: (): boolean => {
      if (waiting !== null) begin();
      return map !== null;
    },
  };
}

function personOf(row: SourceRow, { columns }: ColumnMap): ExtractPerson | null {
  const cell = (key: ColumnKey): string => {
    const column = columns.get(key);
    return column === undefined ? '' : tidyText(row.cells[column] ?? '');
  };
  const fullName = cell('fullName') || cell('headName');
  if (!/\p{L}/u.test(fullName)) return null;
  const birth = cell('birthDate') || cell('birthYearMale') || cell('birthYearFemale');
  const reading = birth === '' ? null : readBirthDate(birth);
  const number = cell('identityNumber');
  const at = cellAddress(row);
  return {
    key: at,
    at,
    fullName,
    birthDate: reading !== null && 'value' in reading ? reading.value : null,
    sex: cell('sex') === '' ? null : (sexWords.find(cell('sex')) ?? null),
    identityNumber: number === '' ? null : plainIdentityNumber(number),
    address: cell('address') || cell('village') || null,
  };
}
