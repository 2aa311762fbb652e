import type { MemberFacts } from '@benvung/domain/household/household-facts';
import type { HouseholdState, Membership, Residence } from '@benvung/domain/household/household-state';
import { headOf } from '@benvung/domain/household/household-state';
import { namesKey } from '@benvung/domain/household/name-search';
import { personSortKey, searchKey } from '@benvung/domain/shared/vietnamese-text';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import { factsRow, type StoredMember } from './member.store.ts';

export interface HouseholdKey {
  readonly originCommuneId: number;
  readonly id: string;
}

export async function listMemberships(db: Db, { originCommuneId, id }: HouseholdKey): Promise<Membership[]> {
  const answer = await sql<Membership>`select person_id as "personId", valid_from as "from", valid_to as "to",
      relation, reason from household_membership
    where origin_commune_id = ${originCommuneId} and household_id = ${id}::uuid
    order by valid_from, valid_to nulls last, person_id`.execute(db);
  return answer.rows;
}

export interface HouseholdToSave {
  readonly originCommuneId: number;
  readonly state: HouseholdState;
  readonly villageId: number;
  readonly scopePath: string;
  readonly headName: string;
  readonly demonstration: boolean;
  /** Those of its people who are stored already, here or in the household they come from. */
  readonly stored: ReadonlyMap<string, StoredMember>;
}

/** Writes a household as it is after an act over what is stored of it; its history is only ever added to. */
export async function saveHousehold(db: Db, household: HouseholdToSave, at: string): Promise<void> {
  await upsertHousehold(db, household, at);
  await upsertResidences(db, household);
  await upsertPersons(db, household);
  await upsertMemberships(db, household);
}

async function upsertHousehold(db: Db, household: HouseholdToSave, at: string): Promise<void> {
  const { state } = household;
  const head = headOf(state.members);
  const headName = head?.fullName ?? household.headName;
  const row = {
    origin_commune_id: household.originCommuneId,
    id: state.id,
    version: state.version + 1,
    list_code: state.fields.listCode,
    registration_number: state.fields.registrationNumber,
    phone: state.fields.phone,
    address: state.fields.address,
    latitude: state.fields.location?.latitude ?? null,
    longitude: state.fields.location?.longitude ?? null,
    village_id: household.villageId,
    scope_path: household.scopePath,
    head_person_id: head?.personId ?? null,
    head_name: headName,
    head_search_key: searchKey(headName),
    head_sort_key: personSortKey(headName),
    members_search_key: namesKey(
      state.members.length === 0 ? [headName] : state.members.map(({ fullName }) => fullName),
    ),
    persons: state.persons,
    flag_overrides: state.flagOverrides,
    ended_on: state.ended?.on ?? null,
    ended_reason: state.ended?.reason ?? null,
    merged_into_id: state.ended?.intoId ?? null,
    demonstration: household.demonstration,
    created_at: at,
    updated_at: at,
  };
  await sql`insert into household select * from jsonb_populate_record(null::household, ${JSON.stringify(row)}::jsonb)
    on conflict on constraint household_pk do update set version = excluded.version, list_code = excluded.list_code,
      registration_number = excluded.registration_number, phone = excluded.phone, address = excluded.address,
      latitude = excluded.latitude, longitude = excluded.longitude, village_id = excluded.village_id,
      scope_path = excluded.scope_path, head_person_id = excluded.head_person_id, head_name = excluded.head_name,
      head_search_key = excluded.head_search_key, head_sort_key = excluded.head_sort_key,
      members_search_key = excluded.members_search_key, persons = excluded.persons,
      flag_overrides = excluded.flag_overrides, ended_on = excluded.ended_on, ended_reason = excluded.ended_reason,
      merged_into_id = excluded.merged_into_id, updated_at = excluded.updated_at`.execute(db);
}

async function upsertResidences(
  db: Db,
  { originCommuneId, state, scopePath }: HouseholdToSave,
): Promise<void> {
  const rows = state.residences.map((each: Residence) => ({
    origin_commune_id: originCommuneId,
    household_id: state.id,
    valid_from: each.from,
    valid_to: each.to,
    village_id: each.villageId,
    reason: each.reason,
    scope_path: scopePath,
  }));
  await sql`insert into household_residence
    select * from jsonb_populate_recordset(null::household_residence, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint household_residence_pk do update set
      valid_to = excluded.valid_to, scope_path = excluded.scope_path`.execute(db);
}

/** A place the household is no longer said to have lived in: the move there was taken back. */
export async function deleteResidence(
  db: Db,
  { originCommuneId, id }: HouseholdKey,
  { from }: Pick<Residence, 'from'>,
): Promise<void> {
  await sql`delete from household_residence where origin_commune_id = ${originCommuneId}
    and household_id = ${id}::uuid and valid_from = ${from}::date`.execute(db);
}

async function upsertMemberships(
  db: Db,
  { originCommuneId, state, scopePath }: HouseholdToSave,
): Promise<void> {
  const rows = state.memberships.map((each) => ({
    origin_commune_id: originCommuneId,
    household_id: state.id,
    person_id: each.personId,
    valid_from: each.from,
    valid_to: each.to,
    relation: each.relation,
    reason: each.reason,
    scope_path: scopePath,
  }));
  await sql`insert into household_membership
    select * from jsonb_populate_recordset(null::household_membership, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint household_membership_pk do update set valid_to = excluded.valid_to,
      relation = excluded.relation, reason = excluded.reason, scope_path = excluded.scope_path`.execute(db);
}

async function upsertPersons(
  db: Db,
  { originCommuneId, state, scopePath, stored }: HouseholdToSave,
): Promise<void> {
  const everyone = [
    ...state.members.map((member) => ({ member, on: null, reason: null })),
    ...state.departed,
  ];
  const rows = everyone.flatMap(({ member, on, reason }) => {
    const before = stored.get(member.personId);
    const row = personRow({ originCommuneId, id: state.id, scopePath }, member, { on, reason });
    return before !== undefined && JSON.stringify(row) === JSON.stringify(rowOfStored(before))
      ? []
      : [{ ...row, version: (before?.version ?? 0) + 1 }];
  });
  if (rows.length === 0) return;
  const changes = sql.join(
    Object.keys(rows[0] ?? {})
      .slice(2)
      .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
  );
  await sql`insert into person select * from jsonb_populate_recordset(null::person, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint person_pk do update set ${changes}`.execute(db);
}

const personRow = (
  { originCommuneId, id, scopePath }: HouseholdKey & { readonly scopePath: string },
  member: MemberFacts,
  { on, reason }: { readonly on: string | null; readonly reason: string | null },
) => ({
  origin_commune_id: originCommuneId,
  id: member.personId,
  household_id: id,
  scope_path: scopePath,
  ...factsRow(member),
  left_on: on,
  left_reason: reason,
});

const rowOfStored = (stored: StoredMember) =>
  personRow(
    { originCommuneId: stored.originCommuneId, id: stored.householdId, scopePath: stored.scopePath },
    stored,
    { on: stored.leftOn, reason: stored.leftReason },
  );

export interface EventToAdd {
  readonly id: string;
  readonly onDay: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export async function addEvents(
  db: Db,
  { originCommuneId, id, scopePath }: HouseholdKey & { readonly scopePath: string },
  {
    events,
    at,
    actor,
  }: { readonly events: readonly EventToAdd[]; readonly at: string; readonly actor: string },
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    origin_commune_id: originCommuneId,
    household_id: id,
    id: event.id,
    on_day: event.onDay,
    at,
    kind: event.kind,
    actor,
    detail: event.detail,
    scope_path: scopePath,
  }));
  await sql`insert into household_event
    select * from jsonb_populate_recordset(null::household_event, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  );
}

/** What is not written anew with the household: its frozen answers and what happened to it. */
export async function setHistoryPaths(
  db: Db,
  { originCommuneId, id }: HouseholdKey,
  scopePath: string,
): Promise<void> {
  await sql`update household_event set scope_path = ${scopePath}
    where origin_commune_id = ${originCommuneId} and household_id = ${id}::uuid`.execute(db);
  await sql`update review_facts set scope_path = ${scopePath}
    where origin_commune_id = ${originCommuneId} and household_id = ${id}::uuid`.execute(db);
  await sql`update review_answers set scope_path = ${scopePath}
    where origin_commune_id = ${originCommuneId} and household_id = ${id}::uuid`.execute(db);
  await sql`update review_interview set scope_path = ${scopePath}
    where origin_commune_id = ${originCommuneId} and household_id = ${id}::uuid`.execute(db);
}

/** Persons who bear a number besides the one named, where the caller may see. */
export async function countSameNumber(db: Db, number: string, personId: string): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*) as count from person p
    where p.identity_number = ${number} and p.id <> ${personId}::uuid and p.left_on is null`.execute(db);
  return Number(answer.rows[0]?.count ?? 0);
}
