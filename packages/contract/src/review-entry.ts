import { LEAVE_REASONS } from '@benvung/domain/household/member-acts';
import { ENTRY_STATES } from '@benvung/domain/review/entry-state';
import { z } from 'zod';
import { householdClass } from './household.ts';
import { commandBase, day, page, unitRef } from './shared.ts';

/** `null`: "?"; a question that is not there was not answered yet. */
const answerValue = z.union([
  z.string().max(200),
  z.number(),
  z.boolean(),
  z.array(z.string().max(80)).max(20),
  z.null(),
]);
const answers = z.record(z.string().max(40), answerValue);
const score = z.int().min(0).max(1000).nullable();

/** What the signed paper says at its end. */
export const paperTotals = z.object({
  incomeScore: score,
  deprivationScore: score,
  /** The class written on the paper, where it is another than follows. */
  class: householdClass.nullable(),
});
export type PaperTotals = z.infer<typeof paperTotals>;

const moment = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/u);

const visitor = {
  /** An account of the system, or the name on the paper. */
  enumeratorId: z.uuid().nullable(),
  enumerator: z.string().trim().max(120).nullable(),
};

/** How the household was asked, as the paper or the telephone says; each null where it does not. */
export const interview = z.object({
  ...visitor,
  /** `YYYY-MM-DDTHH:mm` in Việt Nam. */
  startedAt: moment.nullable(),
  endedAt: moment.nullable(),
  /** Where it was asked; sensitive, answered to nobody as it is. */
  place: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable(),
});
export type Interview = z.infer<typeof interview>;

/** Everything typed of one questionnaire: kept as a draft while it is typed, then recorded. */
export const entryContent = z.object({
  /** Of the household as it was opened; 0: one that is registered with its questionnaire. */
  householdVersion: z.int().min(0),
  questionnaireHash: z.string().max(64),
  members: z.array(z.object({ personId: z.uuid(), answers })).max(40),
  /** Why people of the register are not in the roster any more. */
  left: z.record(z.uuid(), z.enum(LEAVE_REASONS)),
  household: answers,
  paper: paperTotals,
  /** Left out: nothing is said of it, and what was said before stays. */
  interview: interview.optional(),
});
export type EntryContent = z.infer<typeof entryContent>;

/** PUT /api/rounds/:id/entries/:householdId/draft : `content: null` throws the draft away. */
export const saveDraft = z.object({
  villageId: z.int(),
  /** Of the draft it was typed over; 0: the first. Another stored version is refused. */
  draftVersion: z.int().min(0),
  content: entryContent.nullable(),
  /** Asked questions without an answer, for the list of households. */
  missing: z.int().min(0),
  /** The field typed last, to go on there. */
  at: z.string().max(80).nullable(),
});
export const draftSaved = z.object({ draftVersion: z.number().int(), savedAt: z.string() });

/** What does not agree between what was computed and what the paper says. */
export const entryDifference = z.object({
  kind: z.enum(['incomeScore', 'deprivationScore', 'class']),
  computed: z.string(),
  paper: z.string(),
});
export type EntryDifference = z.infer<typeof entryDifference>;

/** POST /api/rounds/:id/entries/:householdId : records a questionnaire as the household's review. */
export const recordEntry = commandBase.extend({
  villageId: z.int(),
  /** Of the review record as it was opened; 0: the household is not on the list yet. */
  version: z.int().min(0),
  content: entryContent,
});
export const entryRecorded = z.object({
  householdId: z.uuid(),
  version: z.number().int(),
  class: householdClass.nullable(),
  computedClass: householdClass.nullable(),
  state: z.enum(ENTRY_STATES),
  differences: z.array(entryDifference),
  /** Doubts about identity numbers, in the reader's language; they block nothing. */
  warnings: z.array(z.string()),
});
export type EntryRecorded = z.infer<typeof entryRecorded>;

/** POST /api/rounds/:id/totals : totals A and B of signed forms, without their answers. */
export const recordTotals = commandBase.extend({
  rows: z
    .array(
      paperTotals.extend({
        householdId: z.uuid(),
        version: z.int().min(0),
        /** Who was at the house; left out: whom it was given to, otherwise who types. */
        visitor: z.object(visitor).optional(),
      }),
    )
    .min(1)
    .max(200),
});

/** One household of the round as the lists of entry show it. */
export const entryRow = z.object({
  householdId: z.uuid(),
  head: z.string(),
  listCode: z.string().nullable(),
  persons: z.number().int(),
  villageId: z.number().int(),
  state: z.enum(ENTRY_STATES),
  /** Questions still to be answered, where they are known. */
  missing: z.number().int().nullable(),
  /** Who else has begun it, and has not recorded it yet. */
  draftOf: z.string().nullable(),
  version: z.number().int(),
  incomeScore: z.number().int().nullable(),
  deprivationScore: z.number().int().nullable(),
  class: householdClass.nullable(),
  computedClass: householdClass.nullable(),
  /** The register holds it; else it is registered with its questionnaire. */
  registered: z.boolean(),
  differences: z.array(entryDifference),
  /** Who was at the house, as its case keeps it; null where the round has no cases or nobody was. */
  visitor: z.string().nullable(),
});
export type EntryRow = z.infer<typeof entryRow>;

export const totalsRecorded = z.object({
  rows: z.array(
    z.union([
      z.object({ householdId: z.uuid(), saved: z.literal(true), row: entryRow }),
      z.object({ householdId: z.uuid(), saved: z.literal(false), code: z.string(), title: z.string() }),
    ]),
  ),
});
export type TotalsRecorded = z.infer<typeof totalsRecorded>;

/** An account of the system, or a name alone. */
const named = z.object({ id: z.uuid().nullable(), name: z.string() });

const entryRound = z.object({
  id: z.uuid(),
  year: z.number().int(),
  status: z.enum(['OPEN', 'CLOSED', 'LOCKED']),
  standardId: z.string(),
  /** Ages are counted on it. */
  surveyDay: day,
  areaType: z.enum(['rural', 'urban']),
  commune: unitRef,
});

/** GET /api/rounds/:id/entries?village=ID&page=N : where the round's entry stands, and the households of a village. */
export const entryList = z.object({
  round: entryRound,
  today: day,
  villages: z.array(
    z.object({
      unit: unitRef,
      listed: z.number().int(),
      states: z.object(
        Object.fromEntries(ENTRY_STATES.map((state) => [state, z.number().int()])) as Record<
          (typeof ENTRY_STATES)[number],
          z.ZodNumber
        >,
      ),
    }),
  ),
  households: z.array(entryRow),
  /** Who may have been at the houses of the village, whom it was given to first; none where the round has no cases. */
  enumerators: z.array(named),
  page,
});
export type EntryList = z.infer<typeof entryList>;

/** GET /api/rounds/:id/entries/:householdId : what is known before the paper is typed, and what was typed already. */
export const entryView = z.object({
  round: entryRound,
  today: day,
  household: z.object({
    id: z.uuid(),
    head: z.string(),
    listCode: z.string().nullable(),
    villageId: z.number().int(),
    village: z.string(),
    version: z.number().int(),
  }),
  recordVersion: z.number().int(),
  recorded: z.boolean(),
  /** Who may have asked: those assigned here first, the household's own before them. */
  enumerators: z.array(named),
  /** What is offered to begin with: recorded answers, otherwise what the register knows of its people. */
  offered: entryContent,
  draft: z
    .object({
      content: entryContent,
      draftVersion: z.number().int(),
      savedAt: z.string(),
      at: z.string().nullable(),
    })
    .nullable(),
});
export type EntryView = z.infer<typeof entryView>;

/** GET /api/rounds/:id/entry-form : the questionnaire and the standards of a round, as the package holds them. */
export const entryForm = z.object({
  questionnaire: z.unknown(),
  questionnaireHash: z.string(),
  standards: z.array(z.object({ standard: z.unknown(), hash: z.string() })),
});
