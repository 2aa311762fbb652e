import { HOUSEHOLD_CLASSES, type HouseholdClass } from '@benvung/domain/standard/household-class';
import type { Simulation } from './standard.api.ts';

export interface SimulationRow {
  readonly from: HouseholdClass;
  /** In the order of `columns`. */
  readonly households: readonly number[];
  readonly undetermined: number;
  readonly cannot: number;
  readonly total: number;
}

export interface SimulationMatrix {
  /** The determined classes anybody would have, in the order of need. */
  readonly columns: readonly HouseholdClass[];
  readonly rows: readonly SimulationRow[];
  readonly simulated: number;
  /** To another class that is determined. */
  readonly changed: number;
}

/** From class by class; who becomes undetermined and who cannot be tried are counted apart. */
export function simulationMatrix({ counts, notSimulated }: Simulation): SimulationMatrix {
  const count = (from: HouseholdClass, to: HouseholdClass) =>
    counts.reduce((sum, line) => sum + (line.from === from && line.to === to ? line.households : 0), 0);
  const determined = HOUSEHOLD_CLASSES.filter((each) => each !== 'UNDETERMINED');
  const columns = determined.filter((to) => counts.some((line) => line.to === to || line.from === to));
  const rows = HOUSEHOLD_CLASSES.map((from): SimulationRow => {
    const households = columns.map((to) => count(from, to));
    const undetermined = count(from, 'UNDETERMINED');
    const cannot = notSimulated.reduce((sum, line) => sum + (line.from === from ? line.households : 0), 0);
    const total = households.reduce((sum, each) => sum + each, 0) + undetermined + cannot;
    return { from, households, undetermined, cannot, total };
  }).filter(({ total }) => total > 0);
  const changed = rows.reduce(
    (sum, row) =>
      sum + row.households.reduce((all, each, at) => all + (columns[at] === row.from ? 0 : each), 0),
    0,
  );
  return { columns, rows, changed, simulated: counts.reduce((sum, line) => sum + line.households, 0) };
}

/** Why how many of which class cannot be tried, each reason once a class. */
export function reasonsOf({ notSimulated }: Simulation): Simulation['notSimulated'] {
  const lines = new Map<string, Simulation['notSimulated'][number]>();
  for (const line of notSimulated) {
    const key = `${line.from} ${line.reason}`;
    lines.set(key, { ...line, households: line.households + (lines.get(key)?.households ?? 0) });
  }
  return [...lines.values()];
}
