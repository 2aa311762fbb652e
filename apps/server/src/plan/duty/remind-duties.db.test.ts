import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePlaces, writeSamplePlaces } from '../../access/testing/sample-places.ts';
import { signedInAs } from '../../access/testing/signed-in.ts';
import { buildApp } from '../../app.ts';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { runWaitingJobs } from '../../platform/jobs/job-runner.ts';
import { readMailSettings } from '../../platform/mail/mail-settings.ts';
import { makeSendMailsJob, openTransport } from '../../platform/mail/send-mails.job.ts';
import { settableClock } from '../../platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';
import { assignedEvent, deskOfUnit, newDutyOf } from './assign-duties.ts';
import { insertDuties } from './duty-write.store.ts';
import { remindOfDuties } from './remind-duties.ts';
import { sendWhatIsDue } from './watch-reminders.ts';

const { commune, province } = samplePlaces;
const TODAY = '2024-10-15';
const SECRET = 'Hỗ trợ nhà cho hộ ông Hồ Văn Không Có Thật';

interface Received {
  readonly to: string;
  readonly text: string;
}

describeOnEachDatabase('reminders by mail', (open) => {
  let database: DatabaseHandle;
  let server: SMTPServer;
  let port = 0;
  const received: Received[] = [];
  /** What the mail server says to the next mails, in their order; nothing: it takes them. */
  const refusals: { code: number; text: string }[] = [];
  const clock = settableClock('2024-10-15T02:00:00.000Z', TODAY);

  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        let text = '';
        stream.on('data', (part: Buffer) => {
          text += part.toString('utf8');
        });
        stream.on('end', () => {
          const refusal = refusals.shift();
          if (refusal !== undefined)
            return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
          received.push({ to: session.envelope.rcptTo[0]?.address ?? '', text });
          return done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    port = (server.server.address() as { port: number }).port;
    const parts = { database, clock, version: '0' };
    const app = await buildApp(parts);
    for (const [username, role, unitId] of [
      ['hongthuy', 'officer', commune.id],
      ['so', 'approver', province.id],
    ] as const) {
      const who = await signedInAs(app, parts, { username, grants: [{ role, unitId }] });
      const payload = { commandId: newId(), address: `${username}@coquan.example` };
      await who({ method: 'POST', url: '/api/me/mail-address', payload });
    }
    const duty = (task: string, dueOn: string, more = {}) =>
      newDutyOf(deskOfUnit(commune), {
        ...{ task, dueOn, year: 2024, giverUnitId: province.id, assignedOn: '2024-09-02', ...more },
      });
    const ofPlan = { origin: 'plan', planId: newId(), planVersion: 1, planDutyId: 'v1' } as const;
    await insertDuties(
      database.db,
      [
        duty('Lập danh sách nhà ở', '2024-10-22', ofPlan),
        duty(SECRET, '2024-10-10'),
        duty('Chưa đến ngày nhắc', '2024-12-10', ofPlan),
      ],
      assignedEvent({ today: TODAY, at: clock.now(), actor: 'x' }),
    );
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const settings = () =>
    readMailSettings({
      BENVUNG_SMTP_URL: `smtp://127.0.0.1:${port}`,
      BENVUNG_MAIL_FROM: 'Bền Vững <nhacviec@tinh.example>',
      BENVUNG_PUBLIC_URL: 'https://benvung.example/',
    });
  const kind = makeSendMailsJob(() => {
    const set = settings();
    return set === null ? null : openTransport(set);
  });
  const run = async () => {
    await sendWhatIsDue({ database, clock, jobs: { wake: () => undefined } });
    await runWaitingJobs({ database, clock, kinds: [kind], fault: (error) => expect.fail(String(error)) });
  };
  const remind = () => remindOfDuties(database.db, clock, 'https://benvung.example');
  const states = async () =>
    (await sql<{ state: string }>`select state from mail_outbox order by key`.execute(database.db)).rows.map(
      ({ state }) => state,
    );

  test('each address gets one mail a day, the giver what is late too long; what was typed by hand stays inside', async () => {
    expect(await remind()).toBe(2);
    expect(await remind(), 'planned again, nothing is made twice').toBe(0);
    await run();
    await run();
    expect(received.map(({ to }) => to).sort()).toEqual(['hongthuy@coquan.example', 'so@coquan.example']);
    expect(await states()).toEqual(['sent', 'sent']);
    const bodies = (
      await sql<{ body: string }>`select body from mail_outbox order by key`.execute(database.db)
    ).rows;
    expect(bodies[0]?.body).toContain('Còn 5 ngày làm việc: Lập danh sách nhà ở');
    expect(bodies[0]?.body).toContain(
      'TRỄ 3 ngày làm việc (báo lên nơi giao): Việc do Tỉnh Thừa Thiên Huế giao',
    );
    for (const { body } of bodies) expect(body).not.toContain('Hồ Văn');
    expect(received[0]?.text).toContain('Auto-Submitted: auto-generated');
  });

  test('what a mail server refuses for now is tried again later, what it refuses for good is not', async () => {
    clock.setToday('2024-10-21');
    clock.moveBy(6 * 86_400_000);
    refusals.push(
      { code: 451, text: 'busy' },
      { code: 550, text: 'no such mailbox hongthuy@coquan.example' },
    );
    expect(await remind()).toBe(2);
    received.length = 0;
    await run();
    expect([received.length, (await states()).sort()]).toEqual([0, ['failed', 'sent', 'sent', 'waiting']]);
    const faults = await sql<{
      fault: string;
    }>`select fault from mail_outbox where fault is not null`.execute(database.db);
    expect(faults.rows.map(({ fault }) => fault).join()).not.toContain('hongthuy@');
    await run();
    expect(received).toEqual([]);
    clock.moveBy(2 * 60_000);
    await run();
    expect(received).toHaveLength(1);
  });

  test('a mail whose sending was cut off is not sent a second time', async () => {
    await sql`update mail_outbox set state = 'sending', settled_at = ${clock.now()}::timestamptz
      where state = 'sent'`.execute(database.db);
    clock.moveBy(60 * 60_000);
    received.length = 0;
    await sql`update mail_outbox set state = 'waiting', next_at = ${clock.now()}::timestamptz
      where state = 'failed'`.execute(database.db);
    await run();
    expect((await states()).sort()).toEqual(['sent', 'unsure', 'unsure', 'unsure']);
    expect(received).toHaveLength(1);
  });

  test('on a day off nothing goes out', async () => {
    clock.setToday('2024-10-27');
    expect(await remind()).toBe(0);
  });
});

test('mail is off unless the environment says so, and half a setting is refused', () => {
  expect(readMailSettings({})).toBeNull();
  for (const environment of [
    { BENVUNG_SMTP_URL: 'http://mail' },
    { BENVUNG_SMTP_URL: 'smtp://mail' },
    {
      BENVUNG_SMTP_URL: 'smtp://mail',
      BENVUNG_MAIL_FROM: 'a@b.vn\r\nBcc: x@y.vn',
      BENVUNG_PUBLIC_URL: 'https://x',
    },
    {
      BENVUNG_SMTP_URL: 'smtp://m',
      BENVUNG_MAIL_FROM: 'a@b',
      BENVUNG_PUBLIC_URL: 'https://x',
      BENVUNG_MAIL_PER_MINUTE: '0',
    },
  ])
    expect(() => readMailSettings(environment)).toThrow();
});
