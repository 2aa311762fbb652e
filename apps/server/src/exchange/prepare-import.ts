import type { ExchangeFileProblemCode } from '@benvung/domain/exchange/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import type { LocalGroups } from '@benvung/domain/territory/local-groups';
import { findStandard, standardsInForce } from '@benvung/regulations/find-standard';
import type { RegulationLibrary } from '@benvung/regulations/regulation-library';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { listRoundsOfCommunes, provinceCodesOf, type ReviewRound } from '../review/review.public.ts';
import {
  listUnitsUnder,
  placeFacts,
  readLocalGroups,
  resolveUnit,
  type UnitOnDay,
} from '../territory/territory.public.ts';
import { type KnownHouseholds, readKnown } from './known-households.ts';
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
  /** Of the usual reference day, with the path facts about it bear today. */
  readonly unit: UnitOnDay;
  readonly places: Places;
  readonly referenceDay: string;
  /** Rounds of the year by commune. */
  readonly rounds: ReadonlyMap<number, ReviewRound>;
  readonly known: KnownHouseholds;
  readonly library: RegulationLibrary;
  readonly standard: CompiledStandard;
  /** The groups that count as local in a commune on the reference day. */
  localGroups(communeId: number): LocalGroups | undefined;
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
  const { path, holder } = (await placeFacts(db, { from: day, to: today }))(unit);
  if (areas !== null && !isInside(areas, path)) return refuse('shared.outside-area');
  const rounds = await listRoundsOfUnit(db, { year, unit, day });
  const referenceDay = rounds[0]?.referenceDay ?? day;
  const standard =
    (rounds[0] && findStandard(library, rounds[0].standardId, rounds[0].standardHash)) ??
    standardsInForce(library, referenceDay, null).national;
  if (standard === undefined) return refuse('exchange.year-out-of-range', { year });
  return ok({
    year,
    today,
    unit: { ...unit, path },
    places: await listPlaces(db, { unit, areas, from: referenceDay, to: today }),
    referenceDay,
    rounds: new Map(rounds.map((round) => [round.communeId, round])),
    known: await readKnown(db, holder),
    library,
    standard,
    localGroups: await localGroupsOn(db, referenceDay),
  });
}

async function localGroupsOn(db: Db, day: string): Promise<ImportGround['localGroups']> {
  const catalogue = await readLocalGroups(db);
  const known = new Map<number, LocalGroups | undefined>();
  return (communeId) => {
    if (!known.has(communeId)) known.set(communeId, catalogue.of(communeId, day));
    return known.get(communeId);
  };
}

/** A year's rounds of the communes a unit had on a day, wherever on today's map their facts lie. */
export async function listRoundsOfUnit(
  db: Db,
  { year, unit, day }: { year: number; unit: Pick<UnitOnDay, 'path'>; day: string },
): Promise<ReviewRound[]> {
  const communes = await listUnitsUnder(db, { path: unit.path, level: 'commune', day });
  const ids = communes.map(({ id }) => id);
  const rounds = await listRoundsOfCommunes(db, year, ids);
  return rounds.sort((a, b) => a.communeId - b.communeId);
}

/** Communes and villages as they were, with the paths facts about them bear on a later day. */
async function listPlaces(
  db: Db,
  { unit, areas, from, to }: { unit: UnitOnDay; areas: Places['areas']; from: string; to: string },
): Promise<Places> {
  const communes = await listUnitsUnder(db, { path: unit.path, level: 'commune', day: from });
  const villages = await listUnitsUnder(db, { path: unit.path, level: 'village', day: from });
  const provinceOf = await provinceCodesOf(
    db,
    communes.map(({ path }) => path),
    from,
  );
  const placeOf = await placeFacts(db, { from, to, villageIds: villages.map(({ id }) => id) });
  return {
    unit,
    communes: communes.map((commune) => ({
      ...commune,
      provinceCode: provinceOf(commune.path),
      ...placeOf(commune),
    })),
    villages: villages.map((village) => ({ ...village, path: placeOf(village).path })),
    areas,
  };
}
