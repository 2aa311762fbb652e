import { CLOSING_BLOCKERS } from '@benvung/domain/review/closing-blockers';
import { MATCH_CERTAINTIES } from '@benvung/domain/review/match-households';
import { OPENING_OBSTACLES } from '@benvung/domain/review/open-plan';
import { GONE_REASONS } from '@benvung/domain/review/review-record';
import { z } from 'zod';
import { householdClass } from './household.ts';
import { roundView } from './review.ts';
import { commandBase, day, page, unitRef } from './shared.ts';

const count = z.number().int();

/** Every household of a place's round is in exactly one of the first five; the last two say "of which". */
export const deskCounts = z.object({
  /** On last year's list, neither reviewed nor gone. */
  pending: count,
  /** On last year's list, gone for a reason that is told. */
  gone: count,
  /** With a class, at the step it has reached. */
  surveyed: count,
  scored: count,
  recognised: count,
  undetermined: count,
  /** Whose class rests on a scorecard nobody has verified. */
  unverified: count,
});
export type DeskCounts = z.infer<typeof deskCounts>;

export const closingBlocker = z.object({ kind: z.enum(CLOSING_BLOCKERS), count });

/** A commune's line on the desk: where its round stands and what keeps it from being closed. */
export const deskRow = z.object({
  unit: unitRef,
  round: roundView.nullable(),
  counts: deskCounts,
  /** All households living there, reviewed or not; null: not known. */
  baseHouseholds: count.nullable(),
  blockers: z.array(closingBlocker),
  /** Of a commune whose round is not open: households it would carry over from last year's result. */
  carryOver: count.nullable(),
});
export type DeskRow = z.infer<typeof deskRow>;

export const deskVillage = z.object({
  /** null: households whose village is not known. */
  unit: unitRef.nullable(),
  counts: deskCounts,
  baseHouseholds: count.nullable(),
});

/** A province's line on the nation's desk: how many communes stand where. */
export const deskArea = z.object({
  unit: unitRef,
  communes: count,
  notBegun: count,
  open: count,
  closed: count,
  locked: count,
});

/** GET /api/desk?unit=ID&year= : a commune has one row and its villages, a province a row a commune. */
export const deskView = z.object({
  unit: unitRef,
  year: count,
  today: day,
  years: z.array(count),
  areas: z.array(deskArea),
  rows: z.array(deskRow),
  villages: z.array(deskVillage),
});
export type DeskView = z.infer<typeof deskView>;

/** GET /api/rounds/:id/history */
export const roundHistory = z.object({
  decidedBy: z.string().nullable(),
  source: z.string(),
  events: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['opened', 'closed', 'reopened', 'locked', 'baseChanged']),
      at: z.string(),
      actor: z.string(),
      reason: z.string().nullable(),
      lines: count.nullable(),
    }),
  ),
});
export type RoundHistory = z.infer<typeof roundHistory>;

/** GET /api/round-opening?unit=&year=&day= : what opening would do, before it is done. */
export const openingPlan = z.object({
  unit: unitRef,
  year: count,
  referenceDay: day,
  /** What the day proposes; null when no official standard is in force on it. */
  standard: z.object({ id: z.string(), name: z.string() }).nullable(),
  local: z.object({ id: z.string(), name: z.string() }).nullable(),
  communes: z.array(
    z.object({
      unit: unitRef,
      obstacle: z.enum(OPENING_OBSTACLES).nullable(),
      carryOver: z.object({ poor: count, nearPoor: count, undetermined: count }),
    }),
  ),
});
export type OpeningPlan = z.infer<typeof openingPlan>;

/** POST /api/round-opening : all of them or none. */
export const openRoundsCommand = commandBase.extend({
  communeIds: z.array(z.int()).min(1).max(2000),
  year: z.int().min(2016).max(2100),
  referenceDay: day,
  source: z.string().trim().max(500),
  decidedBy: z.string().trim().max(200),
  /** Their cases follow the review procedure in force, step by step. */
  inProcedure: z.boolean().optional(),
});
export const roundsOpened = z.object({ opened: count, carriedOver: count });

const figure = z.number().int().min(0).max(100_000_000).nullable();
export const baseFigures = z.object({
  households: figure,
  persons: figure,
  minorityHouseholds: figure,
  minorityPersons: figure,
  localMinorityHouseholds: figure,
  localMinorityPersons: figure,
});

/** GET /api/population-base?commune=&year= : the commune's line first, then every village, told or not. */
export const populationBaseView = z.object({
  commune: unitRef,
  year: count,
  /** False once the year is locked. */
  open: z.boolean(),
  /** Whether the reader may change it: a reader may not. */
  lines: z.array(
    z.object({
      /** 0: the commune's own. */
      villageId: count,
      name: z.string(),
      version: count,
      figures: baseFigures,
      /** Last year's households, to see what is unlikely. */
      lastHouseholds: count.nullable(),
    }),
  ),
  source: z.string(),
  onDay: day.nullable(),
});
export type PopulationBaseView = z.infer<typeof populationBaseView>;

/** POST /api/population-base : only the lines that changed; all of them or none. */
export const populationBaseCommand = commandBase.extend({
  communeId: z.int(),
  year: z.int().min(2016).max(2100),
  source: z.string().trim().min(1).max(500),
  onDay: day,
  lines: z
    .array(z.object({ villageId: z.int().min(0), version: z.int().min(0), figures: baseFigures }))
    .min(1)
    .max(500),
});

/** GET /api/rounds/:id/missing?state=pending|gone&page= : last year's households without a result. */
export const missingHouseholds = z.object({
  households: z.array(
    z.object({
      householdId: z.uuid(),
      head: z.string(),
      village: z.string(),
      class: householdClass,
      persons: count,
      reason: z.enum(GONE_REASONS).nullable(),
      version: count,
    }),
  ),
  counts: z.object({ pending: count, gone: count }),
  page,
});
export type MissingHouseholds = z.infer<typeof missingHouseholds>;

/** POST /api/rounds/:id/missing : why households are gone; null takes the reason back. */
export const tellMissingCommand = commandBase.extend({
  households: z
    .array(
      z.object({ householdId: z.uuid(), version: z.int().min(1), reason: z.enum(GONE_REASONS).nullable() }),
    )
    .min(1)
    .max(500),
});
export const missingTold = z.object({ told: count });

const matchedHousehold = z.object({
  id: z.uuid(),
  head: z.string(),
  village: z.string(),
  class: householdClass.nullable(),
  persons: count.nullable(),
  /** Names and birth years of its members; `known`: found in the other household too. */
  members: z.array(z.object({ name: z.string(), birthYear: count.nullable(), common: z.boolean() })),
});

/** One pair side by side: this year's household, and last year's it may continue. */
export const matchPair = z.object({
  id: z.uuid(),
  certainty: z.enum(MATCH_CERTAINTIES),
  evidence: z.array(z.string()),
  decision: z.enum(['same', 'different']).nullable(),
  decidedBy: z.string().nullable(),
  /** Whether the decision can be taken back. */
  undoable: z.boolean(),
  listed: matchedHousehold,
  candidate: matchedHousehold,
});
export type MatchPair = z.infer<typeof matchPair>;

/** GET /api/rounds/:id/matches?state=undecided|decided&page= */
export const matchPairs = z.object({
  pairs: z.array(matchPair),
  counts: z.object({ undecided: count, certain: count, same: count, different: count }),
  /** Households that arrived and resemble nobody, and those of last year that nobody has found. */
  arrived: count,
  missing: count,
  page,
});
export type MatchPairs = z.infer<typeof matchPairs>;

/** POST /api/rounds/:id/matches/decisions : one word on several pairs, all or none. */
export const decideMatchesCommand = commandBase.extend({
  ids: z.array(z.uuid()).min(1).max(200),
  decision: z.enum(['same', 'different']),
});
export const matchesDecided = z.object({ decided: count });

const ledgerFigures = z.object({
  class: z.enum(['POOR', 'NEAR_POOR']),
  unit: z.enum(['households', 'persons']),
  opening: count,
  /** Columns 2 to 8 of tables 2 and 3, in that order. */
  columns: z.array(count),
  pending: count,
  closing: count,
  difference: count,
  /** Last year's closing when it is not this year's opening; null when it is, or cannot be compared. */
  lastClosing: count.nullable(),
  /**
   * Last year's closing under the former standard, where the standard changed between the two years: what the
   * opening differs from it by is the change of standard, no movement. Null in every other year.
   */
  formerClosing: count.nullable(),
});

/** GET /api/ledger?unit=&year= : opening − out + in − pending = closing, a line a commune or village. */
export const ledgerView = z.object({
  unit: unitRef,
  year: count,
  standard: z.string(),
  /** The standard of the year before, where it is another one. */
  formerStandard: z.string().nullable(),
  lines: z.array(z.object({ unit: unitRef.nullable(), entries: z.array(ledgerFigures) })),
  total: z.array(ledgerFigures),
});
export type LedgerView = z.infer<typeof ledgerView>;
