import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { newId } from '../ids.ts';

export interface MailToSend {
  /** What the mail is; a second one of the same key is not made. */
  readonly key: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

export interface ClaimedMail extends MailToSend {
  readonly id: string;
  readonly attempts: number;
}

/** @returns how many are new. */
export async function addMails(db: Db, mails: readonly MailToSend[], at: string): Promise<number> {
  if (mails.length === 0) return 0;
  const rows = mails.map((mail) => ({ ...mail, id: newId() }));
  const answer = await sql`
    insert into mail_outbox (id, key, recipient, subject, body, state, attempts, next_at, made_at)
    select x.id, x.key, x.recipient, x.subject, x.body, 'waiting', 0, ${at}::timestamptz, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id uuid, key text, recipient text, subject text, body text)
    on conflict on constraint mail_outbox_key_uq do nothing`.execute(db);
  return Number(answer.numAffectedRows ?? 0n);
}

/** Takes the next mail that is due: from here on it is under way, and no other server takes it. */
export async function claimMail(db: Db, at: string): Promise<ClaimedMail | undefined> {
  const answer = await sql<ClaimedMail>`
    update mail_outbox set state = 'sending', attempts = attempts + 1, settled_at = ${at}::timestamptz
    where id = (select id from mail_outbox where state = 'waiting' and next_at <= ${at}::timestamptz
      order by next_at, id limit 1 for update skip locked)
    returning id, key, recipient, subject, body, attempts`.execute(db);
  return answer.rows[0];
}

export interface MailEnd {
  readonly state: 'sent' | 'failed' | 'waiting';
  readonly at: string;
  /** When it is tried again. */
  readonly nextAt?: string;
  readonly fault?: string;
}

export async function settleMail(db: Db, id: string, { state, at, nextAt, fault }: MailEnd): Promise<void> {
  await sql`
    update mail_outbox set state = ${state}, settled_at = ${at}::timestamptz, fault = ${fault ?? null},
      next_at = coalesce(${nextAt ?? null}::timestamptz, next_at)
    where id = ${id}::uuid and state = 'sending'`.execute(db);
}

/** Mails whose sending was cut off: whether they left is not known, so they are not sent again. */
export async function markCutOff(db: Db, before: string): Promise<number> {
  const answer = await sql`
    update mail_outbox set state = 'unsure', fault = 'cut off' where state = 'sending'
      and settled_at < ${before}::timestamptz`.execute(db);
  return Number(answer.numAffectedRows ?? 0n);
}

export async function countDueMails(db: Db, at: string): Promise<number> {
  const answer = await sql<{ count: number }>`
    select count(*) as count from mail_outbox where state = 'waiting' and next_at <= ${at}::timestamptz`.execute(
    db,
  );
  return answer.rows[0]?.count ?? 0;
}

/** Texts of mails are kept no longer than they are of use; the row that says it was sent stays for a while. */
export async function deleteOldMails(db: Db, before: string): Promise<number> {
  const answer = await sql`delete from mail_outbox where made_at < ${before}::timestamptz`.execute(db);
  return Number(answer.numAffectedRows ?? 0n);
}

export interface MailSums {
  readonly state: string;
  readonly count: number;
  readonly last: string | null;
  readonly fault: string | null;
}

export async function sumMails(db: Db): Promise<readonly MailSums[]> {
  const answer = await sql<MailSums>`
    select state, count(*) as count, to_json(max(settled_at))#>>'{}' as last, max(fault) as fault
    from mail_outbox group by state order by state`.execute(db);
  return answer.rows;
}
