import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { Scorecard, ScorecardItem, ScorecardOption } from '@benvung/domain/standard/scorecard';
import readXlsxFile from 'read-excel-file/node';
import { bilingual } from '../platform/cli/command.ts';
import {
  EXCLUSION_WORDS,
  INFO_ROWS,
  INFO_SHEET,
  KIND_WORDS,
  POINTS_COLUMNS,
  POINTS_SHEET,
  STATUS_WORDS,
} from './scorecard-template.ts';

export type ScorecardFile =
  | { readonly ok: true; readonly scorecard: Scorecard }
  | { readonly ok: false; readonly faults: readonly CellFault[] };

/** A cell that cannot be read: where, and why in both languages. */
export interface CellFault {
  readonly at: string;
  readonly reason: string;
}

type Cell = string | number | boolean | Date | null | undefined;
type Sheet = readonly (readonly Cell[])[];
type Fault = (at: string, vi: string, en: string) => void;

/** Reads the Excel template of a scorecard; every bad cell is named. What the card means is checked elsewhere. */
export async function readScorecardFile(path: string): Promise<ScorecardFile> {
  const faults: CellFault[] = [];
  const fault: Fault = (at, vi, en) => faults.push({ at, reason: bilingual(vi, en) });
  let sheets: { sheet: string; data: Sheet }[];
  try {
    sheets = (await readXlsxFile(path)) as { sheet: string; data: Sheet }[];
  } catch {
    fault(path, 'tệp không phải sổ tính .xlsx đọc được', 'not a readable .xlsx workbook');
    return { ok: false, faults };
  }
  const find = (name: string) => sheets.find(({ sheet }) => sameWords(sheet, name))?.data;
  const info = find(INFO_SHEET);
  const points = find(POINTS_SHEET);
  if (info === undefined) fault(INFO_SHEET, 'thiếu trang này', 'the sheet is missing');
  if (points === undefined) fault(POINTS_SHEET, 'thiếu trang này', 'the sheet is missing');
  if (info === undefined || points === undefined) return { ok: false, faults };
  const head = readInfo(info, fault);
  const items = readItems(points, fault);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, scorecard: { ...head, items } };
}

const textOf = (cell: Cell): string =>
  cell === null || cell === undefined ? '' : String(cell).trim().normalize('NFC');
const sameWords = (a: string, b: string): boolean => searchKey(a) === searchKey(b);

function pickWord<Key extends string>(words: Readonly<Record<Key, string>>, text: string): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => sameWords(words[key], text) || key === text);
}

function readInfo(sheet: Sheet, fault: Fault): Omit<Scorecard, 'items'> {
  const value = (key: keyof typeof INFO_ROWS): string => {
    const row = sheet.findIndex((cells) => sameWords(textOf(cells[0]), INFO_ROWS[key]));
    const text = row < 0 ? '' : textOf(sheet[row]?.[1]);
    if (text === '') fault(`${INFO_SHEET}, “${INFO_ROWS[key]}”`, 'chưa điền', 'not filled in');
    return text;
  };
  const statusText = value('status');
  const status = pickWord(STATUS_WORDS, statusText);
  if (status === undefined && statusText !== '')
    fault(
      `${INFO_SHEET}, “${INFO_ROWS.status}”`,
      `không hiểu “${statusText}”`,
      `unknown status "${statusText}"`,
    );
  const version = Number(value('version'));
  if (!Number.isInteger(version) || version < 1)
    fault(`${INFO_SHEET}, “${INFO_ROWS.version}”`, 'phải là số nguyên từ 1', 'must be a whole number from 1');
  const [standardId, formCode, region] = [value('standardId'), value('formCode'), value('region')];
  return {
    id: [standardId, formCode, region, version].join('/'),
    standardId,
    formCode,
    region,
    version,
    status: status ?? 'unverified',
    source: value('source'),
  };
}

function readItems(sheet: Sheet, fault: Fault): ScorecardItem[] {
  const header = sheet[0] ?? [];
  const places = Object.entries(POINTS_COLUMNS).map(([key, label]) => {
    const at = header.findIndex((cell) => sameWords(textOf(cell), label));
    if (at < 0) fault(`${POINTS_SHEET}, dòng 1`, `thiếu cột “${label}”`, `the column "${label}" is missing`);
    return [key, at] as const;
  });
  if (places.some(([, at]) => at < 0)) return [];
  const place = Object.fromEntries(places) as Record<keyof typeof POINTS_COLUMNS, number>;
  const items: (ScorecardItem & { options: ScorecardOption[] })[] = [];
  sheet.slice(1).forEach((cells, index) => {
    if (cells.every((cell) => textOf(cell) === '')) return;
    const at = (key: keyof typeof POINTS_COLUMNS) => ({
      cell: cells[place[key]],
      name: `${POINTS_SHEET}, ô ${columnLetter(place[key])}${index + 2}`,
    });
    if (textOf(at('item').cell) !== '') items.push({ ...readItem(at, fault), options: [] });
    const item = items.at(-1);
    if (item === undefined) fault(at('item').name, 'chưa có mã mục', 'no item code yet');
    else item.options.push(readOption(at, item, fault));
  });
  return items;
}

type CellAt = (key: keyof typeof POINTS_COLUMNS) => { cell: Cell; name: string };

function readItem(at: CellAt, fault: Fault): Omit<ScorecardItem, 'options'> {
  const kindText = textOf(at('kind').cell);
  const kind = pickWord(KIND_WORDS, kindText);
  if (kind === undefined)
    fault(at('kind').name, `không hiểu loại mục “${kindText}”`, `unknown kind "${kindText}"`);
  const excluded = textOf(at('exclusion').cell);
  const exclusionRule = excluded === '' ? null : pickWord(EXCLUSION_WORDS, excluded);
  if (exclusionRule === undefined)
    fault(at('exclusion').name, `không hiểu “${excluded}”`, `unknown exclusion "${excluded}"`);
  return {
    code: textOf(at('item').cell),
    label: textOf(at('itemLabel').cell),
    kind: kind ?? 'one-of',
    exclusionRule: exclusionRule ?? null,
  };
}

function readOption(at: CellAt, item: ScorecardItem, fault: Fault): ScorecardOption {
  const number = (key: 'from' | 'to' | 'points'): number | null => {
    const { cell, name } = at(key);
    const text = textOf(cell);
    if (text === '') return null;
    const value = Number(text.replace(',', '.'));
    if (!Number.isFinite(value)) fault(name, `“${text}” không phải số`, `"${text}" is not a number`);
    return value;
  };
  const points = number('points');
  if (points === null) fault(at('points').name, 'chưa ghi điểm', 'points are missing');
  const code = textOf(at('option').cell) || `${item.options.length + 1}`;
  const band = item.kind === 'banded-number' ? { from: number('from'), to: number('to') } : null;
  return { code, label: textOf(at('optionLabel').cell), band, points: points ?? 0 };
}

const columnLetter = (index: number): string => String.fromCharCode(65 + index);
