import type { TableCellHouseholds } from '@benvung/contract/report';
import { type CountTerm, parseTerm } from '@benvung/domain/report/fill-row';
import type { ReportProblemCode } from '@benvung/domain/report/problems';
import { type CountLine, writeOutForm } from '@benvung/domain/report/report-form';
import { countersOf } from '@benvung/domain/review/counters';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { recordOfRow } from '../review/review.public.ts';
import { restateTo } from '../territory/territory.public.ts';
import {
  type CellHousehold,
  type CellWanted,
  countCell,
  listCell,
  listCommuneIdsUnder,
  listMovementCandidates,
  type RowPlaces,
} from './cell-households.store.ts';
import type { TableWanted } from './compute-table.ts';
import { listCommunesWithFacts, listVillagesWithFacts } from './figures.store.ts';
import { findTableUnit } from './find-table-unit.ts';
import { findTableYear, sameMap, type TableYear } from './find-table-year.ts';
import { findReportForm } from './report-forms.ts';
import { ethnicGroupNames, standardNames } from './report-regulations.ts';
import type { ReportUnit } from './report-unit.store.ts';

export interface CellToOpen extends Omit<TableWanted, 'levels' | 'checks' | 'now'> {
  /** Key of the column. */
  readonly column: string;
  readonly line: CountLine;
  readonly page: number;
}

const PAGE_SIZE = 100;

/** The households a cell is made of; in the line of households their count is the cell. */
export async function openCell(
  db: Db,
  wanted: CellToOpen,
): Promise<Result<TableCellHouseholds, Problem<ReportProblemCode>>> {
  const year = await findTableYear(db, wanted);
  const term = termOf(wanted, year.standardId);
  if (term === undefined)
    return refuse('report.no-such-column', { number: wanted.number, column: wanted.column });
  const day = wanted.map ?? year.referenceDay;
  const unit = await findTableUnit(db, { ...wanted, referenceDay: year.referenceDay, mapDay: day });
  if (!unit.ok) return unit;
  const places = await placesOf(db, { unit: unit.value, year, wanted, day });
  const cell = { ...places, year: wanted.year, standardId: year.standardId, term, day: year.referenceDay };
  const { households, count, persons } = term.measure.startsWith('movement.')
    ? await openMovement(db, cell, wanted)
    : await openCounted(db, cell, wanted.page);
  const page = { page: wanted.page, pageSize: PAGE_SIZE, total: count };
  return ok({ column: wanted.column, count, persons, households, page });
}

function termOf({ number, column, line }: CellToOpen, standardId: string): CountTerm | undefined {
  const template = findReportForm(number);
  if (template === undefined) return undefined;
  const names = { indicators: standardNames(standardId).indicators, ethnicities: ethnicGroupNames() };
  const found = writeOutForm(template, names).columns.find((each) => each.key === column);
  if (found === undefined || !('counts' in found.value)) return undefined;
  const term = parseTerm(found.value.counts[0]!);
  return { ...term, unit: term.unit === 'line' ? line : term.unit };
}

interface PlacesWanted {
  readonly unit: ReportUnit;
  readonly year: TableYear;
  readonly wanted: CellToOpen;
  readonly day: string;
}

/** The communes (and villages) on the map of the time that lie in a row's unit on the table's map. */
async function placesOf(db: Db, { unit, year, wanted, day }: PlacesWanted): Promise<RowPlaces> {
  if (await sameMap(db, year.referenceDay, day)) {
    if (unit.level === 'village') return { communeIds: [], villageIds: [unit.id] };
    return { communeIds: await listCommuneIdsUnder(db, rangeOf(unit.path), day), villageIds: [] };
  }
  const communes = await listCommunesWithFacts(db, wanted.year, year.standardId);
  const villages = await listVillagesWithFacts(db, wanted.year, year.standardId);
  const map = await restateTo(db, {
    from: year.referenceDay,
    to: day,
    villageIds: villages.map((village) => village.id),
  });
  const inside = (id: number) => unit.level === 'nation' || map.lineOf(id, unit.level) === unit.id;
  const whole = new Set(communes.map(({ id }) => id).filter(inside));
  return {
    communeIds: [...whole],
    villageIds: villages
      .filter(({ id, communeId }) => !whole.has(communeId) && inside(id))
      .map(({ id }) => id),
  };
}

interface Opened {
  readonly households: CellHousehold[];
  readonly count: number;
  readonly persons: number;
}

async function openCounted(db: Db, cell: CellWanted, page: number): Promise<Opened> {
  const { households, persons } = await countCell(db, cell);
  const list = await listCell(db, cell, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
  return { households: list, count: households, persons };
}

/** Movements are decided by the same pure rule that counts them. */
async function openMovement(db: Db, cell: CellWanted, wanted: CellToOpen): Promise<Opened> {
  const communes = new Set(cell.communeIds);
  const villages = new Set(cell.villageIds);
  const opened: CellHousehold[] = [];
  let persons = 0;
  for (const { record, view } of await listMovementCandidates(db, cell)) {
    const added = countersOf(recordOfRow(record)).filter(
      ({ measure, class: householdClass, communeId, villageId }) =>
        measure === cell.term.measure &&
        householdClass === cell.term.class &&
        (communes.has(communeId) || villages.has(villageId)),
    );
    const households = added.reduce((sum, each) => sum + each.households, 0);
    const more = added.reduce((sum, each) => sum + each.persons, 0);
    if (wanted.line === 'persons' ? more === 0 : households === 0) continue;
    persons += more;
    opened.push(view);
  }
  const from = (wanted.page - 1) * PAGE_SIZE;
  return { households: opened.slice(from, from + PAGE_SIZE), count: opened.length, persons };
}
