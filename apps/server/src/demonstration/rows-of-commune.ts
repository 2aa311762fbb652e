import type { HouseholdToWrite, ReviewFacts } from '../household/household.public.ts';
import type { StoredReviewRecord } from '../review/review.public.ts';
import type { EventRow, FormerHome } from './demonstration.store.ts';
import type { ReviewYear } from './draw-answers.ts';
import type { DrawnReview } from './draw-reviews.ts';
import type { DrawnCommune, DrawnHousehold } from './generate-demonstration.ts';
import { endDay, lifeEvents } from './household-events.ts';
import { type MembersToWrite, membersToWrite, type Stay } from './members-to-write.ts';

/** Everything one commune adds to the database. */
export interface CommuneRows {
  readonly households: HouseholdToWrite[];
  readonly facts: ReviewFacts[];
  readonly records: StoredReviewRecord[];
  /** Stays that differ from the household's own beginning, or that are over. */
  readonly datedStays: Stay[];
  readonly formerStays: Stay[];
  readonly formerHomes: FormerHome[];
  readonly ends: { originCommuneId: number; householdId: string; on: string; intoId: string | null }[];
  readonly events: EventRow[];
  readonly persons: number;
}

export interface RowKeys {
  readonly roundOf: (year: number, communeId: number) => string;
  readonly newId: () => string;
}

/** The questionnaires of the last two rounds are kept; of 2022 only its results. */
const WITH_FACTS: readonly ReviewYear[] = [2023, 2024];

export function rowsOfCommune({ households }: DrawnCommune, keys: RowKeys): CommuneRows {
  const rows = {
    households: [] as HouseholdToWrite[],
    facts: [] as ReviewFacts[],
    records: [] as StoredReviewRecord[],
    datedStays: [] as Stay[],
    formerStays: [] as Stay[],
    formerHomes: [] as FormerHome[],
    ends: [] as CommuneRows['ends'],
    events: [] as EventRow[],
  };
  let persons = 0;
  for (const drawn of households) {
    const found = membersToWrite(drawn);
    const household = householdToWrite(drawn, found);
    persons += found.members.length;
    rows.households.push(household);
    for (const review of drawn.reviews) {
      rows.records.push(recordToStore(household, review, keys));
      const facts = factsToStore(household, review);
      if (facts !== null) rows.facts.push(facts);
    }
    for (const stay of found.stays) {
      if (stay.elsewhere) rows.formerStays.push(stay);
      else if (stay.left !== null || stay.from !== drawn.life.registeredOn) rows.datedStays.push(stay);
    }
    addHomes(rows, drawn, found);
    for (const { onDay, kind, detail } of lifeEvents(drawn, found.stays)) {
      const { originCommuneId, id: householdId, scopePath } = household;
      rows.events.push({ originCommuneId, householdId, id: keys.newId(), onDay, kind, detail, scopePath });
    }
  }
  return { ...rows, persons };
}

function householdToWrite(
  { life, listCode, reviews }: DrawnHousehold,
  found: MembersToWrite,
): HouseholdToWrite {
  const gone = reviews.find(({ record }) => record.goneReason !== null)?.record.goneReason ?? null;
  const head = found.members.find((member) => member.relation === 'head') ?? found.members[0];
  return {
    id: life.id,
    originCommuneId: (life.former ?? life).commune.id,
    listCode,
    registrationNumber: null,
    phone: null,
    address: null,
    villageId: life.village.id,
    scopePath: life.village.path,
    residentSince: life.registeredOn,
    residenceReason: reviews[0]?.record.arrivalReason === 'movedIn' ? 'movedIn' : 'registered',
    ended: gone === null ? null : { on: endDay(found.stays), reason: gone },
    headName: head?.fullName ?? life.persons.find((person) => person.relation === 'head')!.fullName,
    persons: found.present,
    members: found.members,
    flagOverrides: {},
    demonstration: true,
  };
}

function recordToStore(
  household: HouseholdToWrite,
  review: DrawnReview,
  { roundOf }: RowKeys,
): StoredReviewRecord {
  const { record, evidence, decision } = review;
  return {
    ...record,
    originCommuneId: household.originCommuneId,
    roundId: roundOf(record.year, record.communeId),
    scopePath: household.scopePath,
    computedClass: record.closing?.class ?? null,
    overrideReason: null,
    incomeScore: review.incomeScore,
    deprivationScore: review.deprivationScore,
    evidence: record.closing === null ? null : (evidence?.kind ?? null),
    scorecardId: review.scorecardId,
    decisionNumber: decision?.number ?? null,
    decisionDay: decision?.day ?? null,
    batchId: null,
    version: 0,
  };
}

function factsToStore(
  household: HouseholdToWrite,
  { record, facts, evidence }: DrawnReview,
): ReviewFacts | null {
  if (facts === null || !WITH_FACTS.includes(record.year as ReviewYear)) return null;
  return {
    originCommuneId: household.originCommuneId,
    householdId: household.id,
    year: record.year,
    scopePath: household.scopePath,
    facts,
    evidence: evidence ?? { kind: 'none' },
    note: null,
  };
}

function addHomes(
  rows: Pick<CommuneRows, 'formerHomes' | 'ends'>,
  { life, reviews }: DrawnHousehold,
  { stays }: MembersToWrite,
): void {
  const key = { originCommuneId: (life.former ?? life).commune.id, householdId: life.id };
  if (life.former !== null)
    rows.formerHomes.push({
      ...key,
      from: life.registeredOn,
      until: life.former.until,
      villageId: life.former.village.id,
      scopePath: life.village.path,
    });
  const gone = reviews.find(({ record }) => record.goneReason !== null);
  if (gone !== undefined) rows.ends.push({ ...key, on: endDay(stays), intoId: life.kin });
}
