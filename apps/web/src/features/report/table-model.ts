import type { OfficialTable } from '@benvung/contract/report';
import { formatCount, formatRate } from '../../platform/formats.ts';
import type { GridCell, GridGroup, GridHeaderCell, GridModel, GridRow } from '../../ui/grid/grid-model.ts';
import { isRest, type RestRow } from './report.api.ts';

type Column = OfficialTable['columns'][number];
type Value = OfficialTable['rows'][number]['values'][number];

/** What the model needs to be told: words, and where cells lead. */
export interface TableTexts {
  readonly order: string;
  readonly name: string;
  readonly line: string;
  readonly households: string;
  readonly persons: string;
  readonly total: string;
  readonly notAssignable: string;
  readonly villageUnknown: string;
}

export interface CellPlace {
  readonly unit: number;
  /** Of a row without a unit of its own, in `unit`. */
  readonly rest: RestRow | null;
  readonly column: string;
  readonly line: string | null;
}

export interface TableLinks {
  readonly unit: (unitId: number) => string;
  readonly cell: (of: CellPlace) => string;
}

/** Header rows of the printed form: equal neighbours under the same parents become one cell. */
export function headerRows(columns: readonly Column[]): GridHeaderCell[][] {
  const paths = columns.map((column) => [...(column.groups ?? []), column.label]);
  const depth = Math.max(1, ...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) => rowAt(columns, paths, { level, depth }));
}

interface Level {
  readonly level: number;
  readonly depth: number;
}

function rowAt(columns: readonly Column[], paths: readonly string[][], at: Level): GridHeaderCell[] {
  const { level, depth } = at;
  const cells: (GridHeaderCell & { under: string })[] = [];
  paths.forEach((path, index) => {
    const last = path.length - 1;
    if (level > last) return;
    const leaf = level === last;
    const under = path.slice(0, level + 1).join('\u0000');
    const before = cells.at(-1);
    const joins =
      !leaf && before?.under === under && index > 0 && (paths[index - 1]?.length ?? 0) - 1 > level;
    if (joins) {
      cells[cells.length - 1] = { ...before!, colSpan: before!.colSpan + 1 };
      return;
    }
    cells.push({
      key: `${level}-${columns[index]?.key}`,
      text: path[level] ?? '',
      colSpan: 1,
      rowSpan: leaf ? depth - level : 1,
      under: leaf ? '' : under,
    });
  });
  return cells.map(({ under, ...cell }) => cell);
}

function valueCell(value: Value, column: Column | undefined): GridCell {
  if (value === null) return { text: '', numeric: column?.kind !== 'text', raw: '' };
  if (typeof value === 'string') return { text: value, numeric: false, raw: value };
  const text = column?.kind === 'rate' ? formatRate(value) : formatCount(value);
  return { text, numeric: true, raw: value };
}

interface Line {
  readonly key: string;
  readonly unitId: number | null;
  /** Where its cells open, if they do. */
  readonly opens: Pick<CellPlace, 'unit' | 'rest'> | null;
  readonly name: string;
  readonly nameHref: string | null;
  readonly order: string;
  readonly line: string | null;
  readonly values: readonly Value[];
}

interface Unit {
  readonly key: string;
  readonly look?: 'total' | 'apart';
  readonly lines: readonly Line[];
}

/** Lists of households (forms 14 and 15): their columns carry everything, one row a member. */
export const isList = (table: OfficialTable): boolean => table.rows.some((row) => row.kind === 'household');

export function buildTableModel(
  table: OfficialTable,
  texts: TableTexts,
  links: TableLinks,
  caption: string,
): GridModel {
  const lined = table.rows.some((row) => row.line !== null) || table.totalPersons !== undefined;
  const list = isList(table);
  const lead = list ? [] : [texts.order, texts.name, ...(lined ? [texts.line] : [])];
  const rows = headerRows(table.columns);
  const leadCells = lead.map(
    (text, at): GridHeaderCell => ({ key: `lead-${at}`, text, colSpan: 1, rowSpan: rows.length }),
  );
  const hasNumbers = table.columns.some((column) => column.number !== undefined);
  const numbers = [
    ...lead.map((_, at) => (at === 0 ? 'A' : at === 1 ? 'B' : '')),
    ...table.columns.map((column) => column.number ?? ''),
  ];
  const context = { table, texts, links, lined, list };
  return {
    caption,
    header: rows.map((cells, level) => (level === 0 ? [...leadCells, ...cells] : cells)),
    numbers: hasNumbers ? numbers : [],
    columns: lead.length + table.columns.length,
    pinned: list ? 0 : 2,
    groups: units(context).map((unit) => groupOf(unit, context)),
  };
}

interface Context {
  readonly table: OfficialTable;
  readonly texts: TableTexts;
  readonly links: TableLinks;
  readonly lined: boolean;
  readonly list: boolean;
}

function totalUnit({ table, texts }: Context): Unit[] {
  if (table.total.length === 0) return [];
  const name = table.unit.name === '' ? texts.total : table.unit.name;
  const { id } = table.unit;
  const shared = { unitId: id, opens: { unit: id, rest: null }, name, nameHref: null, order: '' };
  const persons =
    table.totalPersons === undefined
      ? []
      : [{ ...shared, key: 'total-persons', line: 'persons', values: table.totalPersons }];
  const line = persons.length > 0 ? 'households' : null;
  return [
    {
      key: 'total',
      look: 'total',
      lines: [{ ...shared, key: 'total', line, values: table.total }, ...persons],
    },
  ];
}

function units(context: Context): Unit[] {
  const total = totalUnit(context);
  return [...total, ...(context.list ? households(context) : belowUnits(context))];
}

/** A household and its members stay together. */
function households({ table }: Context): Unit[] {
  const found: { key: string; lines: Line[] }[] = [];
  table.rows.forEach((row, at) => {
    const line = {
      key: `${at}`,
      unitId: null,
      opens: null,
      name: '',
      nameHref: null,
      order: '',
      line: null,
      values: row.values,
    };
    if (row.kind === 'member') found.at(-1)?.lines.push(line);
    else found.push({ key: `household-${at}`, lines: [line] });
  });
  return found;
}

/** Households that no unit of this map can claim stay visible, apart. */
function opensAt({ unit, kind, within }: OfficialTable['rows'][number]): Line['opens'] {
  if (unit !== null) return { unit: unit.id, rest: null };
  return within !== undefined && isRest(kind) ? { unit: within.id, rest: kind } : null;
}

function belowUnits({ table, texts, links }: Context): Unit[] {
  const found: { key: string; kind: string | undefined; look?: 'apart'; lines: Line[] }[] = [];
  let order = 0;
  table.rows.forEach((row, at) => {
    const { kind, unit } = row;
    const last = found.at(-1);
    const id = unit?.id ?? null;
    const second = row.line === 'persons' && last?.lines[0]?.unitId === id && last.kind === kind;
    if (!second && unit !== null) order += 1;
    const line: Line = {
      key: `${at}`,
      unitId: id,
      opens: opensAt(row),
      name: unit?.name ?? (isRest(kind) ? texts[kind] : ''),
      nameHref: unit === null || unit.level === 'village' ? null : links.unit(unit.id),
      order: unit === null ? '' : String(order),
      line: row.line,
      values: row.values,
    };
    if (second) last?.lines.push(line);
    else found.push({ key: `row-${at}`, kind, ...(isRest(kind) ? { look: 'apart' } : {}), lines: [line] });
  });
  return found;
}

function groupOf(unit: Unit, context: Context): GridGroup {
  const look = unit.look === undefined ? {} : { look: unit.look };
  return { key: unit.key, ...look, rows: unit.lines.map((_, at) => rowOf(unit, at, context)) };
}

function rowOf(unit: Unit, at: number, context: Context): GridRow {
  const line = unit.lines[at]!;
  const span = unit.lines.length;
  const name: GridCell = {
    text: line.name,
    numeric: false,
    rowHeader: true,
    rowSpan: span,
    raw: line.name,
    ...(line.nameHref === null ? {} : { href: line.nameHref }),
  };
  const lead = context.list
    ? []
    : [
        at === 0 ? { text: line.order, numeric: true, rowSpan: span, raw: line.order } : null,
        at === 0 ? name : null,
        ...(context.lined ? [lineCell(line, context.texts)] : []),
      ];
  const values = line.values.map((value, column) => opening(line, value, context, column));
  return { key: line.key, cells: [...lead, ...values] };
}

function lineCell(line: Line, texts: TableTexts): GridCell {
  const text = line.line === 'persons' ? texts.persons : line.line === 'households' ? texts.households : '';
  return { text: line.line === null ? '' : text || line.line, numeric: false };
}

function opening(line: Line, value: Value, context: Context, at: number): GridCell {
  const column = context.table.columns[at];
  const cell = valueCell(value, column);
  const opens = column?.opens === true && typeof value === 'number' && value > 0;
  if (!opens || line.opens === null) return cell;
  return { ...cell, href: context.links.cell({ ...line.opens, column: column.key, line: line.line }) };
}
