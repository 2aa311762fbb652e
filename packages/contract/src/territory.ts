import { z } from 'zod';
import { commandBase, day, unitRef } from './shared.ts';

/** GET /api/territory/units?on=DAY&parent=ID&q=TEXT&level=&mine=1&limit= ; `mine`: only in the caller's areas. */
export const unitView = unitRef.extend({
  type: z.string(),
  areaType: z.enum(['rural', 'urban']).nullable(),
  parentId: z.number().int().nullable(),
  validFrom: day,
  validTo: day.nullable(),
  hasChildren: z.boolean(),
  /** In lists: the unit above, to tell namesakes apart. */
  parentName: z.string().nullable().optional(),
});
export const unitList = z.object({ on: day, units: z.array(unitView) });
export type UnitView = z.infer<typeof unitView>;

/** What a decision said of a unit; `to` is the day after the last one. */
export const designationView = z.object({
  kind: z.string(),
  label: z.string(),
  from: day,
  to: day.nullable(),
  decision: z.string(),
  endDecision: z.string().nullable(),
  /** The unit it was given to. */
  unit: unitRef,
});
export type DesignationView = z.infer<typeof designationView>;

/** GET /api/territory/units/:id/designations?on= : of the unit and of those it lies in on the day. */
export const designationsOnDay = z.object({ on: day, designations: z.array(designationView) });

/** GET /api/territory/designations?under=ID&on=&kind= : the designated units of an area on a day. */
export const designatedUnits = z.object({
  on: day,
  kinds: z.array(z.object({ code: z.string(), label: z.string() })),
  designations: z.array(designationView),
  /** There are more than are listed. */
  more: z.boolean(),
});

/** GET /api/territory/units/:id/local-groups?on= : groups that count as local there; null where nobody lists any. */
export const localGroupsView = z.object({
  on: day,
  groups: z.array(z.object({ code: z.string(), name: z.string() })).nullable(),
  verified: z.boolean(),
});

/** POST /api/territory/designations and /api/territory/local-groups: the file's bytes are the body. */
export const placeListQuery = commandBase.extend({
  file: z.string().min(1).max(200),
  dryRun: z.enum(['true', 'false']).default('true'),
});
export const rowProblem = z.object({ at: z.string(), code: z.string(), message: z.string() });
/** POST /api/territory/lists: a newer list of units; by administrators of the nation. */
export const territoryListQuery = placeListQuery.extend({
  /** The day in force and the resolution, where the file does not say them itself. */
  day: day.optional(),
  source: z.string().trim().max(500).optional(),
  complete: z.enum(['true', 'false']).default('false'),
});
export const territoryListReport = z.object({
  written: z.boolean(),
  dryRun: z.boolean(),
  day,
  versions: z.number().int(),
  newUnits: z.number().int(),
  ended: z.number().int(),
  villages: z.number().int(),
  /** The first thousand. */
  changes: z.array(
    z.object({
      kind: z.enum(['new', 'changed', 'ended']),
      code: z.string(),
      name: z.string(),
      was: z.string().nullable(),
      others: z.array(z.string()),
      split: z.boolean(),
    }),
  ),
  problems: z.array(rowProblem),
});
export type TerritoryListReport = z.infer<typeof territoryListReport>;

/** GET /api/territory/loads: the lists loaded so far, newest first. */
export const territoryLoads = z.object({
  loads: z.array(z.object({ name: z.string(), at: z.string(), by: z.string() })),
});

export const placeListReport = z.object({
  written: z.boolean(),
  dryRun: z.boolean(),
  rows: z.number().int(),
  added: z.number().int(),
  ended: z.number().int(),
  unchanged: z.number().int(),
  problems: z.array(rowProblem),
});
export type PlaceListReport = z.infer<typeof placeListReport>;

/** GET /api/territory/units/:id?on=&counts=1 : a unit with its ancestors, past and future. */
export const unitDetail = unitView.extend({
  on: day,
  ancestors: z.array(unitRef),
  versions: z.array(
    z.object({
      validFrom: day,
      validTo: day.nullable(),
      code: z.string().nullable(),
      name: z.string(),
      type: z.string(),
      areaType: z.enum(['rural', 'urban']).nullable(),
      source: z.string(),
      /** The unit above in that time. */
      parent: unitRef.nullable(),
    }),
  ),
  /** When asked for: how many units of each level lie in it on the day; the nation's beside the official ones. */
  counts: z.array(
    z.object({
      level: z.enum(['province', 'district', 'commune', 'village']),
      count: z.number().int(),
      official: z.number().int().nullable(),
    }),
  ),
  /** Villages of split communes that lie here until someone says where each went. */
  waitingVillages: z.number().int(),
  /** Of a waiting village: the communes it may have gone to. */
  candidates: z.array(unitRef),
  /** What decisions said of the unit itself, at any time. */
  designations: z.array(designationView),
  predecessors: z.array(
    z.object({ day, unit: unitRef, kind: z.string(), whole: z.boolean(), source: z.string() }),
  ),
  successors: z.array(
    z.object({ day, unit: unitRef, kind: z.string(), whole: z.boolean(), source: z.string() }),
  ),
});
export type UnitDetail = z.infer<typeof unitDetail>;

/** GET /api/territory/maps: the days a map changed, for "bản đồ ngày". */
export const mapDays = z.object({ days: z.array(z.object({ day, label: z.string() })) });

/** POST /api/territory/villages: a commune makes a village. */
export const createVillage = commandBase.extend({
  communeId: z.number().int(),
  /** With its word: "Thôn 3", "Tổ dân phố 5". */
  name: z.string().max(200),
  validFrom: day,
  /** The decision of the commune's council. */
  decision: z.string().min(1).max(500),
});
export type CreateVillage = z.infer<typeof createVillage>;

/** POST /api/territory/villages/:id/rename: the same village under another name from a day on. */
export const renameVillage = commandBase.extend({
  name: z.string().max(200),
  from: day,
  decision: z.string().trim().min(1).max(500),
});

/** POST /api/territory/villages/merge: two or more villages of a commune become a new one; households follow. */
export const mergeVillages = commandBase.extend({
  villageIds: z.array(z.number().int()).min(1).max(50),
  name: z.string().max(200),
  /** The first day of the new village. */
  day,
  decision: z.string().trim().min(1).max(500),
});
export const mergedVillages = z.object({
  village: unitRef,
  households: z.number().int(),
  /** Results of open rounds that are now the new village's. */
  records: z.number().int(),
});

/** POST /api/territory/villages/:id/assign: which part of a split commune a waiting village went to. */
export const assignVillage = commandBase.extend({
  communeId: z.number().int(),
  decision: z.string().min(1).max(500),
});
export type AssignVillage = z.infer<typeof assignVillage>;
