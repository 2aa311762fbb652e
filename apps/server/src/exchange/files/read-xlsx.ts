import type { SourceRow } from '@benvung/domain/exchange/column-map';
import { addDays, writtenDay } from '@benvung/domain/shared/day';
import type { ZipFile } from '../../platform/files/zip.ts';
import { FILE_LIMITS, type FileLimits, FileRefusal } from './file-refusal.ts';
import { readWorkbook, textOfRuns, type Workbook } from './xlsx-parts.ts';
import { decodeXml } from './xml-text.ts';
import { openZip } from './zip-archive.ts';

export interface XlsxSheet {
  readonly name: string;
  /** Rows in order, in pieces; blank rows are left out, their numbers stay true. */
  rows(): AsyncGenerator<SourceRow[]>;
  /** The number of the last row, as the sheet says itself before them; null when it does not. */
  lastRow(): Promise<number | null>;
}

/** What cells lose on the way to text. */
export interface XlsxNotes {
  formulas: { count: number; first: string };
  richTexts: number;
}

/**
 * The sheets of a workbook, read as a stream. Cells come as text: formulas as their last result, rich text
 * joined, days as `30/12/1985`, numbers in full. @throws FileRefusal for macros, encryption, bombs, damage.
 */
export async function openXlsx(
  path: string,
  limits: FileLimits = FILE_LIMITS,
  notes: XlsxNotes = { formulas: { count: 0, first: '' }, richTexts: 0 },
): Promise<XlsxSheet[]> {
  const archive = await openZip(path, limits);
  if (archive.names.some((name) => /vbaProject|macrosheets/iu.test(name)))
    throw new FileRefusal('exchange.file-has-macros');
  if (!archive.has('xl/workbook.xml')) throw new FileRefusal('exchange.file-type-unknown');
  const workbook = await readWorkbook(archive);
  notes.richTexts += workbook.richTexts;
  return workbook.sheets.map(({ name, part }) => ({
    name,
    rows: () => sheetRows({ archive, workbook, limits, notes }, name, part),
    lastRow: () => lastRowOf(archive, part),
  }));
}

interface Reading {
  readonly archive: ZipFile;
  readonly workbook: Workbook;
  readonly limits: FileLimits;
  readonly notes: XlsxNotes;
}

async function lastRowOf(archive: ZipFile, part: string): Promise<number | null> {
  for await (const piece of archive.text(part)) {
    const told = /<(?:\w+:)?dimension\s[^>]*ref="(?:[A-Z]+\d+:)?[A-Z]+(\d+)"/u.exec(piece)?.[1];
    return told === undefined ? null : Number(told);
  }
  return null;
}

async function* sheetRows(
  { archive, workbook, limits, notes }: Reading,
  sheet: string,
  part: string,
): AsyncGenerator<SourceRow[]> {
  let waiting = '';
  let number = 0;
  for await (const piece of archive.text(part)) {
    waiting += piece;
    const rows: SourceRow[] = [];
    let taken = 0;
    for (const found of waiting.matchAll(/<(?:\w+:)?row(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/gu)) {
      taken = found.index + found[0].length;
      const told = /\sr="(\d+)"/u.exec(found[1] ?? '');
      number = told === null ? number + 1 : Number(told[1]);
      const cells = readCells(found[2] ?? '', workbook, limits);
      if (found[2]?.includes('<f') === true) noteFormulas(notes, found[2], sheet);
      if (cells.length > 0) rows.push({ sheet, row: number, cells });
    }
    waiting = waiting.slice(taken);
    if (waiting.length > 16_000_000) throw new FileRefusal('exchange.file-damaged');
    if (rows.length > 0) yield rows;
  }
}

function noteFormulas({ formulas }: XlsxNotes, row: string, sheet: string): void {
  for (const [, place = ''] of row.matchAll(/<(?:\w+:)?c\s[^>]*?r="([A-Z]+\d+)"[^>]*><(?:\w+:)?f[\s>/]/gu)) {
    if (formulas.count === 0) formulas.first = `${sheet}!${place}`;
    formulas.count += 1;
  }
}

const CELL = /<(?:\w+:)?c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/gu;

function readCells(xml: string, workbook: Workbook, limits: FileLimits): string[] {
  const cells: string[] = [];
  let next = 0;
  let filled = false;
  for (const [, attributes = '', content = ''] of xml.matchAll(CELL)) {
    const place = /\sr="([A-Z]{1,3})\d+"/u.exec(attributes)?.[1];
    const column = place === undefined ? next : columnNumber(place);
    next = column + 1;
    const text = content === '' ? '' : cellText(attributes, content, workbook);
    if (text === '') continue;
    if (column >= limits.columns)
      throw new FileRefusal('exchange.too-many-columns', { most: limits.columns });
    while (cells.length < column) cells.push('');
    cells[column] = text.length > limits.cellLetters ? text.slice(0, limits.cellLetters) : text;
    filled = true;
  }
  return filled ? cells : [];
}

function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at += 1) number = number * 26 + letters.charCodeAt(at) - 64;
  return number - 1;
}

function cellText(attributes: string, content: string, workbook: Workbook): string {
  const type = /\st="(\w+)"/u.exec(attributes)?.[1] ?? 'n';
  if (type === 'inlineStr') return textOfRuns(content);
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/u.exec(content)?.[1] ?? '';
  if (value === '') return '';
  if (type === 's') return workbook.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'Có' : 'Không';
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n') return decodeXml(value);
  const style = Number(/\ss="(\d+)"/u.exec(attributes)?.[1] ?? '0');
  return workbook.isDayStyle[style] === true ? dayText(Number(value), workbook.from1904) : numberText(value);
}

function dayText(serial: number, from1904: boolean): string {
  if (!(serial >= 1 && serial < 2_958_466)) return String(serial);
  const days = Math.floor(serial);
  const day = from1904 ? addDays('1904-01-01', days) : addDays(days < 61 ? '1899-12-31' : '1899-12-30', days);
  return writtenDay(day);
}

/** Identity numbers must not become 4.6E+10, nor 3 become 3.0000000000000004. */
function numberText(value: string): string {
  if (/^-?\d{1,15}$/u.test(value)) return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (Number.isInteger(number)) return BigInt(number).toString();
  return String(Number(number.toPrecision(12)));
}
