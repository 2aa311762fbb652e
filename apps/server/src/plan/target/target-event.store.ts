import type { TargetHistory } from '@benvung/contract/plan-target';
import type { TargetAct, TargetSide, TargetState } from '@benvung/domain/plan/target/negotiate-target';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';

/** Who acts, and when. */
export interface TargetActing {
  readonly actor: string;
  readonly accountId: string | null;
  /** The instant, ISO 8601. */
  readonly at: string;
}

/** What an act says of a target. */
interface TargetTold {
  readonly act: TargetAct;
  readonly side: TargetSide;
  readonly state: TargetState;
  readonly assigned: number | null;
  readonly plannedRate: number | null;
  readonly asked: number | null;
  readonly reason: string | null;
}

export interface TargetEvent extends TargetTold {
  readonly unitId: number;
  readonly year: number;
  readonly indicator: string;
  readonly demonstration: boolean;
  readonly scopePath: string;
}

export async function addTargetEvents(
  db: Db,
  events: readonly TargetEvent[],
  acting: TargetActing,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    id: newId(),
    unit_id: event.unitId,
    year: event.year,
    indicator: event.indicator,
    act: event.act,
    side: event.side,
    state: event.state,
    assigned: event.assigned,
    planned_rate: event.plannedRate,
    asked_count: event.asked,
    reason: event.reason,
    actor: acting.actor,
    account_id: acting.accountId,
    at: acting.at,
    demonstration: event.demonstration,
    scope_path: event.scopePath,
  }));
  await sql`insert into plan_target_event
    select * from jsonb_populate_recordset(null::plan_target_event, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  );
}

interface EventRow extends TargetTold {
  readonly actor: string;
  readonly at: Date | string;
}

const MOST_EVENTS = 500;

/** Of one unit's target, the latest first. */
export async function listTargetEvents(
  db: Db,
  { unitId, year, indicator }: { unitId: number; year: number; indicator: string },
): Promise<TargetHistory['events']> {
  const answer = await sql<EventRow>`
    select act, side, state, assigned, planned_rate as "plannedRate", asked_count as asked, reason, actor, at
    from plan_target_event where unit_id = ${unitId} and year = ${year} and indicator = ${indicator}
    order by at desc, id desc limit ${MOST_EVENTS}`.execute(db);
  return answer.rows.map(({ at, assigned, plannedRate, asked, ...row }) => ({
    ...row,
    assigned: assigned === null ? null : Number(assigned),
    plannedRate: plannedRate === null ? null : Number(plannedRate),
    asked: asked === null ? null : Number(asked),
    at: new Date(at).toISOString(),
  }));
}

export interface StoredActual {
  readonly unitId: number;
  readonly indicator: string;
  readonly onDay: string;
  readonly count: number;
  readonly base: number | null;
  readonly source: string;
}

/** What was last entered by hand of each unit and indicator. */
export async function listActuals(
  db: Db,
  { year, unitIds }: { year: number; unitIds: readonly number[] },
): Promise<StoredActual[]> {
  const answer = await sql<StoredActual>`
    select distinct on (unit_id, indicator) unit_id as "unitId", indicator, on_day as "onDay", count, base, source
    from plan_target_actual where year = ${year} and unit_id = any(${[...unitIds]}::bigint[])
    order by unit_id, indicator, on_day desc, at desc, id desc`.execute(db);
  return answer.rows.map((row) => ({
    ...row,
    unitId: Number(row.unitId),
    count: Number(row.count),
    base: row.base === null ? null : Number(row.base),
  }));
}

export async function insertActual(
  db: Db,
  actual: StoredActual & { year: number; demonstration: boolean; scopePath: string },
  acting: TargetActing,
): Promise<void> {
  await sql`insert into plan_target_actual
    (id, unit_id, year, indicator, on_day, count, base, source, actor, account_id, at, demonstration, scope_path)
    values (${newId()}, ${actual.unitId}, ${actual.year}, ${actual.indicator}, ${actual.onDay}::date, ${actual.count},
      ${actual.base}, ${actual.source}, ${acting.actor}, ${acting.accountId}, ${acting.at}, ${actual.demonstration},
      ${actual.scopePath})`.execute(db);
}
