import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { isValidDay } from '@benvung/domain/shared/day';
import { searchKey, toNfc } from '@benvung/domain/shared/vietnamese-text';
import type {
  ListedSuccessor,
  ListedUnit,
  TerritoryList,
} from '@benvung/domain/territory/plan-territory-load';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { z } from 'zod';

/** What a CSV or XLSX file does not say itself; a JSON file says it and these replace it. */
export interface ListOptions {
  readonly day?: string | undefined;
  readonly source?: string | undefined;
  readonly complete?: boolean;
}

/** A file that is no list at all; the message names the place. */
export class UnreadableList extends Error {}

const jsonList = z.object({
  day: z.string().optional(),
  source: z.string().optional(),
  complete: z.boolean().optional(),
  units: z
    .array(z.object({ code: z.string(), name: z.string(), parent: z.string().default('') }))
    .default([]),
  successors: z
    .array(z.object({ from: z.string(), to: z.array(z.string()), source: z.string().default('') }))
    .default([]),
});

/**
 * A list of units in force from a day, with what became of the old ones (`docs/guide/territory-lists.md`).
 * @throws UnreadableList
 */
export async function readTerritoryList(path: string, options: ListOptions): Promise<TerritoryList> {
  const kind = extname(path).toLowerCase();
  if (kind === '.json') return readJsonList(await readFile(path, 'utf8'), options);
  const rows = kind === '.xlsx' ? await readXlsxRows(path) : readCsvRows(await readFile(path, 'utf8'));
  return listOfRows(rows, options);
}

function readJsonList(text: string, options: ListOptions): TerritoryList {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UnreadableList('JSON hỏng (broken JSON)');
  }
  const parsed = jsonList.safeParse(json);
  if (!parsed.success) throw new UnreadableList(z.prettifyError(parsed.error).replaceAll('\n', '; '));
  const { units, successors, ...head } = parsed.data;
  return {
    ...headOf({ ...head, ...definedOf(options) }),
    units: units.map((unit, at) => ({
      at: `units[${at}]`,
      code: unit.code,
      name: unit.name,
      parentCode: unit.parent,
    })),
    successors: successors.map((row, at) => ({ at: `successors[${at}]`, ...row })),
  };
}

const definedOf = (options: ListOptions) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as ListOptions;

function headOf({ day, source, complete }: ListOptions): Pick<TerritoryList, 'day' | 'source' | 'complete'> {
  if (day === undefined || !isValidDay(day))
    throw new UnreadableList('thiếu ngày hiệu lực YYYY-MM-DD (no day)');
  if (source === undefined || source.trim() === '') throw new UnreadableList('thiếu căn cứ (no source)');
  return { day, source: toNfc(source), complete: complete ?? false };
}

/** Cells by the name of their column, with the place a person looks for. */
interface NamedRow {
  readonly at: string;
  readonly cells: ReadonlyMap<Column, string>;
}
type Column = 'row' | 'code' | 'name' | 'parent' | 'to' | 'source';

const COLUMN_WORDS: Readonly<Record<Column, readonly string[]>> = {
  row: ['row', 'loai dong'],
  code: ['code', 'ma'],
  name: ['name', 'ten'],
  parent: ['parent', 'ma cap tren'],
  to: ['to', 'ma moi'],
  source: ['source', 'can cu'],
};
const UNIT_WORDS = ['unit', 'don vi'];
const SUCCESSOR_WORDS = ['successor', 'chuyen'];

function readCsvRows(text: string): NamedRow[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/u, ''), { skipEmptyLines: false });
  return namedRows(data, (line) => `dòng ${line}`);
}

async function readXlsxRows(path: string): Promise<NamedRow[]> {
  try {
    const sheets = (await readXlsxFile(path)) as unknown as { sheet: string; data: unknown[][] }[];
    return sheets.flatMap(({ sheet, data }) => namedRows(data, (line) => `${sheet}, dòng ${line}`));
  } catch (error) {
    if (error instanceof UnreadableList) throw error;
    throw new UnreadableList('không phải sổ tính .xlsx (not an .xlsx workbook)');
  }
}

function namedRows(data: readonly (readonly unknown[])[], at: (line: number) => string): NamedRow[] {
  const columns = (data[0] ?? []).map((head) => {
    const key = searchKey(String(head ?? ''));
    return (Object.entries(COLUMN_WORDS) as [Column, readonly string[]][]).find(([, words]) =>
      words.includes(key),
    )?.[0];
  });
  if (!columns.includes('row') || !columns.includes('code'))
    throw new UnreadableList(`${at(1)}: thiếu cột "loại dòng" hoặc "mã" (columns "row" and "code")`);
  return data.slice(1).flatMap((row, index) => {
    const cells = new Map<Column, string>();
    for (const [column, name] of columns.entries())
      if (name !== undefined) cells.set(name, toNfc(String(row[column] ?? '')).trim());
    return [...cells.values()].every((value) => value === '') ? [] : [{ at: at(index + 2), cells }];
  });
}

function listOfRows(rows: readonly NamedRow[], options: ListOptions): TerritoryList {
  const units: ListedUnit[] = [];
  const successors: ListedSuccessor[] = [];
  for (const { at, cells } of rows) {
    const cell = (column: Column) => cells.get(column) ?? '';
    const kind = searchKey(cell('row'));
    if (UNIT_WORDS.includes(kind))
      units.push({ at, code: cell('code'), name: cell('name'), parentCode: cell('parent') });
    else if (SUCCESSOR_WORDS.includes(kind))
      successors.push({
        at,
        from: cell('code'),
        to: cell('to')
          .split(/[\s,;]+/u)
          .filter(Boolean),
        source: cell('source'),
      });
    else throw new UnreadableList(`${at}: loại dòng "${cell('row')}" (row is "unit" or "successor")`);
  }
  return { ...headOf(options), units, successors };
}
