import { POVERTY_CAUSES, SUPPORT_WISHES } from '@benvung/domain/household/household-facts';
import { z } from 'zod';
import { householdFields, memberChanges } from './household-acts.ts';
import { day, page, unitRef } from './shared.ts';
import { designationView } from './territory.ts';

export const householdClass = z.enum([
  'POOR',
  'NEAR_POOR',
  'AVERAGE_LIVING_STANDARD',
  'NOT_POOR',
  'UNDETERMINED',
]);

/** One official or provisional class in a household's life. */
export const classOfYear = z.object({
  year: z.number().int(),
  standard: z.string(),
  /** A higher standard of the province: money of the province follows this class, national money the other. */
  local: z.boolean(),
  class: householdClass.nullable(),
  /** official: recognised; provisional: computed in an unfinished round. */
  state: z.enum(['official', 'provisional']),
  gone: z.string().nullable(),
  movement: z.string().nullable(),
  decision: z.string().nullable(),
  unverified: z.array(z.string()),
});

export const householdListItem = z.object({
  id: z.uuid(),
  version: z.number().int(),
  listCode: z.string().nullable(),
  head: z.string(),
  persons: z.number().int(),
  village: unitRef,
  commune: unitRef,
  year: z.number().int().nullable(),
  class: householdClass.nullable(),
  state: z.enum(['official', 'provisional']).nullable(),
  /** The second class of the year, under a local standard; absent where there is none. */
  local: z.object({ standard: z.string(), class: householdClass.nullable() }).optional(),
  incomeScore: z.number().int().nullable(),
  deprivationScore: z.number().int().nullable(),
  demonstration: z.boolean(),
  /** The member whose name was looked for, where it is not the head's. */
  through: z.string().optional(),
});

/**
 * GET /api/households?unit=ID&year=&class=&movement=&stage=&unverified=1&q=&sort=&page=&pageSize=
 * `unit` is a unit's id; `stage` is `listed`, `surveyed`, `scored` or `recognised`; `unverified`: scored with a
 * scorecard that is not verified. Without `year`: the latest review of each household. `q`: the beginning of words
 * of anyone's name in it, or its whole code; `sort`: `head`, `code`, `persons`, `village`, with `-` downwards.
 */
export const householdList = z.object({
  households: z.array(householdListItem),
  page,
  /** There are more than `page.total`: a search by name stops counting at ten thousand. */
  more: z.boolean(),
});
export type HouseholdList = z.infer<typeof householdList>;

/**
 * POST /api/households/identity-search : who bears exactly this identity number. It travels in the body, never in an
 * address, and asking is logged. `elsewhere`: someone outside the caller's areas bears it; nothing more is told.
 */
export const identitySearch = z.object({ identityNumber: z.string().trim().min(6).max(30) });
export const identityFound = z.object({ households: z.array(householdListItem), elsewhere: z.boolean() });

/** A member as shown to anyone with the household in their area; sensitive fields are asked for apart. */
export const memberView = z.object({
  personId: z.uuid(),
  fullName: z.string(),
  relation: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  birthYear: z.number().int().nullable(),
  educationFinished: z.string().nullable(),
  attending: z.string().nullable(),
  labourStatus: z.string().nullable(),
  /** Which sensitive fields hold something: shown as "••••" with a way to open them. */
  closed: z.array(z.enum(['identityNumber', 'ethnicity', 'disability', 'illness', 'nutrition'])),
  left: z.object({ on: day, reason: z.string() }).nullable(),
  /**
   * A class of persons (NĐ 30/2025/NĐ-CP), from the latest review that has answers: why, and by what. `is` null: not
   * known yet. Null for who is not one, and before the class existed.
   */
  lowIncomeWorker: z
    .object({ is: z.literal(true).nullable(), text: z.string(), source: z.string(), year: z.number().int() })
    .nullable()
    .optional(),
});

/** GET /api/low-income-workers?unit=&year=&after= : such persons of a unit, some households at a time. */
export const lowIncomeWorkers = z.object({
  /** Null: the class did not exist in that year. */
  standard: z
    .object({
      id: z.string(),
      validFrom: day,
      ceilings: z.object({ rural: z.number().int(), urban: z.number().int() }),
      source: z.string(),
    })
    .nullable(),
  persons: z.array(
    z.object({
      personId: z.uuid(),
      fullName: z.string(),
      sex: z.enum(['male', 'female']).nullable(),
      birthYear: z.number().int().nullable(),
      labourStatus: z.string().nullable(),
      household: z.object({ id: z.uuid(), head: z.string(), listCode: z.string().nullable() }),
      village: z.string(),
      areaType: z.enum(['rural', 'urban']),
      monthlyIncomePerPerson: z.number().int(),
      text: z.string(),
    }),
  ),
  /** Persons of these households of whom it is not known yet. */
  unknown: z.number().int(),
  /** Where to go on; null at the end. */
  next: z.string().nullable(),
});
export type LowIncomeWorkers = z.infer<typeof lowIncomeWorkers>;

export const householdEvent = z.object({
  id: z.uuid(),
  onDay: day,
  at: z.string(),
  kind: z.string(),
  actor: z.string(),
  /** A sentence in the reader's language, without sensitive values. */
  text: z.string(),
});

/** GET /api/household-changes?unit=ID : what happened lately, newest first. */
export const householdChanges = z.object({
  changes: z.array(
    z.object({
      id: z.uuid(),
      householdId: z.uuid(),
      head: z.string(),
      village: z.string(),
      at: z.string(),
      actor: z.string(),
      text: z.string(),
    }),
  ),
});
export type HouseholdChanges = z.infer<typeof householdChanges>;

/** GET /api/households/:id */
export const householdView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  listCode: z.string().nullable(),
  head: z.string(),
  address: z.string().nullable(),
  village: unitRef,
  path: z.array(unitRef),
  demonstration: z.boolean(),
  ended: z.object({ on: day, reason: z.string() }).nullable(),
  classes: z.array(classOfYear),
  members: z.array(memberView),
  flags: z.array(
    z.object({
      flag: z.string(),
      value: z.boolean().nullable(),
      overridden: z.boolean(),
      reason: z.string().nullable(),
    }),
  ),
  residences: z.array(z.object({ village: unitRef, from: day, to: day.nullable(), reason: z.string() })),
  events: z.array(householdEvent),
  /** Households that may be the same one, not yet decided. */
  suspected: z.array(z.object({ id: z.uuid(), head: z.string() })),
});
export type HouseholdView = z.infer<typeof householdView>;

/** POST /api/households/:id/disclosures : opens sensitive fields for a stated reason; the reading is logged. */
export const openSensitiveFields = z.object({
  reason: z.string().trim().min(3).max(500),
  fields: z
    .array(z.enum(['identityNumber', 'ethnicity', 'disability', 'illness', 'nutrition', 'location']))
    .min(1),
});
export const sensitiveFields = z.object({
  members: z.array(
    z.object({
      personId: z.uuid(),
      values: z.record(z.string(), z.string().nullable()),
      /** The same as they are kept, by the name a correction gives them: what an editor puts into its form. */
      facts: memberChanges,
    }),
  ),
  /** Where the house stands, when it was asked for and is known. */
  location: z.object({ latitude: z.number(), longitude: z.number() }).nullable().optional(),
});

/** Facts of a member that stand in a closed field, by the field that opens them. */
export const closedFact = z.enum([
  'identityNumber',
  'ethnicity',
  'disabilityForm',
  'disabilityDegree',
  'monthlyAllowance',
  'untreatedIllness',
  'nutrition',
]);

/**
 * GET /api/households/:id/record : what an officer corrects. A fact that holds something and is closed is not told
 * (`closed` names it, its value is `null`); it is opened by a disclosure, or written over.
 */
export const householdRecord = z.object({
  id: z.uuid(),
  version: z.number().int(),
  village: unitRef,
  fields: householdFields.omit({ location: true }),
  /** Whether a place on the map is kept; where, only a disclosure tells. */
  located: z.boolean(),
  members: z.array(
    z.object({
      personId: z.uuid(),
      facts: memberChanges.required(),
      closed: z.array(closedFact),
      /** Since when the member has the present place in the household. */
      since: day.nullable(),
    }),
  ),
  /** The last act on this household, to tell who came between. */
  last: z.object({ actor: z.string(), at: z.string(), text: z.string() }).nullable(),
});
export type HouseholdRecord = z.infer<typeof householdRecord>;

/** GET /api/households/:id/reviews/:year : the answers and the explanation of that year's class. */
export const explanationLine = z.object({
  kind: z.string(),
  /** Indicator code when the line is about one. */
  indicator: z.string().nullable(),
  state: z.enum(['deprived', 'notDeprived', 'notApplicable', 'unknown']).nullable(),
  text: z.string(),
  /** The facts the line rests on, by answer key, so that the screen can point at them. */
  answers: z.array(z.string()),
  source: z.string(),
});
export const reviewOfHousehold = z.object({
  /** With `version`, what a correction (đính chính) of a locked year names. */
  roundId: z.uuid(),
  version: z.number().int(),
  roundStatus: z.enum(['NOT_BEGUN', 'OPEN', 'CLOSED', 'LOCKED']),
  /** What a correction may name besides the class; null where the household has no result. Illness stays closed. */
  result: z
    .object({
      persons: z.number().int(),
      flags: z.record(z.string(), z.boolean()),
      causes: z.array(z.enum(POVERTY_CAUSES)),
      wishes: z.array(z.enum(SUPPORT_WISHES)),
    })
    .nullable(),
  year: z.number().int(),
  standard: z.string(),
  local: z.boolean(),
  standardHash: z.string(),
  class: householdClass.nullable(),
  computedClass: householdClass.nullable(),
  overrideReason: z.string().nullable(),
  state: z.enum(['official', 'provisional']),
  incomeScore: z.number().int().nullable(),
  deprivationScore: z.number().int().nullable(),
  unknownCount: z.number().int(),
  areaType: z.enum(['rural', 'urban']).nullable(),
  unverified: z.array(z.string()),
  explanation: z.array(explanationLine),
  whatWouldChange: z.array(z.string()),
  /** What decisions said, on the day the review counts on, of the village and what it lies in. */
  place: z.object({ on: day, designations: z.array(designationView) }),
  /** Sections of answers, in the order of the questionnaire; a closed (sensitive) answer has `value: null`, `closed: true`. */
  answers: z.array(
    z.object({
      section: z.string(),
      items: z.array(
        z.object({ key: z.string(), label: z.string(), value: z.string().nullable(), closed: z.boolean() }),
      ),
    }),
  ),
});
export type ReviewOfHousehold = z.infer<typeof reviewOfHousehold>;
