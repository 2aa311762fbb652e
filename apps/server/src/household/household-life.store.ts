import { sql } from 'kysely';
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
      and p.household_id <> m.household_id
    order by p.id, m.valid_from desc`.execute(db);
  return answer.rows.map(({ goneOn, ...member }) => ({ ...member, leftOn: goneOn, leftReason: 'movedAway' }));
}
