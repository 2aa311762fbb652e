import type { measureGroupings, PovertyMeasuresView } from '@benvung/contract/report';
import type { ReportProblemCode } from '@benvung/domain/report/problems';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { divide, type Rational, toNumber } from '@benvung/domain/shared/rational';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Language } from '@benvung/domain/shared/text';
import { type PovertyMeasures, subgroupContribution } from '@benvung/domain/standard/alkire-foster';
import { measureHouseholds } from '@benvung/domain/standard/measure-households';
import type { PovertyStandard } from '@benvung/domain/standard/poverty-standard';
import type { Db } from '../platform/database/database.ts';
import { findPovertyStandard } from '../standard/standard.public.ts';
import { listUnitsOn, listUnitsUnder } from '../territory/territory.public.ts';
import { findTableUnit } from './find-table-unit.ts';
import { findTableYear } from './find-table-year.ts';
import { groupLabel, measureNote } from './measure-words.ts';
import {
  type AlikeHouseholds,
  hasDemonstrationRound,
  listAlikeHouseholds,
} from './measured-households.store.ts';
import { type ReportUnit, unitRefOf } from './report-unit.store.ts';

export type MeasureGrouping = (typeof measureGroupings)[number];

export interface MeasuresWanted {
  /** A code on the round's day, or `id:` and a unit's id. */
  readonly unit: string;
  readonly year: number;
  readonly by: MeasureGrouping | null;
  readonly count: 'households' | 'persons';
  /** Null: the standard of the year's rounds. */
  readonly standardId: string | null;
  /** Unit paths the reader may see; null for the command line. */
  readonly areas: readonly string[] | null;
  readonly language: Language;
}

/**
 * H, A and M0 of the households of a unit that were reviewed in a year, as it was then, with their parts by
 * indicator and by group. One read of the review's results; no answer is opened.
 */
export async function measureUnit(
  db: Db,
  wanted: MeasuresWanted,
): Promise<Result<PovertyMeasuresView, Problem<ReportProblemCode | ReviewProblemCode>>> {
  const { standardId, referenceDay } = await findTableYear(db, wanted);
  const standard = findPovertyStandard(standardId)?.standard;
  if (standard === undefined) return refuse('review.standard-unknown', { standard: standardId });
  const found = await findTableUnit(db, { ...wanted, referenceDay, mapDay: referenceDay });
  if (!found.ok) return found;
  const places = await placesOf(db, found.value, referenceDay);
  const alike = await readAlike(db, wanted, { places, standardId });
  const { all, byGroup, dropped } = measureHouseholds(standard, alike, wanted.count);
  const names = await namesOf(db, wanted, { keys: [...byGroup.keys()], day: referenceDay });
  return ok({
    unit: unitRefOf(found.value),
    year: wanted.year,
    standard: standardId,
    demo: await hasDemonstrationRound(db, wanted.year, [...places.communeOf.keys()]),
    count: wanted.count,
    cutoff: standard.povertyCutoffK,
    reviewed: households(alike),
    dropped,
    official: {
      poor: households(alike.filter((each) => each.class === 'POOR')),
      nearPoor: households(alike.filter((each) => each.class === 'NEAR_POOR')),
    },
    unverified: households(alike.filter((each) => !each.verified)),
    all: all === undefined ? null : figuresOf(all),
    indicators: all === undefined ? [] : indicatorsOf(standard, all, wanted.language),
    by: wanted.by,
    groups:
      all === undefined || wanted.by === null
        ? []
        : [...byGroup].map(([key, part]) => groupOf(all, part, { key, label: names(key) })),
    note: measureNote(standard, wanted.language),
  });
}

interface Places {
  /** Communes of the unit with the district each lies in. */
  readonly communeOf: ReadonlyMap<number, number>;
  readonly villageIds: readonly number[];
}

async function placesOf(db: Db, unit: ReportUnit, day: string): Promise<Places> {
  if (unit.level === 'village')
    return { communeOf: new Map([[unit.parentId ?? 0, 0]]), villageIds: [unit.id] };
  const communes = await listUnitsUnder(db, { path: unit.path, level: 'commune', day });
  return { communeOf: new Map(communes.map(({ id, parentId }) => [id, parentId ?? 0])), villageIds: [] };
}

async function readAlike(
  db: Db,
  { year, by }: MeasuresWanted,
  { places, standardId }: { places: Places; standardId: string },
): Promise<AlikeHouseholds[]> {
  const { communeOf, villageIds } = places;
  const alike = await listAlikeHouseholds(db, {
    year,
    standardId,
    communeIds: villageIds.length > 0 ? [] : [...communeOf.keys()],
    villageIds,
    by: by === 'district' ? 'commune' : by,
  });
  if (by !== 'district') return alike;
  return alike.map((each) => ({ ...each, group: String(communeOf.get(Number(each.group)) ?? 0) }));
}

const households = (alike: readonly AlikeHouseholds[]): number =>
  alike.reduce((sum, each) => sum + each.households, 0);

const figuresOf = (measures: PovertyMeasures) => ({
  households: measures.count,
  population: toNumber(measures.population),
  H: toNumber(measures.headcountRatio),
  A: numberOrNull(measures.intensity),
  M0: toNumber(measures.adjustedHeadcountRatio),
});

const numberOrNull = (value: Rational | null): number | null => (value === null ? null : toNumber(value));

const indicatorsOf = (standard: PovertyStandard, all: PovertyMeasures, language: Language) =>
  all.indicators.map((measured, at) => ({
    code: standard.indicators[at]?.code ?? '',
    label: standard.indicators[at]?.label[language] ?? '',
    uncensored: toNumber(measured.uncensoredHeadcount),
    censored: toNumber(measured.censoredHeadcount),
    contribution: numberOrNull(measured.contribution),
  }));

const groupOf = (
  all: PovertyMeasures,
  part: PovertyMeasures,
  { key, label }: { key: string; label: string },
) => ({
  key,
  label,
  ...figuresOf(part),
  populationShare: toNumber(divide(part.population, all.population)),
  contribution: numberOrNull(subgroupContribution(all, part)),
});

const BY_UNIT: readonly (MeasureGrouping | null)[] = ['district', 'commune', 'village'];

async function namesOf(
  db: Db,
  { by, language }: MeasuresWanted,
  { keys, day }: { keys: readonly string[]; day: string },
): Promise<(key: string) => string> {
  if (!BY_UNIT.includes(by)) return (key) => groupLabel(key, language);
  const units = await listUnitsOn(db, keys.map(Number), day);
  const names = new Map(units.map(({ id, name }) => [String(id), name]));
  return (key) => names.get(key) ?? groupLabel('unknown', language);
}
