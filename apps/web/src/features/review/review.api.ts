import { homeView, reminderSet, type remindLater as remindLaterBody } from '@benvung/contract/review';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { query, request } from '../../platform/http.ts';

export const homeQuery = (unit: number) =>
  queryOptions({
    queryKey: ['home', unit],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/home${query({ unit: `id:${unit}` })}`, homeView, { signal }),
  });

/** Puts a task off for the caller alone, or brings it back. */
export const remindLater = (body: Omit<z.input<typeof remindLaterBody>, 'commandId'>, commandId: string) =>
  request('/api/home/reminders', reminderSet, { method: 'POST', body: { ...body, commandId } });
