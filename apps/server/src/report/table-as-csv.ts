import type { OfficialTable } from '@benvung/contract/report';
import papaparse from 'papaparse';
import { localNote } from './local-note.ts';
import { markText } from './mark-text.ts';
import { tableLines } from './table-lines.ts';

/**
 * A table as CSV for machines: one header row, decimal point, no thousands dots; UTF-8 with a byte order mark, so
 * that spreadsheets read the letters. The first rows carry the marks of demonstration and doubt.
 */
export function tableAsCsv(table: OfficialTable): string {
  const marks = [
    ...(table.demo ? ['DỮ LIỆU TRÌNH DIỄN'] : []),
    ...localNote(table),
    ...table.unverified.map((mark) => markText(mark)),
  ].map((mark) => [`# ${mark}`]);
  const head = [
    'TT',
    'Đơn vị',
    ...table.columns.map(({ label, groups = [] }) => [...groups, label].join(' / ')),
  ];
  const numbers = ['', '', ...table.columns.map(({ number = '' }) => number)];
  const lines = tableLines(table).map(({ number, name, values }) => [
    number,
    name,
    ...values.map((value) => value ?? ''),
  ]);
  return `\uFEFF${papaparse.unparse([...marks, head, numbers, ...lines], { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
