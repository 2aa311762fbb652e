import type { CountLine, ReportForm } from '@benvung/domain/report/report-form';
import type { ReportedRow } from '@benvung/domain/report/reported-table';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import papaparse from 'papaparse';
import readXlsxFile from 'read-excel-file/node';

type Cell = string | number | null;

/** The cells of a CSV or workbook file, texts in one composed form. */
export async function readReportedCells(bytes: Buffer, name: string): Promise<Cell[][]> {
  if (/\.xlsx$/iu.test(name)) {
    const [sheet] = await readXlsxFile(bytes);
    return (sheet?.data ?? []).map((row) =>
      row.map((cell) =>
        cell === null || typeof cell === 'number' ? cell : String(cell).normalize('NFC').trim(),
      ),
    );
  }
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/u, '')
    .normalize('NFC');
  return papaparse.parse<string[]>(text, { skipEmptyLines: true }).data;
}

interface ReportedColumns {
  readonly unit: number;
  readonly parent: number | null;
  readonly line: number | null;
  readonly year: number | null;
  readonly cells: ReadonlyMap<number, string>;
}

const UNIT_HEADS = ['don vi', 'xa', 'xa phuong', 'phuong xa', 'thon', 'unit', 'commune', 'area'];
const PARENT_HEADS = ['huyen', 'tinh', 'district', 'parent', 'province'];
const CLASS_HEADS: Readonly<Record<string, string>> = {
  poor: 'c3',
  'poor households': 'c3',
  'near poor': 'c5',
  'near poor households': 'c5',
  households: 'c1',
  persons: 'c2',
  'ho ngheo': 'c3',
  'ho can ngheo': 'c5',
};

/**
 * The lines of a published table: a header row that names the unit (with the unit above it, if any) and columns
 * by key (`c3`), number (`3`), label of the form, or `poor_2024`. Columns and rows of other years are left out.
 * @returns the reason when no header can be understood.
 */
export function reportedRows(
  cells: readonly (readonly Cell[])[],
  form: ReportForm,
  year: number,
): { rows: ReportedRow[] } | { reason: string } {
  for (let at = 0; at < Math.min(cells.length, 20); at++) {
    const columns = understandHeader(cells[at] ?? [], form, year);
    if (columns === null) continue;
    const rows = cells.slice(at + 1).flatMap((row) => rowOf(row, columns, year) ?? []);
    return rows.length === 0 ? { reason: `không có dòng số liệu nào của năm ${year}` } : { rows };
  }
  return { reason: 'không thấy dòng tiêu đề có cột đơn vị và ít nhất một cột của biểu' };
}

function understandHeader(header: readonly Cell[], form: ReportForm, year: number): ReportedColumns | null {
  const heads = header.map((cell) => searchKey(String(cell ?? '')));
  const find = (names: readonly string[]) => {
    const at = heads.findIndex((head) => names.includes(head));
    return at < 0 ? null : at;
  };
  const parent = find(PARENT_HEADS);
  const unit = find(UNIT_HEADS) ?? parent;
  const cells = new Map<number, string>();
  for (const [at, head] of heads.entries()) {
    const key = columnOf(head, form, year);
    if (key !== null && at !== unit && at !== parent) cells.set(at, key);
  }
  if (unit === null || cells.size === 0) return null;
  return {
    unit,
    parent: parent === unit ? null : parent,
    line: find(['line', 'dong']),
    year: find([searchKey('year'), 'nam']),
    cells,
  };
}

function columnOf(head: string, form: ReportForm, year: number): string | null {
  const dated = /^(.*?) ?((?:19|20)\d\d)$/u.exec(head);
  if (dated !== null && Number(dated[2]) !== year) return null;
  const name = dated?.[1] ?? head;
  const byKey = form.columns.find(
    ({ key, number, label }) =>
      key.toLowerCase() === name || number?.split('=')[0] === name || searchKey(label) === name,
  );
  return byKey?.key ?? (form.number === 1 ? (CLASS_HEADS[name] ?? null) : null);
}

function rowOf(row: readonly Cell[], columns: ReportedColumns, year: number): ReportedRow | null {
  const unit = String(row[columns.unit] ?? '').trim();
  if (unit === '' || unit === 'B') return null;
  if (columns.year !== null && Number(row[columns.year]) !== year) return null;
  const cells: Record<string, number> = {};
  for (const [at, key] of columns.cells) {
    const value = numberOf(row[at] ?? null);
    if (value !== null) cells[key] = value;
  }
  if (Object.keys(cells).length === 0) return null;
  const parent = columns.parent === null ? null : String(row[columns.parent] ?? '').trim() || null;
  return { unit: unit.replace(LINE_SUFFIX, ''), parent, line: lineOf(row, columns, unit), cells };
}

const LINE_SUFFIX = / \((?:Hộ|Nhân khẩu)\)$/u;

function lineOf(row: readonly Cell[], { line }: ReportedColumns, unit: string): CountLine {
  const text = searchKey(line === null ? (LINE_SUFFIX.exec(unit)?.[0] ?? '') : String(row[line] ?? ''));
  return text.includes('nhan khau') || text.includes('person') ? 'persons' : 'households';
}

/** 1.234 and 1,234 are thousands; 24,40 and 24.40 are decimals. */
function numberOf(cell: Cell): number | null {
  if (cell === null || typeof cell === 'number') return cell;
  const text = cell.replace(/[\s%]/gu, '');
  if (text === '' || !/^-?[\d.,]+$/u.test(text)) return null;
  if (/^-?\d{1,3}([.,]\d{3})+$/u.test(text)) return Number(text.replace(/[.,]/gu, ''));
  return Number(text.replaceAll('.', text.includes(',') ? '' : '.').replace(',', '.'));
}
