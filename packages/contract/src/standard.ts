import { z } from 'zod';
import { householdClass } from './household.ts';
import { commandBase, day } from './shared.ts';

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
  /** On the day asked about, or today. */
  state: z.enum(['draft', 'notYet', 'inForce', 'ended']),
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
  averageForFarmHouseholdsOnly: z.boolean(),
  indicators: z.array(
    z.object({
      code: z.string(),
      dimension: z.string(),
      label: text,
      deprivedWhen: text,
      notApplicableWhen: text.nullable(),
      /** The rule in plain words with its thresholds. */
      rule: text,
      ground,
      /** The ground as a reader sees it; says so where it was not compared with the official text. */
      groundText: text,
    }),
  ),
  groundTexts: z.object({ class: text, incomeLine: text, scoreCutoff: text, averageLivingStandard: text }),
  /** What the law's folder says of its sources (Markdown). */
  sourceText: z.string(),
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
      items: z.number().int(),
      /** Who loaded it; null for one that is shipped. */
      loadedBy: z.string().nullable(),
      /** A newer version of the same form and region is at hand. */
      replaced: z.boolean(),
    }),
  ),
});
export type StandardView = z.infer<typeof standardView>;

/** GET /api/ethnic-groups : the catalogue of ethnic groups, with the other names people write. */
export const ethnicGroups = z.object({
  groups: z.array(z.object({ code: z.string(), name: z.string(), aliases: z.array(z.string()) })),
});
export type EthnicGroups = z.infer<typeof ethnicGroups>;

const band = z.object({ from: z.number().nullable(), to: z.number().nullable() });

/** GET /api/scorecards/items?id= : a card with its items, as it was loaded. */
export const scorecardView = z.object({
  id: z.string(),
  standardId: z.string(),
  formCode: z.string(),
  region: z.string(),
  version: z.number().int(),
  status: z.enum(['verified', 'unverified', 'synthetic']),
  source: z.string(),
  items: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      kind: z.enum(['one-of', 'any-of', 'banded-number', 'count-times']),
      excluded: z.boolean(),
      options: z.array(
        z.object({ code: z.string(), label: z.string(), band: band.nullable(), points: z.number() }),
      ),
    }),
  ),
});
export type ScorecardView = z.infer<typeof scorecardView>;

/** POST /api/scorecards : the bytes of the filled template; a dry run says what is wrong and keeps nothing. */
export const scorecardUpload = commandBase.extend({ dryRun: z.enum(['true', 'false']).default('true') });
export const scorecardLoaded = z.object({
  written: z.boolean(),
  card: scorecardView.nullable(),
  /** The card whose place it takes: the same form and region, an older version. */
  replaces: z.string().nullable(),
  faults: z.array(z.object({ at: z.string(), reason: z.string() })),
});
export type ScorecardLoaded = z.infer<typeof scorecardLoaded>;

/**
 * GET /api/simulations?unit=&year=&standard=&after= : what classes the reviewed households of a unit would have under
 * another standard, some households at a time; asked again with `next` until it is null. Nothing is kept.
 */
export const simulationPart = z.object({
  standard: z.object({ id: z.string(), title: text, draft: z.boolean(), local: z.boolean() }),
  counts: z.array(
    z.object({
      from: householdClass,
      to: householdClass,
      households: z.number().int(),
      persons: z.number().int(),
    }),
  ),
  notSimulated: z.array(
    z.object({
      from: householdClass,
      reason: z.enum(['noAnswers', 'paperTotals']),
      households: z.number().int(),
    }),
  ),
  done: z.number().int(),
  /** Of all households; told with the first part alone. */
  total: z.number().int().nullable(),
  next: z.string().nullable(),
});
export type SimulationPart = z.infer<typeof simulationPart>;

/** GET /api/simulations/households?…&from=&to=&after= : the households of one change, with why. */
export const simulatedHouseholds = z.object({
  households: z.array(
    z.object({
      id: z.uuid(),
      head: z.string(),
      listCode: z.string().nullable(),
      village: z.string(),
      persons: z.number().int(),
      from: householdClass,
      to: householdClass,
      why: z.string(),
    }),
  ),
  next: z.string().nullable(),
});
export type SimulatedHouseholds = z.infer<typeof simulatedHouseholds>;
