import { z } from 'zod';
import { day, page, unitRef } from './shared.ts';

/** A cell: a whole count, a rate rounded as the form prints it, a text (lists 14 and 15), or blank. */
export const tableValue = z.union([z.number(), z.string(), z.null()]);

export const tableColumn = z.object({
  key: z.string(),
  label: z.string(),
  /** The number the printed form gives the column, with its formula: "4 = 3/1×100". */
  number: z.string().optional(),
  /** Labels of the header cells above, outermost first; equal neighbours are merged. */
  groups: z.array(z.string()).optional(),
  kind: z.enum(['count', 'rate', 'text']).optional(),
  /** Whether a cell opens to its households. */
  opens: z.boolean().optional(),
});

export const tableRow = z.object({
  unit: unitRef.nullable(),
  /** "households" or "persons" in forms with two lines a unit; otherwise null. */
  line: z.string().nullable(),
  /** "unit", "notAssignable" (households of a split unit whose village is not known), "group". */
  kind: z.string().optional(),
  /**
   * Of a row of kind "notAssignable" or "villageUnknown": the unit it lies in. Its cells open with that unit and
   * `rest` = the kind.
   */
  within: unitRef.optional(),
  /** In the order of `columns`, without the leading TT and name columns. */
  values: z.array(tableValue),
});

export const tableCheck = z.object({
  id: z.string(),
  ok: z.boolean(),
  detail: z.string(),
});

/**
 * GET /api/tables/:number?unit=&year=&map=&standard=&levels= and `benvung table N --json`. `unit` is a code on the
 * round's day, or `id:` and the surrogate id (a bare number that is no code is an id too, but some ids look like
 * codes of other units: screens send `id:`). levels=2: each child (kind "group") is followed by its own children.
 * The same with `/file` and format=xlsx|csv|json is a download.
 */
export const officialTable = z.object({
  table: z.number().int(),
  title: z.string(),
  year: z.number().int(),
  /** null: as it was; a day: restated on that day's map. */
  map: day.nullable(),
  standard: z.string().optional(),
  /**
   * The standards the unit's rounds of the year classify under, the nation's first. National money follows the
   * national class, local money the local one.
   */
  standards: z
    .array(
      z.object({ id: z.string(), title: z.object({ vi: z.string(), en: z.string() }), local: z.boolean() }),
    )
    .optional(),
  unit: unitRef,
  demo: z.boolean(),
  /**
   * Why results may not be official: "not-begun", "unverified-scorecard", "provisional", "undetermined",
   * "base-missing", "not-assignable", "village-unknown".
   */
  unverified: z.array(z.string()),
  columns: z.array(tableColumn),
  rows: z.array(tableRow),
  /** One value a column; for forms with two lines a unit, the values of the households line. */
  total: z.array(tableValue),
  totalPersons: z.array(tableValue).optional(),
  checks: z.array(tableCheck),
  computedAt: z.string().optional(),
});
export type OfficialTable = z.infer<typeof officialTable>;

/** GET /api/tables : the forms there are. */
export const tableForms = z.object({
  forms: z.array(z.object({ number: z.number().int(), title: z.string(), list: z.boolean() })),
  years: z.array(z.number().int()),
});

/** GET /api/tables/:number/households?unit=&year=&map=&column=KEY&line=&rest=&page= : what a cell is made of. */
export const tableCellHouseholds = z.object({
  column: z.string(),
  count: z.number().int(),
  persons: z.number().int(),
  households: z.array(
    z.object({
      id: z.uuid(),
      head: z.string(),
      village: z.string(),
      commune: z.string(),
      class: z.string().nullable(),
      persons: z.number().int().nullable(),
    }),
  ),
  page,
});
export type TableCellHouseholds = z.infer<typeof tableCellHouseholds>;

/** GET /api/reported-tables?year=&table= : published totals as they were, with what they break. */
export const reportedTables = z.object({
  tables: z.array(
    z.object({
      id: z.uuid(),
      table: z.number().int(),
      year: z.number().int(),
      unit: z.object({ id: z.number().int().nullable(), name: z.string() }),
      source: z.string(),
      loadedAt: z.string(),
      loadedBy: z.string(),
      rows: z.array(
        z.object({
          unit: z.string(),
          parent: z.string().nullable(),
          line: z.enum(['households', 'persons']),
          cells: z.record(z.string(), z.number()),
        }),
      ),
      checks: z.array(tableCheck),
    }),
  ),
});
export type ReportedTables = z.infer<typeof reportedTables>;

/** What reviewed households can be parted by. */
export const measureGroupings = [
  'areaType',
  'district',
  'commune',
  'village',
  'ethnicity',
  'headSex',
] as const;

const measures = z.object({
  households: z.number().int(),
  /** Households, or persons where the question counts persons. */
  population: z.number().int(),
  H: z.number(),
  /** null when nobody is poor by deprivations. */
  A: z.number().nullable(),
  M0: z.number(),
});

/**
 * GET /api/measures?unit=&year=&by=&count=&standard= and `benvung measure`: H, A and M0 (Alkire and Foster) over
 * the households that were reviewed, which are not the whole population; `note` says so and how H differs from the
 * official rate of poor households. Shares are between 0 and 1.
 */
export const povertyMeasures = z.object({
  unit: unitRef,
  year: z.number().int(),
  standard: z.string(),
  demo: z.boolean(),
  count: z.enum(['households', 'persons']),
  /** Deprived in at least `cutoff` of the indicators, which weigh the same. */
  cutoff: z.number().int(),
  /** Reviewed households, with those left out because an indicator is unknown. */
  reviewed: z.number().int(),
  dropped: z.number().int(),
  /** What the same households are by the law, which tests their income too. */
  official: z.object({ poor: z.number().int(), nearPoor: z.number().int() }),
  /** Reviewed households whose class rests on a scorecard that is not verified. */
  unverified: z.number().int(),
  /** null when no reviewed household has all its indicators. */
  all: measures.nullable(),
  indicators: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      uncensored: z.number(),
      censored: z.number(),
      /** Share of M0 due to it; null when M0 is 0. */
      contribution: z.number().nullable(),
    }),
  ),
  by: z.enum(measureGroupings).nullable(),
  groups: z.array(
    measures.extend({
      /** A unit's id, or the group's word. */
      key: z.string(),
      label: z.string(),
      populationShare: z.number(),
      contribution: z.number().nullable(),
    }),
  ),
  note: z.string(),
});
export type PovertyMeasuresView = z.infer<typeof povertyMeasures>;
