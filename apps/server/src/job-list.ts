import type { JobKind } from './platform/jobs/job.ts';

/** Everything that is done as long work; a feature adds one line here. */
export const jobKinds: readonly JobKind[] = [];
