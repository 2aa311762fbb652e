import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';
import { searchKey } from '../../shared/vietnamese-text.ts';
import { readNumber } from '../text/number-token.ts';
import type { TargetKind } from './indicator.ts';
import type { PlanTargetProblemCode } from './problems.ts';

type Refused = Problem<PlanTargetProblemCode>;

/** What a column of a target annex holds. */
export type AnnexColumn =
  | 'openingBase'
  | 'opening'
  | 'openingRate'
  | 'decrease'
  | 'plannedBase'
  | 'planned'
  | 'plannedRate';

/** Where a table tells what its columns are. */
export interface Heading {
  readonly at: number;
  readonly name: number;
  readonly columns: ReadonlyMap<number, AnnexColumn>;
  readonly titles: readonly string[];
}

const UNIT_COLUMN = /^(ten )?(don vi|dia phuong|dia ban|xa|thon|huyen|xa phuong|ten don vi)\b/u;
const TARGET_COLUMNS: readonly AnnexColumn[] = ['decrease', 'planned', 'plannedRate'];

/** One row of titles, or two where cells were merged ("Năm 2024" over "Số hộ", "Tỷ lệ"). */
export function findHeading(
  cells: readonly (readonly string[])[],
  kind: TargetKind,
): Result<Heading, Refused> {
  let seen: readonly string[] | undefined;
  for (const [at, row] of cells.slice(0, 30).entries()) {
    const name = row.findIndex((cell) => UNIT_COLUMN.test(searchKey(cell)));
    if (name < 0) continue;
    for (const { last, titles } of [...mergedTitles(cells, { at, name }), { last: at, titles: row }]) {
      const keys = titles.map((cell) => searchKey(cell.replaceAll('%', ' tỷ lệ ')));
      const columns = kind === 'stock' ? stockColumns(keys, name) : reachedColumns(keys, name);
      if ([...columns.values()].some((column) => TARGET_COLUMNS.includes(column)))
        return ok({ at: last, name, columns, titles });
    }
    seen ??= row.filter((cell) => cell.trim() !== '');
  }
  return seen === undefined
    ? refuse('plan-target.annex-not-understood')
    : refuse('plan-target.annex-column-missing', { found: seen.map((title) => `“${title}”`).join(', ') });
}

/** The row below belongs to the heading when it names no unit and holds no figure. */
function mergedTitles(
  cells: readonly (readonly string[])[],
  { at, name }: { readonly at: number; readonly name: number },
): { last: number; titles: string[] }[] {
  const [top = [], below] = [cells[at], cells[at + 1]];
  if (below === undefined || (below[name] ?? '').trim() !== '') return [];
  if (below.some((cell) => readNumber(cell) !== undefined)) return [];
  let over = '';
  const titles = Array.from({ length: Math.max(top.length, below.length) }, (_, column) => {
    const under = (below[column] ?? '').trim();
    const own = (top[column] ?? '').trim();
    if (own !== '') over = own;
    return under === '' ? own : `${over} ${under}`.trim();
  });
  return [{ last: at + 1, titles }];
}

function stockColumns(keys: readonly string[], name: number): Map<number, AnnexColumn> {
  const columns = new Map<number, AnnexColumn>();
  for (const [column, key] of keys.entries()) {
    const meant = column === name ? undefined : columnOf(key, [...columns.values()]);
    if (meant !== undefined) columns.set(column, meant);
  }
  return columns;
}

const WITHOUT_FIGURES = /^(stt|tt|so tt|so thu tu|ghi chu.*|)$/u;

/** Bases, counts and rates of something to be reached: of two of a sort the first is the year before's. */
function reachedColumns(keys: readonly string[], name: number): Map<number, AnnexColumn> {
  const sorts = { base: [] as number[], count: [] as number[], rate: [] as number[] };
  for (const [column, key] of keys.entries())
    if (column !== name && !WITHOUT_FIGURES.test(key)) sorts[sortOf(key)].push(column);
  const named = (columns: readonly number[], before: AnnexColumn, planned: AnnexColumn) =>
    columns
      .slice(-2)
      .map((column, at, all): [number, AnnexColumn] => [column, at === all.length - 1 ? planned : before]);
  return new Map([
    ...named(sorts.base, 'openingBase', 'plannedBase'),
    ...named(sorts.count, 'opening', 'planned'),
    ...named(sorts.rate, 'openingRate', 'plannedRate'),
  ]);
}

const sortOf = (key: string): 'base' | 'count' | 'rate' =>
  /ti le/u.test(key)
    ? 'rate'
    : /^tong so /u.test(key) && !/ (dat|co|duoc|su dung|dung|tham gia|qua dao tao) ?/u.test(key)
      ? 'base'
      : 'count';

function columnOf(key: string, before: readonly AnnexColumn[]): AnnexColumn | undefined {
  const opened = before.includes('opening') || before.includes('openingRate');
  const ended = before.includes('planned') || before.includes('decrease');
  const free = (column: AnnexColumn) => (before.includes(column) ? undefined : column);
  if (/ti le/u.test(key))
    return ended || before.includes('openingRate') ? free('plannedRate') : free('openingRate');
  if (/con lai|cuoi (ki|nam)|phan dau con/u.test(key)) return free('planned');
  if (/giam|thoat/u.test(key)) return free('decrease');
  if (/tong so ho( dan cu| dan| gia dinh)?( |$)/u.test(key) && !/ngheo/u.test(key))
    return opened ? free('plannedBase') : free('openingBase');
  if (/ho ngheo|ho can ngheo|so ho|dau (ki|nam)/u.test(key))
    return opened ? free('planned') : free('opening');
  return undefined;
}
