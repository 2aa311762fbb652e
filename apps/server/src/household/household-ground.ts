import type { ProblemCode } from '@benvung/contract/problem-texts';
import { deriveFlags, type Flag, flagsInForce } from '@benvung/domain/household/derive-flags';
import {
  type ActTime,
  type HouseholdState,
  headOf,
  presentHome,
} from '@benvung/domain/household/household-state';
import type { HouseholdChange } from '@benvung/domain/review/follow-household';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Language } from '@benvung/domain/shared/text';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { newId } from '../platform/ids.ts';
import { followHouseholdInReviews } from '../review/review.public.ts';
import { findUnitOn, type UnitOnDay } from '../territory/territory.public.ts';
import { renewDuplicates } from './find-duplicates.ts';
import { lockHouseholds, type StoredHousehold } from './household.store.ts';
import { listResidences } from './household-life.store.ts';
import { localGroupsAt } from './local-groups-at.ts';
import { listAllMembers, type StoredMember } from './member.store.ts';
import { findReviewFacts } from './review-facts.store.ts';
import {
  addEvents,
  type EventToAdd,
  listMemberships,
  saveHousehold,
  setHistoryPaths,
} from './save-household.store.ts';

/** What every act on households is given besides its own words. */
export interface ActGround {
  readonly db: Db;
  readonly areas: readonly string[];
  readonly today: string;
  readonly at: string;
  /** Shown in the household's history. */
  readonly actor: string;
  readonly accountId?: string | null;
  readonly language: Language;
  /** Whether households begun now are the demonstration's. */
  readonly demonstration: boolean;
}

export type Acted<Value> = Promise<Result<Value, Problem<ProblemCode>>>;

/** A stored household with its whole history, held until the transaction ends. */
export interface HeldHousehold {
  readonly stored: StoredHousehold;
  readonly state: HouseholdState;
  readonly people: ReadonlyMap<string, StoredMember>;
}

export async function holdHousehold(db: Db, id: string): Acted<HeldHousehold> {
  const held = await holdHouseholds(db, [id]);
  if (!held.ok) return held;
  return ok(held.value.get(id)!);
}

/** All of them or a refusal; locked in one order whoever asks. */
export async function holdHouseholds(db: Db, ids: readonly string[]): Acted<Map<string, HeldHousehold>> {
  const locked = await lockHouseholds(db, ids);
  const held = new Map<string, HeldHousehold>();
  for (const stored of locked.values()) {
    const people = await listAllMembers(db, stored.originCommuneId, stored.id);
    const residences = await listResidences(db, stored);
    const memberships = await listMemberships(db, stored);
    held.set(stored.id, {
      stored,
      people: new Map(people.map((person) => [person.personId, person])),
      state: stateOfStored(stored, people, { residences, memberships }),
    });
  }
  return ids.every((id) => held.has(id)) ? ok(held) : refuse('shared.not-found');
}

function stateOfStored(
  stored: StoredHousehold,
  people: readonly StoredMember[],
  history: Pick<HouseholdState, 'residences' | 'memberships'>,
): HouseholdState {
  const { latitude, longitude, endedOn } = stored;
  return {
    ...history,
    id: stored.id,
    version: stored.version,
    fields: {
      listCode: stored.listCode,
      registrationNumber: stored.registrationNumber,
      phone: stored.phone,
      address: stored.address,
      location: latitude === null || longitude === null ? null : { latitude, longitude },
    },
    members: people.filter(({ leftOn }) => leftOn === null),
    departed: people.flatMap((member) =>
      member.leftOn === null ? [] : [{ member, on: member.leftOn, reason: member.leftReason ?? '' }],
    ),
    persons: stored.persons,
    flagOverrides: stored.flagOverrides,
    ended:
      endedOn === null
        ? null
        : { on: endedOn, reason: stored.endedReason ?? '', intoId: stored.mergedIntoId },
  };
}

/** Who acts, for the histories of reviews that follow. */
export const actingIn = ({ today, at, actor, accountId = null }: ActGround) => ({
  today,
  at,
  actor,
  accountId,
});

/** The village an act names, as it stands today, within the areas of the one who acts. */
export async function findVillage({ db, areas, today }: ActGround, villageId: number): Acted<UnitOnDay> {
  const village = await findUnitOn(db, villageId, today);
  if (village === undefined || village.level !== 'village' || !isInside(areas, village.path))
    return refuse('household.village-unknown');
  return ok(village);
}

export type Event = Omit<EventToAdd, 'id'>;

interface HouseholdAfterAct {
  readonly before: HeldHousehold;
  readonly after: HouseholdState;
  readonly time: ActTime;
  readonly events: readonly Event[];
  /** People who come from other households, as they are stored there. */
  readonly coming?: ReadonlyMap<string, StoredMember>;
  /** The village it lives in now, when the act moved it. */
  readonly village?: UnitOnDay;
}

/** Writes what an act decided: the household, its history, and the reviews that are still open. */
export async function keepHousehold(ground: ActGround, kept: HouseholdAfterAct): Acted<{ version: number }> {
  const { before, after, time, village } = kept;
  const { originCommuneId, id } = before.stored;
  const groups = await localGroupsAt(ground.db, {
    villages: [before.stored.villageId, village?.id ?? presentHome(after)?.villageId ?? 0],
    day: time.day,
  });
  const scopePath = await writeHousehold(ground, kept);
  if (scopePath !== before.stored.scopePath)
    await setHistoryPaths(ground.db, { originCommuneId, id }, scopePath);
  const followed = await followHouseholdInReviews(
    ground.db,
    {
      originCommuneId,
      householdId: id,
      scopePath,
      change: changeOf(before.state, after, { time, village, groups }),
      factsOf: (year) => findReviewFacts(ground.db, { originCommuneId, householdId: id, year }),
    },
    actingIn(ground),
  );
  if (!followed.ok) return followed;
  await renewDuplicates(ground.db, [id], ground.at);
  return ok({ version: after.version + 1 });
}

/** The household as it is after an act, with what its history says of it. @returns its path then */
export async function writeHousehold(
  ground: ActGround,
  { before, after, village, ...kept }: Omit<HouseholdAfterAct, 'time'>,
): Promise<string> {
  const { originCommuneId, id } = before.stored;
  const scopePath = village?.path ?? before.stored.scopePath;
  await saveHousehold(
    ground.db,
    {
      originCommuneId,
      state: after,
      villageId: presentHome(after)?.villageId ?? before.stored.villageId,
      scopePath,
      headName: before.stored.headName,
      demonstration: before.stored.demonstration,
      stored: new Map([...before.people, ...(kept.coming ?? [])]),
    },
    ground.at,
  );
  const events = kept.events.map((event) => ({ ...event, id: newId() }));
  await addEvents(ground.db, { originCommuneId, id, scopePath }, { ...ground, events });
  return scopePath;
}

interface ChangeGround {
  readonly time: ActTime;
  readonly village: UnitOnDay | undefined;
  /** Local groups where it lived and where it lives. */
  readonly groups: readonly [before: readonly string[], after: readonly string[]];
}

function changeOf(
  before: HouseholdState,
  after: HouseholdState,
  { time, village, groups }: ChangeGround,
): HouseholdChange {
  const ethnicity = headOf(after.members)?.ethnicity;
  const reason = after.ended?.reason;
  return {
    day: time.day,
    movedTo:
      village === undefined ? null : { communeId: village.parentId ?? village.id, villageId: village.id },
    personsAdded: after.persons - before.persons,
    gone: reason === undefined ? null : (reason as HouseholdChange['gone']),
    ...(ethnicity == null || ethnicity === headOf(before.members)?.ethnicity
      ? {}
      : { headEthnicity: ethnicity }),
    flags: after.ended === null ? changedFlags(before, after, { day: time.day, groups }) : {},
  };
}

/** Flags in force that the act changed; one that nobody knows any more no longer holds. */
function changedFlags(
  before: HouseholdState,
  after: HouseholdState,
  { day, groups }: { readonly day: string; readonly groups: ChangeGround['groups'] },
): HouseholdChange['flags'] {
  const inForce = ({ members, flagOverrides }: HouseholdState, localGroups: readonly string[]) =>
    new Map(
      flagsInForce(deriveFlags({ members, day, localGroups, lastExit: null }), flagOverrides).map(
        ({ flag, value }): [Flag, boolean | null] => [flag, value],
      ),
    );
  const was = inForce(before, groups[0]);
  const changed = [...inForce(after, groups[1])].filter(([flag, value]) => was.get(flag) !== value);
  return Object.fromEntries(changed.map(([flag, value]) => [flag, value ?? false]));
}
