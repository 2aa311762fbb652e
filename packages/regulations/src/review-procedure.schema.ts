import { type ReviewProcedure, STEP_IDS } from '@benvung/domain/review/review-procedure';
import { z } from 'zod';
import { ground, natural, text } from './shared-schemas.ts';

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u);
const limit = z.strictObject({
  days: natural.max(366),
  kind: z.enum(['working', 'calendar', 'unknown']),
  ground,
});
const level = z.enum(['commune', 'district', 'province', 'ministry']);

/** What the engine never leaves out, whatever a file says. */
const ALWAYS = ['survey', 'meeting', 'posting', 'grievance', 'recognition'] as const;
const course = z.strictObject({
  steps: z
    .array(z.enum(STEP_IDS))
    .refine((steps) => ALWAYS.every((step) => steps.includes(step)), {
      message: `thiếu một trong các bước (lacks one of) ${ALWAYS.join(', ')}`,
    })
    .refine((steps) => STEP_IDS.filter((step) => steps.includes(step)).join() === steps.join(), {
      message: 'không theo thứ tự của quy trình (not in the order of the procedure)',
    }),
  /** Read in a source, derived from what sources say, or from memory. */
  confidence: z.enum(['source', 'derived', 'memory']),
  ground,
});

/** One version of the review procedure: its window, limits, superior and reporting calendar. */
export const reviewProcedureSchema = z
  .strictObject({
    id: z.string().regex(/^[A-Z0-9-]{3,40}$/u),
    title: text,
    from: z.iso.date(),
    to: z.iso.date().nullable(),
    method: z.literal('meeting-posting-opinion'),
    grounds: z.array(ground).min(1),
    periodic: z.strictObject({ from: monthDay, to: monthDay, ground }),
    adHoc: z.strictObject({ fromDate: z.int().min(1).max(28).nullable(), ground }),
    superior: z.strictObject({ level: z.enum(['district', 'province']), title: text, ground }),
    agreement: z.strictObject({ percent: z.int().min(1).max(100), of: z.literal('attending'), ground }),
    minutesCopies: z.int().min(1).max(9),
    officeCloses: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u),
    limits: z.strictObject({ posting: limit, reverification: limit, opinion: limit, adHocDecision: limit }),
    reporting: z.array(
      z.strictObject({
        id: z.string().min(1),
        title: text,
        from: level,
        to: level,
        when: z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('monthly'),
            date: z.int().min(1).max(28),
            months: z.array(z.int().min(1).max(12)).min(1),
          }),
          z.strictObject({ kind: z.literal('yearly'), date: monthDay }),
        ]),
        /** The report is due before that day, not on it. */
        before: z.boolean(),
        ground,
      }),
    ),
    courses: z
      .strictObject({ PERIODIC: course, AD_HOC: course.refine(({ steps }) => steps.includes('request')) })
      .optional(),
    steps: z
      .array(z.strictObject({ id: z.string().min(1), title: text, who: z.string().min(1), ground }))
      .min(1),
  })
  .refine(({ from, to }) => to === null || from <= to, {
    path: ['to'],
    message: 'hết trước khi bắt đầu (ends before it begins)',
  })
  .refine(({ periodic }) => periodic.from <= periodic.to, {
    path: ['periodic', 'to'],
    message: 'hết trước khi bắt đầu (ends before it begins)',
  }) satisfies z.ZodType<ReviewProcedure>;
