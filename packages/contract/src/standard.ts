import { z } from 'zod';
import { day } from './shared.ts';

const text = z.object({ vi: z.string(), en: z.string() });
const ground = z.object({ document: z.string(), article: z.string().nullable(), label: z.string() });
const incomeLines = z.object({
  incomePovertyLine: z.number().int(),
  upperIncomeLine: z.number().int().nullable(),
  averageCeiling: z.number().int().nullable(),
  scoreCutoff: z.number().int().nullable(),
  upperScoreCutoff: z.number().int().nullable(),
});

export const standardListItem = z.object({
  id: z.string(),
  hash: z.string(),
  title: text,
  /** `draft`: simulation only. */
  status: z.enum(['inForce', 'draft']),
  /** Null for the nation's; else the code of the province that set a higher one. */
  provinceCode: z.string().nullable(),
  validFrom: day,
  validTo: day.nullable(),
  lines: z.object({ rural: incomeLines, urban: incomeLines }),
  povertyCutoffK: z.number().int(),
});

/** GET /api/standards?day= */
export const standardList = z.object({ standards: z.array(standardListItem) });
export type StandardList = z.infer<typeof standardList>;

/** GET /api/standards/:id */
export const standardView = standardListItem.extend({
  method: z.string(),
  pointsPerIndicator: z.number().int(),
  indicators: z.array(
    z.object({ code: z.string(), dimension: z.string(), label: text, deprivedWhen: text, ground }),
  ),
  grounds: z.object({
    class: ground,
    incomeLine: ground,
    scoreCutoff: ground,
    averageLivingStandard: ground,
  }),
  scorecards: z.array(
    z.object({
      id: z.string(),
      formCode: z.string(),
      region: z.string(),
      version: z.number().int(),
      status: z.enum(['verified', 'unverified', 'synthetic']),
      source: z.string(),
    }),
  ),
});
export type StandardView = z.infer<typeof standardView>;

/** GET /api/ethnic-groups : the catalogue of ethnic groups, with the other names people write. */
export const ethnicGroups = z.object({
  groups: z.array(z.object({ code: z.string(), name: z.string(), aliases: z.array(z.string()) })),
});
export type EthnicGroups = z.infer<typeof ethnicGroups>;
