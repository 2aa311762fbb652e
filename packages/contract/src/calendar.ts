import { z } from 'zod';

/** GET /api/me/calendar : whether one's deadlines can be read by a calendar program, and when they last were. */
export const calendarFeedView = z.object({
  madeAt: z.string().nullable(),
  lastReadAt: z.string().nullable(),
  reads: z.number().int(),
});
export type CalendarFeedView = z.infer<typeof calendarFeedView>;

/** POST /api/me/calendar : the address, told once; whoever has it reads the feed. An earlier one ends. */
export const calendarFeedMade = z.object({ address: z.string() });
