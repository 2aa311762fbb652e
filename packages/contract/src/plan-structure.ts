import { PLAN_FAULT_PARTS } from '@benvung/domain/plan/structure/check-plan-structure';
import { PLAN_ACTS, PLAN_STATES } from '@benvung/domain/plan/structure/plan-life';
import { hasNoCircle, PLAN_KINDS, type PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { z } from 'zod';
import { targetIndicatorView, targetLine } from './plan-target.ts';
import { commandBase, day, page, unitRef } from './shared.ts';

const signatory = z.strictObject({
  name: z.string().trim().min(1).max(200),
  position: z.string().trim().min(1).max(200),
  authority: z.enum(['TM', 'KT', 'TL', 'TUQ', 'Q']).nullable(),
  inPlaceOf: z.string().trim().min(1).max(200).exactOptional(),
});

const id = z.string().min(1).max(64);
const line = z.string().max(1_000);
const text = z.string().max(20_000);
const row = z.strictObject({ id, text });
const rows = z.array(row).max(200);
const decimal = z.number().finite().min(-1e9).max(1e12);
const year = z.number().int().min(2000).max(2100);
const comparison = z.enum([
  'exactly',
  'at-least',
  'at-most',
  'about',
  'down-to',
  'up-to-level',
  'decrease-by',
  'decrease-by-at-least',
  'increase-by',
  'increase-by-at-least',
  'range',
]);

/** A plan's structure as it travels and is kept: the domain's shape, checked. Money is whole đồng as a decimal string. */
export const planContent: z.ZodType<PlanContent> = z.strictObject({
  subject: line,
  grounds: rows,
  purposes: rows,
  requirements: rows,
  generalObjectives: rows,
  targets: z
    .array(
      z.strictObject({
        id,
        indicator: z.string().max(60).nullable(),
        words: line,
        unit: z.string().max(40),
        baseline: decimal.nullable(),
        value: decimal,
        upper: decimal.nullable(),
        comparison,
        year: year.nullable(),
        base: z.number().int().min(0).nullable(),
      }),
    )
    .max(500),
  nodes: z
    .array(
      z.strictObject({
        id,
        code: z.string().max(30).nullable(),
        label: z.string().max(60),
        name: line,
        parent: id.nullable(),
        objective: text,
        targetGroup: text,
        content: text,
        budget: text,
        lead: line,
        partners: line,
        time: line,
        place: line,
      }),
    )
    .max(300)
    .refine(hasNoCircle, 'a node is part of itself'),
  money: z
    .array(
      z.strictObject({
        id,
        node: id.nullable(),
        source: z
          .enum(['central', 'province', 'district', 'commune', 'local', 'mobilised', 'credit'])
          .nullable(),
        kind: z.enum(['investment', 'recurrent']).nullable(),
        dong: z.string().regex(/^\d{1,18}$/u),
      }),
    )
    .max(1_000),
  solutions: rows,
  duties: z
    .array(
      z.strictObject({
        id,
        node: id.nullable(),
        owner: line,
        lowerUnits: z.boolean(),
        task: text,
        partners: line,
        output: line,
        due: day.nullable(),
        period: line,
        evidence: line,
        answers: z.array(id).max(50),
      }),
    )
    .max(1_000),
  deadlines: z
    .array(
      z.strictObject({
        id,
        kind: z.enum(['week', 'month', 'quarter', 'half-year', 'nine-months', 'year', 'once']),
        who: line,
        lowerUnits: z.boolean(),
        recipient: line,
        day: day.nullable(),
        dayOfMonth: z.number().int().min(1).max(31).nullable(),
      }),
    )
    .max(300),
  annexes: z
    .array(
      z.strictObject({
        id,
        title: line,
        columns: z.array(z.string().max(300)).min(1).max(30),
        rows: z.array(z.array(z.string().max(1_000)).max(30)).max(2_000),
      }),
    )
    .max(20),
  leftOut: z.array(z.strictObject({ asked: id, reason: line.min(1) })).max(500),
});

const identity = {
  kind: z.enum(PLAN_KINDS),
  yearFrom: year,
  yearTo: year,
  /** The programme tree's id: `NTP-2021`. */
  programme: z.string().max(40),
};

export const startPlan = commandBase.extend({
  unit: z.number().int(),
  ...identity,
  content: planContent,
});
export type StartPlan = z.infer<typeof startPlan>;

const acting = commandBase.extend({
  /** What the person saw. */
  version: z.number().int().min(1),
});
export const savePlan = acting.extend({ content: planContent });
export const stepPlan = acting.extend({ reason: z.string().max(2_000).optional() });
export const issuePlan = acting.extend({
  signatory,
  /** The day the plan bears. */
  day,
  /** The list of poor households, what helps each and who is in charge. */
  withHouseholds: z.boolean(),
});

export const PLAN_PAPERS = ['plan', 'targets', 'assignment', 'dutyList'] as const;
export const planPaper = acting.extend({
  /**
   * `targets`: a decision whose annexes give the units below their targets; `assignment`: one that gives each agency its
   * duties; `dutyList`: one agency's own.
   */
  kind: z.enum(PLAN_PAPERS),
  owner: z.string().max(1_000).optional(),
  withHouseholds: z.boolean(),
  signatory: signatory.nullable(),
});
export const madePaper = z.object({ documentId: z.uuid() });

const state = z.enum(PLAN_STATES);
const moment = z.string();

export const planFault = z.object({
  severity: z.enum(['error', 'warning']),
  part: z.enum(PLAN_FAULT_PARTS),
  id: z.string().nullable(),
  message: z.string(),
});

const asked = z.object({
  id: z.string(),
  part: z.enum(['targets', 'nodes', 'duties', 'deadlines']),
  words: z.string(),
  answer: z.enum(['answered', 'leftOut', 'missing']),
  reason: z.string().nullable(),
});

export const planView = z.object({
  id: z.uuid(),
  unit: unitRef,
  ...identity,
  /** The version shown, and how it stands. */
  number: z.int(),
  state,
  version: z.int(),
  content: planContent,
  faults: z.array(planFault),
  /** What the reader may do with it now. */
  acts: z.array(z.enum(PLAN_ACTS)),
  /** What the target cascade gives the unit for the year: poor households; rates in hundredths of a percent. */
  assigned: z
    .object({
      opening: z.int().nullable(),
      openingRate: z.int().nullable(),
      decrease: z.int().nullable(),
      closing: z.int().nullable(),
      closingRate: z.int().nullable(),
    })
    .nullable(),
  /** What the cascade hands down to the units below, by indicator: the annexes of the document. */
  targetAnnexes: z.array(
    z.object({
      indicator: targetIndicatorView.pick({ code: true, kind: true, unit: true, name: true }),
      lines: z.array(z.object({ name: z.string(), line: targetLine })),
    }),
  ),
  /** The plan above it, when it is issued, and what it asks of this unit. */
  superior: z
    .object({ id: z.uuid(), unitName: z.string(), reference: z.string().nullable(), asked: z.array(asked) })
    .nullable(),
  versions: z.array(
    z.object({
      number: z.int(),
      state,
      reason: z.string().nullable(),
      savedAt: moment,
      savedBy: z.string(),
      reference: z.string().nullable(),
      issuedOn: day.nullable(),
      documentId: z.uuid().nullable(),
    }),
  ),
  history: z.array(
    z.object({
      act: z.string(),
      at: moment,
      actor: z.string(),
      note: z.string().nullable(),
      number: z.int(),
    }),
  ),
  /** For the document beside the structure: the body's names in running text and above the title. */
  issuer: z.object({
    bodyName: z.string(),
    superior: z.string().nullable(),
    body: z.array(z.string()),
    place: z.string(),
  }),
});
export type PlanView = z.infer<typeof planView>;

export const planQuery = z.object({
  unit: z.coerce.number().int().optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** A unit and its plan of the year; nulls where it has none. */
export const planList = z.object({
  year: z.int(),
  lines: z.array(
    z.object({
      unit: unitRef,
      planId: z.uuid().nullable(),
      kind: z.enum(PLAN_KINDS).nullable(),
      state: state.nullable(),
      number: z.int().nullable(),
      reference: z.string().nullable(),
      savedAt: moment.nullable(),
    }),
  ),
  counts: z.record(z.string(), z.int()),
  page,
});
export type PlanList = z.infer<typeof planList>;

export const planVersionQuery = z.object({ number: z.coerce.number().int().min(1).optional() });

/** What a document proposes for a plan, each row with the line it was read from. */
export const planProposal = z.object({
  content: planContent,
  sources: z.record(z.string(), z.object({ line: z.int(), text: z.string() })),
  years: z.object({ from: z.int(), to: z.int() }).nullable(),
  annexesWithPeople: z.array(z.string()),
  programme: z.string(),
});
export type PlanProposalView = z.infer<typeof planProposal>;

export const planProposalQuery = z.object({
  file: z.string().max(200).default('van-ban.txt'),
  programme: z.string().max(40).optional(),
});

/** A household of the plan's list: what it lacks, what helps it and who is in charge. */
export const planHouseholdRow = z.object({
  householdId: z.uuid(),
  originCommuneId: z.number().int(),
  code: z.string().nullable(),
  head: z.string(),
  village: z.string(),
  /** What it lacks, why it is poor and what it wishes, as the last review found; nothing that is closed. */
  lacks: z.array(z.string()),
  causes: z.array(z.string()),
  wishes: z.array(z.string()),
  solution: z.string(),
  inCharge: z.string(),
});
export const planHouseholds = z.object({ rows: z.array(planHouseholdRow), decided: z.int(), page });
export type PlanHouseholds = z.infer<typeof planHouseholds>;

export const planHouseholdQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const putPlanHouseholds = commandBase.extend({
  rows: z
    .array(
      z.strictObject({
        householdId: z.uuid(),
        originCommuneId: z.number().int(),
        solution: z.string().max(1_000),
        inCharge: z.string().max(300),
      }),
    )
    .min(1)
    .max(200),
});
