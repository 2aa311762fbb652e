import { COMPARISONS, type Condition, type Quantity } from '@benvung/domain/standard/questionnaire/condition';
import {
  CHECK_SEVERITIES,
  QUESTION_KINDS,
  type Questionnaire,
} from '@benvung/domain/standard/questionnaire/questionnaire';
import { z } from 'zod';
import { text } from './shared-schemas.ts';

const code = z.string().regex(/^[a-zA-Z]\w*$/u);
const value = z.union([z.string().min(1), z.boolean()]);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.boolean(),
    z.strictObject({ and: z.array(condition).min(1) }),
    z.strictObject({ or: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ is: z.tuple([code], value) }),
    z.strictObject({ has: z.tuple([code], z.string().min(1)) }),
    z.strictObject({ known: code }),
    z.strictObject({ compare: z.tuple([quantity, z.enum(COMPARISONS), quantity]) }),
    z.strictObject({ anyMember: condition }),
    z.strictObject({ allMembers: condition }),
  ]),
);

const quantity: z.ZodType<Quantity> = z.lazy(() =>
  z.union([
    z.number(),
    z.strictObject({ answer: code }),
    z.strictObject({ age: z.literal('onSurveyDay') }),
    z.strictObject({ count: condition }),
    z.strictObject({ members: z.literal('all') }),
    z.strictObject({ plus: z.array(quantity).min(1) }),
    z.strictObject({ minus: z.tuple([quantity, quantity]) }),
    z.strictObject({ perPersonAndMonth: quantity }),
  ]),
);

const option = z.strictObject({
  number: z.string().min(1),
  value,
  label: text,
  fact: z.union([z.string().min(1), z.boolean(), z.null()]).optional(),
  none: z.boolean().optional(),
});

const question = z.strictObject({
  number: z.string().min(1),
  code,
  label: text,
  short: text,
  kind: z.enum(QUESTION_KINDS),
  fact: z.string().nullable(),
  unit: text.nullable(),
  range: z
    .strictObject({ from: z.number(), to: z.number(), decimals: z.number().int().min(0).max(3) })
    .nullable(),
  options: z.array(option),
  askedWhen: condition.nullable(),
  carried: z.boolean(),
});

/** As a file of the package, or as the server sends it. */
export const questionnaireSchema = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  standardId: z.string().min(1),
  status: z.enum(['verified', 'unverified']),
  title: text,
  source: z.string().min(1),
  sections: z
    .array(
      z.strictObject({
        code,
        title: text,
        level: z.enum(['household', 'member']),
        questions: z.array(question).min(1),
      }),
    )
    .min(1),
  checks: z.array(
    z.strictObject({
      code,
      severity: z.enum(CHECK_SEVERITIES),
      level: z.enum(['household', 'member']),
      when: condition,
      text,
      at: z.array(code),
    }),
  ),
  derived: z.array(z.strictObject({ fact: z.string().min(1), value: quantity })).optional(),
}) as unknown as z.ZodType<Questionnaire>;
