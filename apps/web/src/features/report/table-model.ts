import type { OfficialTable } from '@benvung/contract/report';
import { formatCount, formatRate } from '../../platform/formats.ts';
import type { GridCell, GridGroup, GridHeaderCell, GridModel, GridRow } from '../../ui/grid/grid-model.ts';

type Column = OfficialTable['columns'][number];
type Row = OfficialTable['rows'][number];
type Value = Row['values'][number];

/** What the model needs to be told: words, and where cells lead. */
export interface TableTexts {
  readonly order: string;
  readonly name: string;
  readonly line: string;
  readonly households: string;
  readonly persons: string;
  readonly total: string;
  readonly notAssignable: string;
}

export interface TableLinks {
  readonly unit: (unitId: number) => string;
  readonly cell: (unitId: number, column: string, line: string | null) => string;
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

/** Lists of households have no units: their columns carry everything. */
export const isList = (table: OfficialTable): boolean =>
  table.rows.length > 0 && table.rows.every((row) => row.unit === null && row.kind !== 'notAssignable');

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
    ...table.columns.map((column) => (column.number === undefined ? '' : `(${column.number})`)),
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
  const shared = { unitId: table.unit.id, name, nameHref: null, order: '' };
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
  const { table, texts, links } = context;
  const found: { key: string; look?: 'apart'; lines: Line[] }[] = [];
  let order = 0;
  table.rows.forEach((row, at) => {
    const apart = row.kind === 'notAssignable';
    const last = found.at(-1);
    const sameUnit =
      row.line === 'persons' && last?.lines.length === 1 && row.unit?.id === unitIdOf(last.lines);
    if (!sameUnit && !apart && row.kind !== 'group') order += 1;
    const line: Line = {
      key: `${at}`,
      unitId: row.unit?.id ?? null,
      name: row.unit?.name ?? (apart ? texts.notAssignable : ''),
      nameHref: row.unit === null || row.unit.level === 'village' ? null : links.unit(row.unit.id),
      order: apart || row.kind === 'group' ? '' : String(order),
      line: row.line,
      values: row.values,
    };
    if (sameUnit) last?.lines.push(line);
    else found.push({ key: `row-${at}`, ...(apart ? { look: 'apart' as const } : {}), lines: [line] });
  });
  return [...totalUnit(context), ...found];
}

const unitIdOf = (lines: readonly Line[]): number | null | undefined => lines[0]?.unitId;

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
  const opens = column?.opens === true && line.unitId !== null && typeof value === 'number' && value > 0;
  return opens ? { ...cell, href: context.links.cell(line.unitId!, column.key, line.line) } : cell;
}
