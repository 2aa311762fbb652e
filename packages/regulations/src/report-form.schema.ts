import type { ReportForm } from '@benvung/domain/report/report-form';
import { BASE_FIELDS } from '@benvung/domain/review/population-base';
import { z } from 'zod';

const CLASS = '(POOR|NEAR_POOR|AVERAGE_LIVING_STANDARD|NOT_POOR|UNDETERMINED)';
const countTerm = z.string().regex(new RegExp(`^[\\w.{}]+/${CLASS}/(households|persons|line)$`, 'u'));
const columnKey = z.string().regex(/^[a-zA-Z][\w{}]*$/u);

const value = z.union([
  z.strictObject({ base: z.enum(BASE_FIELDS) }),
  z.strictObject({ counts: z.array(countTerm).min(1) }),
  z.strictObject({ columns: z.array(z.string().regex(/^-?[a-zA-Z][\w{}]*\*?$/u)).min(1) }),
  z.strictObject({ rate: z.tuple([z.union([columnKey, countTerm]), z.union([columnKey, countTerm])]) }),
  z.strictObject({ field: z.string().min(1) }),
]);

const column = z.strictObject({
  key: columnKey,
  number: z.string().nullable(),
  label: z.string().min(1),
  groups: z.array(z.string().min(1)),
  kind: z.enum(['count', 'rate', 'text']),
  value,
  each: z.enum(['indicator', 'ethnicity']).nullable(),
});

const reportForm: z.ZodType<ReportForm> = z.strictObject({
  number: z.int().positive(),
  title: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  kind: z.enum(['table', 'list']),
  listOf: z.enum(['POOR', 'NEAR_POOR']).nullable(),
  lines: z.array(z.enum(['households', 'persons'])),
  columns: z.array(column).min(1),
});

export const reportFormsSchema = z.strictObject({ forms: z.array(reportForm).min(1) });
