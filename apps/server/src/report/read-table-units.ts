import type { RowToPrint } from '@benvung/domain/report/table-rows';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { Db } from '../platform/database/database.ts';
import { type FiguresWanted, readVillageBases, readVillageFigures } from './figures.store.ts';
import { readFigures, readKeptSheets } from './kept-sheets.ts';
import { listReportChildren, type ReportUnit } from './report-unit.store.ts';
import {
  addSheets,
  type FigureSheet,
  figuresOf,
  gatherSheets,
  hasBegun,
  OFF_THE_MAP,
  type Sheets,
} from './unit-figures.ts';

/** What a table needs of its units: the rows in printed order, and the unit's own total. */
export interface TableUnits {
  readonly rows: readonly RowToPrint<ReportUnit>[];
  readonly total: FigureSheet;
}

export interface UnitsWanted extends FiguresWanted {
  readonly unit: ReportUnit;
  /** 1: the unit's children; 2: the children in bold, each with its own children. */
  readonly levels: 1 | 2;
}

const depthOf = (path: string): number => path.split('/').length - 2;

/** As it was: every commune on the map of the round's reference day. */
export async function readTableUnits(db: Db, wanted: UnitsWanted): Promise<TableUnits> {
  const { unit } = wanted;
  if (unit.level === 'village') return readOneVillage(db, wanted);
  if (unit.level === 'commune') return readVillages(db, wanted, unit);
  const sheets = await readSheets(db, wanted, depthOf(unit.path));
  const children = await listReportChildren(db, [unit.id], wanted.day);
  const total = addSheets(sheets.values());
  const rows: RowToPrint<ReportUnit>[] = [];
  const grand = wanted.levels === 2 ? await readGrandchildren(db, wanted, children) : null;
  for (const child of children) {
    const kind = grand === null ? 'unit' : 'group';
    const sheet = sheets.get(child.id);
    rows.push({ unit: child, kind, figures: figuresOf(sheet), ...(sheet ? { rounds: sheet.rounds } : {}) });
    for (const row of grand?.get(child.id) ?? []) rows.push(row);
  }
  rows.push(...offTheMap(sheets, unit, children));
  return { rows, total };
}

/** Sheets by the units just below a depth. */
async function readSheets(db: Db, wanted: FiguresWanted, depth: number): Promise<Sheets> {
  if (wanted.seesNation && wanted.path === NATION_PATH && wanted.withoutRoundIn === undefined)
    return readKeptSheets(db, wanted, depth);
  return gatherSheets(await readFigures(db, wanted, depth));
}

/** Counted, but on no child of this map: shown, never spread over the children. */
function offTheMap(
  sheets: Sheets,
  within: ReportUnit,
  children: readonly ReportUnit[],
): RowToPrint<ReportUnit>[] {
  const known = new Set(children.map((child) => child.id));
  const rest = [...sheets].filter(
    ([unitId, sheet]) => (unitId === OFF_THE_MAP || !known.has(unitId)) && holdsSomething(sheet),
  );
  if (rest.length === 0) return [];
  const figures = figuresOf(addSheets(rest.map(([, sheet]) => sheet)));
  return [{ unit: null, kind: 'notAssignable', within, figures }];
}

/** Counters of a village that was merged within an open round are left at nought. */
const holdsSomething = ({ measures, base, rounds }: FigureSheet): boolean =>
  base !== null ||
  rounds.size > 0 ||
  [...measures.values()].some((figures) => figures.some((value) => value !== 0));

async function readGrandchildren(
  db: Db,
  wanted: UnitsWanted,
  children: readonly ReportUnit[],
): Promise<Map<number, RowToPrint<ReportUnit>[]>> {
  const ids = children.map((child) => child.id);
  const grandchildren = await listReportChildren(db, ids, wanted.day);
  const sheets =
    children[0]?.level === 'commune'
      ? await readVillageSheets(db, wanted, ids)
      : await readSheets(db, wanted, depthOf(wanted.unit.path) + 1);
  const rows = new Map<number, RowToPrint<ReportUnit>[]>();
  for (const unit of grandchildren) {
    const siblings = rows.get(unit.parentId ?? 0) ?? [];
    siblings.push({ unit, kind: 'unit', figures: figuresOf(sheets.get(unit.id)) });
    rows.set(unit.parentId ?? 0, siblings);
  }
  return rows;
}

async function readVillageSheets(
  db: Db,
  wanted: FiguresWanted,
  communeIds: readonly number[],
): Promise<Sheets> {
  return gatherSheets({
    counted: await readVillageFigures(db, wanted, communeIds),
    bases: await readVillageBases(db, wanted.year, communeIds),
    rounds: [],
  });
}

async function readVillages(db: Db, wanted: UnitsWanted, commune: ReportUnit): Promise<TableUnits> {
  const villages = await listReportChildren(db, [commune.id], wanted.day);
  const sheets = await readVillageSheets(db, wanted, [commune.id]);
  const total = addSheets((await readSheets(db, wanted, depthOf(commune.path) - 1)).values());
  const rows: RowToPrint<ReportUnit>[] = villages.map((unit) => ({
    unit,
    kind: 'unit',
    figures: figuresOf(sheets.get(unit.id), hasBegun(total)),
    rounds: total.rounds,
  }));
  rows.push(...offTheMap(sheets, commune, villages));
  const unknown = villageUnknown(total, addSheets(sheets.values()));
  if (unknown !== null)
    rows.push({ unit: null, kind: 'villageUnknown', within: commune, figures: figuresOf(unknown) });
  return { rows, total };
}

/** What the commune's line holds more than its villages: households whose village is not known. */
function villageUnknown(total: FigureSheet, villages: FigureSheet): FigureSheet | null {
  const measures = new Map<string, number[]>();
  for (const [measure, figures] of total.measures) {
    const known = villages.measures.get(measure);
    const rest = figures.map((value, at) => value - (known?.[at] ?? 0));
    if (rest.some((value) => value !== 0)) measures.set(measure, rest);
  }
  return measures.size === 0 ? null : { measures, base: null, rounds: new Map(), demonstrationRounds: 0 };
}

async function readOneVillage(db: Db, wanted: UnitsWanted): Promise<TableUnits> {
  const { unit } = wanted;
  const sheets = await readVillageSheets(db, wanted, [unit.parentId ?? 0]);
  const sheet = sheets.get(unit.id);
  return {
    rows: [{ unit, kind: 'unit', figures: figuresOf(sheet) }],
    total: addSheets(sheet ? [sheet] : []),
  };
}
