import type { OpeningPlan } from '@benvung/contract/review-desk';
import { openingObstacle } from '@benvung/domain/review/open-plan';
import type { Language } from '@benvung/domain/shared/text';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import type { Db } from '../platform/database/database.ts';
import { listUnitsUnder, type UnitOnDay } from '../territory/territory.public.ts';
import { chooseRoundStandards } from './choose-round-standards.ts';
import { countListedUnder } from './desk.store.ts';
import { provinceCodesOf } from './province-codes.ts';
import { listRoundsUnder, type ReviewRound } from './review-round.store.ts';

export interface PlanWanted {
  readonly unit: UnitOnDay;
  readonly year: number;
  readonly referenceDay: string;
  readonly today: string;
  readonly language: Language;
}

/** What opening the rounds of a unit's communes would do: which can be opened, and whom they would carry over. */
export async function readOpeningPlan(
  db: Db,
  { unit, year, referenceDay, today, language }: PlanWanted,
): Promise<OpeningPlan> {
  const communes = await listUnitsUnder(db, { path: unit.path, level: 'commune', day: today });
  const statusOf = statuses(await listRoundsUnder(db, year, unit.path));
  const lastStatusOf = statuses(await listRoundsUnder(db, year - 1, unit.path));
  const listed = await countListedUnder(db, year - 1, unit.path);
  const provinceCode = (await provinceCodesOf(db, [unit.path], today))(unit.path);
  const chosen = chooseRoundStandards({ day: referenceDay, provinceCode });
  const nameOf = (standard: CompiledStandard | undefined) =>
    standard === undefined ? null : { id: standard.standard.id, name: standard.standard.title[language] };
  return {
    unit: refOf(unit),
    year,
    referenceDay,
    standard: nameOf(chosen.ok ? chosen.value.national : undefined),
    local: nameOf(chosen.ok ? (chosen.value.local ?? undefined) : undefined),
    communes: communes.map((commune) => {
      const own = listed.filter(({ scopePath }) => scopePath.startsWith(commune.path));
      const sum = (column: 'poor' | 'nearPoor' | 'undetermined') =>
        own.reduce((total, line) => total + line[column], 0);
      return {
        unit: refOf(commune),
        obstacle: openingObstacle({
          round: statusOf(commune.id),
          lastRound: lastStatusOf(commune.id),
          ended: false,
        }),
        carryOver: { poor: sum('poor'), nearPoor: sum('nearPoor'), undetermined: sum('undetermined') },
      };
    }),
  };
}

const statuses = (rounds: readonly ReviewRound[]) => {
  const byCommune = new Map(rounds.map(({ communeId, status }) => [communeId, status]));
  return (communeId: number) => byCommune.get(communeId) ?? 'NOT_BEGUN';
};

export const refOf = ({ id, code, level, name }: UnitOnDay) => ({ id, code, level, name });
