import type { TableCellHouseholds } from '@benvung/contract/report';
import { type CountTerm, parseTerm } from '@benvung/domain/report/fill-row';
import type { ReportProblemCode } from '@benvung/domain/report/problems';
import { type CountLine, writeOutForm } from '@benvung/domain/report/report-form';
import { isSensitiveMeasure } from '@benvung/domain/report/sensitive-measures';
import { countersOf } from '@benvung/domain/review/counters';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { recordOfRow } from '../review/review.public.ts';
import {
  type CellHousehold,
  type CellWanted,
  countCell,
  listCell,
  listMovementCandidates,
} from './cell-households.store.ts';
import { placesOfRow, type RestRow } from './cell-places.ts';
import type { TableWanted } from './compute-table.ts';
import { findTableUnit } from './find-table-unit.ts';
import { findTableYear } from './find-table-year.ts';
import { mayOpenSensitive } from './may-open-sensitive.ts';
import { findReportForm } from './report-forms.ts';
import { ethnicGroupNames, sensitiveIndicators, standardNames } from './report-regulations.ts';

export interface CellToOpen extends Omit<TableWanted, 'levels' | 'checks' | 'now'> {
  /** Key of the column. */
  readonly column: string;
  readonly line: CountLine;
  /** A row without a unit of its own, in `unit`. */
  readonly rest?: RestRow | undefined;
  readonly page: number;
  /** 100 unless told. */
  readonly pageSize?: number;
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
  if (
    isSensitiveMeasure(term.measure, sensitiveIndicators(year.standardId)) &&
    !mayOpenSensitive(wanted, unit.value)
  )
    return refuse('report.column-closed');
  const places = await placesOfRow(db, {
    unit: unit.value,
    rest: wanted.rest ?? null,
    year: { ...year, year: wanted.year },
    day,
  });
  const cell = { ...places, year: wanted.year, standardId: year.standardId, term, day: year.referenceDay };
  const { households, count, persons } = term.measure.startsWith('movement.')
    ? await openMovement(db, cell, wanted)
    : await openCounted(db, cell, wanted);
  const page = { page: wanted.page, pageSize: wanted.pageSize ?? PAGE_SIZE, total: count };
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

interface Opened {
  readonly households: CellHousehold[];
  readonly count: number;
  readonly persons: number;
}

async function openCounted(
  db: Db,
  cell: CellWanted,
  { page, pageSize = PAGE_SIZE }: CellToOpen,
): Promise<Opened> {
  const { households, persons } = await countCell(db, cell);
  const list = await listCell(db, cell, { offset: (page - 1) * pageSize, limit: pageSize });
  return { households: list, count: households, persons };
}

/** Movements are decided by the same pure rule that counts them. */
async function openMovement(db: Db, cell: CellWanted, wanted: CellToOpen): Promise<Opened> {
  const isHere = hereOf(cell);
  const opened: CellHousehold[] = [];
  let persons = 0;
  for (const { record, view } of await listMovementCandidates(db, cell)) {
    const added = countersOf(recordOfRow(record)).filter(
      ({ measure, class: householdClass, communeId, villageId }) =>
        measure === cell.term.measure && householdClass === cell.term.class && isHere(communeId, villageId),
    );
    const households = added.reduce((sum, each) => sum + each.households, 0);
    const more = added.reduce((sum, each) => sum + each.persons, 0);
    if (wanted.line === 'persons' ? more === 0 : households === 0) continue;
    persons += more;
    opened.push(view);
  }
  const { page, pageSize = PAGE_SIZE } = wanted;
  const from = (page - 1) * pageSize;
  return { households: opened.slice(from, from + pageSize), count: opened.length, persons };
}

function hereOf({ communeIds, villageIds, rest }: CellWanted): (commune: number, village: number) => boolean {
  const [communes, villages] = [new Set(communeIds), new Set(villageIds)];
  const [restOf, except] = [new Set(rest.communeIds), new Set(rest.exceptVillageIds)];
  return (commune, village) =>
    communes.has(commune) || villages.has(village) || (restOf.has(commune) && !except.has(village));
}
