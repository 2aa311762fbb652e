import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dutyTimesSchema } from '@benvung/regulations/duty-times.schema';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import { NATION_PATH } from '../../platform/audit/audit-entry.ts';
import { type CliCommand, EXIT, refusal } from '../../platform/cli/command.ts';
import { readMailSettings } from '../../platform/mail/mail-settings.ts';
import { putLoadedLaw } from '../../review/review.public.ts';
import { readDutyClock } from './duty-clock.ts';
import { remindOfDuties } from './remind-duties.ts';

const timesCommand: CliCommand = {
  name: 'duty times',
  summary: 'Xem hoặc thay số ngày nhắc việc (show or replace the numbers of reminders)',
  usage: '[FILE.json] [--json]',
  description:
    'Tệp cùng dạng với packages/regulations/duty-times/default/1/times.json; số là ngày làm việc.\n' +
    'The file has the form of packages/regulations/duty-times/default/1/times.json; numbers are working days.',
  needsDatabase: true,
  words: [0, 1],
  run: async (context, { words: [file] }) => {
    const { database, clock, actor } = context;
    if (file !== undefined) {
      const content = await readTimes(context.path(file));
      await database.db.transaction().execute(async (db) => {
        const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
        await putLoadedLaw(db, {
          kind: 'duty-times',
          name: content.id,
          content,
          contentHash: hash,
          loadedAt: clock.now(),
          loadedBy: actor,
        });
        await writeAudit(db, { accountId: null, actor, at: clock.now() }, [
          { act: 'plan.load-duty-times', scopePath: NATION_PATH, detail: { name: content.id } },
        ]);
      });
    }
    const { times } = await readDutyClock(database.db);
    const { remindBefore, remindLateEvery, escalateAfter, acceptWithin } = times;
    const shown = { remindBefore, remindLateEvery, escalateAfter, acceptWithin };
    if (context.json) context.printJson(shown);
    else
      for (const [name, value] of Object.entries(shown))
        context.out(`${name}: ${Array.isArray(value) ? value.join(', ') : value}`);
    return EXIT.ok;
  },
};

async function readTimes(path: string) {
  const text = await readFile(path, 'utf8');
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw refusal(`${path} không phải tệp JSON.`, `${path} is not JSON`);
  }
  const read = dutyTimesSchema.safeParse(content);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const fault = `${first?.path.join('.') || '/'}: ${first?.message}`;
  throw refusal(`${path} chưa đúng: ${fault}`, `${path}: ${fault}`);
}

const remindCommand: CliCommand = {
  name: 'duty remind',
  summary: 'Xếp thư nhắc việc của hôm nay vào hàng gửi (queue today’s reminders)',
  usage: '[--json]',
  description:
    'Mỗi địa chỉ một thư mỗi ngày; chạy lại không gửi lần hai. Máy chủ đang chạy sẽ gửi; cần BENVUNG_SMTP_URL.\n' +
    'One mail a day for each address; running it again makes none twice. A running server sends them.',
  needsDatabase: true,
  words: [0, 0],
  run: async (context) => {
    const { database, clock } = context;
    const settings = readMailSettings(process.env);
    if (settings === null)
      throw refusal(
        'Chưa đặt BENVUNG_SMTP_URL: hệ thống không gửi thư.',
        'BENVUNG_SMTP_URL is not set: no mail is sent',
      );
    const queued = await remindOfDuties(database.db, clock, settings.publicUrl);
    if (context.json) context.printJson({ queued });
    else context.out(`Đã xếp ${queued} thư (mails queued)`);
    return EXIT.ok;
  },
};

export const dutyCommands: readonly CliCommand[] = [timesCommand, remindCommand];
