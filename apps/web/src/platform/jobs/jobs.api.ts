import { jobList, jobView } from '@benvung/contract/jobs';
import { queryOptions } from '@tanstack/react-query';
import { request, send } from '../http.ts';

const WHILE_RUNNING_MS = 1_200;
const OTHERWISE_MS = 60_000;

const isOpen = (state: string): boolean => state === 'waiting' || state === 'running';

/** One's own long work; asked for often while something runs. A feature that starts some invalidates this. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  staleTime: 0,
  queryFn: ({ signal }) => request('/api/jobs', jobList, { signal }),
  refetchInterval: ({ state }) =>
    state.data?.jobs.some((job) => isOpen(job.state)) === true ? WHILE_RUNNING_MS : OTHERWISE_MS,
});

export const stopJob = (id: string, commandId: string) =>
  request(`/api/jobs/${id}/stop`, jobView, { method: 'POST', body: { commandId } });

export const markJobsSeen = (commandId: string) =>
  send('/api/jobs/seen', { method: 'POST', body: { commandId } });
