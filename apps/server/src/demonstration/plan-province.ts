import type { AreaType } from '@benvung/domain/household/household-facts';
import { apportion } from './apportion.ts';
import { KINH } from './names.ts';
import { ethnicMixOf, type Landscape, landscapeOf, povertyWeightOf, villageNames } from './places.ts';
import { DISTRICTS, type DistrictFigures } from './published-figures.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A commune as the territory knows it at the end of 2023. */
export interface CommunePlace {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly areaType: AreaType;
  readonly districtCode: string;
  /** `/1/…/` of surrogate ids, with a slash at the end. */
  readonly path: string;
}

export interface VillagePlan {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly communeId: number;
  readonly number: number;
  /** All households living there, reviewed or not. */
  readonly households: Readonly<Record<BaseYear, number>>;
  readonly poor2023: number;
  readonly nearPoor2023: number;
  readonly average2023: number;
}

export interface CommunePlan extends CommunePlace {
  readonly landscape: Landscape;
  readonly villages: readonly VillagePlan[];
  readonly poor2023: number;
  readonly nearPoor2023: number;
  /** This commune's part of its district's aim for 2024. */
  readonly poorReduction2024: number;
}

export const BASE_YEARS = [2022, 2023, 2024] as const;
export type BaseYear = (typeof BASE_YEARS)[number];

/** Villages have no national code: the demonstration's take ids of their own, from the commune's code. */
const FIRST_VILLAGE_ID = 1_000_000_000;
export const LAST_VILLAGE_ID = 1_009_999_999;
export const villageIdOf = (communeCode: string, number: number): number =>
  FIRST_VILLAGE_ID + Number(communeCode) * 100 + number;

/** Shares the published figures of every district over its communes and villages; all sums are exact. */
export function planProvince(random: SeededRandom, communes: readonly CommunePlace[]): CommunePlan[] {
  return DISTRICTS.flatMap((district) => {
    const own = communes
      .filter((commune) => commune.districtCode === district.code)
      .sort((one, other) => one.code.localeCompare(other.code));
    if (own.length === 0)
      throw new Error(`No commune of district ${district.code} ${district.name} is known.`);
    return planDistrict(random.fork(`district ${district.code}`), district, own);
  });
}

function planDistrict(
  random: SeededRandom,
  figures: DistrictFigures,
  communes: CommunePlace[],
): CommunePlan[] {
  const landscapes = communes.map(landscapeOf);
  const sizes = communes.map((commune) => sizeWeight(random, commune));
  const base = BASE_YEARS.map((year) => apportion(figures.households[year], sizes));
  const households2023 = base[1]!;
  const lean = communes.map((commune, at) => povertyWeightOf(commune.code, landscapes[at]!));
  const poorWeights = lean.map((weight, at) => households2023[at]! * weight * (0.7 + 0.6 * random.next()));
  const nearWeights = lean.map(
    (weight, at) => households2023[at]! * weight ** 0.6 * (0.7 + 0.6 * random.next()),
  );
  const poor = apportion(figures.poor2023, poorWeights, share(households2023, 0.52));
  const near = apportion(figures.nearPoor2023, nearWeights, share(households2023, 0.25));
  const average = apportion(
    figures.average2023,
    communes.map((commune, at) => households2023[at]! * (commune.areaType === 'rural' ? 1 : 0.15)),
  );
  const reduction = apportion(figures.poorReduction2024, poor, share(poor, 0.6));
  return communes.map((commune, at) => ({
    ...commune,
    landscape: landscapes[at]!,
    poor2023: poor[at]!,
    nearPoor2023: near[at]!,
    poorReduction2024: reduction[at]!,
    villages: planVillages(random.fork(`villages ${commune.code}`), commune, {
      landscape: landscapes[at]!,
      households: base.map((counts) => counts[at]!),
      poor: poor[at]!,
      near: near[at]!,
      average: average[at]!,
    }),
  }));
}

const share = (counts: readonly number[], part: number) => counts.map((count) => Math.floor(count * part));

const sizeWeight = (random: SeededRandom, commune: CommunePlace): number =>
  (commune.areaType === 'urban' ? 1.4 : 1) * (0.65 + 0.7 * random.next());

interface CommuneTotals {
  readonly landscape: Landscape;
  /** In the order of `BASE_YEARS`. */
  readonly households: readonly number[];
  readonly poor: number;
  readonly near: number;
  readonly average: number;
}

function planVillages(random: SeededRandom, commune: CommunePlace, totals: CommuneTotals): VillagePlan[] {
  const households = totals.households[1]!;
  const usual = commune.areaType === 'urban' ? 330 : totals.landscape === 'mountain' ? 130 : 240;
  const count = Math.min(14, Math.max(3, Math.round(households / usual)));
  const sizes = Array.from({ length: count }, () => 0.6 + 0.8 * random.next());
  const base = totals.households.map((total) => apportion(total, sizes));
  const own = base[1]!;
  const lean = sizes.map(() => 0.4 + 1.2 * random.next());
  const poor = apportion(
    totals.poor,
    own.map((of, at) => of * lean[at]!),
    share(own, 0.62),
  );
  const near = apportion(
    totals.near,
    own.map((of, at) => of * lean[at]! ** 0.5),
    share(own, 0.28),
  );
  const average = apportion(totals.average, own, share(own, 0.1));
  const names = villageNames(
    count,
    totals.landscape,
    commune.areaType === 'urban',
    Number(commune.code) % 37,
  );
  return names.map((name, at) => {
    const id = villageIdOf(commune.code, at + 1);
    return {
      id,
      name,
      path: `${commune.path}${id}/`,
      communeId: commune.id,
      number: at + 1,
      households: { 2022: base[0]![at]!, 2023: own[at]!, 2024: base[2]![at]! },
      poor2023: poor[at]!,
      nearPoor2023: near[at]!,
      average2023: average[at]!,
    };
  });
}

/** Denominators of a village: whole numbers, the persons from the usual size of a household there. */
export interface VillageBase {
  readonly households: number;
  readonly persons: number;
  readonly minorityHouseholds: number;
  readonly minorityPersons: number;
}

export function villageBase(commune: CommunePlan, village: VillagePlan, year: BaseYear): VillageBase {
  const mix = ethnicMixOf(commune.code);
  const whole = mix.reduce((sum, [, part]) => sum + part, 0);
  const minorityShare = 1 - (mix.find(([code]) => code === KINH)?.[1] ?? 0) / whole;
  const households = village.households[year];
  const minorityHouseholds = Math.round(households * minorityShare);
  const minorityPersons = Math.round(minorityHouseholds * 4.1);
  return {
    households,
    persons: minorityPersons + Math.round((households - minorityHouseholds) * 3.5),
    minorityHouseholds,
    minorityPersons,
  };
}
