import type { OfficialTable } from '@benvung/contract/report';

/** A printed line of a table: its number and name as the form shows them, then its cells. */
export interface TableLine {
  readonly number: string;
  readonly name: string;
  readonly bold: boolean;
  readonly restated: boolean;
  readonly values: OfficialTable['total'];
}

const REST_NAMES: Readonly<Record<string, string>> = {
  notAssignable: 'Chưa gán được',
  villageUnknown: 'Chưa rõ thôn',
};
const LINE_NAMES: Readonly<Record<string, string>> = { households: 'Hộ', persons: 'Nhân khẩu' };

/** The lines in the order of the form: the total first, then the units. */
export function tableLines(table: OfficialTable): TableLine[] {
  const twoLines = table.totalPersons !== undefined;
  const total: TableLine = {
    number: '',
    name: withLine('Tổng số', twoLines ? 'households' : null),
    bold: true,
    restated: false,
    values: table.total,
  };
  const lines = [total];
  if (table.totalPersons !== undefined)
    lines.push({ ...total, name: withLine('Tổng số', 'persons'), values: table.totalPersons });
  let [group, unit] = [0, 0];
  const hasGroups = table.rows.some((row) => row.kind === 'group');
  for (const row of table.rows) {
    const first = row.line !== 'persons';
    if (first && row.kind === 'group') [group, unit] = [group + 1, 0];
    else if (first) unit += 1;
    const number = row.kind === 'group' ? roman(group) : hasGroups || row.unit !== null ? String(unit) : '';
    lines.push({
      number: first ? number : '',
      name: withLine(row.unit?.name ?? REST_NAMES[row.kind ?? ''] ?? '', row.line),
      bold: row.kind === 'group',
      restated: row.kind === 'notAssignable' || row.kind === 'villageUnknown',
      values: row.values,
    });
  }
  return lines;
}

const withLine = (name: string, line: string | null): string =>
  line === null ? name : `${name} (${LINE_NAMES[line]})`;

const ROMAN = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

export function roman(value: number): string {
  let [rest, text] = [value, ''];
  for (const [sign, worth] of ROMAN)
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  return text;
}
