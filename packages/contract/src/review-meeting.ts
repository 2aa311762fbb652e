import { ATTENDEE_KINDS } from '@benvung/domain/review/meeting/meeting';
import { z } from 'zod';
import { householdClass } from './household.ts';
import { commandBase, day, unitRef } from './shared.ts';

const count = z.number().int();
const people = z.int().min(0).max(100_000);
const name = z.string().trim().max(120);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);
export const attendance = z.strictObject(
  Object.fromEntries(ATTENDEE_KINDS.map((kind) => [kind, people.optional()])) as Record<
    (typeof ATTENDEE_KINDS)[number],
    z.ZodOptional<typeof people>
  >,
);

export const meetingLine = z.object({
  id: z.uuid(),
  village: unitRef.nullable(),
  state: z.enum(['planned', 'closed', 'cancelled']),
  heldOn: day,
  beginsAt: z.string().nullable(),
  place: z.string().nullable(),
  present: count,
  agreed: count,
  rejected: count,
  /** On the agenda and not voted on. */
  waiting: count,
});
export type MeetingLine = z.infer<typeof meetingLine>;

/** GET /api/rounds/:id/meetings : the meetings held or planned, and villages with results that wait for one. */
export const meetingList = z.object({
  meetings: z.array(meetingLine),
  waiting: z.array(z.object({ village: unitRef.nullable(), villageId: count, cases: count })),
});
export type MeetingList = z.infer<typeof meetingList>;

/** One household on the agenda: what a projector may show of it. */
export const agendaItem = z.object({
  caseId: z.uuid(),
  head: z.string(),
  persons: count.nullable(),
  opening: householdClass.nullable(),
  class: householdClass.nullable(),
  incomeScore: count.nullable(),
  deprivationScore: count.nullable(),
  /** Lacks of housing, water and sanitation, information; never of health. */
  lacks: z.array(z.string()),
  agreed: count.nullable(),
  outcome: z.enum(['agreed', 'rejected']).nullable(),
  opinion: z.string().nullable(),
  /** The result is another one than was voted on. */
  changed: z.boolean(),
});
export type AgendaItem = z.infer<typeof agendaItem>;

/** GET /api/review-meetings/:id */
export const meetingView = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  year: count,
  village: unitRef.nullable(),
  commune: unitRef,
  state: z.enum(['planned', 'closed', 'cancelled']),
  heldOn: day,
  beginsAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  place: z.string().nullable(),
  chair: z.string().nullable(),
  secretary: z.string().nullable(),
  chairPosition: z.string().nullable(),
  secretaryPosition: z.string().nullable(),
  /** Who presided or wrote in this commune before, the last first. */
  known: z.array(z.object({ name: z.string(), position: z.string() })),
  attendance,
  present: count,
  needed: count,
  percent: count,
  copies: count,
  notes: z.string().nullable(),
  documentId: z.uuid().nullable(),
  agenda: z.array(agendaItem),
  version: count,
});
export type MeetingView = z.infer<typeof meetingView>;

/** POST /api/rounds/:id/meetings */
export const planMeetingCommand = commandBase.extend({
  villageId: z.int(),
  heldOn: day,
  beginsAt: time.nullable(),
  place: name,
});

/** PUT /api/review-meetings/:id/attendance */
export const attendanceCommand = commandBase.extend({
  version: z.int().min(1),
  heldOn: day,
  beginsAt: time.nullable(),
  place: name,
  chair: name,
  secretary: name,
  chairPosition: name.optional(),
  secretaryPosition: name.optional(),
  attendance,
});

/** PUT /api/review-meetings/:id/votes/:caseId */
export const voteCommand = commandBase.extend({
  agreed: people.nullable(),
  opinion: z.string().trim().max(500),
});

/** POST /api/review-meetings/:id/close, …/reopen, …/cancel */
export const endMeetingCommand = commandBase.extend({
  version: z.int().min(1),
  notes: z.string().trim().max(2000).optional(),
  reason: z.string().trim().max(1000).optional(),
});
export const meetingEnded = z.object({ id: z.uuid(), agreed: count, rejected: count });
