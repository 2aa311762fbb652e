import type { JudgedHousehold } from '@benvung/domain/exchange/judge-listed';
import type { ListedHousehold } from '@benvung/domain/exchange/listed-household';
import type { OpeningState } from '@benvung/domain/review/review-record';
import type { StoredReviewRecord } from '../review/review.public.ts';
import type { ListedCommune, ListedVillage, PlaceFinder } from './place-finder.ts';

/** A review record before its round is known: the round may be opened by the same import. */
export type StagedRecord = Omit<StoredReviewRecord, 'roundId'>;

interface Placed {
  readonly commune: ListedCommune;
  readonly village: ListedVillage;
}

interface Judged extends Placed {
  readonly listed: ListedHousehold;
  readonly judged: JudgedHousehold;
  readonly standardId: string;
}

interface Keys {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly year: number;
  readonly batchId: string;
  readonly opening: OpeningState | null;
  /** Known to the registry: the opening comes from last year's record when the list gives none. */
  readonly known: boolean;
}

/** The records of a listed household: under the national standard, and under the local one of its round. */
export function stagedRecords(judged: Judged, keys: Keys): StagedRecord[] {
  const national = stagedRecord(judged, keys);
  const { local } = judged.judged;
  if (local === null) return [national];
  const { review } = judged.listed;
  const told = review.local;
  const opening =
    keys.opening === null || told?.openingClass == null
      ? null
      : { ...keys.opening, class: told.openingClass };
  const closing = local.closing === null ? null : { ...local.closing, villageId: judged.village.id };
  if (opening === null && closing === null && !keys.known) return [national];
  const arrived = closing !== null && opening === null && !keys.known;
  return [
    national,
    {
      ...national,
      standardId: local.standardId,
      stage: local.stage,
      verified: local.verified,
      opening,
      closing,
      goneReason: review.goneReason,
      arrivalReason:
        told?.arrivalReason ??
        (arrived ? (closing.oncePoor ? 'relapse' : (review.arrivalReason ?? 'newEntry')) : null),
      computedClass: closing === null ? (told?.computedClass ?? null) : local.computedClass,
      overrideReason: told?.overrideReason ?? null,
      deprivationScore: local.deprivationScore,
    },
  ];
}

function stagedRecord({ listed, judged, commune, village, standardId }: Judged, keys: Keys): StagedRecord {
  const { review } = listed;
  const closing = judged.closing === null ? null : { ...judged.closing, villageId: village.id };
  const arrived = closing !== null && keys.opening === null && !keys.known;
  return {
    originCommuneId: keys.originCommuneId,
    householdId: keys.householdId,
    year: keys.year,
    standardId,
    communeId: commune.id,
    scopePath: village.path,
    stage: judged.stage,
    verified: judged.verified,
    opening: keys.opening,
    closing,
    goneReason: review.goneReason,
    arrivalReason: review.arrivalReason ?? (arrived ? (closing.oncePoor ? 'relapse' : 'newEntry') : null),
    computedClass: judged.computedClass,
    overrideReason: review.overrideReason,
    incomeScore: review.incomeScore,
    deprivationScore: review.deprivationScore,
    evidence: review.evidence ?? (closing === null ? null : evidenceWord(judged)),
    scorecardId: review.scorecardId,
    decisionNumber: review.decisionNumber,
    decisionDay: review.decisionDay,
    batchId: keys.batchId,
    version: 0,
  };
}

const evidenceWord = ({ evidence }: JudgedHousehold): string =>
  evidence.kind === 'none' ? 'imported' : evidence.kind;

interface Finders {
  readonly places: PlaceFinder;
  villageOf(at: ListedHousehold['at'], commune: ListedCommune, name: string): ListedVillage;
}

/** Where and what the household was at the end of last year, as the list tells it. */
export function openingOf(
  listed: ListedHousehold,
  { commune, village }: Placed,
  { places, villageOf }: Finders,
): OpeningState | null {
  const { review } = listed;
  if (review.openingClass === null) return null;
  const former =
    review.openingCommuneCode === null
      ? commune
      : (places.communeByCode(review.openingCommuneCode) ?? commune);
  const formerVillage =
    review.openingVillage === null
      ? former === commune
        ? village.id
        : 0
      : villageOf(listed.at, former, review.openingVillage).id;
  return {
    class: review.openingClass,
    persons: review.openingPersons ?? listed.persons ?? listed.members.length,
    communeId: former.id,
    villageId: formerVillage,
  };
}
