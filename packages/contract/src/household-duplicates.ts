import { LEAST_LIKENESS_LETTERS } from '@benvung/domain/household/duplicates';
import { RELATIONS } from '@benvung/domain/household/household-facts';
import { z } from 'zod';
import { householdClass } from './household.ts';
import { commandBase, day, page, unitRef } from './shared.ts';

const certainty = z.enum(['certain', 'likely', 'possible']);
const state = z.enum(['proposed', 'dismissed', 'merged']);

const pairSide = z.object({
  id: z.uuid(),
  head: z.string(),
  listCode: z.string().nullable(),
  persons: z.number().int(),
  village: unitRef,
  commune: unitRef,
});

export const duplicatePair = z.object({
  household: pairSide,
  other: pairSide,
  kind: z.enum(['household', 'person']),
  certainty,
  /** Why, a sentence a likeness; never a number or another closed value. */
  why: z.array(z.string()),
  state,
  version: z.number().int(),
  decided: z.object({ by: z.string(), at: z.string(), reason: z.string().nullable() }).nullable(),
});

/** GET /api/duplicates?unit=ID&state=&page= : pairs of households of a unit that may be one, the surest first. */
export const duplicateList = z.object({
  pairs: z.array(duplicatePair),
  page,
  counts: z.object({ proposed: z.number().int(), dismissed: z.number().int(), merged: z.number().int() }),
});
export type DuplicateList = z.infer<typeof duplicateList>;

const sideBySide = pairSide.extend({
  version: z.number().int(),
  ended: z.object({ on: day, reason: z.string() }).nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  since: day.nullable(),
  class: householdClass.nullable(),
  classYear: z.number().int().nullable(),
  classState: z.enum(['official', 'provisional']),
  members: z.array(
    z.object({
      personId: z.uuid(),
      fullName: z.string(),
      relation: z.enum(RELATIONS),
      sex: z.enum(['male', 'female']).nullable(),
      birthDate: z.string().nullable(),
    }),
  ),
});

/** GET /api/duplicates/:id/:otherId : both side by side, with who may be whom. */
export const duplicateComparison = duplicatePair.extend({
  household: sideBySide,
  other: sideBySide,
  evidence: z.array(z.object({ kind: z.string(), oneId: z.uuid(), otherId: z.uuid(), text: z.string() })),
  /** The merge that made them one, while it can be undone. */
  merge: z.object({ id: z.uuid(), into: z.uuid(), version: z.number().int() }).nullable(),
});
export type DuplicateComparison = z.infer<typeof duplicateComparison>;

/** POST /api/duplicates/:id/:otherId/dismissal : they are two, for this reason. */
export const dismissDuplicate = commandBase.extend({
  version: z.number().int().min(1),
  reason: z.string().trim().min(3).max(500),
});
/** POST /api/duplicates/:id/:otherId/reopening : the dismissal is taken back. */
export const reopenDuplicate = commandBase.extend({ version: z.number().int().min(1) });
export const duplicateDecided = z.object({ version: z.number().int(), state });

/** POST /api/duplicates/search : looks through a unit again. */
export const searchDuplicates = commandBase.extend({ unit: z.number().int() });
export const duplicatesFound = z.object({ pairs: z.number().int() });

/** POST /api/households/likenesses : who is known already, before someone is written; nothing is kept of what is asked. */
export const askLikenesses = z.object({
  villageId: z.number().int(),
  /** A household that is known: its own people are not likenesses. */
  householdId: z.uuid().optional(),
  members: z
    .array(
      z.object({
        fullName: z.string().trim().min(LEAST_LIKENESS_LETTERS).max(120),
        relation: z.enum(RELATIONS).default('other'),
        sex: z.enum(['male', 'female']).nullable().default(null),
        birthDate: z.string().max(10).nullable().default(null),
        identityNumber: z.string().max(30).nullable().default(null),
      }),
    )
    .min(1)
    .max(60),
});
export const likenesses = z.object({
  households: z.array(pairSide.extend({ certainty, why: z.array(z.string()) })),
  /** Someone bears one of the numbers outside the caller's areas; nothing more is told. */
  elsewhere: z.boolean(),
});
export type Likenesses = z.infer<typeof likenesses>;
