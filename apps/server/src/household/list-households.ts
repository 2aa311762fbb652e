import type { HouseholdList } from '@benvung/contract/household';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { nameSought } from '@benvung/domain/household/name-search';
import type { MovementKind } from '@benvung/domain/review/movement';
import type { ReviewStage } from '@benvung/domain/review/review-record';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { type HouseholdReview, listReviewsOfHouseholds, reviewedLike } from '../review/review.public.ts';
import { isLocalStandard, localStandardIds } from '../standard/standard.public.ts';
import { findUnitPath } from '../territory/territory.public.ts';
import { stateOf } from './class-of-year.ts';
import {
  type HouseholdsSought,
  listHouseholds,
  type Ordering,
  type StoredHousehold,
} from './household.store.ts';
import { listMembersOf } from './member.store.ts';
import { readUnitNames } from './unit-names.ts';

export interface HouseholdsWanted {
  readonly unitId: number;
  readonly year: number | null;
  readonly class: string | null;
  /** A local standard the class is one of; null: the nation's. */
  readonly standard: string | null;
  readonly movement: MovementKind | null;
  readonly stage: ReviewStage | null;
  /** Only results a scorecard that is not verified gave. */
  readonly unverified: boolean;
  /** A name as it was typed. */
  readonly typed: string;
  readonly ordering: Ordering;
  readonly page: number;
  readonly pageSize: number;
  readonly areas: readonly string[];
  readonly today: string;
}

type Item = HouseholdList['households'][number];

/** The households that live in a unit now; with a year those of its review, the ended ones included. */
export async function listHouseholdsOfUnit(
  db: Db,
  wanted: HouseholdsWanted,
): Promise<Result<HouseholdList, Problem<ProblemCode>>> {
  const path = await findUnitPath(db, wanted.unitId, wanted.today);
  if (path === undefined) return refuse('shared.not-found');
  if (!isInside(wanted.areas, path)) return refuse('shared.outside-area');
  const { page, pageSize } = wanted;
  const { households, total, more } = await listHouseholds(
    db,
    {
      path,
      name: nameSought(wanted.typed),
      listCode: wanted.typed.trim(),
      ...narrowedBy(wanted),
      ordering: wanted.ordering,
    },
    { offset: (page - 1) * pageSize, limit: pageSize },
  );
  const items = await itemsOf(db, households, wanted);
  const through = await foundThrough(db, households, wanted.typed);
  return ok({
    households: items.map((item) => ({ ...item, ...through.get(item.id) })),
    page: { page, pageSize, total },
    more,
  });
}

/** What is asked of one year's review is found by itself; the rest is a condition on every household. */
function narrowedBy({
  year,
  movement,
  unverified,
  standard,
  ...wanted
}: HouseholdsWanted): Pick<HouseholdsSought, 'reviewed' | 'condition' | 'withEnded'> {
  const filter = {
    class: wanted.class,
    stage: wanted.stage,
    standardId: standard,
    localStandardIds: localStandardIds(),
  };
  if (year !== null && movement === null && !unverified)
    return { reviewed: { ...filter, year }, condition: undefined, withEnded: true };
  const condition = reviewedLike({ ...filter, year, movement, unverified });
  return { reviewed: null, condition, withEnded: condition !== undefined };
}

/** Of households whose head does not bear the name: the member who does. */
async function foundThrough(
  db: Db,
  households: readonly StoredHousehold[],
  typed: string,
): Promise<ReadonlyMap<string, { readonly through: string }>> {
  const words = searchKey(typed).split(' ').filter(Boolean);
  if (nameSought(typed) === null) return new Map();
  const bears = (name: string) => {
    const key = ` ${searchKey(name)}`;
    return words.every((word) => key.includes(` ${word}`));
  };
  const others = households.filter(({ headName }) => !bears(headName)).map(({ id }) => id);
  if (others.length === 0) return new Map();
  const members = await listMembersOf(db, others);
  return new Map(
    [...members].flatMap(([id, all]) => {
      const member = all.find(({ fullName }) => bears(fullName));
      return member === undefined ? [] : [[id, { through: member.fullName }] as const];
    }),
  );
}

export async function itemsOf(
  db: Db,
  households: readonly StoredHousehold[],
  { year, today }: Pick<HouseholdsWanted, 'year' | 'today'>,
): Promise<Item[]> {
  if (households.length === 0) return [];
  const reviews = await listReviewsOfHouseholds(db, households);
  const paths = [...new Set(households.map(({ scopePath }) => scopePath))];
  const ids = households.map(({ villageId }) => villageId);
  const units = await readUnitNames(db, { paths, ids }, today);
  return households.map((household) => {
    const ofHousehold = reviews.get(household.id) ?? [];
    const shown = shownReview(ofHousehold, year)?.record;
    const local = ofHousehold.find(
      ({ record }) => record.year === shown?.year && isLocalStandard(record.standardId),
    );
    return {
      id: household.id,
      version: household.version,
      listCode: household.listCode,
      head: household.headName,
      persons: (year === null ? undefined : shown?.closing?.persons) ?? household.persons,
      village: units.of(household.villageId),
      commune: units.communeOf(household),
      year: shown?.year ?? null,
      class: shown?.closing?.class ?? null,
      state: shown === undefined ? null : stateOf(shown),
      ...(local === undefined
        ? {}
        : { local: { standard: local.record.standardId, class: local.record.closing?.class ?? null } }),
      incomeScore: shown?.incomeScore ?? null,
      deprivationScore: shown?.deprivationScore ?? null,
      demonstration: household.demonstration,
    };
  });
}

/** The result of a year under the nation's standard, or without a year the latest there is. */
function shownReview(reviews: readonly HouseholdReview[], year: number | null): HouseholdReview | undefined {
  const own = reviews.filter(({ record }) => !isLocalStandard(record.standardId));
  if (year !== null) return own.find(({ record }) => record.year === year);
  return own.findLast(({ record }) => record.closing !== null || record.goneReason !== null) ?? own.at(-1);
}
