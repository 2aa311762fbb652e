import { type Clock, timeInVietnam } from '../../platform/clock.ts';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { addJob } from '../../platform/jobs/job.store.ts';
import type { JobQueue } from '../../platform/jobs/job.ts';
import { countDueMails } from '../../platform/mail/mail-outbox.store.ts';
import type { MailSettings } from '../../platform/mail/mail-settings.ts';
import { remindOfDuties } from './remind-duties.ts';

interface Watching {
  readonly database: DatabaseHandle;
  readonly clock: Clock;
  readonly jobs: JobQueue;
  readonly settings: MailSettings;
  readonly fault: (error: unknown) => void;
}

const EVERY_MS = 60_000;
/** Mails go out from the hour people come to work. */
const FROM_TIME = '07:00';

/** Plans the day's reminders, and sends what is due: once now, then every minute. Asked twice, it does no harm. */
export function watchReminders(watching: Watching): { close(): Promise<void> } {
  let planned = '';
  let running: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    const { database, clock, settings } = watching;
    const today = clock.today();
    if (planned !== today && timeInVietnam(clock.now()) >= FROM_TIME) {
      await remindOfDuties(database.db, clock, settings.publicUrl);
      planned = today;
    }
    await sendWhatIsDue(watching);
  };
  const begin = () => {
    running ??= look()
      .catch(watching.fault)
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(begin, EVERY_MS);
  timer.unref();
  begin();
  return {
    close: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** Sending is long work of its own: it may be cut off and is begun anew. */
export async function sendWhatIsDue({
  database,
  clock,
  jobs,
}: Pick<Watching, 'database' | 'clock' | 'jobs'>): Promise<number> {
  const at = clock.now();
  const due = await countDueMails(database.db, at);
  if (due === 0) return 0;
  await addJob(database.db, {
    kind: 'mail.send',
    payload: {},
    title: { vi: `Gửi ${due} thư nhắc việc`, en: `Send ${due} reminders` },
    page: null,
    accountId: null,
    areas: null,
    scopePath: '/1/',
    at,
  });
  jobs.wake();
  return due;
}
