import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { MEMBER_COLUMNS, type StoredMember } from './member.store.ts';

interface HouseholdKey {
  readonly originCommuneId: number;
  readonly id: string;
}

export interface Residence {
  readonly villageId: number;
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
}

/** Where the household lived, oldest first. */
export async function listResidences(db: Db, { originCommuneId, id }: HouseholdKey): Promise<Residence[]> {
  const answer =
    await sql<Residence>`select village_id as "villageId", valid_from as "from", valid_to as "to", reason
    from household_residence where origin_commune_id = ${originCommuneId} and household_id = ${id}::uuid
    order by valid_from`.execute(db);
  return answer.rows;
}

export interface HouseholdEvent {
  readonly id: string;
  readonly onDay: string;
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What happened, newest first. */
export async function listEvents(db: Db, { originCommuneId, id }: HouseholdKey): Promise<HouseholdEvent[]> {
  const answer = await sql<HouseholdEvent>`select id, on_day as "onDay", at, kind, actor, detail
    from household_event where origin_commune_id = ${originCommuneId} and household_id = ${id}::uuid
    order by on_day desc, at desc, id desc`.execute(db);
  return answer.rows;
}

export interface RecentEvent extends HouseholdEvent {
  readonly householdId: string;
  readonly head: string;
  readonly villageId: number;
}

/** The latest acts of people on households under a path since a day, without the first record of each. */
export async function listRecentEvents(
  db: Db,
  { path, since, limit }: { path: string; since: string; limit: number },
): Promise<RecentEvent[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<RecentEvent>`
    select e.id, e.on_day as "onDay", e.at, e.kind, e.actor, e.detail, e.household_id as "householdId",
      h.head_name as head, h.village_id as "villageId"
    from household_event e
    join household h on h.origin_commune_id = e.origin_commune_id and h.id = e.household_id
    where e.at >= ${since}::timestamptz and e.kind <> 'registered' and e.actor <> 'system'
      and e.scope_path >= ${from} and e.scope_path < ${to}
    order by e.at desc, e.id desc limit ${limit}`.execute(db);
  return answer.rows;
}

/** Who was here and is now with another household, as they left. */
export async function listMembersGoneElsewhere(
  db: Db,
  { originCommuneId, id }: HouseholdKey,
): Promise<StoredMember[]> {
  const answer = await sql<StoredMember & { goneOn: string }>`
    select distinct on (p.id) ${MEMBER_COLUMNS}, m.relation as relation, m.valid_to as "goneOn"
    from household_membership m
    join person p on p.origin_commune_id = m.origin_commune_id and p.id = m.person_id
    where m.origin_commune_id = ${originCommuneId} and m.household_id = ${id}::uuid and m.valid_to is not null
      and not (m.reason = 'merged' and m.valid_to = m.valid_from)
      and p.household_id <> m.household_id
    order by p.id, m.valid_from desc`.execute(db);
  return answer.rows.map(({ goneOn, ...member }) => ({ ...member, leftOn: goneOn, leftReason: 'movedAway' }));
}
