import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import { MEMBER_COLUMNS, type StoredMember } from './member.store.ts';

/**
 * Who was in the given households on a day, with the relation they had then, by household; heads first, and of two
 * the one whose time ended first: memberships of a successor may already call them head.
 */
export async function listMembersOn(
  db: Db,
  householdIds: readonly string[],
  day: string,
): Promise<Map<string, StoredMember[]>> {
  const answer = await sql<StoredMember & { wasIn: string }>`
    select ${MEMBER_COLUMNS}, m.relation as relation, h.id as "wasIn" from household h
    join household_membership m on m.origin_commune_id = h.origin_commune_id and m.household_id = h.id
    join person p on p.origin_commune_id = m.origin_commune_id and p.id = m.person_id
    where h.id = any(${[...householdIds]}::uuid[])
      and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to > ${day}::date)
    order by (m.relation <> 'head'), m.valid_to nulls last, p.birth_date nulls last, p.sort_key, p.id`.execute(
    db,
  );
  const members = new Map<string, StoredMember[]>();
  for (const { wasIn, ...member } of answer.rows) {
    const others = members.get(wasIn);
    if (others === undefined) members.set(wasIn, [member]);
    else others.push(member);
  }
  return members;
}

/** The head's name and keys of households follow whoever is their head now. */
export async function followHeads(db: Db, householdIds: readonly string[]): Promise<void> {
  await sql`update household h set head_person_id = p.id, head_name = p.full_name,
      head_search_key = p.search_key, head_sort_key = p.sort_key
    from person p
    where h.id = any(${[...householdIds]}::uuid[]) and p.origin_commune_id = h.origin_commune_id
      and p.household_id = h.id and p.relation = 'head' and p.left_on is null
      and h.head_person_id is distinct from p.id`.execute(db);
}
