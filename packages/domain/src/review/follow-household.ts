import type { Day } from '../shared/day.ts';
import type { GoneReason, HouseholdFlags, ReviewRecord } from './review-record.ts';
import type { RoundStatus } from './review-round.ts';

/** What an act of a household changes in a review that is still open. */
export interface HouseholdChange {
  readonly day: Day;
  /** Where the household lives after the act, when it moved. */
  readonly movedTo: { readonly communeId: number; readonly villageId: number } | null;
  /** How many more (or fewer) live in it. */
  readonly personsAdded: number;
  readonly gone: GoneReason | null;
  /** Of a new head; what is not known is not told. */
  readonly headEthnicity?: string;
  readonly flags: Partial<HouseholdFlags>;
}

export interface RoundOfRecord {
  readonly status: RoundStatus;
  readonly referenceDay: Day;
  /** Whether the commune it moved to has an open round of that year under the same standard. */
  readonly hasOpenRoundThere: boolean;
}

/**
 * The record after the act, or the same one where the act does not concern it: a round that is not open, a result
 * already recognised, a day after the one the round counts on. Leaving for a commune without an open round, a result
 * stays where it was found; a household not yet reviewed has moved away.
 */
export function followHousehold<R extends ReviewRecord>(
  record: R,
  change: HouseholdChange,
  round: RoundOfRecord,
): R {
  const { status, referenceDay, hasOpenRoundThere } = round;
  if (status !== 'OPEN' || record.stage === 'recognised' || change.day > referenceDay) return record;
  if (record.goneReason !== null) return record;
  if (change.gone !== null) return goneFrom(record, change.gone);
  const communeId = change.movedTo?.communeId ?? record.communeId;
  if (communeId !== record.communeId && !hasOpenRoundThere)
    return record.closing === null ? goneFrom(record, 'movedAway') : record;
  const { closing } = record;
  return {
    ...record,
    communeId,
    closing:
      closing === null
        ? null
        : {
            ...closing,
            villageId: change.movedTo?.villageId ?? closing.villageId,
            persons: Math.max(1, closing.persons + change.personsAdded),
            headEthnicity: change.headEthnicity ?? closing.headEthnicity,
            flags: { ...closing.flags, ...change.flags },
          },
  };
}

/** One that was not on last year's list has nothing to be gone from: its record stays for the review to decide. */
const goneFrom = <R extends ReviewRecord>(record: R, goneReason: GoneReason): R =>
  record.opening === null ? record : { ...record, closing: null, goneReason };
