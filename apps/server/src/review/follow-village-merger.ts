import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { groupBy } from '@benvung/domain/shared/group-by';
import type { Problem, Result } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { type PopulationBaseLine, upsertPopulationBase } from './population-base.store.ts';
import { putReviewRecords } from './put-review-records.ts';
import { listOpenRecordsOf, type MergedPlaces, takeOpenBasesOf } from './village-merger.store.ts';

interface VillageMerger extends MergedPlaces {
  readonly intoId: number;
  /** Path of the new village today. */
  readonly path: string;
  readonly today: string;
}

/**
 * Reviews that are open and count on a day after the merger are reviews of the new village, counters and population
 * included; what was found before stays with the villages it was found in.
 */
export async function followVillageMergerInReviews(
  db: Db,
  { intoId, path, today, ...places }: VillageMerger,
): Promise<Result<{ written: number }, Problem<ReviewProblemCode>>> {
  const merged = new Set(places.villageIds);
  const follow = (villageId: number) => (merged.has(villageId) ? intoId : villageId);
  const records = (await listOpenRecordsOf(db, places)).map((record) => ({
    ...record,
    opening: record.opening && { ...record.opening, villageId: follow(record.opening.villageId) },
    closing: record.closing && { ...record.closing, villageId: follow(record.closing.villageId) },
  }));
  const put = await putReviewRecords(db, records, { today });
  if (!put.ok) return put;
  const taken = await takeOpenBasesOf(db, places);
  const lines = [...groupBy(taken, ({ year, communeId }) => `${year} ${communeId}`).values()];
  await upsertPopulationBase(
    db,
    lines.map((parts) => ({ ...sumOfParts(parts, merged.size), villageId: intoId, scopePath: path })),
  );
  return put;
}

const SUMMED = [
  'persons',
  'minorityHouseholds',
  'minorityPersons',
  'localMinorityHouseholds',
  'localMinorityPersons',
] as const satisfies readonly (keyof PopulationBaseLine)[];

type Line = Omit<PopulationBaseLine, 'scopePath'>;

/** Totals of all parts; one that is not known of every part is not known of the whole. */
function sumOfParts(parts: readonly Line[], count: number): Line {
  const [first] = parts as [Line];
  const sum = (key: (typeof SUMMED)[number]) => {
    const known = parts.flatMap((part) => part[key] ?? []);
    return known.length === count ? known.reduce((total, value) => total + value, 0) : null;
  };
  return {
    ...first,
    ...(Object.fromEntries(SUMMED.map((key) => [key, sum(key)])) as Pick<Line, (typeof SUMMED)[number]>),
    households: parts.reduce((total, { households }) => total + households, 0),
    source: [...new Set(parts.map(({ source }) => source))].join('; '),
  };
}
