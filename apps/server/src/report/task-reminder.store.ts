import type { Reminder } from '@benvung/domain/report/remind-later';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

export interface StoredReminder extends Reminder {
  readonly kind: string;
}

interface Place {
  readonly accountId: string;
  readonly unitId: number;
  readonly year: number;
}

export async function listReminders(db: Db, { accountId, unitId, year }: Place): Promise<StoredReminder[]> {
  const answer = await sql<StoredReminder>`select kind, until_day as until, reason from task_reminder
    where account_id = ${accountId}::uuid and unit_id = ${unitId} and year = ${year}`.execute(db);
  return answer.rows;
}

export async function putReminder(
  db: Db,
  { accountId, unitId, year }: Place,
  { kind, until, reason, at }: StoredReminder & { readonly at: string },
): Promise<void> {
  await sql`insert into task_reminder (account_id, unit_id, year, kind, until_day, reason, made_at)
    values (${accountId}::uuid, ${unitId}, ${year}, ${kind}, ${until}::date, ${reason}, ${at}::timestamptz)
    on conflict on constraint task_reminder_pk do update set until_day = excluded.until_day,
      reason = excluded.reason, made_at = excluded.made_at`.execute(db);
}

export async function dropReminder(db: Db, { accountId, unitId, year }: Place, kind: string): Promise<void> {
  await sql`delete from task_reminder where account_id = ${accountId}::uuid and unit_id = ${unitId}
    and year = ${year} and kind = ${kind}`.execute(db);
}
