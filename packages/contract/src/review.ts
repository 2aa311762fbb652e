import { z } from 'zod';
import { day, unitRef } from './shared.ts';

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
  openingRate: z.number().nullable(),
  currentRate: z.number().nullable(),
  state: z.enum(['official', 'provisional']),
});

/** GET /api/home?unit=ID : the landing page of a commune, district or province. */
export const homeView = z.object({
  unit: unitRef,
  today: day,
  year: z.number().int(),
  tasks: z.array(
    z.object({
      kind: z.string(),
      text: z.string(),
      dueOn: day.nullable(),
      overdueDays: z.number().int().nullable(),
      link: z.string(),
    }),
  ),
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

/** One round: GET and POST /api/rounds, POST /api/rounds/:id/close|reopen, POST /api/years/:year/lock. */
export const roundView = z.object({
  id: z.uuid(),
  year: z.number().int(),
  communeId: z.number().int(),
  status: z.enum(['OPEN', 'CLOSED', 'LOCKED']),
  standardId: z.string(),
  referenceDay: day,
  openedOn: day,
  closedOn: day.nullable(),
  lockedOn: day.nullable(),
});
export type RoundView = z.infer<typeof roundView>;

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
