import type { ExchangeFileProblemCode } from '@benvung/domain/exchange/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import { findStandard, standardsInForce } from '@benvung/regulations/find-standard';
import type { RegulationLibrary } from '@benvung/regulations/regulation-library';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { listRoundsUnder, type ReviewRound } from '../review/review.public.ts';
import { listUnitsUnder, resolveUnit, type UnitOnDay } from '../territory/territory.public.ts';
import { type KnownHousehold, listKnownHouseholds } from './exchange.store.ts';
import type { Places } from './place-finder.ts';

export interface ImportScope {
  readonly year: number;
  /** Official code on the round's day (VN for the nation), or our id. */
  readonly unit: string | number;
  /** Areas the person may write in; null for the command line. */
  readonly areas: readonly string[] | null;
  readonly today: string;
}

/** What a list is read against. */
export interface ImportGround {
  readonly year: number;
  readonly today: string;
  readonly unit: UnitOnDay;
  readonly places: Places;
  readonly referenceDay: string;
  /** Rounds of the year by commune. */
  readonly rounds: ReadonlyMap<number, ReviewRound>;
  readonly known: readonly KnownHousehold[];
  readonly library: RegulationLibrary;
  readonly standard: CompiledStandard;
}

const EARLIEST_YEAR = 2016;
/** The periodic review ends on 14 December (QĐ 24/2021); codes and ages are read on that day unless a round says. */
export const usualReferenceDay = (year: number): string => `${year}-12-14`;

export async function prepareImport(
  db: Db,
  { year, unit: wanted, areas, today }: ImportScope,
  library: RegulationLibrary,
): Promise<Result<ImportGround, Problem<ExchangeFileProblemCode | 'shared.outside-area'>>> {
  if (!Number.isInteger(year) || year < EARLIEST_YEAR || year > Number(today.slice(0, 4)) + 1)
    return refuse('exchange.year-out-of-range', { year });
  const day = usualReferenceDay(year);
  const unit = await resolveUnit(db, { unit: typeof wanted === 'string' ? wanted.trim() : wanted, day });
  if (unit === undefined || unit.level === 'village')
    return refuse('exchange.unit-unknown', { unit: wanted, day });
  if (areas !== null && !isInside(areas, unit.path)) return refuse('shared.outside-area');
  const rounds = await listRoundsUnder(db, year, unit.path);
  const referenceDay = rounds[0]?.referenceDay ?? day;
  const communes = await listUnitsUnder(db, { path: unit.path, level: 'commune', day: referenceDay });
  const villages = await listUnitsUnder(db, { path: unit.path, level: 'village', day: referenceDay });
  const standard =
    (rounds[0] && findStandard(library, rounds[0].standardId, rounds[0].standardHash)) ??
    standardsInForce(library, referenceDay, null).national;
  if (standard === undefined) return refuse('exchange.year-out-of-range', { year });
  return ok({
    year,
    today,
    unit,
    places: { unit, communes, villages, areas },
    referenceDay,
    rounds: new Map(rounds.map((round) => [round.communeId, round])),
    known: await listKnownHouseholds(db, unit.path),
    library,
    standard,
  });
}
