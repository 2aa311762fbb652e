import type { MovementKind } from '@benvung/domain/review/movement';
import type { ReviewStage } from '@benvung/domain/review/review-record';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import { recordOfRow, type StoredReviewRecord } from './review-record.store.ts';
import type { ReviewRound } from './review-round.store.ts';

/** One year's result of a household under one standard, with the round it came from. */
export interface HouseholdReview {
  readonly record: StoredReviewRecord;
  readonly round: Pick<ReviewRound, 'status' | 'standardId' | 'referenceDay'>;
  /** The version of the record's own standard, which a round may name two of; empty when the round is not known. */
  readonly standardHash: string;
}

/**
 * All years and standards of the given households, oldest first, the round's first standard before its local one.
 * A round outside the reader's area (who has one village of the commune) is told by its records alone.
 */
export async function listReviewsOfHouseholds(
  db: Db,
  households: readonly { readonly originCommuneId: number; readonly id: string }[],
): Promise<Map<string, HouseholdReview[]>> {
  const answer = await sql<{
    record: Record<string, unknown>;
    status: ReviewRound['status'];
    standardId: string;
    referenceDay: string;
    standardHash: string;
  }>`
    select to_jsonb(r) as record, coalesce(o.status, 'OPEN') as status,
      coalesce(o.standard_id, r.standard_id) as "standardId",
      coalesce(o.reference_day, make_date(r.year, 12, 31)) as "referenceDay",
      coalesce(case when r.standard_id = o.local_standard_id then o.local_standard_hash else o.standard_hash end, '')
        as "standardHash"
    from review_record r left join review_round o on o.id = r.round_id
    where r.origin_commune_id = any(${[...new Set(households.map((each) => each.originCommuneId))]}::bigint[])
      and r.household_id = any(${households.map((each) => each.id)}::uuid[])
    order by r.year, (r.standard_id <> o.standard_id), r.standard_id`.execute(db);
  const reviews = new Map<string, HouseholdReview[]>();
  for (const { record: row, standardHash, ...round } of answer.rows) {
    const record = recordOfRow(row);
    const others = reviews.get(record.householdId) ?? [];
    reviews.set(record.householdId, [...others, { record, round, standardHash }]);
  }
  return reviews;
}

/** The classes of a household in the last year it had a result, one of each standard. */
export async function listLatestClasses(
  db: Db,
  { originCommuneId, id }: { readonly originCommuneId: number; readonly id: string },
): Promise<HouseholdClass[]> {
  const own = sql`origin_commune_id = ${originCommuneId} and household_id = ${id}::uuid and final_class is not null`;
  const answer = await sql<{ class: HouseholdClass }>`select final_class as class from review_record
    where ${own} and year = (select max(year) from review_record where ${own})`.execute(db);
  return answer.rows.map((row) => row.class);
}

export interface ReviewFilter {
  /** Without a year the household's latest result counts. */
  readonly year: number | null;
  readonly class: string | null;
  readonly movement: MovementKind | null;
  readonly stage: ReviewStage | null;
  /** Only results of a scorecard that is not verified. */
  readonly unverified: boolean;
  /** The local standard that is asked of; null: the nation's. */
  readonly standardId: string | null;
  /** Standards that give a second class beside the round's own. */
  readonly localStandardIds: readonly string[];
}

/** True of the households `h` that have such a result; undefined when nothing is asked. */
export function reviewedLike(filter: ReviewFilter): RawBuilder<boolean> | undefined {
  const { year, movement, stage, unverified, standardId, localStandardIds } = filter;
  const isOfStandard =
    standardId === null
      ? sql`r.standard_id <> all(${[...localStandardIds]}::text[])`
      : sql`r.standard_id = ${standardId}`;
  if (
    standardId === null &&
    year === null &&
    filter.class === null &&
    movement === null &&
    stage === null &&
    !unverified
  )
    return undefined;
  const conditions = [
    sql`r.origin_commune_id = h.origin_commune_id and r.household_id = h.id
      and ${isOfStandard}`,
    year === null ? (stage === null ? IS_LATEST_RESULT : IS_LATEST) : sql`r.year = ${year}`,
  ];
  if (filter.class !== null) conditions.push(sql`r.final_class = ${filter.class}`);
  if (movement !== null) conditions.push(MOVEMENTS[movement]);
  if (stage !== null) conditions.push(sql`r.stage = ${stage}`);
  if (unverified) conditions.push(sql`r.final_class is not null and not r.verified`);
  return sql`exists (select 1 from review_record r where ${sql.join(conditions, sql` and `)})`;
}

const later = (result: RawBuilder<boolean>): RawBuilder<boolean> => sql`exists (
  select 1 from review_record later where later.origin_commune_id = r.origin_commune_id
    and later.household_id = r.household_id and later.year > r.year and ${result})`;
const IS_LATEST = sql`not ${later(sql`true`)}`;
const IS_LATEST_RESULT = sql`(r.final_class is not null or r.gone_reason is not null)
  and not ${later(sql`(later.final_class is not null or later.gone_reason is not null)`)}`;

const groupOf = (column: string): RawBuilder<string> =>
  sql`case when ${sql.ref(column)} in ('POOR', 'NEAR_POOR', 'UNDETERMINED') then ${sql.ref(column)} else 'OTHER' end`;
const WAS = groupOf('r.opening_class');
const IS = groupOf('r.final_class');
const STAYED_KNOWN = sql`r.opening_class is not null and r.final_class is not null`;
const ARRIVED = sql`r.opening_class is null and r.final_class is not null`;
const GONE = sql`r.opening_class is not null and r.final_class is null`;
const MOVED_HOME = sql`${STAYED_KNOWN} and (r.opening_commune_id <> r.commune_id or r.opening_village_id <> r.village_id)`;
const WAS_LISTED = sql`r.opening_class in ('POOR', 'NEAR_POOR')`;
const IS_LISTED = sql`r.final_class in ('POOR', 'NEAR_POOR')`;
/** Into a class from outside it, without a reason that says how. */
const ENTERED = sql`((${ARRIVED} and r.arrival_reason is distinct from 'movedIn'
    and r.arrival_reason is distinct from 'split' and r.arrival_reason is distinct from 'onceOverlooked')
  or (${STAYED_KNOWN} and ${WAS} = 'OTHER' and ${IS_LISTED}))`;
const RELAPSED = sql`r.final_class = 'POOR' and (r.once_poor or r.arrival_reason is not distinct from 'relapse')`;
const NEARLY_RELAPSED = sql`r.final_class = 'NEAR_POOR'
  and (r.once_poor or r.once_near_poor or r.arrival_reason is not distinct from 'relapse')`;

const fromTo = (from: string, to: string): RawBuilder<boolean> =>
  sql`(${STAYED_KNOWN} and ${WAS} = ${from} and ${IS} = ${to})`;
const goneFor = (reason: string): RawBuilder<boolean> => sql`(${GONE} and r.gone_reason = ${reason})`;
const arrivedFor = (reason: string): RawBuilder<boolean> =>
  sql`(${ARRIVED} and r.arrival_reason = ${reason})`;

/** `classifyMovement` as SQL, so that a list of 300,000 can be narrowed and paged; a test holds the two equal. */
const MOVEMENTS: Readonly<Record<MovementKind, RawBuilder<boolean>>> = {
  stays: sql`(${STAYED_KNOWN} and ${WAS} = ${IS})`,
  memberGain: sql`(${STAYED_KNOWN} and ${WAS_LISTED} and ${IS_LISTED} and r.persons > r.opening_persons)`,
  memberLoss: sql`(${STAYED_KNOWN} and ${WAS_LISTED} and r.final_class <> 'UNDETERMINED'
    and r.persons < r.opening_persons)`,
  poorToNearPoor: fromTo('POOR', 'NEAR_POOR'),
  nearPoorToPoor: fromTo('NEAR_POOR', 'POOR'),
  povertyExit: fromTo('POOR', 'OTHER'),
  nearPovertyExit: fromTo('NEAR_POOR', 'OTHER'),
  relapse: sql`(${ENTERED} and ${RELAPSED})`,
  nearPovertyRelapse: sql`(${ENTERED} and ${NEARLY_RELAPSED})`,
  newEntry: sql`(${ENTERED} and not (${RELAPSED}) and not (${NEARLY_RELAPSED}))`,
  movedOut: sql`(${MOVED_HOME})`,
  movedIn: sql`((${MOVED_HOME}) or ${arrivedFor('movedIn')})`,
  split: arrivedFor('split'),
  overlooked: arrivedFor('onceOverlooked'),
  becomesUndetermined: sql`(${STAYED_KNOWN} and ${IS} = 'UNDETERMINED' and ${WAS} <> 'UNDETERMINED')`,
  determined: sql`(${STAYED_KNOWN} and ${WAS} = 'UNDETERMINED' and ${IS} <> 'UNDETERMINED')`,
  pending: sql`(${GONE} and r.gone_reason is null)`,
  movedAway: goneFor('movedAway'),
  died: goneFor('died'),
  mergedInto: goneFor('mergedInto'),
  notFound: goneFor('notFound'),
  duplicate: goneFor('duplicate'),
};
export const FILTERED_MOVEMENTS = Object.keys(MOVEMENTS) as readonly MovementKind[];

/** Who is responsible follows the household; what was found where does not. */
export async function setReviewPaths(
  db: Db,
  { originCommuneId, householdId }: { readonly originCommuneId: number; readonly householdId: string },
  scopePath: string,
): Promise<void> {
  await sql`update review_record set scope_path = ${scopePath}
    where origin_commune_id = ${originCommuneId} and household_id = ${householdId}::uuid`.execute(db);
}
