import { z } from 'zod';
import { commandBase, day, unitRef } from './shared.ts';

const count = z.number().int();
const reason = z.string().trim().max(1000);

const assignmentView = z.object({
  id: z.uuid(),
  accountId: z.uuid().nullable(),
  name: z.string(),
  position: z.string().nullable(),
  /** The head of the household given apart; null: the whole village. */
  household: z.object({ id: z.uuid(), head: z.string() }).nullable(),
  assignedOn: day,
  assignedBy: z.string(),
  untilDay: day.nullable(),
  endedOn: day.nullable(),
  endedBy: z.string().nullable(),
  endedReason: z.string().nullable(),
  version: count,
});
export type AssignmentView = z.infer<typeof assignmentView>;

/** GET /api/rounds/:id/assignments : who asks where, and how far each is. */
export const assignmentBoard = z.object({
  round: z.object({ id: z.uuid(), year: count, open: z.boolean() }),
  today: day,
  villages: z.array(
    z.object({
      unit: unitRef,
      households: count,
      done: count,
      standing: z.array(assignmentView),
      ended: z.array(assignmentView),
    }),
  ),
  /** Load, progress and quality of each who was given something. */
  enumerators: z.array(
    z.object({
      key: z.string(),
      accountId: z.uuid().nullable(),
      name: z.string(),
      villages: count,
      households: count,
      done: count,
      toLookAt: count,
      toAskAgain: count,
      /** Signs of the checks that wait for an answer, of forms this person filled in; null: not an inspector's reading. */
      findings: count.nullable(),
      untilDay: day.nullable(),
    }),
  ),
  /** Who may be chosen: accounts that may record forms in the commune or one of its villages. */
  accounts: z.array(z.object({ id: z.uuid(), name: z.string(), units: z.array(count) })),
  unassigned: z.object({ villages: count, households: count }),
});
export type AssignmentBoard = z.infer<typeof assignmentBoard>;

/** POST /api/rounds/:id/assignments */
export const assignCommand = commandBase.extend({
  villageId: z.int(),
  /** Null: the whole village. */
  householdIds: z.array(z.uuid()).min(1).max(500).nullable(),
  accountId: z.uuid().nullable(),
  /** Of a person without an account; the account's own name stands otherwise. */
  name: z.string().trim().max(120),
  position: z.string().trim().max(120).nullable(),
  untilDay: day.nullable(),
  /** Where someone else is replaced. */
  reason,
});
export type AssignCommand = z.infer<typeof assignCommand>;
export const assigned = z.object({ given: count, ended: count });

/** POST /api/review-assignments/:id/end */
export const endAssignmentCommand = commandBase.extend({ version: z.int().min(1), reason });

const householdToAsk = z.object({
  id: z.uuid(),
  head: z.string(),
  /** To be surveyed again, and why. */
  again: z.string().nullable(),
  /** To be re-verified for a grievance, by a day. */
  verify: z.object({ grievance: z.string(), dueOn: day }).nullable(),
});

/** GET /api/my-review-work : what the reader is to ask, and what is left. */
export const ownWork = z.object({
  today: day,
  villages: z.array(
    z.object({
      round: z.object({ id: z.uuid(), year: count }),
      unit: unitRef,
      households: count,
      done: count,
      untilDay: day.nullable(),
      left: z.array(householdToAsk),
    }),
  ),
});
export type OwnWork = z.infer<typeof ownWork>;
