import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportForm } from '@benvung/domain/report/report-form';
import { reportFormsSchema } from '@benvung/regulations/report-form.schema';
import { repositoryFolder } from '../platform/server-folder.ts';

let known: readonly ReportForm[] | null = null;

/** The fifteen result tables, in order; read once. */
export function reportForms(): readonly ReportForm[] {
  known ??= reportFormsSchema.parse(
    JSON.parse(
      readFileSync(
        join(repositoryFolder, 'packages/regulations/report-form/review-results/1/forms.json'),
        'utf8',
      ),
    ),
  ).forms;
  return known;
}

export const findReportForm = (number: number): ReportForm | undefined =>
  reportForms().find((form) => form.number === number);
