import type { RowToPrint } from '@benvung/domain/report/table-rows';
import type { AdminLevel } from '@benvung/domain/territory/admin-unit';
import type { Db } from '../platform/database/database.ts';
import { type Restatement, restateTo } from '../territory/territory.public.ts';
import {
  type CommuneWithFacts,
  listCommunesWithFacts,
  readCommuneBases,
  readCommuneFigures,
  readVillageBases,
  readVillageFigures,
} from './figures.store.ts';
import type { TableUnits, UnitsWanted } from './read-table-units.ts';
import { listReportChildren, type ReportUnit } from './report-unit.store.ts';
import {
  addBase,
  addSheet,
  addSheets,
  type FigureSheet,
  figuresOf,
  gatherSheets,
  OFF_THE_MAP,
  type Sheets,
  sheetOf,
  subtractSheet,
} from './unit-figures.ts';

/**
 * The same counts on another day's map, additively: a commune that lies whole in one row counts there; a split
 * one follows its villages where they are known; the rest is a row of its own, "chưa gán được", never guessed.
 */
export async function readRestatedUnits(
  db: Db,
  wanted: UnitsWanted,
  happenedOn: string,
): Promise<TableUnits> {
  const children = await listReportChildren(db, [wanted.unit.id], wanted.day);
  const grandchildren =
    wanted.levels === 2
      ? await listReportChildren(
          db,
          children.map((child) => child.id),
          wanted.day,
        )
      : [];
  const levels: RowLevels = {
    child: children[0]?.level ?? 'village',
    grandchild: grandchildren[0]?.level ?? null,
  };
  const pieces = await readPieces(db, wanted, { happenedOn, levels });
  const byChild: Sheets = new Map();
  const byGrandchild = new Map<number, Sheets>();
  for (const { child, grandchild, sheet } of pieces) {
    addSheet(sheetOf(byChild, child), sheet);
    if (levels.grandchild === null) continue;
    const below = byGrandchild.get(child) ?? new Map();
    byGrandchild.set(child, below);
    addSheet(sheetOf(below, grandchild), sheet);
  }
  return {
    total: addSheets(byChild.values()),
    rows: printedRows({ unit: wanted.unit, children, grandchildren, byChild, byGrandchild, levels }),
  };
}

interface RowLevels {
  readonly child: AdminLevel;
  readonly grandchild: AdminLevel | null;
}

/** What lies in one row: a whole commune, a village of a split one, or what is left of it. */
interface Piece {
  readonly child: number;
  readonly grandchild: number;
  readonly sheet: FigureSheet;
}

async function readPieces(
  db: Db,
  wanted: UnitsWanted,
  { happenedOn, levels }: { happenedOn: string; levels: RowLevels },
): Promise<Piece[]> {
  const communes = await listCommunesWithFacts(db, wanted.year, wanted.standardId, wanted.withoutRoundIn);
  const communeMap = await restateTo(db, { from: happenedOn, to: wanted.day });
  const rowLevel = levels.grandchild ?? levels.child;
  const inside = (map: Restatement, id: number) =>
    wanted.unit.level === 'nation' || map.lineOf(id, wanted.unit.level) === wanted.unit.id;
  const elsewhere = (id: number) => {
    const line = communeMap.lineOf(id, wanted.unit.level);
    return line !== undefined && line !== wanted.unit.id;
  };
  const near = communes.filter(({ id }) => wanted.unit.level === 'nation' || !elsewhere(id));
  const split = near.filter(({ id }) => communeMap.lineOf(id, rowLevel) === undefined);
  const sheets = await readCommuneSheets(db, wanted, near);
  const villages = await readVillageSheets(db, wanted, split);
  const villageMap = await restateTo(db, {
    from: happenedOn,
    to: wanted.day,
    villageIds: villages.map((village) => village.id),
  });
  const pieces: Piece[] = [];
  const place = (map: Restatement, id: number, sheet: FigureSheet) => {
    if (!inside(map, id)) return;
    const child = map.lineOf(id, levels.child) ?? OFF_THE_MAP;
    const grandchild =
      levels.grandchild === null ? OFF_THE_MAP : (map.lineOf(id, levels.grandchild) ?? OFF_THE_MAP);
    pieces.push({ child, grandchild, sheet });
  };
  for (const { id, communeId, sheet } of villages) {
    const whole = sheets.get(communeId);
    if (whole !== undefined) subtractSheet(whole, sheet);
    if (sheet.base === null && sheet.measures.size > 0) addBase(sheet, UNKNOWN_BASE);
    place(villageMap, id, sheet);
  }
  for (const { id } of near) {
    const sheet = sheets.get(id);
    if (sheet !== undefined) place(communeMap, id, sheet);
  }
  return pieces;
}

/** Part of a split commune whose own total is not known: the row it joins has no known total either. */
const UNKNOWN_BASE = {
  households: null,
  persons: null,
  minorityHouseholds: null,
  minorityPersons: null,
  localMinorityHouseholds: null,
  localMinorityPersons: null,
};

async function readCommuneSheets(
  db: Db,
  wanted: UnitsWanted,
  communes: readonly CommuneWithFacts[],
): Promise<Sheets> {
  const ids = communes.map((commune) => commune.id);
  const sheets = gatherSheets({
    counted: await readCommuneFigures(db, wanted, ids),
    bases: await readCommuneBases(db, wanted, ids),
    rounds: [],
  });
  for (const { id, status, demonstration } of communes) {
    if (status === null) continue;
    const sheet = sheetOf(sheets, id);
    sheet.rounds.set(status, 1);
    sheet.demonstrationRounds += demonstration ? 1 : 0;
  }
  return sheets;
}

interface VillageSheet {
  readonly id: number;
  readonly communeId: number;
  readonly sheet: FigureSheet;
}

async function readVillageSheets(
  db: Db,
  wanted: UnitsWanted,
  communes: readonly CommuneWithFacts[],
): Promise<VillageSheet[]> {
  const ids = communes.map((commune) => commune.id);
  if (ids.length === 0) return [];
  const counted = await readVillageFigures(db, wanted, ids);
  const bases = await readVillageBases(db, wanted.year, ids);
  const communeOf = new Map([...counted, ...bases].map((each) => [each.unitId, each.communeId]));
  const sheets = gatherSheets({ counted, bases, rounds: [] });
  return [...sheets].map(([id, sheet]) => ({ id, communeId: communeOf.get(id) ?? 0, sheet }));
}

interface RowsToPrint {
  readonly unit: ReportUnit;
  readonly children: readonly ReportUnit[];
  readonly grandchildren: readonly ReportUnit[];
  readonly byChild: Sheets;
  readonly byGrandchild: ReadonlyMap<number, Sheets>;
  readonly levels: RowLevels;
}

function printedRows(wanted: RowsToPrint): RowToPrint<ReportUnit>[] {
  const { unit, children, grandchildren, byChild, byGrandchild, levels } = wanted;
  const rows: RowToPrint<ReportUnit>[] = [];
  const known = new Set(children.map((child) => child.id));
  for (const child of children) {
    const kind = levels.grandchild === null ? 'unit' : 'group';
    const sheet = byChild.get(child.id);
    rows.push({ unit: child, kind, figures: figuresOf(sheet), ...(sheet ? { rounds: sheet.rounds } : {}) });
    const below = byGrandchild.get(child.id);
    for (const each of grandchildren.filter(({ parentId }) => parentId === child.id))
      rows.push({ unit: each, kind: 'unit', figures: figuresOf(below?.get(each.id)) });
    const rest = below?.get(OFF_THE_MAP);
    if (rest !== undefined && rest.measures.size > 0)
      rows.push({ unit: null, kind: 'notAssignable', within: child, figures: figuresOf(rest) });
  }
  const rest = [...byChild].filter(([id, sheet]) => !known.has(id) && sheet.measures.size > 0);
  if (rest.length > 0) {
    const figures = figuresOf(addSheets(rest.map(([, sheet]) => sheet)));
    rows.push({ unit: null, kind: 'notAssignable', within: unit, figures });
  }
  return rows;
}
