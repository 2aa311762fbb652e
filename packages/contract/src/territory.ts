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
