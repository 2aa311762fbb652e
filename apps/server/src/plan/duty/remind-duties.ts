import { reminderOf } from '@benvung/domain/plan/duty/duty-standing';
import { type RemindedLine, writeReminderMail } from '@benvung/domain/plan/duty/reminder-mail';
import { addDays } from '@benvung/domain/shared/day';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/database.ts';
import { addMails } from '../../platform/mail/mail-outbox.store.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { readDutyClock } from './duty-clock.ts';
import { listOpenDuties, listReached, type OpenDuty, type Reached } from './reminder.store.ts';

const PART = 2000;
/** No reminder looks further ahead than sixty working days. */
const DAYS_AHEAD = 120;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Puts the day's reminders into the outbox, one mail for each address; asking twice on a day makes none twice.
 * @returns how many mails are new.
 */
export async function remindOfDuties(
  db: Db,
  clock: Pick<Clock, 'today' | 'now'>,
  publicUrl: string,
): Promise<number> {
  const today = clock.today();
  const dutyClock = await readDutyClock(db);
  if (!dutyClock.calendar.isWorking(today)) return 0;
  const mails = new Map<string, Map<string, RemindedLine>>();
  for (let after = FIRST_ID; ; ) {
    const part = await listOpenDuties(db, { after, until: addDays(today, DAYS_AHEAD), limit: PART });
    const due = part.flatMap((duty) => {
      const reminder = reminderOf(duty, today, dutyClock);
      return reminder === null ? [] : [{ duty, reminder }];
    });
    await address(db, due, { mails, today });
    if (part.length < PART) break;
    after = (part.at(-1) as OpenDuty).id;
  }
  const written = [...mails].map(([recipient, lines]) => ({
    key: `duties ${today} ${recipient}`,
    recipient,
    ...writeReminderMail([...lines.values()], { today, address: publicUrl }),
  }));
  return addMails(db, written, clock.now());
}

type Due = { readonly duty: OpenDuty; readonly reminder: NonNullable<ReturnType<typeof reminderOf>> };

interface Gathering {
  readonly mails: Map<string, Map<string, RemindedLine>>;
  readonly today: string;
}

/** Lays each duty to the addresses of those who do it, and to the giver's when it is passed up. */
async function address(db: Db, due: readonly Due[], { mails, today }: Gathering): Promise<void> {
  if (due.length === 0) return;
  const duties = due.map(({ duty }) => duty);
  const reached = groupReached(
    await listReached(db, {
      agencies: [...new Set(duties.flatMap(({ agencyId }) => agencyId ?? []))],
      people: [...new Set(duties.flatMap(({ accountId }) => accountId ?? []))],
      units: [...new Set(duties.flatMap(({ unitId, giverUnitId }) => [unitId, giverUnitId]))],
    }),
  );
  const ids = duties.flatMap(({ unitId, giverUnitId }) => [unitId, giverUnitId]);
  const units = await listLastKnownUnits(db, ids, today);
  for (const { duty, reminder } of due) {
    const line: RemindedLine = {
      ...reminder,
      dutyId: duty.id,
      // what somebody typed may name a household
      task: duty.origin === 'plan' || duty.kind === 'report' ? duty.task : null,
      giver: units.get(duty.giverUnitId)?.name ?? '',
      desk: duty.agencyName ?? units.get(duty.unitId)?.name ?? '',
      dueOn: duty.dueOn,
    };
    const doing = reminder.kind === 'toAccept' ? [] : receiversOf(duty, reached);
    const giving = reminder.toGiver ? (reached.get(`unit ${duty.giverUnitId}`) ?? []) : [];
    for (const recipient of new Set([...doing, ...giving])) {
      const lines = mails.get(recipient) ?? new Map();
      mails.set(recipient, lines.set(duty.id, line));
    }
  }
}

function groupReached(all: readonly Reached[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { kind, key, address: to } of all)
    groups.set(`${kind} ${key}`, [...(groups.get(`${kind} ${key}`) ?? []), to.toLowerCase()]);
  return groups;
}

/** The desk's addresses; those of the unit where an agency has none. */
function receiversOf({ accountId, agencyId, unitId }: OpenDuty, reached: Map<string, string[]>): string[] {
  if (accountId !== null) return reached.get(`person ${accountId}`) ?? [];
  const own = agencyId === null ? undefined : reached.get(`agency ${agencyId}`);
  return own ?? reached.get(`unit ${unitId}`) ?? [];
}
