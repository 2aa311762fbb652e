import type { OfficialTable } from '@benvung/contract/report';
import { tableAsCsv } from './table-as-csv.ts';
import { tableAsWorkbook } from './table-as-workbook.ts';

export type TableFormat = 'xlsx' | 'csv' | 'json';

const TYPES: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** A table as a file; its name says the table, the unit's code and the year, and nothing personal. */
export async function tableAsFile(
  table: OfficialTable,
  format: TableFormat,
): Promise<{ name: string; type: string; content: string | Uint8Array }> {
  const unit = table.unit.code ?? `don-vi-${table.unit.id}`;
  const map = table.map === null ? '' : `_ban-do-${table.map}`;
  const name = `bieu-${String(table.table).padStart(2, '0')}_${unit}_${table.year}${map}.${format}`;
  const content =
    format === 'xlsx'
      ? await tableAsWorkbook(table)
      : format === 'csv'
        ? tableAsCsv(table)
        : JSON.stringify(table);
  return { name, type: TYPES[format], content };
}
