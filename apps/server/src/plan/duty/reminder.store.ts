import type { DutyState } from '@benvung/domain/plan/duty/duty-state';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

export interface OpenDuty {
  readonly id: string;
  readonly unitId: number;
  readonly giverUnitId: number;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly accountId: string | null;
  readonly origin: 'plan' | 'own';
  readonly kind: 'task' | 'report';
  readonly task: string;
  readonly dueOn: string | null;
  readonly state: DutyState;
  readonly reportedOn: string | null;
}

/** Duties that may be recalled, in parts by id: open ones with a deadline until `until`, and reported ones. */
export async function listOpenDuties(
  db: Db,
  { after, until, limit }: { after: string; until: string; limit: number },
): Promise<readonly OpenDuty[]> {
  const answer = await sql<OpenDuty>`
    select d.id, d.unit_id as "unitId", d.giver_unit_id as "giverUnitId", d.agency_id as "agencyId",
      (select g.name from agency g where g.id = d.agency_id) as "agencyName", d.account_id as "accountId", d.origin,
      d.kind, d.task, d.due_on as "dueOn", d.state, d.reported_on as "reportedOn"
    from duty d where d.state not in ('accepted', 'cancelled') and (d.state = 'reported' or d.due_on <= ${until}::date)
      and d.id > ${after}::uuid
    order by d.id limit ${limit}`.execute(db);
  return answer.rows;
}

export interface Reached {
  readonly kind: 'agency' | 'person' | 'unit';
  readonly key: string;
  readonly address: string;
}

/**
 * Who is written to: an agency's own address and those of its people, a person, the officers and leaders of a unit.
 * Only active accounts that set an address themselves.
 */
export async function listReached(
  db: Db,
  {
    agencies,
    people,
    units,
  }: { agencies: readonly string[]; people: readonly string[]; units: readonly number[] },
): Promise<readonly Reached[]> {
  const answer = await sql<Reached>`
    select 'agency' as kind, g.id::text as key, g.mail_address as address from agency g
      where g.id = any(${[...agencies]}::uuid[]) and g.mail_address is not null
    union select 'agency', m.agency_id::text, w.address from agency_member m
      join mail_address w on w.account_id = m.account_id join account a on a.id = m.account_id
      where m.agency_id = any(${[...agencies]}::uuid[]) and a.status = 'active'
    union select 'person', w.account_id::text, w.address from mail_address w join account a on a.id = w.account_id
      where w.account_id = any(${[...people]}::uuid[]) and a.status = 'active'
    union select 'unit', r.unit_id::text, w.address from account_role r
      join mail_address w on w.account_id = r.account_id join account a on a.id = r.account_id
      where r.unit_id = any(${[...units]}::bigint[]) and r.role in ('officer', 'approver') and a.status = 'active'`.execute(
    db,
  );
  return answer.rows;
}
