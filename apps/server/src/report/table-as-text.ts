import type { OfficialTable } from '@benvung/contract/report';
import { localNote } from './local-note.ts';
import { markText } from './mark-text.ts';
import { printValue } from './print-value.ts';

/** A table for a terminal: name first, figures right, marks of doubt and checks below. */
export function tableAsText(table: OfficialTable): string {
  const head = ['Đơn vị', ...table.columns.map((column) => shortNumber(column.number) ?? column.label)];
  const body = table.rows.map((row) => [
    (row.unit?.name ?? 'Chưa gán được') + (row.line === 'persons' ? ' (nhân khẩu)' : ''),
    ...row.values.map((value, at) => printValue(value, table.columns[at]?.kind)),
  ]);
  const total = ['Tổng số', ...table.total.map((value, at) => printValue(value, table.columns[at]?.kind))];
  const lines = [head, ...body, total];
  const widths = head.map((_cell, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const drawn = lines.map((line) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const map = table.map === null ? 'như lúc đó' : `trên bản đồ ngày ${table.map}`;
  return [
    `Biểu ${table.table}. ${table.title}`,
    `${table.unit.name}, năm ${table.year}, ${map}, chuẩn ${table.standard}`,
    ...(table.demo ? ['◈ DỮ LIỆU TRÌNH DIỄN'] : []),
    ...localNote(table),
    ...table.unverified.map((mark) => `⚠ ${markText(mark)}`),
    '',
    ...drawn,
    '',
    ...table.checks.map(({ id, ok, detail }) => `${ok ? '✓' : '✗'} ${id}. ${detail}`),
  ].join('\n');
}

const shortNumber = (number: string | undefined): string | undefined => number?.split('=')[0];
