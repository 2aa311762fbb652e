import { TARGET_ACTS, TARGET_STATES } from '@benvung/domain/plan/target/negotiate-target';
import { TARGET_COMPARISONS } from '@benvung/domain/plan/target/target';
import { z } from 'zod';

import { commandBase, day, unitRef } from './shared.ts';

const count = z.int().min(0).max(1_000_000_000_000_000);
/** Hundredths of a percent: 227 is 2,27 %. */
const rate = z.int().min(0).max(10_000_000);
const year = z.int().min(2000).max(2100);
const indicatorCode = z.string().min(1).max(60);
const reason = z.string().trim().min(3).max(2000);

/** A count on its own base; `rate` only where it was written, otherwise it follows from the two. */
export const targetMeasure = z.object({
  count: z.int().nullable(),
  base: z.int().nullable(),
  rate: z.int().nullable(),
});
export const targetLine = z.object({
  comparison: z.enum(TARGET_COMPARISONS),
  opening: targetMeasure,
  planned: targetMeasure,
});
const text = z.object({ vi: z.string(), en: z.string() });

export const targetIndicatorView = z.object({
  code: z.string(),
  name: text,
  group: z.enum(['classes', 'lacks', 'outcomes']),
  kind: z.enum(['stock', 'coverage', 'amount']),
  unit: z.enum(['households', 'persons', 'items', 'dong']),
  byHand: z.boolean(),
  needsLabour: z.boolean(),
  source: z.string(),
});
export type TargetIndicatorView = z.infer<typeof targetIndicatorView>;

/** What the review counted: at the beginning of the year and so far. */
const targetFacts = z.object({
  opening: z.int().nullable(),
  base: z.int().nullable(),
  /** Of the opening: households without labour capacity. */
  noLabour: z.int().nullable(),
  /** The review of the year before still runs: the three above are as far as it has come. */
  provisional: z.boolean(),
  progress: z.object({
    done: z.int().nullable(),
    /** Of a share to be reached: what it is now. */
    doneRate: z.int().nullable(),
    share: z.int().nullable(),
    expected: z.int().nullable(),
    state: z.enum(['reached', 'onTrack', 'behind', 'notBegun', 'unknown']),
    method: z.enum(['review', 'pace']).nullable(),
    /** Of a figure entered by hand; with a day and no source it is the sum of the units below. */
    onDay: day.nullable(),
    source: z.string().nullable(),
  }),
});

export const targetRow = z.object({
  unit: unitRef,
  parentId: z.int().nullable(),
  hasChildren: z.boolean(),
  indicator: z.string(),
  /** Null: nothing told yet. */
  line: targetLine.nullable(),
  state: z.enum(TARGET_STATES).nullable(),
  locked: z.boolean(),
  asked: z.object({ count: z.int().nullable(), reason: z.string() }).nullable(),
  /** 0: not told yet. */
  version: z.int(),
  /** Units that have ended since, whose targets are added up here. */
  restatedFrom: z.array(z.string()),
  /** Which side the reader is on; null: reads only. */
  side: z.enum(['giver', 'receiver']).nullable(),
  facts: targetFacts,
});
export type TargetRow = z.infer<typeof targetRow>;

/** A unit's targets of a year and those of the units just below it, by indicator in the order of the list. */
export const targetCascade = z.object({
  unit: unitRef,
  parent: unitRef.nullable(),
  year,
  /** The map's day. */
  day,
  /** Years that have targets or rounds, newest first. */
  years: z.array(z.int()),
  indicators: z.array(targetIndicatorView),
  /** Codes that have rows here. */
  shown: z.array(z.string()),
  rows: z.array(targetRow),
  demonstration: z.boolean(),
});
export type TargetCascade = z.infer<typeof targetCascade>;

export const cascadeQuery = z.object({
  unit: z.coerce.number().int(),
  year: z.coerce.number().int().min(2000).max(2100),
  /** Codes with commas; those in use when not told. */
  indicators: z.string().max(2000).optional(),
});

const typedMeasure = z.object({ count: count.nullable(), base: count.nullable(), rate: rate.nullable() });

/** Figures typed, pasted, split or read from an annex: all of them or none. */
export const adjustTargets = commandBase.extend({
  year,
  lines: z
    .array(
      z.object({
        unitId: z.int(),
        indicator: indicatorCode,
        version: z.int().min(0),
        comparison: z.enum(TARGET_COMPARISONS),
        opening: typedMeasure,
        planned: typedMeasure,
      }),
    )
    .min(1)
    .max(5000),
  /** How they came about ("chia theo số hộ", "phụ lục KH 03/KH-UBND"). */
  reason: z.string().trim().max(2000).optional(),
});
export type AdjustTargets = z.infer<typeof adjustTargets>;

const named = z.object({ unitId: z.int(), indicator: indicatorCode, version: z.int().min(1) });

/** What the giver does with several at once. */
export const actOnTargets = commandBase.extend({
  year,
  act: z.enum(TARGET_ACTS).extract(['lock', 'unlock', 'propose', 'fix', 'reopen']),
  targets: z.array(named).min(1).max(5000),
  reason: reason.optional(),
});

/** What the unit answers to its own target. */
export const answerTarget = commandBase.extend({
  year,
  target: named,
  act: z.enum(TARGET_ACTS).extract(['ask', 'agree']),
  /** The figure asked for: what would be handed down. */
  asked: count.nullable().optional(),
  reason: reason.optional(),
});

export const targetsChanged = z.object({ changed: z.int() });

export const recordActual = commandBase.extend({
  year,
  unitId: z.int(),
  indicator: indicatorCode,
  onDay: day,
  count,
  base: count.nullable(),
  source: reason,
});
export type RecordActual = z.infer<typeof recordActual>;

export const targetHistory = z.object({
  events: z.array(
    z.object({
      act: z.enum(TARGET_ACTS),
      side: z.enum(['giver', 'receiver']),
      state: z.enum(TARGET_STATES),
      assigned: z.int().nullable(),
      plannedRate: z.int().nullable(),
      asked: z.int().nullable(),
      reason: z.string().nullable(),
      actor: z.string(),
      at: z.iso.datetime({ offset: true }),
    }),
  ),
});
export type TargetHistory = z.infer<typeof targetHistory>;

export const targetHistoryQuery = z.object({
  unit: z.coerce.number().int(),
  year: z.coerce.number().int().min(2000).max(2100),
  indicator: indicatorCode,
});

export const targetAnnexQuery = z.object({
  unit: z.coerce.number().int(),
  year: z.coerce.number().int().min(2000).max(2100),
  indicator: indicatorCode,
  file: z.string().max(200).default('phu-luc.txt'),
  commandId: z.uuid(),
});

/** An annex as read, before anything is written. */
export const targetAnnexRead = z.object({
  file: z.string(),
  indicator: z.string(),
  rows: z.array(
    z.object({
      /** Counts from 1 in the file. */
      row: z.int(),
      name: z.string(),
      /** Null: no unit of that name here. */
      unit: unitRef.nullable(),
      version: z.int(),
      line: targetLine,
    }),
  ),
  /** What does not agree: rows whose own columns differ, sums of columns. */
  faults: z.array(z.string()),
  /** What has to be mended first: units not found or told twice, cells that hold no number, rows without a target. */
  mistakes: z.array(z.string()),
});
export type TargetAnnexRead = z.infer<typeof targetAnnexRead>;
