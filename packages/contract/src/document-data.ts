/** What documents are made from, on the wire and in store: the domain's shapes, checked. */
import type { DocumentDataByKind, DocumentKind } from '@benvung/domain/document/document-data';
import { DOCUMENT_TYPES } from '@benvung/domain/document/document-types';
import { REQUEST_FORMS } from '@benvung/domain/review/request/request-form';
import { z } from 'zod';
import { annexSchema, blockSchema } from './document-blocks.ts';
import { day } from './shared.ts';

const line = z.string().trim().min(1).max(500);
const longText = z.string().trim().min(1).max(4_000);
const name = z.string().trim().min(1).max(200);
const year = z.number().int().min(1990).max(2100);
const count = z.number().int().min(0).max(10_000_000);
const score = z.number().min(-1_000).max(10_000).nullable();
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/u);
const lines = z.array(longText).max(100);
const roundKind = z.enum(['periodic', 'adHoc']);
const MOST_ROWS = 20_000;

const citation = z.strictObject({ reference: line, day, body: line.optional() });
const office = z.strictObject({ name, position: line });

const roundOpening = z.strictObject({
  year,
  roundKind,
  from: day,
  to: day,
  standard: line,
  villages: z.array(z.strictObject({ name, households: count })).max(1_000),
  grounds: lines.optional(),
});

const assignment = z.strictObject({
  year,
  rows: z
    .array(
      z.strictObject({
        village: name,
        enumerator: name,
        position: line.optional(),
        households: count,
        until: day.optional(),
      }),
    )
    .min(1)
    .max(2_000),
  grounds: lines.optional(),
});

const notice = z.strictObject({
  subject: line,
  sections: z
    .array(z.strictObject({ heading: line.optional(), paragraphs: z.array(longText).min(1).max(50) }))
    .min(1)
    .max(50),
  addressees: z.array(line).max(50).optional(),
});

const reviewList = z.strictObject({
  year,
  village: name.nullable(),
  rows: z
    .array(
      z.strictObject({
        head: name,
        village: name,
        members: count.nullable(),
        previousClass: line.nullable(),
        source: z.enum(['record', 'request']),
        note: line.optional(),
      }),
    )
    .max(MOST_ROWS),
});

const questionnaire = z.strictObject({
  year,
  head: name,
  address: line,
  code: line.optional(),
  enumerator: name.nullable(),
  day: day.nullable(),
  roster: z
    .array(
      z.strictObject({
        name,
        relation: z.string().max(100),
        sex: z.string().max(20),
        birth: z.string().max(20),
        ethnicGroup: z.string().max(60),
        note: line.optional(),
      }),
    )
    .max(60),
  sections: z
    .array(
      z.strictObject({
        title: line,
        rows: z
          .array(
            z.strictObject({
              number: z.string().max(20),
              question: longText,
              answer: z.string().max(4_000),
              points: z.number().nullable().optional(),
            }),
          )
          .max(500),
      }),
    )
    .max(50),
  incomeScore: score,
  deprivationScore: score,
  result: line,
  notes: lines.optional(),
});

const attendanceSheet = z.strictObject({
  year,
  village: name,
  place: line,
  startedAt: moment,
  groups: z.array(z.strictObject({ group: line, lines: count })).max(50),
});

const meetingMinutes = z.strictObject({
  year,
  village: name,
  place: line,
  startedAt: moment,
  endedAt: moment.nullable(),
  chair: office,
  secretary: office,
  attendance: z.array(z.strictObject({ group: line, count })).max(50),
  present: count,
  households: z
    .array(
      z.strictObject({
        head: name,
        members: count.nullable().optional(),
        previousClass: line.nullable().optional(),
        proposal: line,
        agree: count,
        agreed: z.boolean(),
        opinion: line.optional(),
      }),
    )
    .max(5_000),
  remarks: lines.optional(),
  representatives: z.array(name).max(20),
});

const postingSheet = z.strictObject({
  year,
  village: name,
  from: moment,
  until: moment,
  rows: z.array(z.strictObject({ head: name, result: line })).max(5_000),
  address: z.url({ protocol: /^https?$/u }).max(200),
  hash: z
    .string()
    .regex(/^[0-9a-f]{8,64}$/u)
    .optional(),
  places: z.array(line).min(1).max(5).optional(),
});

const report = z.strictObject({
  year,
  roundKind,
  addressee: line,
  summary: z
    .array(
      z.strictObject({
        label: line,
        households: count,
        persons: count.nullable().optional(),
        rate: z.string().max(12).nullable().optional(),
      }),
    )
    .max(50),
  tables: z
    .array(
      z.strictObject({
        title: line,
        columns: z
          .array(
            z.strictObject({
              label: z.string().max(200),
              group: line.optional(),
              width: z.number().positive().max(100).optional(),
              align: z.enum(['left', 'centre', 'right']).optional(),
            }),
          )
          .min(1)
          .max(30),
        rows: z.array(z.array(z.string().max(500)).max(30)).max(MOST_ROWS),
        boldRows: z.array(z.number().int().min(0)).optional(),
      }),
    )
    .max(20),
  difficulties: lines.optional(),
  requests: lines.optional(),
});

const opinion = z.strictObject({
  year,
  commune: name,
  submission: citation,
  outcome: z.enum(['clear', 'returned']),
  returned: z.array(z.strictObject({ head: name, village: name, reason: longText })).max(MOST_ROWS),
});

const recognised = z
  .array(
    z.strictObject({
      head: name,
      village: name,
      members: count.nullable(),
      incomeScore: score.optional(),
      deprivationScore: score.optional(),
      note: line.optional(),
    }),
  )
  .max(MOST_ROWS);

const recognition = z.strictObject({
  year,
  roundKind,
  standard: line,
  opinion: citation.nullable(),
  submission: citation.nullable().optional(),
  grounds: lines.optional(),
  lists: z.strictObject({
    poor: recognised,
    nearPoor: recognised,
    exitedPoor: recognised,
    exitedNearPoor: recognised,
  }),
});

const refusal = z.strictObject({
  year,
  head: name,
  village: name,
  requestDay: day.nullable(),
  requestForm: z.enum(REQUEST_FORMS).optional(),
  asked: line,
  reasons: z.array(longText).min(1).max(20),
});

const certificate = z.strictObject({
  householdClass: z.enum(['poor', 'nearPoor']),
  head: name,
  ethnicGroup: z.string().max(60).nullable().optional(),
  identityNumber: z.string().max(20).nullable().optional(),
  identityDay: day.nullable().optional(),
  residence: line,
  members: z
    .array(
      z.strictObject({
        name,
        ethnicGroup: z.string().max(60).nullable().optional(),
        relation: z.string().max(100),
        birthYear: z.number().int().min(1870).max(2100).nullable(),
        sex: z.enum(['male', 'female']),
        note: line.optional(),
      }),
    )
    .max(60),
  years: z.array(z.strictObject({ year, result: line, decision: line })).max(20),
});

const grievanceAnswer = z.strictObject({
  receipt: line,
  name: name.nullable(),
  village: name,
  receivedDay: day,
  content: longText,
  findings: z.array(longText).min(1).max(50),
  outcome: z.enum(['upheld', 'rejected', 'partly']),
  decision: longText,
  rights: longText.optional(),
});

const composed = z.strictObject({
  type: z.enum(DOCUMENT_TYPES as [(typeof DOCUMENT_TYPES)[number], ...typeof DOCUMENT_TYPES]),
  subject: line,
  draftingUnit: z.string().trim().min(1).max(20).optional(),
  headAlone: z.boolean().optional(),
  grounds: lines,
  addressees: z.array(line).max(50).optional(),
  content: z.array(blockSchema).min(1).max(5_000),
  annexes: z.array(annexSchema).max(50),
});

const incoming = z.strictObject({ reference: line, day, body: line, subject: line });

type Schemas = { readonly [K in DocumentKind]: z.ZodType<DocumentDataByKind[K]> };

export const documentDataSchemas: Schemas = {
  roundOpening,
  assignment,
  notice,
  reviewList,
  questionnaire,
  attendanceSheet,
  meetingMinutes,
  postingSheet,
  report,
  submission: report,
  opinion,
  recognition,
  refusal,
  certificate,
  grievanceAnswer,
  composed,
  incoming,
};
