import { ok } from '@benvung/domain/shared/result';
import nodemailer from 'nodemailer';
import type { JobKind, JobRun } from '../jobs/job.ts';
import { type ClaimedMail, claimMail, deleteOldMails, markCutOff, settleMail } from './mail-outbox.store.ts';
import { type MailSettings, readMailSettings } from './mail-settings.ts';

/** Hands one mail over; throws what the mail server said. */
export interface MailTransport {
  send(mail: ClaimedMail): Promise<void>;
  close(): void;
}

const later = (at: string, milliseconds: number): string =>
  new Date(Date.parse(at) + milliseconds).toISOString();

const MINUTE_MS = 60_000;
/** After one, five, thirty minutes, two and six hours. */
const RETRY_MINUTES = [1, 5, 30, 120, 360];
const TIMEOUT_MS = 20_000;
const CUT_OFF_MINUTES = 10;
const KEPT_DAYS = 30;
const LONGEST_FAULT = 200;

export function openTransport({ url, from, perMinute }: MailSettings): MailTransport {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 1,
    rateDelta: MINUTE_MS,
    rateLimit: perMinute,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never);
  return {
    send: async ({ id, recipient, subject, body }) => {
      await transport.sendMail({
        from,
        to: { name: '', address: recipient },
        subject,
        text: body,
        // the same for every try, so that a mail server may tell it is one mail
        messageId: `<${id}@benvung>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}

/** Sends what waits and is due, one after the other; a refusal for good ends a mail, any other is tried again later. */
export const makeSendMailsJob = (open: () => MailTransport | null): JobKind => ({
  name: 'mail.send',
  run: async (job) => {
    const transport = open();
    if (transport === null) return ok({ sent: 0, off: true });
    try {
      return ok(await sendDue(job, transport));
    } finally {
      transport.close();
    }
  },
});

export const sendMailsJob: JobKind = makeSendMailsJob(() => {
  const settings = readMailSettings(process.env);
  return settings === null ? null : openTransport(settings);
});

async function sendDue({ database, clock, progress }: JobRun, transport: MailTransport) {
  const { db } = database;
  await markCutOff(db, later(clock.now(), -CUT_OFF_MINUTES * MINUTE_MS));
  await deleteOldMails(db, later(clock.now(), -KEPT_DAYS * 24 * 60 * MINUTE_MS));
  let [sent, failed] = [0, 0];
  for (;;) {
    await progress({ done: sent + failed });
    const mail = await claimMail(db, clock.now());
    if (mail === undefined) return { sent, failed };
    try {
      await transport.send(mail);
      await settleMail(db, mail.id, { state: 'sent', at: clock.now() });
      sent += 1;
    } catch (error) {
      failed += 1;
      await settleMail(db, mail.id, endOf(mail, error, clock.now()));
    }
  }
}

function endOf({ attempts }: ClaimedMail, error: unknown, at: string) {
  const { responseCode, message } = error as { responseCode?: number; message?: string };
  // what a mail server answers may repeat an address
  const fault = String(message ?? error)
    .replace(/\S+@\S+/gu, '…')
    .slice(0, LONGEST_FAULT);
  const wait = RETRY_MINUTES[attempts - 1];
  if (wait === undefined || (responseCode !== undefined && responseCode >= 500))
    return { state: 'failed', at, fault } as const;
  return { state: 'waiting', at, fault, nextAt: later(at, wait * MINUTE_MS) } as const;
}
