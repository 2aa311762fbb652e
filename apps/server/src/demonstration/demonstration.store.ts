import { type RawBuilder, sql } from 'kysely';
import { copyRow } from '../platform/database/copy-text.ts';
import type { Db, Session } from '../platform/database/database.ts';
import { noteChangesIn } from '../review/review.public.ts';
import type { Stay } from './members-to-write.ts';

/** True when the database holds facts that are not the demonstration's. */
export async function holdsRealFacts(db: Db): Promise<boolean> {
  const answer = await sql<{ there: boolean }>`select
    exists (select from household where not demonstration)
    or exists (select from review_round where not demonstration)
    or exists (select from population_base where not demonstration)
    or exists (select from reported_table) as there`.execute(db);
  return answer.rows[0]!.there;
}

export interface DemonstrationMark {
  readonly seed: string;
  readonly households: number;
  readonly persons: number;
}

/** The mark of a loaded demonstration; undefined in a database without one. */
export async function findDemonstrationMark(db: Db): Promise<DemonstrationMark | undefined> {
  const answer = await sql<{ value: DemonstrationMark }>`
    select value from setting where name = 'demonstration'`.execute(db);
  return answer.rows[0]?.value;
}

/** Marks the database and gives it a day of its own. */
export async function markDemonstration(db: Db, mark: DemonstrationMark, today: string): Promise<void> {
  await sql`insert into setting (name, value) values
    ('demonstration', ${JSON.stringify(mark)}::jsonb), ('today', ${JSON.stringify(today)}::jsonb)
    on conflict on constraint setting_pk do update set value = excluded.value`.execute(db);
}

export async function unmarkDemonstration(db: Db): Promise<void> {
  await sql`delete from setting where name in ('demonstration', 'today')`.execute(db);
}

const each = <Row>(rows: readonly Row[], of: (row: Row) => string | number | null): RawBuilder<unknown> =>
  sql`${rows.map(of)}`;

/** Dates a stay that did not begin with the household, and ends one that is over. */
export async function dateStays(db: Db, stays: readonly Stay[]): Promise<void> {
  const own = stays.filter((stay) => !stay.elsewhere);
  if (own.length === 0) return;
  await sql`
    update household_membership m set valid_from = s.valid_from, valid_to = s.valid_to, reason = s.reason
    from unnest(${each(own, (stay) => stay.originCommuneId)}::bigint[], ${each(own, (stay) => stay.householdId)}::uuid[],
      ${each(own, (stay) => stay.personId)}::uuid[], ${each(own, (stay) => stay.from)}::date[],
      ${each(own, (stay) => stay.left?.on ?? null)}::date[], ${each(own, (stay) => stay.joinReason)}::text[]
    ) as s (origin_commune_id, household_id, person_id, valid_from, valid_to, reason)
    where m.origin_commune_id = s.origin_commune_id and m.household_id = s.household_id
      and m.person_id = s.person_id`.execute(db);
  const gone = own.filter((stay) => stay.left !== null);
  await sql`
    update person p set left_on = s.left_on, left_reason = s.left_reason
    from unnest(${each(gone, (stay) => stay.originCommuneId)}::bigint[], ${each(gone, (stay) => stay.personId)}::uuid[],
      ${each(gone, (stay) => stay.left!.on)}::date[], ${each(gone, (stay) => stay.left!.reason)}::text[]
    ) as s (origin_commune_id, id, left_on, left_reason)
    where p.origin_commune_id = s.origin_commune_id and p.id = s.id`.execute(db);
}

/** Former stays of persons whose own row is kept with another household. */
export async function copyFormerStays(session: Session, stays: readonly Stay[]): Promise<void> {
  const columns = [
    'origin_commune_id',
    'household_id',
    'person_id',
    'valid_from',
    'valid_to',
    'relation',
    'reason',
    'scope_path',
  ];
  await session.copyIn(
    { table: 'household_membership', columns },
    stays.map((stay) =>
      copyRow([
        stay.originCommuneId,
        stay.householdId,
        stay.personId,
        stay.from,
        stay.left?.on,
        stay.relation,
        stay.joinReason,
        stay.scopePath,
      ]),
    ),
  );
}

export interface FormerHome {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly from: string;
  readonly until: string;
  readonly villageId: number;
  readonly scopePath: string;
}

/** A household that moved: the former home before the present one. */
export async function addFormerHomes(db: Db, homes: readonly FormerHome[]): Promise<void> {
  if (homes.length === 0) return;
  const ids = sql`${each(homes, (home) => home.originCommuneId)}::bigint[], ${each(homes, (home) => home.householdId)}::uuid[],
    ${each(homes, (home) => home.from)}::date[], ${each(homes, (home) => home.until)}::date[],
    ${each(homes, (home) => home.villageId)}::bigint[], ${each(homes, (home) => home.scopePath)}::text[]`;
  await sql`update household_residence r set valid_from = h.until, reason = 'moved'
    from unnest(${ids}) as h (origin_commune_id, household_id, since, until, village_id, scope_path)
    where r.origin_commune_id = h.origin_commune_id and r.household_id = h.household_id`.execute(db);
  await sql`insert into household_residence
      (origin_commune_id, household_id, valid_from, valid_to, village_id, reason, scope_path)
    select h.origin_commune_id, h.household_id, h.since, h.until, h.village_id, 'registered', h.scope_path
    from unnest(${ids}) as h (origin_commune_id, household_id, since, until, village_id, scope_path)`.execute(
    db,
  );
}

/** Ends the homes of households that are no more, and says which household took one in. */
export async function endHomes(
  db: Db,
  ends: readonly { originCommuneId: number; householdId: string; on: string; intoId: string | null }[],
): Promise<void> {
  if (ends.length === 0) return;
  const rows = sql`unnest(${each(ends, (end) => end.originCommuneId)}::bigint[], ${each(ends, (end) => end.householdId)}::uuid[],
    ${each(ends, (end) => end.on)}::date[], ${each(ends, (end) => end.intoId)}::uuid[]
    ) as e (origin_commune_id, household_id, ended_on, into_id)`;
  await sql`update household_residence r set valid_to = e.ended_on from ${rows}
    where r.origin_commune_id = e.origin_commune_id and r.household_id = e.household_id
      and r.valid_to is null and r.valid_from < e.ended_on`.execute(db);
  await sql`update household h set merged_into_id = e.into_id from ${rows}
    where h.origin_commune_id = e.origin_commune_id and h.id = e.household_id and e.into_id is not null`.execute(
    db,
  );
}

export interface EventRow {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly id: string;
  readonly onDay: string;
  readonly kind: string;
  readonly detail: unknown;
  readonly scopePath: string;
}

export async function copyEvents(
  session: Session,
  events: readonly EventRow[],
  { at, actor }: { at: string; actor: string },
): Promise<void> {
  const columns = [
    'origin_commune_id',
    'household_id',
    'id',
    'on_day',
    'at',
    'kind',
    'actor',
    'detail',
    'scope_path',
  ];
  await session.copyIn(
    { table: 'household_event', columns },
    events.map((event) =>
      copyRow([
        event.originCommuneId,
        event.householdId,
        event.id,
        event.onDay,
        at,
        event.kind,
        actor,
        JSON.stringify(event.detail),
        event.scopePath,
      ]),
    ),
  );
}

/** Closes or locks the demonstration's rounds of communes; their records were all put already. */
export async function settleRounds(
  db: Db,
  settled: { year: number; communeIds: readonly number[]; closedOn: string; lockedOn: string | null },
): Promise<void> {
  await sql`update review_round set status = ${settled.lockedOn === null ? 'CLOSED' : 'LOCKED'},
      closed_on = ${settled.closedOn}::date, locked_on = ${settled.lockedOn}::date, version = version + 1
    where demonstration and year = ${settled.year} and commune_id = any(${settled.communeIds}::bigint[])`.execute(
    db,
  );
  await noteChangesIn(db, settled.year, settled.communeIds);
}

/** So many new rows: the planner must hear of them before the first question. */
export async function analyseTables(db: Db): Promise<void> {
  await sql`analyze household, household_residence, household_membership, household_event, person, review_record,
    review_counter, population_base, territory_unit_version`.execute(db);
}

/**
 * What issued plans asked for days gone by was done in time, but by one unit in eleven in the last weeks: a
 * demonstration in which everything is late would show nothing.
 */
export async function settlePlanDuties(db: Db, { today, at }: { today: string; at: string }): Promise<void> {
  const done = sql`origin = 'plan' and state = 'assigned' and due_on < ${today}::date
    and not (unit_id % 11 = 0 and due_on > ${today}::date - 60)`;
  for (const [number, act, words] of [
    [2, 'report', 'Đã thực hiện, có báo cáo kèm theo'],
    [3, 'accept', null],
  ] as const)
    await sql`
      insert into duty_event (duty_id, number, act, at, on_day, actor, words, day, scope_path)
      select id, ${number}, ${act}, ${at}::timestamptz, due_on, owner_words, ${words}, null, scope_path
      from duty where ${done}`.execute(db);
  await sql`
    update duty set state = 'accepted', result = 'Đã thực hiện, có báo cáo kèm theo', evidence = 'Báo cáo của đơn vị',
      reported_on = due_on, version = 3 where ${done}`.execute(db);
}
