import type { TargetAnnex } from '@benvung/domain/plan/structure/compose-target-annex';
import { assignedOf, openingRate, plannedRate, type TargetLine } from '@benvung/domain/plan/target/target';
import type { Db } from '../../platform/database/database.ts';
import type { ReportUnit } from '../../report/report.public.ts';
import { regulations } from '../../standard/standard.public.ts';
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
  { indicator = 'poor', ...wanted }: AnnexRowsWanted,
): Promise<TargetAnnexRow[]> {
  const { units, targets } = await readLines(db, wanted);
  return linesOf({ units, targets, indicator }).map(({ unit, line }) => rowOf(unit, line));
}

/** Every indicator that is handed down to units below, each with the unit's own line first, in the order of the list. */
export async function listTargetAnnexes(
  db: Db,
  wanted: Omit<AnnexRowsWanted, 'indicator'>,
): Promise<TargetAnnex[]> {
  const { units, targets } = await readLines(db, wanted);
  return regulations().targetIndicators.flatMap(({ code, kind, unit, name }) => {
    const lines = linesOf({ units, targets, indicator: code });
    return lines.length < 2 || lines[0]?.unit.id !== wanted.unitId
      ? []
      : [
          {
            indicator: { code, kind, unit, name },
            lines: lines.map((one) => ({ name: one.unit.name, line: one.line })),
          },
        ];
  });
}

async function readLines(db: Db, { unitId, year, today }: Omit<AnnexRowsWanted, 'indicator'>) {
  const day = mapDayOf(year, today);
  const found = (await listLastKnownUnits(db, [unitId], day)).get(unitId);
  if (found === undefined) return { units: [], targets: [] };
  const unit: ReportUnit = { ...found, sortKey: '' };
  const units = [unit, ...(await childrenOf(db, unit, day))];
  return { units, targets: await targetsOn(db, { units, year, day }) };
}

interface Lines extends Awaited<ReturnType<typeof readLines>> {
  readonly indicator: string;
}

const linesOf = ({ units, targets, indicator }: Lines) =>
  units.flatMap((unit) => {
    const target = targets.find((one) => one.unitId === unit.id && one.indicator === indicator);
    return target === undefined ? [] : [{ unit, line: target.line }];
  });

const rowOf = ({ id, name }: Pick<ReportUnit, 'id' | 'name'>, line: TargetLine): TargetAnnexRow => ({
  unit: { id, name },
  opening: line.opening.count,
  openingRate: openingRate(line),
  decrease: assignedOf('stock', line),
  closing: line.planned.count,
  closingRate: plannedRate(line),
});
