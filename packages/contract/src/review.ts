import { POVERTY_CAUSES, SUPPORT_WISHES } from '@benvung/domain/household/household-facts';
import { GONE_REASONS } from '@benvung/domain/review/review-record';
import { z } from 'zod';
import { householdClass } from './household.ts';
import { commandBase, day, page, unitRef } from './shared.ts';

/** Where one unit's round stands: how many households are at each stage. */
export const roundProgress = z.object({
  unit: unitRef,
  year: z.number().int(),
  status: z.enum(['NOT_BEGUN', 'OPEN', 'CLOSED', 'LOCKED', 'MIXED']),
  listed: z.number().int(),
  surveyed: z.number().int(),
  scored: z.number().int(),
  recognised: z.number().int(),
});

export const classFigure = z.object({
  class: z.enum(['POOR', 'NEAR_POOR']),
  /** Opening count of the running year, and the current closing count (official or provisional). */
  opening: z.number().int(),
  current: z.number().int(),
  change: z.number().int(),
  /** Households in `current` without a result yet, counted at last year's class; tables leave them out. */
  carried: z.number().int(),
  openingRate: z.number().nullable(),
  currentRate: z.number().nullable(),
  state: z.enum(['official', 'provisional']),
});

const homeTask = z.object({
  kind: z.string(),
  /** In Vietnamese; screens put it into the reader's language by `kind` and `count`. */
  text: z.string(),
  /** Households, pairs, lines or communes it is about. */
  count: z.number().int().nullable(),
  dueOn: day.nullable(),
  overdueDays: z.number().int().nullable(),
  link: z.string(),
});

/** GET /api/home?unit=ID : the landing page of a commune, district or province. */
export const homeView = z.object({
  unit: unitRef,
  today: day,
  year: z.number().int(),
  /** What the running year is classified under. */
  standard: z.string(),
  tasks: z.array(homeTask),
  /** Tasks the reader asked to be reminded of on a later day; they come back on that day. */
  later: z.array(homeTask.extend({ until: day, reason: z.string() })),
  progress: roundProgress,
  children: z.array(roundProgress.extend({ figures: z.array(classFigure) })),
  figures: z.array(classFigure),
  /** Closing counts and rates of past years, oldest first. */
  history: z.array(
    z.object({
      year: z.number().int(),
      standard: z.string(),
      poor: z.number().int(),
      nearPoor: z.number().int(),
      poorRate: z.number().nullable(),
      nearPoorRate: z.number().nullable(),
    }),
  ),
});
export type HomeView = z.infer<typeof homeView>;

/** POST /api/home/reminders : a task of a unit's home is put off for the caller alone; `until: null` brings it back. */
export const remindLater = commandBase.extend({
  unit: z.int().min(1),
  kind: z.string().min(1).max(40),
  until: day.nullable(),
  reason: z.string().trim().max(300),
});
export const reminderSet = z.object({ until: day.nullable() });

/** One round: GET and POST /api/rounds, POST /api/rounds/:id/close|reopen, POST /api/years/:year/lock. */
export const roundView = z.object({
  id: z.uuid(),
  year: z.number().int(),
  communeId: z.number().int(),
  status: z.enum(['OPEN', 'CLOSED', 'LOCKED']),
  /** What national money follows. */
  standardId: z.string(),
  /** A higher standard of the province, which money of the province follows; null where there is none. */
  localStandardId: z.string().nullable(),
  referenceDay: day,
  openedOn: day,
  closedOn: day.nullable(),
  lockedOn: day.nullable(),
});
export type RoundView = z.infer<typeof roundView>;

const namedStandard = z.object({ id: z.string(), title: z.object({ vi: z.string(), en: z.string() }) });

/** GET /api/rounds/standards?unit=&day= : what a round of the unit would be opened under. */
export const proposedStandards = z.object({ national: namedStandard, local: namedStandard.nullable() });
export type ProposedStandards = z.infer<typeof proposedStandards>;

/** POST /api/rounds/:id/corrections : corrects a result of a locked year (đính chính); what is not named stays. */
export const correctionCommand = commandBase.extend({
  householdId: z.uuid(),
  /** None: the round's own. */
  standardId: z.string().optional(),
  /** The version of the result the author saw. */
  version: z.int().min(1),
  reason: z.string().trim().max(1000),
  change: z.strictObject({
    class: householdClass.optional(),
    persons: z.int().min(1).max(99).optional(),
    flags: z
      .strictObject({
        minority: z.boolean().optional(),
        localMinority: z.boolean().optional(),
        noLabourCapacity: z.boolean().optional(),
        merit: z.boolean().optional(),
        femaleHead: z.boolean().optional(),
        socialAssistance: z.boolean().optional(),
        recentlyExited: z.boolean().optional(),
      })
      .optional(),
    causes: z.array(z.enum(POVERTY_CAUSES)).optional(),
    /** Illness among the causes stays as it was, whatever `causes` says: it is closed to who does not open it. */
    keepIllness: z.boolean().optional(),
    wishes: z.array(z.enum(SUPPORT_WISHES)).optional(),
    gone: z.enum(GONE_REASONS).optional(),
  }),
});

const resultState = z.object({
  class: householdClass.nullable(),
  persons: z.number().int().nullable(),
  gone: z.enum(GONE_REASONS).nullable(),
});

/** One correction: what the result said before and after, why, who, when. */
export const correctionView = z.object({
  id: z.uuid(),
  householdId: z.uuid(),
  year: z.number().int(),
  standardId: z.string(),
  reason: z.string(),
  author: z.string(),
  at: z.string(),
  before: resultState.nullable(),
  after: resultState,
  /** What was said otherwise, in the reader's language, a phrase each; of illness only that it was. */
  changes: z.array(z.string()),
});
export type CorrectionView = z.infer<typeof correctionView>;

/** The answer to a correction; `openingFollowed`: next year's open round took it up. */
export const correctionMade = correctionView.extend({ openingFollowed: z.boolean() });

/** GET /api/rounds/:id/corrections, newest first. */
export const correctionList = z.object({
  corrections: z.array(correctionView.extend({ head: z.string() })),
  page,
});

/** A proposed match: POST /api/rounds/:id/matches proposes, POST /api/matches/:id/decision decides. */
export const matchView = z.object({
  id: z.uuid(),
  householdId: z.uuid(),
  head: z.string(),
  candidateHouseholdId: z.uuid().nullable(),
  certainty: z.enum(['certain', 'probable', 'none']),
  evidence: z.array(z.string()),
  commonMembers: z.number().int(),
  decision: z.enum(['same', 'different']).nullable(),
});
export type MatchView = z.infer<typeof matchView>;
