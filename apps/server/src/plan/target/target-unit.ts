import type { TargetSide } from '@benvung/domain/plan/target/negotiate-target';
import type { PlanTargetProblemCode } from '@benvung/domain/plan/target/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { isInside } from '../../platform/http/principal.ts';
import { listReportChildren, type ReportUnit } from '../../report/report.public.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';

/** The map a year's targets are shown on: today's while the year runs, that of its last day afterwards. */
export function mapDayOf(year: number, today: string): string {
  const end = `${year}-12-31`;
  return end < today ? end : today;
}

/**
 * The unit a cascade is of. Who stands under it may look at what is fixed there (the annex of the plan above), who holds
 * it or more sees everything; `areas` null is the command line.
 */
export async function findTargetUnit(
  db: Db,
  { id, areas, day }: { id: number; areas: readonly string[] | null; day: string },
): Promise<Result<ReportUnit, Problem<PlanTargetProblemCode>>> {
  const unit = (await listLastKnownUnits(db, [id], day)).get(id);
  const seen =
    unit !== undefined &&
    (areas === null || isInside(areas, unit.path) || areas.some((area) => area.startsWith(unit.path)));
  return unit !== undefined && seen
    ? ok({ ...unit, sortKey: '' })
    : refuse('plan-target.unit-not-found', { unit: id });
}

/** The units a target is handed down to; a village hands nothing down. */
export const childrenOf = async (db: Db, unit: ReportUnit, day: string): Promise<ReportUnit[]> =>
  unit.level === 'village' ? [] : listReportChildren(db, [unit.id], day);

export const parentPath = (path: string): string => path.replace(/\d+\/$/u, '');

/** Which side of a unit's target these areas are on; null: neither. */
export function sideOf(
  areas: readonly string[] | null,
  path: string,
  { selfSet }: { selfSet: boolean },
): TargetSide | null {
  if (areas === null || (parentPath(path) !== '/' && isInside(areas, parentPath(path)))) return 'giver';
  if (!isInside(areas, path)) return null;
  return selfSet || path === '/1/' ? 'giver' : 'receiver';
}
