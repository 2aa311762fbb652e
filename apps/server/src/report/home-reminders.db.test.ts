import type { HomeView } from '@benvung/contract/review';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { samplePlaces } from '../access/testing/sample-places.ts';
import { type SignedIn, signedInAs } from '../access/testing/signed-in.ts';
import { type ActsWorld, makeActsWorld } from '../household/household-acts.test-support.ts';
import { inAreaScope } from '../platform/database/area-scope.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';

const { commune } = samplePlaces;

describeOnEachDatabase('a task that someone puts off', (open) => {
  let database: DatabaseHandle;
  let world: ActsWorld;
  let colleague: SignedIn;
  beforeAll(async () => {
    database = await open();
    world = await makeActsWorld(database);
    await world.register();
    colleague = await signedInAs(world.app, world.parts, {
      username: 'dong.nghiep',
      grants: [{ role: 'officer', unitId: commune.id }],
    });
  });

  const homeOf = async (who: SignedIn): Promise<HomeView> =>
    (await who({ url: `/api/home?unit=${commune.id}` })).json() as HomeView;
  const putOff = (body: object, who = world.officer) =>
    who({
      method: 'POST',
      url: '/api/home/reminders',
      payload: {
        commandId: newId(),
        unit: commune.id,
        kind: 'base-missing',
        reason: 'chờ công an xã',
        ...body,
      },
    });
  const kinds = (tasks: readonly { readonly kind: string }[]) => tasks.map(({ kind }) => kind);

  test('is refused without a reason, on a day gone by, past its deadline, and when there is no such task', async () => {
    for (const [body, code] of [
      [{ until: '2024-10-20', reason: ' ' }, 'report.reminder-without-reason'],
      [{ until: '2024-10-15' }, 'report.reminder-not-later'],
      [{ until: '2024-12-15' }, 'report.reminder-too-late'],
      [{ until: '2024-10-20', kind: 'nothing-of-the-kind' }, 'report.no-such-task'],
    ] as const)
      expect((await putOff(body)).json(), code).toMatchObject({ code });
    expect(kinds((await homeOf(world.officer)).tasks)).toContain('base-missing');
  });

  test('leaves their own list, with its day and reason, and nobody else’s', async () => {
    expect((await putOff({ until: '2024-10-20' })).statusCode).toBe(200);
    const home = await homeOf(world.officer);
    expect(kinds(home.tasks)).not.toContain('base-missing');
    expect(home.later).toMatchObject([
      { kind: 'base-missing', until: '2024-10-20', reason: 'chờ công an xã' },
    ]);
    const other = await homeOf(colleague);
    expect([kinds(other.tasks).includes('base-missing'), other.later]).toEqual([true, []]);
    const seen = await inAreaScope(database, { paths: ['/1/'] }, (db) =>
      sql`select from task_reminder`.execute(db),
    );
    expect(seen.rows, 'without an account nothing is seen, whatever the area').toEqual([]);
    const logged = await sql<{ detail: string }>`
      select detail from audit_entry where act = 'review.remind-later'`.execute(database.db);
    expect(logged.rows.map(({ detail }) => ({ detail: JSON.parse(detail) }))).toMatchObject([
      { detail: { until: '2024-10-20', reason: 'chờ công an xã' } },
    ]);
  });

  test('comes back on the day, and before it when they say so', async () => {
    await sql`update task_reminder set until_day = '2024-10-15'`.execute(database.db);
    const onTheDay = await homeOf(world.officer);
    expect([kinds(onTheDay.tasks).includes('base-missing'), onTheDay.later]).toEqual([true, []]);
    await putOff({ until: '2024-10-20' });
    expect((await putOff({ until: null })).json()).toEqual({ until: null });
    expect(kinds((await homeOf(world.officer)).tasks)).toContain('base-missing');
  });
});
