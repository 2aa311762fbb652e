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

/** GET /api/territory/units/:id?on= : a unit with its ancestors, past and future. */
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
      source: z.string(),
    }),
  ),
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

/** POST /api/territory/villages/:id/assign: which part of a split commune a waiting village went to. */
export const assignVillage = commandBase.extend({
  communeId: z.number().int(),
  decision: z.string().min(1).max(500),
});
export type AssignVillage = z.infer<typeof assignVillage>;
