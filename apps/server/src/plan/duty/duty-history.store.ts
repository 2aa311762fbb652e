import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { DutyEvent } from './duty-write.store.ts';

export interface StoredDutyFile {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly addedBy: string;
  readonly addedAt: string;
}

export async function addEvent(
  db: Db,
  duty: { readonly id: string; readonly scopePath: string },
  event: DutyEvent,
): Promise<void> {
  await sql`
    insert into duty_event (duty_id, number, act, at, on_day, actor, words, day, scope_path)
    select ${duty.id}::uuid, coalesce(max(number), 0) + 1, ${event.act}, ${event.at}::timestamptz,
      ${event.onDay}::date, ${event.actor}, ${event.words}, ${event.day}::date, ${duty.scopePath}
    from duty_event where duty_id = ${duty.id}::uuid`.execute(db);
}

export async function listEvents(db: Db, dutyId: string): Promise<readonly DutyEvent[]> {
  const answer = await sql<DutyEvent>`
    select act, to_json(at)#>>'{}' as at, on_day as "onDay", actor, words, day from duty_event
    where duty_id = ${dutyId}::uuid order by number desc`.execute(db);
  return answer.rows;
}

export async function listFiles(db: Db, dutyId: string): Promise<readonly StoredDutyFile[]> {
  const answer = await sql<StoredDutyFile>`
    select hash, name, media_type as "mediaType", size, added_by as "addedBy", to_json(added_at)#>>'{}' as "addedAt"
    from duty_file where duty_id = ${dutyId}::uuid order by added_at, hash`.execute(db);
  return answer.rows;
}

export async function insertFile(
  db: Db,
  duty: { readonly id: string; readonly scopePath: string },
  file: StoredDutyFile,
): Promise<void> {
  await sql`
    insert into duty_file (duty_id, hash, name, media_type, size, added_at, added_by, scope_path)
    values (${duty.id}::uuid, ${file.hash}, ${file.name}, ${file.mediaType}, ${file.size},
      ${file.addedAt}::timestamptz, ${file.addedBy}, ${duty.scopePath})`.execute(db);
}

export async function countFiles(db: Db, dutyId: string): Promise<number> {
  const answer = await sql<{ count: number }>`
    select count(*) as count from duty_file where duty_id = ${dutyId}::uuid`.execute(db);
  return answer.rows[0]?.count ?? 0;
}
