import { FLAGS } from '@benvung/domain/household/derive-flags';
import {
  DISABILITY_DEGREES,
  DISABILITY_FORMS,
  EDUCATION_LEVELS,
  LABOUR_STATUSES,
  MARITAL_STATUSES,
  NUTRITION_STATUSES,
  RELATIONS,
  SCHOOL_ATTENDANCES,
} from '@benvung/domain/household/household-facts';
import { JOIN_REASONS, LEAVE_REASONS } from '@benvung/domain/household/member-acts';
import { END_REASONS } from '@benvung/domain/household/move-household';
import { z } from 'zod';
import { commandBase, day } from './shared.ts';

const relation = z.enum(RELATIONS);
const words = (most: number) => z.string().trim().max(most);

/** Everything a questionnaire asks of a person; `null`, or nothing said, is not known. */
const memberFacts = z.object({
  fullName: words(120),
  relation,
  sex: z.enum(['male', 'female']).nullable(),
  /** `YYYY-MM-DD`, or `YYYY` when only the year is known. */
  birthDate: words(10).nullable(),
  /** Code of two digits of the catalogue of ethnic groups. */
  ethnicity: z
    .string()
    .regex(/^\d{2}$/u)
    .nullable(),
  identityNumber: words(30).nullable(),
  maritalStatus: z.enum(MARITAL_STATUSES).nullable(),
  educationFinished: z.enum(EDUCATION_LEVELS).nullable(),
  attending: z.enum(SCHOOL_ATTENDANCES).nullable(),
  vocationalCertificate: z.boolean().nullable(),
  labourStatus: z.enum(LABOUR_STATUSES).nullable(),
  healthInsurance: z.boolean().nullable(),
  insuranceGroup: words(60).nullable(),
  nutrition: z.enum(NUTRITION_STATUSES).nullable(),
  disabilityForm: z.enum(DISABILITY_FORMS).nullable(),
  disabilityDegree: z.enum(DISABILITY_DEGREES).nullable(),
  meritGroup: words(120).nullable(),
  monthlyAllowance: words(120).nullable(),
  untreatedIllness: z.boolean().nullable(),
});
export const memberChanges = memberFacts.partial();
export const memberToWrite = memberChanges.extend({
  personId: z.uuid(),
  fullName: memberFacts.shape.fullName,
  relation,
});

export const householdFields = z.object({
  listCode: words(40).nullable(),
  registrationNumber: words(40).nullable(),
  phone: words(40).nullable(),
  address: words(300).nullable(),
  location: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable(),
});
const newFields = householdFields.partial();

/** An act on a stored household: the day it happened, and the version its author had before their eyes. */
const act = commandBase.extend({ version: z.number().int().min(1), day });

/** POST /api/households */
export const registerHousehold = commandBase.extend({
  /** Made by the client, as the ids of the members are. */
  id: z.uuid(),
  villageId: z.number().int(),
  day,
  fields: newFields.default({}),
  members: z.array(memberToWrite).min(1).max(60),
});

/** POST /api/households/:id/corrections : what is not named stays. */
export const correctHousehold = act.omit({ day: true }).extend({ changes: newFields });

/** POST /api/households/:id/members */
export const addMember = act.extend({ member: memberToWrite, reason: z.enum(JOIN_REASONS) });

/** POST /api/households/:id/members/:personId/corrections : what is not named stays. */
export const correctMember = act.omit({ day: true }).extend({ changes: memberChanges });

/** POST /api/households/:id/members/:personId/departure */
export const removeMember = act.extend({ reason: z.enum(LEAVE_REASONS) });

const relations = z.record(z.uuid(), relation);

/** POST /api/households/:id/head : the old head stays in a relation to the new one, or has left. */
export const changeHead = act.extend({
  personId: z.uuid(),
  former: z.union([z.object({ relation }), z.object({ left: z.enum(LEAVE_REASONS) })]),
  relations: relations.default({}),
});

/** POST /api/households/:id/moves */
export const moveHousehold = act.extend({ villageId: z.number().int() });

/** POST /api/households/:id/splits : who leaves, and what each is to the head of the new household. */
export const splitHousehold = act.extend({
  newId: z.uuid(),
  /** Where the new household lives; in the same village unless told. */
  villageId: z.number().int().optional(),
  fields: newFields.default({}),
  leaving: relations,
});

/** POST /api/households/:id/merges : this household takes in another, which ends. */
export const mergeHouseholds = act.extend({
  fromId: z.uuid(),
  fromVersion: z.number().int().min(1),
  relations: relations.default({}),
  /** Who was written in both: by the person who does not come, the one here who is the same. */
  same: z.record(z.uuid(), z.uuid()).default({}),
});

/** POST /api/households/:id/merges/:mergeId/undo : both as they were, while nothing was built on it. */
export const undoMerge = commandBase.extend({ version: z.number().int().min(1) });

/** POST /api/households/:id/end */
export const endHousehold = act.extend({ reason: z.enum(END_REASONS) });

export const flag = z.enum(FLAGS);
/** POST /api/households/:id/flags/:flag : `null` takes the officer's word back. */
export const overrideFlag = act
  .omit({ day: true })
  .extend({ value: z.boolean().nullable(), reason: words(500) });

/** What an act answers: the household as it stands, and what should be looked at again (it blocks nothing). */
export const householdActed = z.object({
  id: z.uuid(),
  version: z.number().int(),
  warnings: z.array(
    z.object({
      personId: z.uuid(),
      code: z.string(),
      text: z.string(),
      /** A household that may be the same one. */
      otherId: z.uuid().optional(),
    }),
  ),
  /** The other household of a split or merge. */
  other: z.object({ id: z.uuid(), version: z.number().int() }).nullable(),
  /** What undoes a merge just made. */
  mergeId: z.uuid().optional(),
});
export type HouseholdActed = z.infer<typeof householdActed>;

const MOST_AT_ONCE = 200;

/**
 * POST /api/households/bulk : one act on many households, each as its own. With `attempt` nothing is kept: it tells
 * how many can, how many cannot and why.
 */
export const actOnMany = commandBase.extend({
  attempt: z.boolean(),
  households: z
    .array(z.object({ id: z.uuid(), version: z.number().int().min(1) }))
    .min(1)
    .max(MOST_AT_ONCE),
  act: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('move'), villageId: z.number().int(), day }),
    z.object({ kind: z.literal('end'), reason: z.enum(END_REASONS), day }),
    /** Takes back the move each of them has just made, in one commune; `version` is the one the move left. */
    z.object({ kind: z.literal('undo-move') }),
  ]),
});
export const actedOnMany = z.object({
  done: z.array(z.object({ id: z.uuid(), version: z.number().int() })),
  refused: z.array(z.object({ id: z.uuid(), head: z.string(), code: z.string(), text: z.string() })),
});
export type ActedOnMany = z.infer<typeof actedOnMany>;
