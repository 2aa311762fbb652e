import type { HouseholdView } from '@benvung/contract/household';
import { deriveFlags, flagsInForce } from '@benvung/domain/household/derive-flags';
import { eventText } from '@benvung/domain/household/event-text';
import { classifyMovement } from '@benvung/domain/review/movement';
import type { Db } from '../platform/database/database.ts';
import { listRecordsOfHousehold, type StoredReviewRecord } from '../review/review.public.ts';
import { findHousehold, type StoredHousehold } from './household.store.ts';
import { listEvents, listResidences } from './household-life.store.ts';
import { listAllMembers, type StoredMember } from './member.store.ts';
import { stateOf } from './read-household-list.ts';
import { idsOfPath, unitRefs } from './unit-refs.ts';

/** One household's whole life; what is sensitive is only said to be there. */
export async function readHousehold(db: Db, id: string, today: string): Promise<HouseholdView | undefined> {
  const household = await findHousehold(db, id);
  if (household === undefined) return undefined;
  const members = await listAllMembers(db, household.originCommuneId, id);
  const records = await listRecordsOfHousehold(db, household.originCommuneId, id);
  const residences = await listResidences(db, household);
  const events = await listEvents(db, household);
  const path = idsOfPath(household.scopePath);
  const ref = await unitRefs(
    db,
    [...path, household.villageId, ...residences.map(({ villageId }) => villageId)],
    today,
  );
  return {
    id,
    version: household.version,
    listCode: household.listCode,
    head: household.headName,
    address: household.address,
    village: ref(household.villageId),
    path: path.map(ref),
    demonstration: household.demonstration,
    ended: household.endedOn === null ? null : { on: household.endedOn, reason: household.endedReason ?? '' },
    classes: records.map(classOfYear),
    members: members.map(memberView),
    flags: flagsOf(household, members, records, today),
    residences: residences.map(({ villageId, ...rest }) => ({ village: ref(villageId), ...rest })),
    events: events.map(({ detail, ...event }) => ({
      ...event,
      text: eventText(event.kind, detail as never, 'vi'),
    })),
  };
}

function classOfYear(record: StoredReviewRecord): HouseholdView['classes'][number] {
  const official = stateOf(record.stage) === 'official';
  const [movement] = classifyMovement(record).filter(({ kind }) => kind !== 'movedOut' && kind !== 'movedIn');
  return {
    year: record.year,
    standard: record.standardId,
    class: record.closing?.class ?? null,
    state: official ? 'official' : 'provisional',
    gone: record.goneReason,
    movement: movement?.kind ?? null,
    decision: record.decisionNumber,
    unverified: record.verified ? [] : ['⚠ thang điểm chưa kiểm chứng'],
  };
}

function memberView(member: StoredMember): HouseholdView['members'][number] {
  const year = member.birthDate === null ? Number.NaN : Number(member.birthDate.slice(0, 4));
  return {
    personId: member.personId,
    fullName: member.fullName,
    relation: member.relation,
    sex: member.sex,
    birthYear: Number.isInteger(year) ? year : null,
    educationFinished: member.educationFinished,
    attending: member.attending,
    labourStatus: member.labourStatus,
    closed: closedFields(member),
    left: member.leftOn === null ? null : { on: member.leftOn, reason: member.leftReason ?? '' },
  };
}

function closedFields(member: StoredMember): HouseholdView['members'][number]['closed'] {
  const closed: HouseholdView['members'][number]['closed'] = [];
  if (member.identityNumber !== null) closed.push('identityNumber');
  if (member.ethnicity !== null) closed.push('ethnicity');
  if (member.disabilityForm !== null || member.disabilityDegree !== null) closed.push('disability');
  if (member.untreatedIllness !== null) closed.push('illness');
  if (member.nutrition !== null) closed.push('nutrition');
  return closed;
}

function flagsOf(
  household: StoredHousehold,
  members: readonly StoredMember[],
  records: readonly StoredReviewRecord[],
  today: string,
): HouseholdView['flags'] {
  const present = members.filter(({ leftOn }) => leftOn === null);
  const derived = deriveFlags({
    members: present,
    day: today,
    localGroups: [],
    lastExit: lastExitOf(records),
  });
  return flagsInForce(derived, household.flagOverrides);
}

/** The day of the last recognised exit from poverty or near-poverty that was not followed by a return. */
export function lastExitOf(records: readonly StoredReviewRecord[]): string | null {
  let day: string | null = null;
  for (const { opening, closing, stage, decisionDay, year } of records) {
    if (closing === null || stage !== 'recognised') continue;
    const wasListed = opening?.class === 'POOR' || opening?.class === 'NEAR_POOR';
    const isListed = closing.class === 'POOR' || closing.class === 'NEAR_POOR';
    if (isListed) day = null;
    else if (wasListed) day = decisionDay ?? `${year}-12-31`;
  }
  return day;
}
