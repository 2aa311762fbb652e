import { ok, refuse } from '@benvung/domain/shared/result';
import { beforeAll, expect, test } from 'vitest';
import { machineClock } from '../clock.ts';
import type { DatabaseHandle } from '../database/database.ts';
import { newId } from '../ids.ts';
import { describeOnEachDatabase } from '../testing/test-database.ts';
import { addJob, askToStop, claimJob, listJobsOf, requeueAbandoned } from './job.store.ts';
import type { JobKind } from './job.ts';
import { runWaitingJobs, startJobs } from './job-runner.ts';

const ACCOUNT = '00000000-0000-7000-8000-000000000071';
const AT = '2026-10-15T01:00:00.000Z';
const title = { vi: 'Việc mẫu', en: 'Sample work' };

describeOnEachDatabase('long work', (open) => {
  let database: DatabaseHandle;
  const clock = machineClock('2026-10-15');
  const abandoned: string[] = [];
  const done: string[] = [];
  const kinds: JobKind[] = [
    {
      name: 'sample',
      run: async ({ payload, progress }) => {
        await progress({ done: 1, total: 2, step: title });
        if (payload.how === 'refuse') return refuse('shared.outside-area');
        if (payload.how === 'throw') throw new Error('a fault');
        done.push(String(payload.name));
        return ok({ name: payload.name });
      },
      abandon: async ({ payload }) => {
        abandoned.push(String(payload.name));
      },
    },
  ];
  const faults: unknown[] = [];
  const parts = { kinds, clock, fault: (error: unknown) => faults.push(error) };
  const add = (name: string, how = 'succeed') =>
    addJob(database.db, {
      kind: 'sample',
      payload: { name, how },
      title,
      page: null,
      accountId: ACCOUNT,
      areas: ['/1/46/'],
      scopePath: '/1/46/',
      at: clock.now(),
    });
  const find = async (id: string) =>
    (await listJobsOf(database.db, ACCOUNT, AT.replace('2026', '2000'))).find((job) => job.id === id);

  beforeAll(async () => {
    database = await open();
  });

  test('ends with its result, its refusal, or a fault, and what was begun is put back in order', async () => {
    const [good, refused, faulty] = [
      await add('good'),
      await add('refused', 'refuse'),
      await add('faulty', 'throw'),
    ];
    await runWaitingJobs({ database, ...parts });
    expect(await find(good)).toMatchObject({
      state: 'done',
      done: 1,
      total: 2,
      outcome: { value: { name: 'good' } },
    });
    expect(await find(refused)).toMatchObject({
      state: 'failed',
      outcome: { problem: { code: 'shared.outside-area' } },
    });
    expect(await find(faulty)).toMatchObject({
      state: 'failed',
      outcome: { problem: { code: 'shared.job-fault' } },
    });
    expect([abandoned, faults.length]).toEqual([['refused', 'faulty'], 1]);
  });

  test('that nobody has begun stops at once when it is asked to', async () => {
    const id = await add('stopped');
    await askToStop(database.db, { id, accountId: ACCOUNT, at: AT });
    expect(await askToStop(database.db, { id, accountId: newId(), at: AT })).toBeUndefined();
    await runWaitingJobs({ database, ...parts });
    expect(await find(id)).toMatchObject({ state: 'stopped' });
    expect(done).not.toContain('stopped');
  });

  test('is taken by one server only, and begun anew when that server is gone', async () => {
    const id = await add('cut off');
    const [first, second] = await Promise.all([
      claimJob(database.db, newId(), clock.now()),
      claimJob(database.db, newId(), clock.now()),
    ]);
    expect([first?.id, second?.id].filter((taken) => taken === id)).toHaveLength(1);
    await runWaitingJobs({ database, ...parts });
    expect(await find(id)).toMatchObject({ state: 'running' });
    await requeueAbandoned(database.db, clock.now(), clock.now());
    const jobs = await startJobs({ database, ...parts });
    jobs.wake();
    await expect.poll(async () => (await find(id))?.state).toBe('done');
    await jobs.close();
    expect(await find(id)).toMatchObject({ attempts: 2 });
  });
});
