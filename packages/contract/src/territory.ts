import { z } from 'zod';
import { day, unitRef } from './shared.ts';

/** GET /api/territory/units?on=DAY&parent=ID&q=TEXT&level=&limit= */
export const unitView = unitRef.extend({
  type: z.string(),
  areaType: z.enum(['rural', 'urban']).nullable(),
  parentId: z.number().int().nullable(),
  validFrom: day,
  validTo: day.nullable(),
  hasChildren: z.boolean(),
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
