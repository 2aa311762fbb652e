/**
 * Long work outlives the request that asked for it:
 *
 *     const id = await addJob(db, { kind: 'exchange.check', payload: { batchId }, title, page, accountId, areas, scopePath, at });
 *     afterCommit(() => parts.jobs?.wake());
 *
 * and a `JobKind` of that name, listed in `job-list.ts`, does it: in short transactions of its own, telling its
 * progress as it goes. It may be cut off at any moment and begun anew by this server or another one, up to three
 * times, so each step must do no harm when it is repeated. `progress` is where a job stops when it is asked to.
 */
import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { Problem, Result } from '@benvung/domain/shared/result';
import type { Clock } from '../clock.ts';
import type { DatabaseHandle } from '../database/database.ts';

export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [name: string]: Plain | undefined };

export interface BothLanguages {
  readonly vi: string;
  readonly en: string;
}

export interface JobParts {
  readonly database: DatabaseHandle;
  readonly clock: Clock;
}

export interface Progress {
  readonly done: number;
  readonly total?: number | null;
  readonly step?: BothLanguages;
}

export interface JobRun extends JobParts {
  readonly id: string;
  readonly payload: { readonly [name: string]: Plain | undefined };
  readonly accountId: string | null;
  /** The areas the person could work in when the job was asked for; null: all (the command line). */
  readonly areas: readonly string[] | null;
  readonly scopePath: string;
  /** Tells how far it is, at most about once a second. @throws JobStopped when it was asked to stop. */
  progress(told: Progress): Promise<void>;
}

export type JobOutcome = Result<Plain, Problem<ProblemCode>>;

export interface JobKind {
  readonly name: string;
  run(job: JobRun): Promise<JobOutcome>;
  /** After it failed, was stopped or was given up: puts what it was about back in order. */
  abandon?(job: Omit<JobRun, 'progress'>): Promise<void>;
}

/** Wakes the runner of this server; on PostgreSQL others look by themselves. */
export interface JobQueue {
  wake(): void;
}

export class JobStopped extends Error {
  /** The server is leaving: another one, or its next start, begins the job anew. */
  readonly leaving: boolean;
  constructor(leaving: boolean) {
    super('stopped');
    this.leaving = leaving;
  }
}
