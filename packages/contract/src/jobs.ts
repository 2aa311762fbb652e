import { z } from 'zod';
import { commandBase } from './shared.ts';

const bothLanguages = z.object({ vi: z.string(), en: z.string() });

/** Long work of the person who asks: what it is, how far it is, and where its result is seen. */
export const jobView = z.object({
  id: z.uuid(),
  kind: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'stopped']),
  title: bothLanguages,
  /** What is being counted now: "Đã đọc dòng". */
  step: bothLanguages.nullable(),
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** The page of the result, a path of the office. */
  page: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  seen: z.boolean(),
  stopAsked: z.boolean(),
  /** Why it failed, in the reader's language. */
  problem: z.object({ code: z.string(), title: z.string() }).nullable(),
});
export type JobView = z.infer<typeof jobView>;

/** GET /api/jobs: one's own of the last seven days, the newest first. */
export const jobList = z.object({ jobs: z.array(jobView) });
export type JobListView = z.infer<typeof jobList>;

/** POST /api/jobs/:id/stop and POST /api/jobs/seen. */
export const jobCommand = commandBase;
