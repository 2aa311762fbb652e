import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

export type OldRows = 'session' | 'signInLock' | 'commandReceipt' | 'job';

const CONDITIONS: Readonly<Record<OldRows, (before: string) => RawBuilder<unknown>>> = {
  session: (before) => sql`from session where expires_at < ${before}::timestamptz`,
  signInLock: (before) => sql`from sign_in_lock where last_failure_at < ${before}::timestamptz
    and (locked_until is null or locked_until < ${before}::timestamptz)`,
  commandReceipt: (before) => sql`from command_receipt where at < ${before}::timestamptz`,
  job: (before) => sql`from job where updated_at < ${before}::timestamptz
    and state in ('done', 'failed', 'stopped')`,
};

export async function countOld(db: Db, rows: OldRows, before: string): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*) as count ${CONDITIONS[rows](before)}`.execute(
    db,
  );
  return Number(answer.rows[0]?.count ?? 0);
}

export async function deleteOld(db: Db, rows: OldRows, before: string): Promise<number> {
  const answer = await sql`delete ${CONDITIONS[rows](before)}`.execute(db);
  return Number(answer.numAffectedRows ?? 0);
}

/** A period decided here, with the decision it rests on. */
export interface OwnPeriod {
  readonly keepDays: number | null;
  readonly decision: string;
}

const nameOf = (kind: string): string => `retention.${kind}`;

export async function readOwnPeriods(db: Db): Promise<Map<string, OwnPeriod>> {
  const answer = await sql<{ name: string; value: OwnPeriod }>`
    select name, value from setting where name like 'retention.%'`.execute(db);
  return new Map(answer.rows.map(({ name, value }) => [name.slice('retention.'.length), value]));
}

export async function putOwnPeriod(db: Db, kind: string, period: OwnPeriod): Promise<void> {
  await sql`insert into setting (name, value) values (${nameOf(kind)}, ${JSON.stringify(period)}::jsonb)
    on conflict on constraint setting_pk do update set value = excluded.value`.execute(db);
}
