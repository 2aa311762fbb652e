import type { ReportProblemCode } from '@benvung/domain/report/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { NATION_CODE } from '../territory/territory.public.ts';
import { findReportUnitByCode, listReportUnits, type ReportUnit } from './report-unit.store.ts';

export interface TableUnitWanted {
  /** A code, `id:` and a unit's id, or a number that is no code. */
  readonly unit: string;
  /** Codes are read on this day, the round's. */
  readonly referenceDay: string;
  /** The day whose map the table is on; the same when the table is as it was. */
  readonly mapDay: string;
  readonly areas: readonly string[] | null;
}

/**
 * The unit a table is of, as it stands on the table's map. A code means the unit that bore it on the round's day
 * (one that only the map's day knows is read on that day); a unit that is not on the map is refused, because
 * another unit may bear its code there.
 */
export async function findTableUnit(
  db: Db,
  { unit, referenceDay, mapDay, areas }: TableUnitWanted,
): Promise<Result<ReportUnit, Problem<ReportProblemCode>>> {
  const notFound = refuse('report.unit-not-found', { unit: unit.replace(/^id:/u, ''), day: mapDay });
  const bearer = unit.startsWith('id:')
    ? undefined
    : ((await findReportUnitByCode(db, unit, referenceDay)) ??
      (await findReportUnitByCode(db, unit, mapDay)));
  const id = bearer?.id ?? idOf(unit);
  if (id === undefined) return notFound;
  const [onMap] = await listReportUnits(db, [id], mapDay);
  if (onMap === undefined)
    return bearer === undefined
      ? notFound
      : refuse('report.unit-not-on-map', { unit: bearer.name, day: mapDay });
  return areas === null || areas.some((area) => onMap.path.startsWith(area)) ? ok(onMap) : notFound;
}

function idOf(unit: string): number | undefined {
  if (unit.toUpperCase() === NATION_CODE) return 1;
  const digits = /^(?:id:)?([1-9]\d{0,14})$/u.exec(unit)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
