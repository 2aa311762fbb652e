import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { isValidDay } from '@benvung/domain/shared/day';
import { searchKey, toNfc } from '@benvung/domain/shared/vietnamese-text';
import type {
  ListedSuccessor,
  ListedUnit,
  TerritoryList,
} from '@benvung/domain/territory/plan-territory-load';
import { z } from 'zod';
import { type ColumnWords, type NamedRow, readNamedRows, UnreadableList } from './read-named-rows.ts';

/** What a CSV or XLSX file does not say itself; a JSON file says it and these replace it. */
export interface ListOptions {
  readonly day?: string | undefined;
  readonly source?: string | undefined;
  readonly complete?: boolean;
}

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
 * @throws UnreadableList, FileRefusal
 */
export async function readTerritoryList(path: string, options: ListOptions): Promise<TerritoryList> {
  if (extname(path).toLowerCase() === '.json') return readJsonList(await readFile(path, 'utf8'), options);
  return listOfRows(await readNamedRows(path, { words: COLUMN_WORDS, needed: ['row', 'code'] }), options);
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

type Column = 'row' | 'code' | 'name' | 'parent' | 'to' | 'source';

const COLUMN_WORDS: ColumnWords<Column> = {
  row: ['loại dòng', 'row'],
  code: ['mã', 'code'],
  name: ['tên', 'name'],
  parent: ['mã cấp trên', 'parent'],
  to: ['mã mới', 'to'],
  source: ['căn cứ', 'source'],
};
const UNIT_WORDS = ['unit', 'don vi'];
const SUCCESSOR_WORDS = ['successor', 'chuyen'];

function listOfRows(rows: readonly NamedRow<Column>[], options: ListOptions): TerritoryList {
  const units: ListedUnit[] = [];
  const successors: ListedSuccessor[] = [];
  for (const { at, cell } of rows) {
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
