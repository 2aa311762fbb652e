import {
  GRIEVANCE_ACTS,
  GRIEVANCE_OUTCOMES,
  GRIEVANCE_STATES,
} from '@benvung/domain/review/grievance/decide-grievance-act';
import { GRIEVANCE_CATEGORIES } from '@benvung/domain/review/grievance/grievance-category';
import { POSTED_RESULTS } from '@benvung/domain/review/posting/posted-list';
import { z } from 'zod';
import { commandBase, day, page, unitRef } from './shared.ts';

/** The largest photo of a posting, in megabytes. */
export const MOST_PHOTO_MB = 8;

const count = z.number().int();

const postedLine = z.object({ number: count, head: z.string(), result: z.enum(POSTED_RESULTS) });

/** What hangs on the notice board, and nothing besides. */
const postedList = z.object({
  village: z.string(),
  commune: z.string(),
  year: count,
  from: day,
  until: day,
  closes: z.string(),
  lines: z.array(postedLine),
});
export type PostedListView = z.infer<typeof postedList>;

export const photoView = z.object({
  id: z.uuid(),
  place: z.string(),
  size: count,
  contentHash: z.string(),
  addedBy: z.string(),
  addedAt: z.string(),
});
export type PhotoView = z.infer<typeof photoView>;

export const postingLine = z.object({
  id: z.uuid(),
  village: z.string(),
  code: z.string(),
  households: count,
  from: day,
  until: day,
  closes: z.string(),
  /** Closed by the clock, unless it was taken down. */
  state: z.enum(['open', 'over', 'withdrawn']),
  withdrawnOn: day.nullable(),
  withdrawnReason: z.string().nullable(),
  provisional: z.boolean(),
  photos: count,
  views: count,
  documentId: z.uuid().nullable(),
});
export type PostingLine = z.infer<typeof postingLine>;

/** GET /api/review-postings?unit=&year=&page= ; `unit` may be a village. */
export const postingDesk = z.object({
  unit: unitRef,
  year: count,
  today: day,
  /** The reader may open postings and handle grievances here, or add photos. */
  may: z.object({ open: z.boolean(), photograph: z.boolean(), handle: z.boolean() }),
  postings: z.array(postingLine),
  /** Villages that have something to post, or that cannot post yet. */
  waiting: z.array(
    z.object({
      roundId: z.uuid(),
      villageId: count,
      village: z.string(),
      ready: count,
      notMet: count,
    }),
  ),
  page,
});
export type PostingDesk = z.infer<typeof postingDesk>;

/** GET /api/review-postings/plan?round=&village= : what would be posted, for the check page. */
export const postingPlan = z.object({ list: postedList, hash: z.string(), provisional: z.boolean() });
export type PostingPlanView = z.infer<typeof postingPlan>;

/** POST /api/review-postings */
export const openPostingCommand = commandBase.extend({
  roundId: z.uuid(),
  villageId: z.int(),
  /** That of the list the officer saw. */
  hash: z.string().length(64),
  places: z.array(z.string().trim().min(1).max(200)).min(1).max(5),
});
export const postingOpened = z.object({ id: z.uuid(), code: z.string(), until: day });

/** GET /api/review-postings/:id */
export const postingView = postingLine.extend({
  list: postedList,
  hash: z.string(),
  places: z.array(z.string()),
  openedBy: z.string(),
  openedAt: z.string(),
  /** The short address on the sheet, and its QR as an SVG text. */
  address: z.string(),
  qr: z.string(),
  evidence: z.array(photoView),
  mayPhotograph: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type PostingView = z.infer<typeof postingView>;

/** POST /api/review-postings/:id/withdrawal */
export const withdrawPostingCommand = commandBase.extend({ reason: z.string().trim().min(1).max(1_000) });
export const postingWithdrawn = z.object({ cases: count });

/** POST /api/review-postings/:id/sheet */
export const sheetMade = z.object({ documentId: z.uuid() });

export const photoQuery = z.object({ commandId: z.uuid(), place: z.string().trim().min(1).max(200) });

export const grievanceLine = z.object({
  id: z.uuid(),
  number: z.string(),
  village: z.string(),
  category: z.enum(GRIEVANCE_CATEGORIES),
  channel: z.enum(['public', 'office', 'meeting', 'post']),
  state: z.enum(GRIEVANCE_STATES),
  receivedOn: day,
  dueOn: day,
  dueUncertain: z.boolean(),
  workingDaysLate: count,
  verifier: z.string().nullable(),
});
export type GrievanceLine = z.infer<typeof grievanceLine>;

/** GET /api/review-grievances?unit=&year=&page= : the open ones first, by their day. */
export const grievanceList = z.object({ grievances: z.array(grievanceLine), open: count, page });
export type GrievanceList = z.infer<typeof grievanceList>;

/** GET /api/review-grievances/:id : reading it is logged. */
export const grievanceView = grievanceLine.extend({
  version: count,
  about: z.string(),
  /** Null also where the reader does not handle it. */
  complainant: z.object({ name: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  household: z.object({ head: z.string(), caseId: z.uuid().nullable(), number: count.nullable() }).nullable(),
  /** Where the time limit comes from. */
  ground: z.string(),
  verifiedOn: day.nullable(),
  finding: z.string().nullable(),
  outcome: z.enum(GRIEVANCE_OUTCOMES).nullable(),
  answer: z.string().nullable(),
  answeredOn: day.nullable(),
  documentId: z.uuid().nullable(),
  requestCaseId: z.uuid().nullable(),
  /** Who may be sent; those who surveyed the household first are named and may not. */
  candidates: z.array(z.object({ accountId: z.uuid(), name: z.string(), surveyedFirst: z.boolean() })),
  acts: z.array(z.enum(GRIEVANCE_ACTS)),
  events: z.array(
    z.object({ number: count, act: z.string(), actor: z.string(), onDay: day, at: z.string() }),
  ),
});
export type GrievanceView = z.infer<typeof grievanceView>;

/** POST /api/review-grievances : noted by the officer for someone who came, wrote, or spoke up at the meeting. */
export const noteGrievanceCommand = commandBase.extend({
  postingId: z.uuid(),
  category: z.enum(GRIEVANCE_CATEGORIES),
  channel: z.enum(['office', 'meeting', 'post']),
  /** Of the household on the list. */
  number: z.int().min(1).nullable(),
  /** Of the household that is not on it. */
  householdName: z.string().trim().max(120).nullable(),
  about: z.string().trim().min(1).max(2000),
  complainantName: z.string().trim().max(120).nullable(),
  phone: z.string().trim().max(20).nullable(),
});
/** The receipt code is told this once, to be handed over; only its hash is kept. */
export const grievanceNoted = z.object({
  id: z.uuid(),
  number: z.string(),
  receiptCode: z.string(),
  dueOn: day,
});
export type GrievanceNoted = z.infer<typeof grievanceNoted>;

/** POST /api/review-grievances/:id/acts */
export const grievanceActCommand = commandBase.extend({
  version: z.int().min(1),
  act: z.discriminatedUnion('act', [
    z.strictObject({
      act: z.literal('assign'),
      verifier: z.strictObject({ name: z.string().trim().max(120), accountId: z.uuid().nullable() }),
    }),
    z.strictObject({
      act: z.literal('verify'),
      finding: z.string().trim().max(4000),
      outcome: z.enum(['upheld', 'partly', 'rejected']),
    }),
    z.strictObject({ act: z.literal('decline'), reason: z.string().trim().max(2000) }),
    z.strictObject({ act: z.literal('answer'), answer: z.string().trim().max(4000) }),
    z.strictObject({ act: z.literal('close') }),
  ]),
});
export type GrievanceActCommand = z.infer<typeof grievanceActCommand>;
export const grievanceChanged = z.object({
  id: z.uuid(),
  state: z.enum(GRIEVANCE_STATES),
  version: count,
});
