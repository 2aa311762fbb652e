import { machineMilliseconds } from '../clock.ts';
import { inBackground } from '../database/turns.ts';
import { newId } from '../ids.ts';
import {
  claimJob,
  deleteOldJobs,
  endJob,
  giveBack,
  keepAlive,
  requeueAbandoned,
  type StoredJob,
  tellProgress,
} from './job.store.ts';
import {
  type JobKind,
  type JobOutcome,
  type JobParts,
  type JobQueue,
  type JobRun,
  JobStopped,
  type Progress,
} from './job.ts';

const PROGRESS_EVERY_MS = 700;
const ALIVE_EVERY_MS = 15_000;
/** A server that has been silent for so long is gone. */
const SILENT_MS = 60_000;
const KEPT_DAYS = 7;
const MOST_ATTEMPTS = 3;
/** Several servers share PostgreSQL and do not hear each other; the embedded database has one. */
const LOOK_EVERY_MS = { postgresql: 2_000, pglite: 30_000 } as const;

export interface RunningJobs extends JobQueue {
  /** Lets go of what is running; the next start begins it anew. */
  close(): Promise<void>;
}

interface RunnerParts extends JobParts {
  readonly kinds: readonly JobKind[];
  /** Told of a fault that ended a job. */
  fault(error: unknown, job: StoredJob): void;
}

const before = (milliseconds: number): string => new Date(machineMilliseconds() - milliseconds).toISOString();

/** Runs waiting jobs one after the other until it is closed. */
export async function startJobs(parts: RunnerParts): Promise<RunningJobs> {
  const runner = makeRunner(parts);
  await runner.tidy(parts.database.kind === 'pglite' ? 0 : SILENT_MS);
  const timer = setInterval(() => {
    void runner.tidy(parts.database.kind === 'pglite' ? null : SILENT_MS);
    runner.wake();
  }, LOOK_EVERY_MS[parts.database.kind]);
  timer.unref();
  runner.wake();
  return {
    wake: runner.wake,
    close: async () => {
      clearInterval(timer);
      await runner.leave();
    },
  };
}

/** Runs what waits now, and no longer: for tests and for a command that waits for its own job. */
export async function runWaitingJobs(parts: RunnerParts): Promise<void> {
  await makeRunner(parts).drain();
}

function makeRunner(parts: RunnerParts) {
  const { database, clock } = parts;
  const id = newId();
  let leaving = false;
  let active: Promise<void> | null = null;
  let woken = false;
  const drain = async () => {
    while (!leaving) {
      const job = await claimJob(database.db, id, clock.now());
      if (job === undefined) return;
      await runOne(parts, job, () => leaving);
    }
  };
  const wake = (): void => {
    woken = true;
    if (active !== null || leaving) return;
    woken = false;
    active = drain()
      .catch(() => undefined)
      .finally(() => {
        active = null;
        if (woken) wake();
      });
  };
  return {
    drain,
    wake,
    leave: async () => {
      leaving = true;
      await active;
    },
    /** `silent`: how long another server must have been silent to be taken for gone. */
    tidy: async (silent: number | null) => {
      try {
        if (silent !== null) await requeueAbandoned(database.db, before(silent), clock.now());
        await deleteOldJobs(database.db, before(KEPT_DAYS * 86_400_000));
      } catch {
        // The database is away: the next look tries again.
      }
    },
  };
}

async function runOne(parts: RunnerParts, job: StoredJob, isLeaving: () => boolean): Promise<void> {
  const { database, clock } = parts;
  const alive = setInterval(() => {
    keepAlive(database.db, job.id, clock.now()).catch(() => undefined);
  }, ALIVE_EVERY_MS);
  alive.unref();
  const kind = parts.kinds.find(({ name }) => name === job.kind);
  const run = runOf(parts, job, isLeaving);
  const end = async (state: 'done' | 'failed' | 'stopped', outcome: StoredJob['outcome']) => {
    if (state !== 'done') await kind?.abandon?.(run);
    await endJob(database.db, job.id, { state, outcome, at: clock.now() });
  };
  try {
    if (job.stopAsked) return await end('stopped', null);
    if (job.attempts > MOST_ATTEMPTS)
      return await end('failed', { problem: { code: 'shared.job-cut-off', detail: {} } });
    if (kind === undefined) throw new Error(`Nothing does jobs of kind ${job.kind}.`);
    const outcome: JobOutcome = await inBackground(() => kind.run(run));
    await end(
      outcome.ok ? 'done' : 'failed',
      outcome.ok ? { value: outcome.value } : { problem: outcome.problem },
    );
  } catch (error) {
    if (error instanceof JobStopped)
      return error.leaving ? await giveBack(database.db, job.id, clock.now()) : await end('stopped', null);
    parts.fault(error, job);
    await end('failed', { problem: { code: 'shared.job-fault', detail: {} } });
  } finally {
    clearInterval(alive);
  }
}

function runOf({ database, clock }: RunnerParts, job: StoredJob, isLeaving: () => boolean): JobRun {
  let toldAt = 0;
  let toldStep = '';
  const { id, payload, accountId, areas, scopePath } = job;
  return {
    id,
    payload,
    accountId,
    areas,
    scopePath,
    database,
    clock,
    progress: async (told: Progress) => {
      if (isLeaving()) throw new JobStopped(true);
      const step = told.step?.vi ?? '';
      if (machineMilliseconds() - toldAt < PROGRESS_EVERY_MS && step === toldStep) return;
      toldStep = step;
      const stop = await tellProgress(database.db, id, told, clock.now());
      toldAt = machineMilliseconds();
      if (stop) throw new JobStopped(false);
    },
  };
}
