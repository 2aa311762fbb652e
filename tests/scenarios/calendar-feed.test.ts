import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedInAs } from '../../apps/server/src/access/testing/signed-in.ts';
import { buildApp } from '../../apps/server/src/app.ts';
import { settableClock } from '../../apps/server/src/platform/testing/settable-clock.ts';
import { openTestPglite } from '../../apps/server/src/platform/testing/test-database.ts';
import {
  HEAD,
  PROCEDURE_ROUND,
  prepareProcedureRounds,
  prepareStandingCase,
} from '../permissions/prepare-procedure.ts';
import { makeWorld, type World } from '../permissions/world.ts';

/** One's deadlines in a calendar program: a secret address of the account, and nothing of any household. */
describe('a calendar of deadlines', () => {
  let world: World;
  let app: World['app'];
  const clock = settableClock('2043-11-15T02:00:00.000Z', '2043-11-15');
  const people = new Map<string, Awaited<ReturnType<typeof signedInAs>>>();
  const own = (name: string, method: 'GET' | 'POST' | 'DELETE') =>
    people.get(name)!({ method, url: '/api/me/calendar' });
  const makeAddress = async (name: string) =>
    new URL((await own(name, 'POST')).json<{ address: string }>().address).pathname;
  let address = 0;
  const read = (url: string, from?: string) => {
    address += 1;
    return app.inject({ method: 'GET', url, remoteAddress: from ?? `10.2.0.${address}` });
  };

  beforeAll(async () => {
    world = await makeWorld(await openTestPglite());
    const parts = { database: world.database, clock, version: '0' };
    app = await buildApp(parts);
    await app.ready();
    await prepareProcedureRounds(world);
    for (const at of [1, 2])
      await prepareStandingCase(world, `00000000-0000-7000-8000-00000000009${at}`, { state: 'scored' });
    const { otherCommune, commune } = world.places;
    for (const [name, unitId] of [
      ['lich.chu', otherCommune.id],
      ['lich.khac', commune.id],
    ] as const)
      people.set(
        name,
        await signedInAs(app, parts, { username: name, grants: [{ role: 'viewer', unitId }] }),
      );
  });
  afterAll(async () => {
    await app.close();
    await world.database.close();
  });

  test('holds the duties of the account’s own area, without a name, and is logged as read', async () => {
    expect((await own('lich.chu', 'GET')).json()).toEqual({ madeAt: null, lastReadAt: null, reads: 0 });
    const mine = await read(await makeAddress('lich.chu'));
    expect(mine.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const text = mine.body.replaceAll('\r\n ', '');
    expect(text).toContain(`DTSTART;VALUE=DATE:${PROCEDURE_ROUND.year}1214`);
    expect(text).toContain(`SUMMARY:Họp thôn (hộ đã chấm điểm): 2 hộ\\, ${world.places.otherVillage.name}`);
    expect(text).not.toContain(HEAD.split(' ').at(-1));
    expect((await read(await makeAddress('lich.khac'))).body).not.toContain('VEVENT');
    expect((await own('lich.chu', 'GET')).json()).toMatchObject({ reads: 1 });
    const log = await world.database.withSession((session) =>
      session.query(
        `select actor, detail from audit_entry where act = 'access.read-calendar' order by sequence`,
      ),
    );
    expect(log.rows).toContainEqual({ actor: 'lich.chu', detail: '{"entries":1}' });
  });

  test('keeps only the hash of its address, and ends with a new one, with its end, and with the account', async () => {
    const first = await makeAddress('lich.chu');
    const kept = await world.database.withSession((session) => session.query('select * from calendar_feed'));
    expect(JSON.stringify(kept.rows)).not.toContain(first.split('/').at(-1)!.slice(0, -4));
    const second = await makeAddress('lich.chu');
    expect([(await read(first)).statusCode, (await read(second)).statusCode]).toEqual([404, 200]);
    expect((await own('lich.chu', 'DELETE')).statusCode).toBe(204);
    expect([(await read(second)).statusCode, (await own('lich.chu', 'DELETE')).statusCode]).toEqual([
      404, 404,
    ]);
    const third = await makeAddress('lich.chu');
    await world.database.withSession((session) =>
      session.query(`update account set status = 'disabled' where username = 'lich.chu'`),
    );
    expect((await read(third)).statusCode).toBe(404);
  });

  test('cannot be guessed at speed, nor read at speed', async () => {
    const answers = [];
    for (let at = 0; at < 21; at += 1)
      answers.push((await read(`/api/calendars/x${at}.ics`, '10.9.9.9')).statusCode);
    expect([answers[19], answers[20]]).toEqual([404, 429]);
    const mine = await makeAddress('lich.khac');
    const reads = [];
    for (let at = 0; at < 31; at += 1) reads.push((await read(mine)).statusCode);
    expect([reads[29], reads[30]]).toEqual([200, 429]);
  });
});
