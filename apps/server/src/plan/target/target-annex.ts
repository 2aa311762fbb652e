import { assignedOf, openingRate, plannedRate, type TargetLine } from '@benvung/domain/plan/target/target';
import type { Db } from '../../platform/database/database.ts';
import type { ReportUnit } from '../../report/report.public.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { targetsOn } from './read-cascade.ts';
import { childrenOf, mapDayOf } from './target-unit.ts';

/** A line of the annex "phấn đấu chỉ tiêu giảm nghèo của các địa phương"; rates in hundredths of a percent. */
export interface TargetAnnexRow {
  readonly unit: { readonly id: number; readonly name: string };
  readonly opening: number | null;
  readonly openingRate: number | null;
  readonly decrease: number | null;
  readonly closing: number | null;
  readonly closingRate: number | null;
}

export interface AnnexRowsWanted {
  readonly unitId: number;
  readonly year: number;
  readonly today: string;
  /** Poor households unless told. */
  readonly indicator?: string;
}

/** The unit's own line first, then those of the units below it that have a target; empty when it has none. */
export async function listTargetAnnexRows(
  db: Db,
  { unitId, year, today, indicator = 'poor' }: AnnexRowsWanted,
): Promise<TargetAnnexRow[]> {
  const day = mapDayOf(year, today);
  const found = (await listLastKnownUnits(db, [unitId], day)).get(unitId);
  if (found === undefined) return [];
  const unit: ReportUnit = { ...found, sortKey: '' };
  const units = [unit, ...(await childrenOf(db, unit, day))];
  const targets = (await targetsOn(db, { units, year, day })).filter((one) => one.indicator === indicator);
  return units.flatMap((one) => {
    const target = targets.find(({ unitId: id }) => id === one.id);
    return target === undefined ? [] : [rowOf(one, target.line)];
  });
}

const rowOf = ({ id, name }: ReportUnit, line: TargetLine): TargetAnnexRow => ({
  unit: { id, name },
  opening: line.opening.count,
  openingRate: openingRate(line),
  decrease: assignedOf('stock', line),
  closing: line.planned.count,
  closingRate: plannedRate(line),
});
