import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock.ts';
import type { DatabaseHandle } from '../database/database.ts';
import type { JobQueue } from '../jobs/job.ts';
import type { Principal } from './principal.ts';

/** What every route may use; features receive it with the app they add their routes to. */
export interface AppParts {
  readonly database: DatabaseHandle;
  readonly clock: Clock;
  readonly version: string;
  /** Long work; not there where nothing runs it (tests, the API document). */
  readonly jobs?: JobQueue;
}

export type FeatureRoutes = (app: FastifyInstance, parts: AppParts) => void | Promise<void>;

/** Finds who holds a session; the feature `access` answers. */
export type FindPrincipal = (parts: AppParts, sessionToken: string) => Promise<Principal | null>;
