import { DEADLINE_KINDS } from '@benvung/domain/review/case/case-deadline';
import { BOARD_COLUMNS, CASE_ACTS, CASE_STATES } from '@benvung/domain/review/case/case-state';
import { REQUEST_FORMS } from '@benvung/domain/review/request/request-form';
import { GONE_REASONS } from '@benvung/domain/review/review-record';
import { ROUND_KINDS } from '@benvung/domain/review/review-round';
import { z } from 'zod';
import { householdClass } from './household.ts';
import { commandBase, day, page, unitRef } from './shared.ts';

const count = z.number().int();
const name = z.string().trim().min(1).max(120);

/** A day by which something is to be done, or ends. */
export const deadlineView = z.object({
  kind: z.enum(DEADLINE_KINDS),
  day,
  /** Counted over a year without a table of working days ("tạm tính"). */
  provisional: z.boolean(),
  /** The law does not say what kind of days these are. */
  uncertain: z.boolean(),
  workingDaysLate: count,
});
export type DeadlineView = z.infer<typeof deadlineView>;

const columns = z.object(
  Object.fromEntries(BOARD_COLUMNS.map((column) => [column, count])) as Record<
    (typeof BOARD_COLUMNS)[number],
    typeof count
  >,
);

/** One line of the board: a village of a commune, or a commune of a larger unit. */
export const boardRow = z.object({
  unit: unitRef.nullable(),
  /** The periodic round of the commune; null where none follows a procedure. */
  roundId: z.uuid().nullable(),
  listed: count,
  columns,
  /** Asked for and not on the list yet. */
  requests: count,
  deadlines: z.array(deadlineView.extend({ count })),
});
export type BoardRow = z.infer<typeof boardRow>;

/** GET /api/review-board?unit=&year= : every listed case is in exactly one column; the rows add up to the total. */
export const boardView = z.object({
  unit: unitRef,
  year: count,
  today: day,
  kind: z.enum(ROUND_KINDS),
  window: z.object({ from: day, to: day }),
  procedure: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** Of a commune: its round, and whether its cases follow a procedure. */
  round: z.object({ id: z.uuid(), open: z.boolean(), inProcedure: z.boolean() }).nullable(),
  rows: z.array(boardRow),
  total: boardRow,
});
export type BoardView = z.infer<typeof boardView>;

export const caseLine = z.object({
  id: z.uuid(),
  householdId: z.uuid(),
  head: z.string(),
  village: z.string(),
  state: z.enum(CASE_STATES),
  origin: z.enum(['record', 'form01', 'form04']),
  opening: householdClass.nullable(),
  class: householdClass.nullable(),
  verified: z.boolean(),
  deadline: deadlineView.nullable(),
  version: count,
});
export type CaseLine = z.infer<typeof caseLine>;

/** GET /api/review-cases?round=&village=&column=&page= ; `column` may be `requests`. */
export const caseList = z.object({ cases: z.array(caseLine), page });
export type CaseList = z.infer<typeof caseList>;

const caseEvent = z.object({
  number: count,
  act: z.enum(CASE_ACTS),
  from: z.enum(CASE_STATES).nullable(),
  to: z.enum(CASE_STATES),
  reason: z.string().nullable(),
  /** Facts of the step that anyone who may see the case may see. */
  evidence: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  documentId: z.uuid().nullable(),
  actor: z.string(),
  onDay: day,
  at: z.string(),
});

/** GET /api/review-cases/:id */
export const caseView = caseLine.extend({
  year: count,
  round: z.object({ id: z.uuid(), kind: z.enum(ROUND_KINDS), open: z.boolean() }),
  commune: unitRef,
  villageId: count,
  requestedOn: day.nullable(),
  request: z
    .object({
      form: z.enum(REQUEST_FORMS),
      channel: z.string(),
      asked: z.string(),
      screening: z.string().nullable(),
    })
    .nullable(),
  postingEndsOn: day.nullable(),
  officeCloses: z.string(),
  /** The procedure has the superior's opinion before the decision. */
  asksOpinion: z.boolean(),
  surveyed: z
    .object({
      incomeScore: count.nullable(),
      deprivationScore: count.nullable(),
      computed: householdClass.nullable(),
      overrideReason: z.string().nullable(),
    })
    .nullable(),
  /** Steps the reader's role may take on it now, as the law allows. */
  acts: z.array(z.enum(CASE_ACTS)),
  events: z.array(caseEvent),
  /** Its place in the village's list, for going through all of them. */
  neighbours: z.object({
    position: count,
    total: count,
    previous: z.uuid().nullable(),
    next: z.uuid().nullable(),
  }),
});
export type CaseView = z.infer<typeof caseView>;

/** How a request reaches the commune. */
export const REQUEST_CHANNELS = ['office', 'post', 'online'] as const;

/** POST /api/review-requests : a household asks to be reviewed (form 01), or to be recognised as having left (form 04). */
export const receiveRequestCommand = commandBase.extend({
  communeId: z.int(),
  villageId: z.int(),
  form: z.enum(REQUEST_FORMS),
  /** None: a household that is not registered yet. */
  householdId: z.uuid().nullable(),
  head: name,
  channel: z.enum(REQUEST_CHANNELS),
  asked: z.string().trim().max(1000),
});

/** POST /api/review-cases/:id/acts */
export const caseActCommand = commandBase.extend({
  version: z.int().min(1),
  act: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('screenIn'), found: z.string().trim().max(500) }),
    z.strictObject({ act: z.literal('screenOut'), reason: z.string().trim().max(1000) }),
    z.strictObject({ act: z.literal('list') }),
    z.strictObject({ act: z.literal('withdraw'), reason: z.string().trim().max(1000) }),
    z.strictObject({ act: z.literal('markGone'), reason: z.enum(GONE_REASONS) }),
    z.strictObject({ act: z.literal('undo'), reason: z.string().trim().max(1000) }),
  ]),
});
export type CaseActCommand = z.infer<typeof caseActCommand>;
export const caseChanged = z.object({ id: z.uuid(), state: z.enum(CASE_STATES), version: count });
export const procedureBegun = z.object({ cases: count });
