import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type RoundEventKind = 'opened' | 'closed' | 'reopened' | 'locked' | 'baseChanged';

export interface RoundEvent {
  readonly id: string;
  readonly kind: RoundEventKind;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly actor: string;
  readonly at: string;
}

/** Who did something, and when. */
export interface Said {
  readonly actor: string;
  readonly at: string;
}

interface EventToWrite {
  readonly year: number;
  readonly communeId: number;
  readonly scopePath: string;
  readonly kind: RoundEventKind;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Adds to the history of communes' rounds. */
export async function addRoundEvents(
  db: Db,
  { actor, at }: Said,
  events: readonly EventToWrite[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ year, communeId, scopePath, kind, detail = {} }) => ({
    commune_id: communeId,
    id: newId(),
    year,
    kind,
    detail,
    actor,
    at,
    scope_path: scopePath,
  }));
  await sql`insert into review_round_event
    select * from jsonb_populate_recordset(null::review_round_event, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  );
}

/** Newest first. */
export async function listRoundEvents(
  db: Db,
  { year, communeId }: { readonly year: number; readonly communeId: number },
): Promise<RoundEvent[]> {
  const answer = await sql<RoundEvent>`select id, kind, detail, actor, to_json(at)#>>'{}' as at
    from review_round_event where commune_id = ${communeId} and year = ${year}
    order by at desc, id desc limit 200`.execute(db);
  return answer.rows;
}
