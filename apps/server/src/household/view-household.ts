import type { HouseholdView } from '@benvung/contract/household';
import { deriveFlags, flagsInForce } from '@benvung/domain/household/derive-flags';
import { heldFields } from '@benvung/domain/household/sensitive-fields';
import { startUpper } from '@benvung/domain/shared/phrase';
import type { Language } from '@benvung/domain/shared/text';
import type { Db } from '../platform/database/database.ts';
import { type HouseholdReview, listCorrections, listReviewsOfHouseholds } from '../review/review.public.ts';
import { classOfYear, lastExitOf } from './class-of-year.ts';
import { tellCorrection } from './correction-text.ts';
import { listKnownPairs } from './duplicate.store.ts';
import { eventText } from './event-text.ts';
import { listHeadNames, type StoredHousehold } from './household.store.ts';
import {
  type HouseholdEvent,
  listEvents,
  listMembersGoneElsewhere,
  listResidences,
} from './household-life.store.ts';
import { localGroupsAt } from './local-groups-at.ts';
import { lowIncomeWorkersOf } from './low-income-workers.ts';
import { listAllMembers, type StoredMember } from './member.store.ts';
import { readUnitNames, type UnitNames } from './unit-names.ts';

interface Reader {
  readonly today: string;
  readonly language: Language;
}

/** One household's whole life in the programme; sensitive fields only say that they hold something. */
export async function viewHousehold(
  db: Db,
  household: StoredHousehold,
  reader: Reader,
): Promise<HouseholdView> {
  const members = await listAllMembers(db, household.originCommuneId, household.id);
  const elsewhere = await listMembersGoneElsewhere(db, household);
  const reviews = (await listReviewsOfHouseholds(db, [household])).get(household.id) ?? [];
  const residences = await listResidences(db, household);
  const events = await listEvents(db, household);
  const kin = await listHeadNames(db, householdsIn(events));
  const ids = [household.villageId, ...residences.map(({ villageId }) => villageId), ...villagesIn(events)];
  const units = await readUnitNames(db, { paths: [household.scopePath], ids }, reader.today);
  const [localGroups] = await localGroupsAt(db, { villages: [household.villageId], day: reader.today });
  const everyone = [...members, ...elsewhere];
  const { originCommuneId, id } = household;
  const workers = await lowIncomeWorkersOf(db, { originCommuneId, id, reviews }, reader.language);
  const corrections = await listCorrections(db, household.id);
  const suspected = await listSuspected(db, household.id);
  const { endedOn, endedReason } = household;
  return {
    id: household.id,
    version: household.version,
    listCode: household.listCode,
    head: household.headName,
    address: household.address,
    village: units.of(household.villageId),
    path: units.lineage(household.scopePath),
    demonstration: household.demonstration,
    ended: endedOn === null ? null : { on: endedOn, reason: endedReason ?? '' },
    classes: reviews.map((review) => classOfYear(review, reader.language)),
    members: everyone.map((member) => ({
      ...viewMember(member),
      lowIncomeWorker: workers.get(member.personId) ?? null,
    })),
    flags: flagsOf(household, { members, reviews, localGroups }, reader.today),
    residences: residences.map(({ villageId, ...residence }) => ({
      village: units.of(villageId),
      ...residence,
    })),
    events: [
      ...tellEvents(events, { everyone, units, kin }, reader.language),
      ...corrections.map((correction) => tellCorrection(correction, reader.language)),
    ].sort((a, b) => (a.onDay === b.onDay ? 0 : a.onDay < b.onDay ? 1 : -1)),
    suspected,
  };
}

async function listSuspected(db: Db, id: string): Promise<HouseholdView['suspected']> {
  const pairs = (await listKnownPairs(db, [id])).filter(({ state }) => state === 'proposed');
  const others = pairs.map((pair) => (pair.householdId === id ? pair.otherId : pair.householdId));
  const heads = await listHeadNames(db, others);
  return others.flatMap((other) => {
    const head = heads.get(other);
    return head === undefined ? [] : [{ id: other, head }];
  });
}

export const viewMember = (member: StoredMember): HouseholdView['members'][number] => ({
  personId: member.personId,
  fullName: member.fullName,
  relation: member.relation,
  sex: member.sex,
  birthYear: member.birthDate === null ? null : Number(member.birthDate.slice(0, 4)),
  educationFinished: member.educationFinished,
  attending: member.attending,
  labourStatus: member.labourStatus,
  closed: heldFields(member),
  left: member.leftOn === null ? null : { on: member.leftOn, reason: member.leftReason ?? '' },
});

interface FlagFacts {
  readonly members: readonly StoredMember[];
  readonly reviews: readonly HouseholdReview[];
  readonly localGroups: readonly string[];
}

function flagsOf(
  { flagOverrides }: StoredHousehold,
  { members, reviews, localGroups }: FlagFacts,
  day: string,
): HouseholdView['flags'] {
  const present = members.filter(({ leftOn }) => leftOn === null);
  const derived = deriveFlags({ members: present, day, localGroups, lastExit: lastExitOf(reviews) });
  return flagsInForce(derived, flagOverrides);
}

const HOUSEHOLD_KEYS = ['fromHouseholdId', 'intoHouseholdId'] as const;
const VILLAGE_KEYS = ['fromVillageId', 'toVillageId'] as const;

const householdsIn = (events: readonly HouseholdEvent[]): string[] =>
  events.flatMap(({ detail }) =>
    HOUSEHOLD_KEYS.flatMap((key) => (typeof detail[key] === 'string' ? [detail[key]] : [])),
  );
const villagesIn = (events: readonly HouseholdEvent[]): number[] =>
  events.flatMap(({ detail }) =>
    VILLAGE_KEYS.flatMap((key) => (typeof detail[key] === 'number' ? [detail[key]] : [])),
  );

interface Known {
  readonly everyone: readonly StoredMember[];
  readonly units: UnitNames;
  readonly kin: ReadonlyMap<string, string>;
}

function tellEvents(
  events: readonly HouseholdEvent[],
  { everyone, units, kin }: Known,
  language: Language,
): HouseholdView['events'] {
  const persons = new Map(everyone.map(({ personId, fullName }) => [personId, fullName]));
  const names = {
    person: (id: string) => persons.get(id),
    village: (id: number) => units.of(id).name,
    household: (id: string) => kin.get(id),
  };
  return events.map((event) => ({
    id: event.id,
    onDay: event.onDay,
    at: event.at,
    kind: event.kind,
    actor: event.actor,
    text: startUpper(eventText(event, names, language)),
  }));
}
